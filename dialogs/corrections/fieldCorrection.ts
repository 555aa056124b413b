import type { Card } from '../../cards/elements.ts';
import { inputValues, keepInputs } from '../../forms/draftFlow.ts';
import { columnOfHeader } from '../../forms/import/columns.ts';
import { evidenceOf } from '../../forms/paste/evidence.ts';
import { labelKind } from '../../forms/paste/labels.ts';
import { recognise } from '../../forms/paste/paste.ts';
import { piecesOf } from '../../forms/paste/pieces.ts';
import { openSections } from '../../forms/steps.ts';
import { isSameName, matcher, foldCase } from '../../lib/foldCase.ts';
import { lazy } from '../../lib/lazy.ts';
import { firstDefined } from '../../lib/optional.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import type { MessageKey } from '../../locales/words.ts';
import type { Draft } from '../../model/draft.ts';
import { parseState } from '../../partner-center/rules/states.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { typedLanguage } from '../commands.ts';
import { readAddressLine, readerOf } from '../add/pasteToDraft.ts';
import { saveDraft } from '../drafts.ts';
import { languagesOf, lexicon } from '../sentences/lexicon.ts';
import { withoutPolitenessAtEnd } from '../sentences/politeness.ts';
import { barred, pairs } from '../sentences/pattern.ts';
import { typedDay } from '../sentences/namedPeriod.ts';
import { maxSentence, utteranceOf } from '../sentences/utterance.ts';
import type { Turn } from '../turn.ts';
import { type Correction, ordinalIn, withoutOpeners } from './corrections.ts';
import { trimmedValue, valueIn, withoutCopula } from './fieldValue.ts';
import type { DraftCard } from './latestCard.ts';

type FieldCorrection = Extract<Correction, { kind: 'field' }>;

/** Most words of an input's label, and most characters of one in Chinese. */
const mostLabelWords = 4;
const mostLabelCharacters = 12;

/** A label as it is written on a card, and as it may be in a sentence: with another ending. */
const labelForms = (label: string): string[] => [
  label,
  ...locales.flatMap((locale) =>
    [...pairs(correctionBook[locale].endings)]
      .filter(([said]) => label.endsWith(said))
      .map(([said, written]) => label.slice(0, -said.length) + written),
  ),
];

/** Inputs by what else they are called in a sentence. */
const saidLabels = lazy(() => new Map(locales.flatMap((locale) => [...pairs(correctionBook[locale].labels)])));

const inputsOfLabels: Readonly<Partial<Record<string, string>>> = {
  registration: 'registrationNumber',
  address: 'addressLine1',
  postalCode: 'postalCode',
  city: 'city',
};

/** The name of the input with this label, in any of the languages. */
export function inputNamed(label: string): string | undefined {
  const folded = label.toLowerCase().trim();
  const column = firstDefined(labelForms(folded), columnOfHeader);
  const other = saidLabels().get(utteranceOf(folded).folded.trim()) ?? inputsOfLabels[labelKind(folded) ?? ''];
  return column === 'domain' ? 'domainPrefix' : (column ?? other);
}

const articles = /^(?:(?:the|my|their|its|and|и|а)\s+|[把将將])/iu;

/** The label of an input at the beginning of a text, the longest first, with what stands behind it. */
function labelsAt(typed: string): FieldCorrection[] {
  const text = typed.trim().replace(articles, '');
  return endsOfLabels(text)
    .toReversed()
    .flatMap((end) => {
      const label = text.slice(0, end);
      if (/[:：]/u.test(label) || inputNamed(label) === undefined) return [];
      const value = trimmedValue(withoutCopula(text.slice(end)));
      return value === '' ? [] : [{ kind: 'field' as const, label, value }];
    });
}

