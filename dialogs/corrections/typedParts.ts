import { withAddressMarks } from '../../forms/paste/addressSearch.ts';
import { evidenceOf } from '../../forms/paste/evidence.ts';
import { type Pasted, recognise } from '../../forms/paste/paste.ts';
import { piecesOf } from '../../forms/paste/pieces.ts';
import { defined, firstDefined } from '../../lib/optional.ts';
import { pasteToDraft, readerOf } from '../add/pasteToDraft.ts';
import { maxSentence, utteranceOf } from '../sentences/utterance.ts';
import type { Turn } from '../turn.ts';
import { cardInputs, fieldsNamed, fillNamed, personNamed, plainLine, withInput } from './fieldCorrection.ts';
import { inputNamed, labelsAt } from './inputLabels.ts';
import { isNoValue, spokenMail, valueIn } from './fieldValue.ts';
import { inputValues, update } from '../../forms/draftFlow.ts';
import { openSections } from '../../forms/steps.ts';
import { currentCard, showCurrentCard } from '../add/currentCard.ts';
import { cardContext, saveDraft } from '../drafts.ts';
import { typedDay } from '../sentences/namedPeriod.ts';
import { hasInput } from './completeStep.ts';
import { section, sections } from '../../forms/sections.ts';
import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import { hasStreetWord, legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import { detailsIn } from '../add/typedCompany.ts';
import { languagesOf, lexicon } from '../sentences/lexicon.ts';
import { atPlace } from '../sentences/pattern.ts';
import { asWritten } from '../sentences/politeness.ts';
import type { Section } from '../../forms/section.ts';
import type { DraftCard } from './latestCard.ts';

const read = (text: string, turn: Turn): Pasted => recognise(evidenceOf(piecesOf(text)), readerOf(turn)).pasted;

/** The inputs of an address. */
export const ofAddress = ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const;

/** A part of a text that gives an input its value behind its label; undefined where none looks like one. */
function givenBy(part: string) {
  const clean = part.replace(/[\s,，;；、]+(?:and|и|和|与|與)?\s*$|\s+(?:and|и)\s*$/iu, '');
  return labelsAt(clean).map((given) => ({ ...given, name: inputNamed(given.label) ?? '' }))[0];
}

/** True for a part whose value looks like one of its input. */
function isGiven(part: string): boolean {
  const given = givenBy(part);
  return given !== undefined && valueIn(given.name, given.value) !== undefined;
}

/** Places where a label may begin in the midst of a text: at words without a capital, or at any Chinese character. */
const midst = /(?<=^|\s)\p{Ll}|\p{Script=Han}/gu;

/** Places of labels that no mark stands before, “name alpine domain alp zip 98101”, each of another input with a value of its own. */
function unmarkedStarts(text: string, marked: readonly number[]): readonly number[] {
  let end = 0;
  const own = [...text.matchAll(midst)].flatMap(({ index }) => {
    const [longest] = index < end ? [] : labelsAt(text.slice(index));
    if (longest === undefined) return [];
    end = index + longest.label.length;
    return [index];
  });
  let starts = [...new Set([...marked, ...own])].toSorted((one, other) => one - other);
  const partAt = (at: number): string => text.slice(at, starts[starts.indexOf(at) + 1]);
  const isOdd = (at: number): boolean =>
    !marked.includes(at) &&
    (!isGiven(partAt(at)) ||
      starts.some((other) => other < at && givenBy(partAt(other))?.name === givenBy(partAt(at))?.name));
  for (let odd = starts.find(isOdd); odd !== undefined; odd = starts.find(isOdd)) {
    const dropped = odd;
    starts = starts.filter((at) => at !== dropped);
  }
  return starts;
}

/**
 * The values of a text that names several inputs one after the other, “zip 98101, street 1200 5th Ave and the city is
 * Seattle”; none where it does not begin with one, or names a single one.
 */
export function fieldsListed(typed: string): readonly { kind: 'field'; label: string; value: string }[] {
  const text = plainLine(typed);
  if (labelsAt(text).length === 0) return [];
  const { folded } = utteranceOf(text);
  const ands = languagesOf({ text, folded }).flatMap((locale) => [...folded.matchAll(lexicon(locale).differences.and)]);
  const marks = [...text.matchAll(/[,，;；、。]\s*/gu)];
  const marked = [...new Set([0, ...[...marks, ...ands].map(({ 0: found, index }) => index + found.length)])].filter(
    (at) => labelsAt(text.slice(at)).length > 0,
  );
  const starts = unmarkedStarts(text, marked);
  if (starts.length < 2 || starts[0] !== 0) return [];
  return starts.flatMap((at, index) => {
    const given = givenBy(text.slice(at, starts[index + 1]));
    return given === undefined ? [] : [{ kind: 'field' as const, label: given.label, value: given.value }];
  });
}

/** The beginnings that only say that an address follows: “they moved to”. */
const lead = lazy(
  () =>
    new RegExp(
      `^ *(?:${atPlace(locales.map((locale) => correctionBook[locale].beforeAddress).join('|')).source})`,
      'u',
    ),
);

/** The text without what only says that an address follows. */
function withoutLead(typed: string): string {
  const { text, folded } = utteranceOf(typed);
  const length = lead().exec(folded)?.[0].length ?? 0;
  const rest = text.slice(length).replace(/^[\s:：,，]+/u, '');
  return length === 0 || rest === '' ? typed : rest.replace(/了(?=[\s\d]*$)/u, '');
}

/** The text as it may be read as an address: as it is, and with marks between its parts where it has none. */
function readings(typed: string, { rules }: DraftCard['context']): readonly string[] {
  const text = withoutLead(typed);
  return [text, withAddressMarks(text, rules)];
}

/** The parts of an address that a text gives in a row, whatever label it begins with; none of less than a street, a city and a code or state. */
function addressIn(turn: Turn, text: string, form: DraftCard): readonly (readonly [string, string])[] {
  const [named] = fieldsNamed(text);
  for (const typed of [...(named === undefined ? [] : [named.value]), text].flatMap((one) =>
    readings(one, form.context),
  )) {
    const { company } = read(typed, turn);
    const isWhole =
      company.addressLine1 !== undefined &&
      (/\d/u.test(company.addressLine1) || hasStreetWord(company.addressLine1)) &&
      company.city !== undefined &&
      (company.postalCode !== undefined || (company.state !== undefined && typed !== text));
    const isStreetAlone =
      typed === text && named !== undefined && company.addressLine1?.startsWith(named.label) === true;
    if (isWhole && !isStreetAlone)
      return ofAddress.flatMap((name) => (company[name] === undefined ? [] : [[name, company[name]] as const]));
  }
  return [];
}

/** A street alone behind words that only say that an address follows: “they moved to 110 Main Street”. */
function streetIn(text: string): readonly (readonly [string, string])[] {
  const street = withoutLead(text);
  const isStreet = /\d/u.test(street) && (hasStreetWord(street) || /\p{Script=Han}\d+[号號]/u.test(street));
  return street !== text && isStreet && valueIn('addressLine1', street) === street ? [['addressLine1', street]] : [];
}

/** The address with an empty second line where the street is another one: what stood there was the former street's. */
function wholeAddress({ draft, context }: DraftCard, parts: readonly (readonly [string, string])[]) {
  const held = inputValues(draft, section('company'), context);
  const given = new Map(parts);
  const isMoved = (held['addressLine1'] ?? '') !== '' && given.get('addressLine1') !== held['addressLine1'];
  return isMoved && !given.has('addressLine2') && (held['addressLine2'] ?? '') !== ''
    ? [...parts, ['addressLine2', ''] as const]
    : parts;
}

/** A company and its details on one line, for a form that has no name yet: “Blue Yonder Airlines, 400 Pine St, Seattle WA 98101”. */
function companyIn(turn: Turn, form: DraftCard, text: string): readonly (readonly [string, string])[] {
  if ((inputValues(form.draft, section('company'), form.context)['companyName'] ?? '') !== '') return [];
  if (labelsAt(text).length > 0 || withoutLead(text) !== text) return [];
  const [, head = '', tail = ''] =
    /^([^,，;；:：\d@]{2,60}?)(?:[,，;；]\s*|(?<=\p{Script=Han})\s+(?=\p{Script=Han}))(.+)$/u.exec(text) ?? [];
  const isName = legalFormCountries(head) !== undefined || /^\p{Lu}\S*(?:\s\S+)+$/u.test(head);
  if (tail === '' || !isName || hasStreetWord(head)) return [];
  const parts = addressIn(turn, tail, form);
  if (parts.length > 0) return [['companyName', head], ...parts];
  const details = detailsIn(text, readerOf(turn));
  return details?.isFormed === true ? Object.entries(details.pasted.company) : [];
}

const mail = /[^\s@<>()，,;；：:\p{Script=Han}]+@[^\s@<>()，,;；]+\.\p{L}{2,}/u;
const phone = /[+(]?\d[\d\s().-]{6,}\d/u;

/** A person's name at the end of what stands before the mail address or the number. */
const nameBefore =
  /(?:(?:叫|是|为|為|人|窗口|[:：])\s*(?<han>\p{Script=Han}{2,4})|(?<words>\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’.-]*){1,2}))[\s,，;；:：–-]*(?:\p{L}{2,12}[\s:：]*)?$/u;

