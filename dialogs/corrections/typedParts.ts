import { evidenceOf } from '../../forms/paste/evidence.ts';
import { type Pasted, recognise } from '../../forms/paste/paste.ts';
import { piecesOf } from '../../forms/paste/pieces.ts';
import { defined, firstDefined } from '../../lib/optional.ts';
import { pasteToDraft, readerOf } from '../add/pasteToDraft.ts';
import { maxSentence } from '../sentences/utterance.ts';
import type { Turn } from '../turn.ts';
import { cardInputs, fieldsListed, fieldsNamed, fillNamed, withInput } from './fieldCorrection.ts';
import { update } from '../../forms/draftFlow.ts';
import { openSections } from '../../forms/steps.ts';
import { currentCard, showCurrentCard } from '../add/currentCard.ts';
import { cardContext, saveDraft } from '../drafts.ts';
import { typedDay } from '../sentences/namedPeriod.ts';
import { hasInput } from './completeStep.ts';
import { sections } from '../../forms/sections.ts';
import type { Section } from '../../forms/section.ts';
import type { DraftCard } from './latestCard.ts';

const read = (text: string, turn: Turn): Pasted => recognise(evidenceOf(piecesOf(text)), readerOf(turn)).pasted;

const ofAddress = ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const;

/** The parts of an address that a text gives in a row, whatever label it begins with; none of less than a street, a city and a code. */
function addressIn(turn: Turn, text: string): readonly (readonly [string, string])[] {
  const [named] = fieldsNamed(text);
  for (const typed of [...(named === undefined ? [] : [named.value]), text]) {
    const { company } = read(typed, turn);
    const isWhole = [company.addressLine1, company.city, company.postalCode].every((part) => part !== undefined);
    const isStreetAlone =
      typed === text && named !== undefined && company.addressLine1?.startsWith(named.label) === true;
    if (isWhole && !isStreetAlone)
      return ofAddress.flatMap((name) => (company[name] === undefined ? [] : [[name, company[name]] as const]));
  }
  return [];
}

const mail = /[^\s@<>()，,;；：:]+@[^\s@<>()，,;；]+\.\p{L}{2,}/u;
const phone = /[+(]?\d[\d\s().-]{6,}\d/u;

/** A person's name at the end of what stands before the mail address or the number. */
const nameBefore =
  /(?:(?:叫|是|为|為|人|窗口|[:：])\s*(?<han>\p{Script=Han}{2,4})|(?<words>\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’.-]*){1,2}))[\s,，;；:：–-]*(?:\p{L}{2,12}[\s:：]*)?$/u;

/** A person that a sentence tells of: a name before a mail address or a telephone number, or those alone. */
function personIn(turn: Turn, text: string): Pasted['contact'] {
  const [address = '', number = ''] = [mail, phone].map((one) => one.exec(text)?.[0].trim());
  const places = [address, number].filter((part) => part !== '').map((part) => text.indexOf(part));
  if (places.length === 0) return {};
  const before = text.slice(0, Math.min(...places)).trim();
  const { han, words } = nameBefore.exec(before)?.groups ?? {};
  const { contact } = read([han ?? words ?? '', address, number].filter((part) => part !== '').join('\n'), turn);
  return contact;
}

/** The section of the contact, where the draft asks for one. */
const contactSection = ({ context }: DraftCard): Section | undefined =>
  sections(context).find((one) => hasInput(one, 'email', context) && hasInput(one, 'firstName', context));

/**
 * Fills in what a sentence gives several inputs of the open draft at once, also where they hold something: a whole address, or
 * a person with a mail address or a number. On the review that opens the card of the contact; before it, a person is kept for
 * that card. False for any other text.
 */
export async function fillParts(turn: Turn, form: DraftCard): Promise<boolean> {
  const text = turn.text.trim();
  if (text.length > maxSentence || !/[\d@]/u.test(text) || /[\r\n?？]/u.test(text)) return false;
  const inputs = new Set(cardInputs(form.card).map(({ id }) => id));
  const isLabelled = /[:：=]/u.test(text) && fieldsListed(text).length > 1;
  const address = inputs.has('addressLine1') && !isLabelled ? addressIn(turn, text) : [];
  if (address.length > 0) return fillNamed(turn, form, address);
  const { firstName, lastName, email, phoneNumber } = personIn(turn, text);
  const isNamed = firstName !== undefined && lastName !== undefined;
  const isReview = inputs.size === 0;
  if (!isNamed && (email === undefined || !isReview)) return false;
  const person = defined({ ...(isNamed ? { firstName, lastName } : {}), email, phoneNumber });
  const section = contactSection(form);
  if (section === undefined || form.draft.purpose !== undefined) return false;
  if (isReview || inputs.has('firstName')) return fillSection(turn, form, section, Object.entries(person));
  if (form.draft.accepted.contact !== undefined) return false;
  await pasteToDraft(turn, { company: {}, contact: person });
  return true;
}

/** Puts values into the inputs of a section, by their names: on the open card, or on an earlier one, which is opened for that. */
export async function fillSection(
  turn: Turn,
  of: DraftCard,
  section: Section,
  values: readonly (readonly [name: string, value: string])[],
): Promise<boolean> {
  if (openSections(of.draft, of.context).includes(section)) return fillNamed(turn, of, values);
  const draft = update(of.draft, section.id);
  saveDraft(turn, draft);
  const context = await cardContext(turn, draft);
  const card = currentCard(draft, context, turn.words, turn.partnerCenter.practice);
  return fillNamed(turn, { draft, context, card }, values);
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