/** The longest label of an input that stands in a text, and the names of the inputs it may mean. */
export function labelIn(typed: string): { readonly text: string; readonly names: readonly string[] } | undefined {
  const { text } = utteranceOf(typed);
  const starts = [...text.matchAll(/\p{Script=Han}|(?<![\p{L}\p{N}])[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  const found = starts.flatMap((from) => endsOfLabels(text.slice(from)).map((end) => text.slice(from, from + end)));
  const [label] = found
    .filter((one) => inputNamed(one) !== undefined && !isOfCustomer(one))
    .toSorted((a, b) => b.length - a.length);
  const name = label === undefined ? undefined : inputNamed(label);
  if (label === undefined || name === undefined) return undefined;
  return { text: label, names: [name, ...(otherInputs[name] === undefined ? [] : [otherInputs[name]])] };
}

/** True for a label that says whom a question is about, and no input: “a new customer”. */
const isOfCustomer = (label: string): boolean => isSearched(label) || inputNamed(label) === 'kind';

/** Places where a label at the beginning of a text may end. */
const endsOfLabels = (text: string): readonly number[] =>
  /^\p{Script=Han}/u.test(text)
    ? Array.from({ length: Math.min(mostLabelCharacters, text.length) }, (_one, index) => index + 1).slice(1)
    : [...text.matchAll(/(?<=[\p{L}\p{N}.])(?=$|[\s:：,='’?])/gu)].map(({ index }) => index).slice(0, mostLabelWords);

const searched = lazy(() => new Set(locales.flatMap((locale) => barred(correctionBook[locale].searched))));

/** True for a customer's label: “customer contoso” looks for one. */
const isSearched = (label: string): boolean => labelForms(label.toLowerCase()).some((one) => searched().has(one));

/** The typed line without what is said before and behind it; empty for what is no line of this kind. */
function plainLine(typed: string): string {
  const line = typed.trim();
  if (line.length > maxSentence || /[\r\n]/.test(line) || /[?？]\s*$/u.test(line)) return '';
  const sentence = withoutOpeners(utteranceOf(line));
  return languagesOf(sentence).reduce((rest, one) => withoutPolitenessAtEnd(rest, lexicon(one)), sentence).text;
}

/** The values that a text gives behind the label of an input: “city: Tacoma”, “postal code 98402”. */
export function fieldsNamed(typed: string): FieldCorrection[] {
  const text = plainLine(typed);
  const [, before = '', behind = ''] = /^([^:：]{1,60})[:：]\s*([^:：]+)$/u.exec(text) ?? [];
  const marked = behind === '' ? [] : [{ kind: 'field' as const, label: before.trim(), value: trimmedValue(behind) }];
  return [...marked, ...labelsAt(text).filter(({ label }) => !isSearched(label))];
}

/**
 * The values of a text that names several inputs one after the other, “zip 98101, street 1200 5th Ave and the city is
 * Seattle”; none where it does not begin with one, or names a single one.
 */
export function fieldsListed(typed: string): FieldCorrection[] {
  const text = plainLine(typed);
  if (labelsAt(text).length === 0) return [];
  const { folded } = utteranceOf(text);
  const ands = languagesOf({ text, folded }).flatMap((locale) => [...folded.matchAll(lexicon(locale).differences.and)]);
  const marks = [...text.matchAll(/[,，;；、。]\s*/gu)];
  const starts = [...new Set([0, ...[...marks, ...ands].map(({ 0: found, index }) => index + found.length)])]
    .toSorted((one, other) => one - other)
    .filter((at) => labelsAt(text.slice(at)).length > 0);
  if (starts.length < 2 || starts[0] !== 0) return [];
  return starts.flatMap((at, index) => {
    const part = text
      .slice(at, starts[index + 1])
      .replace(/[\s,，;；、]+(?:and|и|和|与|與)?\s*$|\s+(?:and|и)\s*$/iu, '');
    return labelsAt(part).slice(0, 1);
  });
}

type InputNode = {
  readonly type: string;
  readonly id: string;
  readonly choices: readonly { title: string; value: string }[] | undefined;
};

/** The inputs of a card, as deep as they stand. */
export const cardInputs = (node: unknown): InputNode[] => {
  if (Array.isArray(node)) return node.flatMap(cardInputs);
  if (typeof node !== 'object' || node === null) return [];
  const { type, id, choices, body, items, columns } = node as Readonly<Record<string, unknown>>;
  const own =
    typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string'
      ? [{ type, id, choices: choices as InputNode['choices'] }]
      : [];
  return [...own, ...[body, items, columns].flatMap(cardInputs)];
};

/** A value for an input, or what is said instead where the input takes no such text. */
type Filled =
  { readonly name: string; readonly value: string; readonly shown: string } | { readonly fault: MessageKey };

/** The choice that a text names: by its title or value, as the only one of a part of it, or by its place. */
function chosenOf({ choices = [] }: InputNode, typed: string) {
  const same = choices.find(({ title, value }) => isSameName(title, typed) || isSameName(value, typed));
  const isPart = matcher(typed);
  const [only, ...others] = isPart === undefined ? [] : choices.filter(({ title }) => isPart(foldCase(title)));
  // “None” stands first, and is nobody’s number one.
  const listed = choices.filter(({ value }) => value !== 'none');
  const place = ordinalIn(typed);
  return (
    same ??
    (others.length === 0 ? only : undefined) ??
    (place === undefined ? undefined : listed.at(place < 0 ? place : place - 1))
  );
}

/** The value that an input of a card takes for a typed one: that of a choice, or a day; undefined where it has no such input. */
function valueFor(card: Card, name: string, typed: string, { words, today }: Turn): Filled | undefined {
  const inputs = cardInputs(card);
  const input = inputs.find(({ id }) => id === name) ?? inputs.find(({ id }) => id === otherInputs[name]);
  if (input === undefined) return undefined;
  if (input.type === 'Input.Date') {
    const day = typedDay(typed, today);
    return day === undefined ? { fault: 'import.fault.date' } : { name: input.id, value: day, shown: words.day(day) };
  }
  // What the partner gives its word for is ticked.
  if (input.type === 'Input.Toggle') return name === 'accepted' ? { fault: 'fault.agreement' } : undefined;
  if (input.choices === undefined) return { name: input.id, value: typed, shown: typed };
  const chosen = chosenOf(input, typed) ?? input.choices.find(({ value }) => value === typedLanguage(typed));
  return chosen === undefined ? undefined : { name: input.id, value: chosen.value, shown: chosen.title };
}

/** Inputs that are meant by another's label where a card has none of that. */
export const otherInputs: Readonly<Partial<Record<string, string>>> = { phoneNumber: 'organizationPhone' };

/** The draft with a value in an input of its open step, and without the fault that was there. */
export function withInput(draft: Draft, { context }: DraftCard, name: string, value: string): Draft {
  const section = openSections(draft, context).find((asked) =>
    Object.hasOwn(asked.readInputs({ [name]: ' ' }, {}, context), name),
  );
  if (section === undefined) return draft;
  const { [name]: _fault, ...faults } = draft.faults[section.id] ?? {};
  return keepInputs(draft, section.id, { ...inputValues(draft, section, context), [name]: value }, faults);
}

/** The parts of an address that is typed on one line, by their inputs; none where it is a street alone. */
function addressParts(turn: Turn, typed: string): readonly (readonly [string, string])[] {
  const text = valueIn('addressLine1', typed) ?? typed;
  const { company } = recognise(evidenceOf(piecesOf(text)), readerOf(turn)).pasted;
  if (company.addressLine1 === undefined || company.city === undefined) return [];
  const names = ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const;
  return names.flatMap((name) => (company[name] === undefined ? [] : [[name, company[name]] as const]));
}

/** A city and its state, “Bellevue, WA”; none where no state of the country stands behind the mark. */
function cityAndState(typed: string, { rules }: DraftCard['context']): readonly (readonly [string, string])[] {
  const [, city = '', written = ''] = /^([^,，]+)[,，]\s*([^,，]+)$/u.exec(typed) ?? [];
  const state = written === '' ? undefined : parseState(rules, written);
  const own = valueIn('city', city);
  return state === undefined || own === undefined ? [] : [['city', own] as const, ['state', state] as const];
}

/** The values that the inputs of an open draft's card take of those typed, by their names. */
const valuesOf = (turn: Turn, { context }: DraftCard, fields: readonly FieldCorrection[]) =>
  fields.flatMap(({ label, value }) => {
    const name = inputNamed(label);
    if (name === undefined || value === '') return [];
    const parts =
      name === 'addressLine1' ? addressParts(turn, value) : name === 'city' ? cityAndState(value, context) : [];
    const own = valueIn(name, value);
    return parts.length > 0 || own === undefined ? parts : [[name, own] as const];
  });

/**
 * Puts typed values into the inputs of the open draft's card that their labels name, and shows that card; nothing is
 * accepted. False where the card has none of these inputs.
 */
export async function fillInputs(
  turn: Turn,
  of: DraftCard | undefined,
  fields: readonly FieldCorrection[],
): Promise<boolean> {
  return of !== undefined && fillNamed(turn, of, valuesOf(turn, of, fields));
}

/** The same for values by the names of their inputs. */
export async function fillNamed(
  turn: Turn,
  of: DraftCard,
  named: readonly (readonly [name: string, value: string])[],
): Promise<boolean> {
  const found = named.map(([name, value]) => valueFor(of.card, name, value, turn));
  const filled = found.flatMap((one) => (one !== undefined && 'value' in one ? [one] : []));
  const faults = found.flatMap((one) => (one !== undefined && 'fault' in one ? [one.fault] : []));
  const draft = filled.reduce((so, { name, value }) => withInput(so, of, name, value), of.draft);
  if (draft === of.draft && faults.length === 0) return false;
  const { replies, words } = turn;
  saveDraft(turn, draft);
  if (filled.length > 0) replies.say(words.t('typed.filled', { value: words.list(filled.map(({ shown }) => shown)) }));
  const left = named.filter((_one, index) => found[index] === undefined).map(([, value]) => value);
  if (left.length > 0) replies.say(words.t('typed.notHere', { value: words.list(left) }));
  for (const fault of faults) replies.say(words.say(fault));
  await showCurrentCard(turn);
  return true;
}

/** A postal code and the street behind it. */
const codeAndStreet = /^(\d[\d-]{1,9})[\s,，;；]+(?=.*\p{L})(.*\d.*)$/u;

/** The same for a single value; for a postal code also with the street behind it. */
export async function correctField(turn: Turn, of: DraftCard | undefined, one: FieldCorrection): Promise<boolean> {
  if (inputNamed(one.label) !== 'postalCode') return fillInputs(turn, of, [one]);
  const [, code, street] = codeAndStreet.exec(one.value) ?? [];
  if (code !== undefined && street !== undefined && readAddressLine(turn.text, readerOf(turn)) === undefined)
    return fillInputs(turn, of, [
      { ...one, value: code },
      { kind: 'field', label: 'addressLine1', value: street },
    ]);
  // “ZIP 98052, city Tacoma” says more than a code.
  return /[,，;；]/u.test(one.value) || street !== undefined ? false : fillInputs(turn, of, [one]);
}
