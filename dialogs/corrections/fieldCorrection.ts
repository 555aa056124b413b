import type { Card } from '../../cards/elements.ts';
import { inputValues, keepInputs } from '../../forms/draftFlow.ts';
import { evidenceOf } from '../../forms/paste/evidence.ts';
import { recognise } from '../../forms/paste/paste.ts';
import { piecesOf } from '../../forms/paste/pieces.ts';
import { openSections } from '../../forms/steps.ts';
import { isSameName, matcher, foldCase } from '../../lib/foldCase.ts';
import type { MessageKey } from '../../locales/words.ts';
import type { Draft } from '../../model/draft.ts';
import { hasStreetWord } from '../../partner-center/rules/letterheads.ts';
import { normalDomainPrefix } from '../../partner-center/rules/companyIdentity.ts';
import { parseState } from '../../partner-center/rules/states.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { typedLanguage } from '../commands.ts';
import { readAddressLine, readerOf } from '../add/pasteToDraft.ts';
import { saveDraft } from '../drafts.ts';
import { languagesOf, lexicon } from '../sentences/lexicon.ts';
import { withoutPolitenessAtEnd } from '../sentences/politeness.ts';
import { typedDay } from '../sentences/namedPeriod.ts';
import { maxSentence, utteranceOf } from '../sentences/utterance.ts';
import type { Turn } from '../turn.ts';
import { ordinalIn, withoutOpeners } from './corrections.ts';
import { behindFault, trimmedValue, valueIn, withoutCopula } from './fieldValue.ts';
import { type FieldCorrection, inputNamed, isSearched, labelIn, labelsAt, otherInputs } from './inputLabels.ts';
import type { DraftCard } from './latestCard.ts';

/** The typed line without what is said before and behind it; empty for what is no line of this kind. */
export function plainLine(typed: string): string {
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
  return [...faulted(text), ...marked, ...labelsAt(text).filter(({ label }) => !isSearched(label))];
}

/** Inputs whose values have a form of their own. */
const shapes: ReadonlySet<string> = new Set([
  'domainPrefix',
  'email',
  'postalCode',
  'phoneNumber',
  'registrationNumber',
]);

/** The value that a text gives behind a label and words that say it is wrong: “the ZIP is wrong, 98052”. */
export function faulted(typed: string): FieldCorrection[] {
  const { text } = utteranceOf(typed);
  const label = labelIn(text)?.text ?? '';
  const [name, at] = [inputNamed(label), text.indexOf(label)];
  if (label === '' || name === undefined || at < 0) return [];
  const rest = behindFault(text.slice(0, at), text.slice(at + label.length));
  if (rest === undefined || labelsAt(rest).length > 0) return [];
  const value = valueIn(name, withoutCopula(` ${withoutOpeners(utteranceOf(rest)).text}`).trim());
  const isSure = value !== undefined && (shapes.has(name) || /^[\p{Lu}\p{Script=Han}\d«"“]/u.test(value));
  return isSure ? [{ kind: 'field', label, value }] : [];
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

/** A value as the input holds it: a domain without the ending that stands beside it. */
const ownForm = (name: string, value: string, { cloud }: DraftCard['context']): string =>
  name === 'domainPrefix' ? normalDomainPrefix(value, cloud.suffix) : value;

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

/** A company's name and its place behind it: “Lucerne Publishing and they're in Bellevue, Washington”, 玉山科技 在新竹市. */
const companyAndPlace =
  /^(.{2,60}?)[\s,]+(?:and\s+)?(?:they['’]re|they are|it['’]s|it is|located|based)\s+(?:located |based )?in\s+(\p{Lu}.*)$/u;
const companyInPlace = /^(\S{2,30}?)[\s,，]+(?:他[們们])?在(\p{Script=Han}{2,6})$/u;

/** Inputs of a person, whose labels are nobody's names. */
const ofPerson: ReadonlySet<string> = new Set(['firstName', 'lastName', 'fullName']);

/** True where a colon stands behind the label in the text. */
const isMarked = (text: string, label: string): boolean => /^ *[:：]/u.test(text.split(label)[1] ?? '');

/** The value with its label where that is a part of it: «улица Мира 5», “suite 400”. */
const withStreetWord = (label: string, value: string): string =>
  hasStreetWord(label) &&
  (/^\p{Script=Cyrillic}/u.test(label) || /^#?\d+\p{L}?$/u.test(value)) &&
  inputNamed(label) !== 'postalCode'
    ? `${label} ${value}`
    : value;

/** The values of several inputs that one value gives: an address, a city with its state, the two names of a person. */
function partsOf(turn: Turn, name: string, value: string, { context, card }: Pick<DraftCard, 'context' | 'card'>) {
  if (name === 'addressLine1') return addressParts(turn, value);
  if (name === 'city') return cityAndState(value, context);
  const isOfPerson = name === 'companyName' && cardInputs(card).some(({ id }) => id === 'firstName');
  if (name !== 'fullName' && name !== 'companyName') return [];
  if (name === 'companyName' && !isOfPerson) {
    const [, own, place] = companyAndPlace.exec(value) ?? companyInPlace.exec(value) ?? [];
    const cities = place === undefined ? [] : cityAndState(place, context);
    if (own === undefined || place === undefined) return [];
    return [['companyName', own] as const, ...(cities.length > 0 ? cities : [['city', place] as const])];
  }
  const own = valueIn('fullName', value);
  const { firstName, lastName } = recognise(evidenceOf(piecesOf(own ?? '')), readerOf(turn)).pasted.contact;
  return firstName === undefined || lastName === undefined
    ? []
    : ([
        ['firstName', firstName],
        ['lastName', lastName],
      ] as const);
}

/** The values that the inputs of an open draft's card take of those typed, by their names. */
const valuesOf = (turn: Turn, { context, card }: DraftCard, fields: readonly FieldCorrection[]) =>
  fields.flatMap(({ label, value }) => {
    const name = inputNamed(label);
    if (name === undefined || value === '') return [];
    const parts = partsOf(turn, name, value, { context, card });
    const own =
      ofPerson.has(name) && ofPerson.has(inputNamed(value) ?? '')
        ? undefined
        : valueIn(name, isMarked(turn.text, label) ? value : withStreetWord(label, value));
    return parts.length > 0 || own === undefined ? parts : [[name, own] as const];
  });

/** The names of a person that only its label tells, “聯絡人是林佳蓉，0912-345-678”, by their inputs; none without one. */
export const personNamed = (turn: Turn, of: DraftCard, text: string): readonly (readonly [string, string])[] =>
  valuesOf(
    turn,
    of,
    fieldsNamed(text).flatMap((one) =>
      inputNamed(one.label) === 'fullName' ? [{ ...one, value: one.value.split(/[,，;；]/u)[0] ?? '' }] : [],
    ),
  );

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
  const found = named.map(([name, value]) => valueFor(of.card, name, ownForm(name, value, of.context), turn));
  const filled = found.flatMap((one) => (one !== undefined && 'value' in one ? [one] : []));
  const faults = found.flatMap((one) => (one !== undefined && 'fault' in one ? [one.fault] : []));
  const draft = filled.reduce((so, { name, value }) => withInput(so, of, name, value), of.draft);
  if (draft === of.draft && faults.length === 0) return false;
  const { replies, words } = turn;
  saveDraft(turn, draft);
  if (filled.length > 0)
    replies.say(
      words.t('typed.filled', { value: words.list(filled.flatMap(({ shown }) => (shown === '' ? [] : [shown]))) }),
    );
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
