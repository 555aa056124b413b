import { en } from '../../locales/en/index.ts';
import { translator } from '../../locales/translator.ts';
import { words, type MessageKey, type Words } from '../../locales/words.ts';

/** Round what a catalogue or a language's own way of writing says. */
const open = '⁅';
const close = '⁆';

/** A sentence 40 % longer, its brackets counted, with its placeholders. */
const longer = (text: string): string => {
  const bare = text.replaceAll(/\{\w+\}/g, '');
  return `${open}${text}${'~'.repeat(Math.max(0, Math.ceil(bare.length * 0.4) - 2))}${close}`;
};

const pseudo = Object.fromEntries(
  Object.entries(en).map(([key, message]) => [
    key,
    typeof message === 'string'
      ? longer(message)
      : Object.fromEntries(Object.entries(message).map(([category, text]) => [category, longer(text)])),
  ]),
);

// The commands are typed, and help shows them without brackets round each: they stay as they are.
const catalogue = { ...(pseudo as typeof en), ...commandsOf(en) };

function commandsOf<C extends object>(from: C) {
  return Object.fromEntries(Object.entries(from).filter(([key]) => key.startsWith('command.')));
}

const { t, say } = translator<typeof en>({ en: catalogue, 'zh-TW': catalogue, 'zh-CN': catalogue, ru: catalogue })(
  'en',
);
const english = words('en');

/** English that nobody can take for words written in the code: everything a catalogue says is longer and in brackets. */
export const pseudoWords: Words = {
  locale: 'en',
  t,
  say: (key, data) => (Object.hasOwn(en, key) ? say(key as MessageKey, data) : key),
  day: (isoDay) => longer(english.day(isoDay)),
  month: (isoMonth) => longer(english.month(isoMonth)),
  moment: (iso) => longer(english.moment(iso)),
  localMoment: (iso, clock) => longer(english.localMoment(iso, clock)),
  localTime: (iso, clock) => longer(english.localTime(iso, clock)),
  duration: (iso) => longer(english.duration(iso)),
  list: (items) => longer(english.list(items)),
  either: (items) => longer(english.either(items)),
  sentences: (parts) => parts.join(' '),
  number: (n) => english.number(n),
  signed: (n) => english.signed(n),
};

/** What of a text stands outside all brackets. */
export function outside(text: string): string {
  let depth = 0;
  let left = '';
  for (const character of text) {
    if (character === open) depth += 1;
    else if (character === close) depth -= 1;
    else if (depth === 0) left += character;
  }
  return left;
}
