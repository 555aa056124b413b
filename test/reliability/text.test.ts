import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { cleanText } from '../../lib/text.ts';
import { client, type Client, type Typed } from '../client.ts';
import { asked, asks, filled, openSection, partnerOf, walkTo, type Answers } from '../conversations/walk.ts';
import { useTestBot } from '../testBot.ts';
import { eventually } from '../eventually.ts';
import { fullAnswers, prefixOf } from './wishes.ts';

const { t } = words('en');
const partner = partnerOf(1);

/** Texts that mean something to a client, a template, a reader or a file, by what they are. */
const hostile: Readonly<Record<string, string>> = {
  Markdown: '**bold** _it_ `code` # head [link](https://evil) ![x](https://evil/x)',
  'a mention': '<at>Everyone</at> @Everyone',
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'a template': '${$root} {{DATE(2026-01-01T00:00:00Z, SHORT)}} {{{TIME(x)}}}',
  'a placeholder of the catalogue': '{name} {n} {title} {company} $& $1',
  'a bidi override': 'Alp\u202Eine\u202C House',
  'a bidi isolate': 'Alp\u2067ine\u2069 House',
  'a lone surrogate': 'Alp\uD800ine House',
  'right to left': 'شركة جبال الألب',
  'many combining marks': `Zoe\u0301${'\u0316'.repeat(30)} Alpine`,
  'zero width': 'Al\u200Bpi\u2060ne\u200D House\uFEFF',
  emoji: 'Alpine 👩‍👩‍👧‍👦 🏔️ House',
  NUL: 'Alpine\u0000House',
  'a control character': 'Alpine\u0007\u001b[31m House',
  'line breaks': 'Alpine\r\n\r\nHouse\u2028Two',
  '300 characters': 'Alpine Ski House '.repeat(18),
  '10,000 characters': 'Alpine Ski House '.repeat(600),
  'a formula': "=HYPERLINK('https://evil','x')",
  'a path': '../../../../etc/passwd',
  'a Cyrillic look-alike': '\u0430lpine',
  'the Kelvin sign': '\u212Aelvin',
  'JSON and SQL': `"}],"x":"'; DROP TABLE customers; --`,
  'names of properties': '__proto__ constructor',
};

type Node = Readonly<Record<string, unknown>>;

/** Every object inside a value. */
function objectsIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(objectsIn)];
}

// The invisible joiner that keeps braces from being a template is no part of what is said.
const said = (text: string): string => text.replaceAll('\u2060', '');

describe('hostile text in every field', () => {
  const bot = useTestBot();

  /** Types the text into every text input of the open section; gives those that took it and those with a fault. */
  async function typeAll(
    user: Client,
    text: string,
    answers: Answers,
  ): Promise<{ taken: string[]; refused: string[] }> {
    const section = openSection(user);
    const names = Object.entries(user.inputs()).flatMap(([name, { type }]) => (type === 'Input.Text' ? [name] : []));
    await user.press('next', Object.fromEntries(names.map((name) => [name, text])));
    if (openSection(user) !== section) return { taken: names, refused: [] };
    for (const name of names) {
      const held = user.inputs()[name]?.value ?? '';
      assert.ok(text.startsWith(held) && held.length >= Math.min(text.length, 100), `${name} holds what was typed`);
    }
    const refused = names.filter((name) => user.faults()[name] !== undefined);
    for (const name of refused) assert.ok((user.faults()[name] ?? '').length > 10, 'with a reason');
    const good: Typed = filled(user, answers);
    const others = asked(user, Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name))));
    await user.press('next', { ...others, ...Object.fromEntries(refused.map((name) => [name, good[name] ?? ''])) });
    assert.notEqual(openSection(user), section, JSON.stringify(user.faults()));
    return { taken: names.filter((name) => !refused.includes(name)), refused };
  }

  /** Fails where a user's text stands in something a client reads as more than text, or a card is too large to be sent. */
  function expectHarmless(text: string, from: number): void {
    const marks = [text, cleanText(text)];
    const holds = (value: unknown): boolean =>
      typeof value === 'string' && marks.some((mark) => said(value).includes(said(mark)));
    for (const { body } of bot().connector.calls.slice(from)) {
      if (body.text !== undefined) assert.equal(body.textFormat, 'plain');
      assert.ok(!objectsIn(body.entities).some((entity) => Object.values(entity).some(holds)), 'in an entity');
      for (const attachment of body.attachments ?? [])
        assert.ok(JSON.stringify(attachment.content).length * 2 <= 28 * 1024, 'a card is too large');
      for (const node of objectsIn(body.attachments).filter(({ type }) => type !== 'TextRun')) {
        const read = [node['text'], node['title'], node['label'], node['placeholder'], node['altText'], node['url']];
        assert.ok(!read.some(holds), `in a ${String(node['type'])}`);
        assert.ok(!JSON.stringify(node['inlines'] ?? node['text'] ?? '').includes('{{'), 'a template');
        assert.notEqual(node['type'], 'FactSet');
      }
    }
  }

  for (const [name, text] of Object.entries(hostile)) {
    it(`is refused with a reason, or shown as it is and nothing more: ${name}`, async () => {
      const from = bot().connector.calls.length;
      const [answers, clean] = [fullAnswers(partner), cleanText(text)];
      const user = client(bot(), { manner: 'teams', partner });
      await user.say('add customer');
      await walkTo(user, 'company', answers);
      const company = await typeAll(user, text, answers);
      assert.ok(company.refused.includes('domainPrefix'), 'a domain is letters and digits');
      const contact = await typeAll(user, text, answers);
      assert.ok(contact.refused.includes('email'));
      await user.say('hello');
      const lines = user.texts().map(said).join('\n');
      if (company.taken.includes('companyName'))
        assert.ok(lines.includes(said(Array.from(clean).slice(0, 79).join(''))), lines);
      await user.press('continueDraft');
      await walkTo(user, 'subscriptions', answers);
      await user.press(`add ${answers.offers?.[0] ?? ''}`);
      await user.press('find', { find: text, 'count-0': text });
      await user.press('next');
      assert.ok(asks(user, 'subscriptions'), 'a number is digits');
      await user.press('next', { ...filled(user, answers), find: '', 'count-0': '5' });
      await walkTo(user, 'review', answers);
      const shown = user.texts().map(said);
      const wanted = [...company.taken, ...contact.taken].filter((field) => field !== 'culture');
      const times = shown.filter((line) => line.includes(said(clean))).length;
      assert.ok(wanted.length === 0 || times > 0, shown.join('\n'));
      await user.press('submit');
      await eventually('it is confirmed', () => user.title() === t('confirmation.title'));
      await user.say('customers');
      const recorded = (await bot().customersOf(partner)).find(({ domain }) => domain.startsWith(prefixOf(answers)));
      for (const field of company.taken) assert.equal(recorded?.sections['company']?.[field], clean, field);
      await user.press(`customer ${recorded?.id ?? ''}`);
      expectHarmless(text, from);
      await user.say(text.slice(0, 200));
      await user.say('hello', { from: { id: `29:${user.user}`, aadObjectId: user.user, name: text } });
      expectHarmless(text, from);
    });
  }

  it('stands in no line of the log', () => {
    const log = bot().log.join('\n');
    for (const mark of ['evil', 'Everyone', 'alert', 'DATE', 'DROP', 'passwd', 'Alpine', '\u0430lpine'])
      assert.ok(!log.includes(mark), mark);
  });
});
