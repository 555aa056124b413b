import type { Card } from '../../cards/elements.ts';
import { inputValues, keepInputs } from '../../forms/draftFlow.ts';
import { columnOfHeader } from '../../forms/import/columns.ts';
import { openSections } from '../../forms/steps.ts';
import { normalDate } from '../../forms/typedText.ts';
import { isSameName } from '../../lib/foldCase.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import type { MessageKey } from '../../locales/words.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { saveDraft } from '../drafts.ts';
import { languagesOf, lexicon } from '../sentences/lexicon.ts';
import { withoutPolitenessAtEnd } from '../sentences/politeness.ts';
import { pairs } from '../sentences/pattern.ts';
import { maxSentence, utteranceOf } from '../sentences/utterance.ts';
import type { Turn } from '../turn.ts';
import { type Correction, trimmedValue } from './corrections.ts';
import type { DraftCard } from './latestCard.ts';

type FieldCorrection = Extract<Correction, { kind: 'field' }>;

/** Most words of an input's label. */
const mostLabelWords = 4;

/** A label as it is written on a card, and as it may be in a sentence: with another ending. */
const labelForms = (label: string): string[] => [
  label,
  ...locales.flatMap((locale) =>
    [...pairs(correctionBook[locale].endings)]
      .filter(([said]) => label.endsWith(said))
      .map(([said, written]) => label.slice(0, -said.length) + written),
  ),
];

/** The name of the input with this label, in any of the languages. */
function inputNamed(label: string): string | undefined {
  const column = labelForms(label.toLowerCase())
    .map(columnOfHeader)
    .find((one) => one !== undefined);
  return column === 'domain' ? 'domainPrefix' : column;
}

/** The values that a text gives behind the label of an input: “city: Tacoma”, “postal code 98402”. */
export function fieldsNamed(typed: string): FieldCorrection[] {
  const line = typed.trim();
  if (line.length > maxSentence || /[\r\n]/.test(line)) return [];
  const sentence = utteranceOf(line);
  const { text } = languagesOf(sentence).reduce((rest, one) => withoutPolitenessAtEnd(rest, lexicon(one)), sentence);
  const [, before = '', behind = ''] = /^([^:：]{1,60})[:：]\s*([^:：]+)$/u.exec(text) ?? [];
  if (behind !== '') return [{ kind: 'field', label: before.trim(), value: trimmedValue(behind) }];
  const parts = text.split(' ');
  return parts.slice(0, mostLabelWords).flatMap((_word, index) => {
    const label = parts.slice(0, index + 1).join(' ');
    const value = parts.slice(index + 1).join(' ');
    // “customer contoso” looks for one.
    const isCompany = index === 0 && columnOfHeader(label) === 'companyName';
    return value === '' || isCompany ? [] : [{ kind: 'field' as const, label, value: trimmedValue(value) }];
  });
}

type InputNode = {
  readonly type: string;
  readonly id: string;
  readonly choices: readonly { title: string; value: string }[] | undefined;
};

/** The inputs of a card, as deep as they stand. */
const inputsOf = (node: unknown): InputNode[] => {
  if (Array.isArray(node)) return node.flatMap(inputsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, id, choices, body, items, columns } = node as Readonly<Record<string, unknown>>;
  const own =
    typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string'
      ? [{ type, id, choices: choices as InputNode['choices'] }]
      : [];
  return [...own, ...[body, items, columns].flatMap(inputsOf)];
};

/** A value for an input, or what is said instead where the input takes no such text. */
type Filled = { readonly value: string; readonly shown: string } | { readonly fault: MessageKey };

/** The value that an input of a card takes for a typed one: that of a choice, or a day; undefined where it has no such input. */
function valueFor(card: Card, name: string, typed: string, { words, today }: Turn): Filled | undefined {
  const input = inputsOf(card).find(({ id }) => id === name);
  if (input === undefined) return undefined;
  if (input.type === 'Input.Date') {
    const day = typedDay(typed, today);
    return day === undefined ? { fault: 'import.fault.date' } : { value: day, shown: words.day(day) };
  }
  // What the partner gives its word for is ticked.
  if (input.type === 'Input.Toggle') return name === 'accepted' ? { fault: 'fault.agreement' } : undefined;
  if (input.choices === undefined) return { value: typed, shown: typed };
  const chosen = input.choices.find(({ title, value }) => isSameName(title, typed) || isSameName(value, typed));
  return chosen === undefined ? undefined : { value: chosen.value, shown: typed };
}

/** A typed day as `yyyy-mm-dd`; one without its year is the latest that has been. Undefined for no day. */
function typedDay(typed: string, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const dotted = typed.replace(/^(\d{1,2})\s?月\s?(\d{1,2})\s?日?$/u, '$2.$1');
  const withYear = [year, year - 1].flatMap((one) => [`${typed} ${one}`, `${typed}, ${one}`, `${dotted}.${one}`]);
  const readings = [typed, ...withYear];
  return readings
    .map((one) => normalDate(one))
    .find((day, at) => /^\d{4}-\d{2}-\d{2}$/.test(day) && (at === 0 || day <= today));
}

/**
 * Puts a typed value into the input of the open draft's card that its text names, and shows that card; nothing is
 * accepted. False where the card has no such input.
 */
export async function correctField(turn: Turn, of: DraftCard | undefined, one: FieldCorrection): Promise<boolean> {
  const name = of === undefined ? undefined : inputNamed(one.label);
  if (of === undefined || name === undefined || one.value === '') return false;
  // “ZIP 98052, city Tacoma” says more than a code.
  if (name === 'postalCode' && /[,，;；]/u.test(one.value)) return false;
  const { draft, context, card } = of;
  const filled = valueFor(card, name, one.value, turn);
  const section = openSections(draft, context).find((asked) =>
    Object.hasOwn(asked.readInputs({ [name]: ' ' }, {}, context), name),
  );
  if (filled === undefined || section === undefined) return false;
  if ('fault' in filled) {
    turn.replies.say(turn.words.say(filled.fault));
    await showCurrentCard(turn);
    return true;
  }
  const { [name]: _fault, ...faults } = draft.faults[section.id] ?? {};
  const values = { ...inputValues(draft, section, context), [name]: filled.value };
  saveDraft(turn, keepInputs(draft, section.id, values, faults));
  turn.replies.say(turn.words.t('typed.filled', { value: filled.shown }));
  await showCurrentCard(turn);
  return true;
}
