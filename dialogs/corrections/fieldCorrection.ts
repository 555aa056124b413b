import type { Card } from '../../cards/elements.ts';
import { inputValues, keepInputs } from '../../forms/draftFlow.ts';
import { columnOfHeader } from '../../forms/import/columns.ts';
import { openSections } from '../../forms/steps.ts';
import { isSameName } from '../../lib/foldCase.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
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

type InputNode = { readonly id: string; readonly choices: readonly { title: string; value: string }[] | undefined };

/** The inputs of a card, as deep as they stand. */
const inputsOf = (node: unknown): InputNode[] => {
  if (Array.isArray(node)) return node.flatMap(inputsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, id, choices, body, items, columns } = node as Readonly<Record<string, unknown>>;
  const own =
    typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string'
      ? [{ id, choices: choices as InputNode['choices'] }]
      : [];
  return [...own, ...[body, items, columns].flatMap(inputsOf)];
};

/** The value that an input of a card takes for a typed one: that of a choice where it has choices; undefined for none. */
function valueFor(card: Card, name: string, typed: string): string | undefined {
  const input = inputsOf(card).find(({ id }) => id === name);
  if (input?.choices === undefined) return input === undefined ? undefined : typed;
  return input.choices.find(({ title, value }) => isSameName(title, typed) || isSameName(value, typed))?.value;
}

/**
 * Puts a typed value into the input of the open draft's card that its text names, and shows that card; nothing is
 * accepted. False where the card has no such input.
 */
export async function correctField(turn: Turn, of: DraftCard | undefined, one: FieldCorrection): Promise<boolean> {
  const name = of === undefined ? undefined : inputNamed(one.label);
  if (of === undefined || name === undefined || one.value === '') return false;
  const { draft, context, card } = of;
  const value = valueFor(card, name, one.value);
  const section = openSections(draft, context).find((asked) =>
    Object.hasOwn(asked.readInputs({ [name]: ' ' }, {}, context), name),
  );
  if (value === undefined || section === undefined) return false;
  const { [name]: _fault, ...faults } = draft.faults[section.id] ?? {};
  const values = { ...inputValues(draft, section, context), [name]: value };
  saveDraft(turn, keepInputs(draft, section.id, values, faults));
  turn.replies.say(turn.words.t('typed.filled', { value }));
  await showCurrentCard(turn);
  return true;
}