/** A Chinese name that begins what stands before the mail address or the number. */
const nameAlone = /^(?<han>\p{Script=Han}{2,4})[\s,，;；:：]*(?:\p{L}{2,12}[\s:：]*)?$/u;

/** A name without capitals, where the mail address behind it has one of its words: “jim beam jim@beam.example”. */
function nameLike(before: string, address: string): string {
  const parts = before.split(/\s+/u);
  const isName = parts.length >= 2 && parts.length <= 3 && parts.every((part) => /^\p{L}[\p{L}'’-]+$/u.test(part));
  if (!isName || !parts.some((part) => address.toLowerCase().includes(part.toLowerCase()))) return '';
  return parts.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join(' ');
}

/** A person that a sentence tells of: a name before a mail address or a telephone number, or those alone. */
export function personIn(turn: Turn, text: string): Pasted['contact'] {
  const [address = '', number = ''] = [mail, phone].map((one) => one.exec(text)?.[0].trim());
  const places = [address, number].filter((part) => part !== '').map((part) => text.indexOf(part));
  if (places.length === 0) return {};
  const before = text.slice(0, Math.min(...places)).trim();
  const { han, words } = (nameBefore.exec(before) ?? nameAlone.exec(before))?.groups ?? {};
  const { contact } = read(
    [han ?? words ?? nameLike(before, address), address, number].filter((part) => part !== '').join('\n'),
    turn,
  );
  return contact;
}

/** The section of the person that the open card asks, else of the contact, where the draft asks for one. */
const personSection = ({ draft, context }: DraftCard): Section | undefined =>
  [...openSections(draft, context), ...sections(context)].find(
    (one) => hasInput(one, 'email', context) && hasInput(one, 'firstName', context),
  );

/** A family name and a given name that a Chinese text says apart, 姓陳名大文. */
const hanNames =
  /姓(?<last>\p{Script=Han}{1,2}?)(?:[\s,，、]*(?:名叫|名字叫|名字|名|叫)(?<first>\p{Script=Han}{1,2}))?(?=$|[\s,，、。]|\P{Script=Han})/gu;

/** The names of a person that a text says by words of their own. */
function namesIn(text: string): readonly (readonly [string, string])[] {
  const said = [...text.matchAll(hanNames)].map(({ groups = {} }) => groups);
  const { last, first } =
    said.findLast(({ last: one = '' }) => one !== '' && !isNoValue(one) && !/名/u.test(one)) ?? {};
  if (last === undefined) return [];
  return [['lastName', last], ...(first === undefined ? [] : [['firstName', first] as const])];
}

/**
 * Fills in what a sentence gives several inputs of the open draft at once, also where they hold something: a whole address, or
 * a person with a mail address or a number. On the review that opens the card of the contact; before it, a person is kept for
 * that card. False for any other text.
 */
export async function fillParts(turn: Turn, form: DraftCard): Promise<boolean> {
  const text = asWritten(turn.text.trim()).replace(spokenMail, '@');
  if (text.length > maxSentence || /[\r\n?？]/u.test(text)) return false;
  const inputs = new Set(cardInputs(form.card).map(({ id }) => id));
  const isLabelled = /[:：=]/u.test(text) && fieldsListed(text).length > 1;
  const names = inputs.has('lastName') ? namesIn(text) : [];
  const whose = inputs.has('companyName') && !isLabelled ? companyIn(turn, form, text) : [];
  if (whose.length > 0) return fillNamed(turn, form, whose);
  if (!/[\d@]/u.test(text)) return names.length > 0 && fillNamed(turn, form, names);
  const address = inputs.has('addressLine1') && !isLabelled ? addressIn(turn, text, form) : [];
  const parts = address.length > 0 ? address : inputs.has('addressLine1') ? streetIn(text) : [];
  if (parts.length > 0) return fillNamed(turn, form, wholeAddress(form, parts));
  const { firstName, lastName, email, phoneNumber } = personIn(turn, text);
  const isNamed = firstName !== undefined && lastName !== undefined;
  const called = names.length > 0 || isNamed ? names : personNamed(turn, form, text);
  if (called.length > 0 && inputs.has('email'))
    return fillNamed(turn, form, [...called, ...Object.entries(defined({ email, phoneNumber }))]);
  const isReview = inputs.size === 0;
  if (!isNamed && (email === undefined || !isReview)) return false;
  const person = defined({ ...(isNamed ? { firstName, lastName } : {}), email, phoneNumber });
  const asked = personSection(form);
  if (asked === undefined || form.draft.purpose !== undefined) return false;
  if (isReview || inputs.has('firstName')) return fillSection(turn, form, asked, Object.entries(person));
  if (form.draft.accepted.contact !== undefined) return false;
  await pasteToDraft(turn, { company: {}, contact: person });
  return true;
}

/** Puts values into the inputs of a section, by their names: on the open card, or on an earlier one, which is opened for that. */
export async function fillSection(
  turn: Turn,
  of: DraftCard,
  one: Section,
  values: readonly (readonly [name: string, value: string])[],
): Promise<boolean> {
  if (openSections(of.draft, of.context).includes(one)) return fillNamed(turn, of, values);
  const draft = update(of.draft, one.id);
  saveDraft(turn, draft);
  const context = await cardContext(turn, draft);
  const card = currentCard(draft, context, turn.words, turn.partnerCenter.practice);
  return fillNamed(turn, { draft, context, card }, values);
}

/** Puts the value of an input that an earlier card asks into it, and opens that card. */
export async function fillElsewhere(
  turn: Turn,
  of: DraftCard | undefined,
  label: string,
  typed: string,
): Promise<boolean> {
  const name = inputNamed(label) ?? '';
  const value = valueIn(name, typed);
  if (of === undefined || value === undefined || of.draft.asking !== undefined || of.draft.question !== undefined)
    return false;
  const one = sections(of.context).find((asked) => hasInput(asked, name, of.context));
  return one !== undefined && of.draft.accepted[one.id] !== undefined && fillSection(turn, of, one, [[name, value]]);
}

/**
 * Fills in the day on which a text says that the customer accepted, and says that the box is to be ticked by hand. False where
 * the card asks for no acceptance, or the text is about none.
 */
export async function noteAcceptance(turn: Turn, of: DraftCard, days: readonly string[]): Promise<boolean> {
  const { replies, words } = turn;
  const inputs = cardInputs(of.card);
  if (days.length === 0 || !inputs.some(({ id }) => id === 'accepted')) return false;
  const day = firstDefined(days, (one) => typedDay(one, turn.today));
  if (day === undefined && days.every((one) => one !== '')) return false;
  const draft = day === undefined ? of.draft : withInput(of.draft, of, 'dateAccepted', day);
  if (day !== undefined) replies.say(words.t('typed.filled', { value: words.day(day) }));
  replies.say(words.t('typed.tick', { title: words.t('field.accepted') }));
  saveDraft(turn, draft);
  await showCurrentCard(turn);
  return true;
}
