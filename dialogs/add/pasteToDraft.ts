import { countryWithPaste, takesPaste, withPaste, withPastedCountry } from '../../forms/paste/draftValues.ts';
import { newCustomerDraft } from '../../forms/draftFlow.ts';
import { decodeText } from '../../forms/import/textEncoding.ts';
import { contactText, heldContact, isOtherPerson } from '../../forms/paste/otherContact.ts';
import { evidenceOf } from '../../forms/paste/evidence.ts';
import { detailParts } from '../../forms/paste/detailLine.ts';
import { type Pasted, readContactCard, readPaste, type Reader, recognise } from '../../forms/paste/paste.ts';
import { piecesOf } from '../../forms/paste/pieces.ts';
import { isVcard, maxCardBytes, vcardCount } from '../../forms/paste/vcard.ts';
import { defined } from '../../lib/optional.ts';
import { market } from '../../partner-center/rules/countries.ts';
import type { Draft } from '../../model/draft.ts';
import { withoutCopula } from '../corrections/fieldValue.ts';
import { contextOf, openDraft, saveDraft, shownDraft } from '../drafts.ts';
import type { Intent } from '../sentences/intent.ts';
import type { SentFile, Turn } from '../turn.ts';
import { showCurrentCard } from './currentCard.ts';
import { canAdd, mayStartDraft } from './startDraft.ts';
import { readCompanyLine } from './typedCompany.ts';

/** The partner of a turn, as a pasted text is read for it. */
export const readerOf = ({ partner }: Pick<Turn, 'partner'>): Reader => ({ partner, market: market(partner.country) });

/** Longest line that is taken so. */
const longestLine = 200;

/** True for a single line that asks nothing and holds such a part. */
const isLineWith = (part: RegExp, text: string): boolean =>
  text.length <= longestLine && part.test(text) && !/[\r\n?？]/u.test(text);

/** Kinds of things that a line must name at least beside its address. */
const leastSigns = 2;

/**
 * Reads one line with a mail address that is typed beside an open form, “Kim Abercrombie, kim@wingtip.example”: alone it
 * would be a sentence. Only the person counts: the company of the form is another matter. Undefined for any other text.
 */
function readPasteLine(text: string, reader: Reader): Pasted | undefined {
  if (!isLineWith(/\S@\S/u, text)) return undefined;
  const parts = detailParts(text, withoutCopula);
  const lines = parts.map((one) => (one.label === undefined ? one.text : `${one.label}: ${one.text}`)).join('\n');
  const { pasted, signs } = recognise(evidenceOf(piecesOf(lines)), reader);
  return signs < leastSigns || pasted.contact.email === undefined
    ? undefined
    : { company: {}, contact: pasted.contact };
}

/** Reads a whole address that is typed on one line beside an open form: a street and its city. Undefined for any other text. */
export function readAddressLine(text: string, reader: Reader): Pasted | undefined {
  if (!isLineWith(/\d/u, text)) return undefined;
  const { pasted } = recognise(evidenceOf(piecesOf(text)), reader);
  const { companyName: _name, ...address } = pasted.company;
  return address.addressLine1 === undefined || address.city === undefined
    ? undefined
    : { company: address, contact: {} };
}

/** Marks that divide the parts of a signature on one line; a mail address begins one. */
const signatureMarks = /\s+[-–—/|]\s+|[,，;；]\s*|\s+(?=\S+@\S+)/gu;

/** Reads a signature that was pasted as one line: with a mail address, and three parts at least. */
function readSignatureLine(text: string, reader: Reader): Pasted | undefined {
  if (!isLineWith(/\S@\S/u, text)) return undefined;
  const lines = text.split(signatureMarks);
  const words = text.split(/\s+/u);
  // In Chinese, blanks alone divide the parts.
  const parts = /\p{Script=Han}/u.test(text) && lines.length < words.length / 2 ? words : lines;
  return parts.length < 3 ? undefined : readPaste(parts.join('\n'), reader);
}

/**
 * A contact or an address on one line, typed beside the form of a new customer, or a signature where no form is open; only
 * where the line says nothing else.
 */
export function pastedLine(turn: Turn, { kind }: Intent): Pasted | undefined {
  const draft = shownDraft(turn);
  if (draft === undefined) {
    const line = kind === 'unknown' ? readSignatureLine(turn.text, readerOf(turn)) : undefined;
    return line ?? (kind === 'newCustomer' ? undefined : readCompanyLine(turn.text, readerOf(turn)));
  }
  const isLoose = kind === 'unknown' || kind === 'find' || kind === 'customer';
  return isLoose && draft.purpose === undefined
    ? (readPasteLine(turn.text, readerOf(turn)) ?? readAddressLine(turn.text, readerOf(turn)))
    : undefined;
}

/**
 * Puts what was recognised in a pasted text into the open draft of a new customer, into inputs that are still empty, else
 * into a new draft, and shows its card. Nothing is accepted: Next judges the values as if they had been typed.
 */
export async function pasteToDraft(turn: Turn, pasted: Pasted): Promise<void> {
  const open = openDraft(turn);
  if (open !== undefined && takesPaste(open, pasted)) {
    if (!canAdd(turn)) return;
    const filled = await withPastedValues(turn, open, pasted);
    if (filled !== open) saveDraft(turn, filled);
    await sayLeftOut(turn, open, pasted, filled !== open);
  } else {
    if (!(await mayStartDraft(turn))) return;
    saveDraft(
      turn,
      await withPastedValues(turn, newCustomerDraft(turn.newId(), turn.now.toISOString(), turn.partner), pasted),
    );
  }
  await showCurrentCard(turn);
}

/** Says that a pasted person is another one than the contact, or that nothing was filled in. */
async function sayLeftOut(turn: Turn, former: Draft, pasted: Pasted, isFilled: boolean): Promise<void> {
  const { replies, words } = turn;
  const { country } = await contextOf(turn, former, { offers: false });
  if (isOtherPerson(heldContact(former), pasted.contact, country))
    replies.say(words.t('paste.otherContact', { details: contactText(pasted.contact) }));
  else if (!isFilled) replies.say(words.t('paste.nothingNew'));
}

/**
 * Puts a typed company name and country into the open draft of a new customer that has no name yet, else into a new
 * draft, and shows its card. Without a name, the draft is a new one.
 */
export async function nameToDraft(turn: Turn, companyName: string, country?: string): Promise<void> {
  const company = companyName === '' ? {} : { companyName: companyName.slice(0, 150) };
  const named: Pasted = { ...defined({ country }), company, contact: {} };
  const open = openDraft(turn);
  const isOpen = open !== undefined && companyName !== '' && takesPaste(open, named);
  if (isOpen ? !canAdd(turn) : !(await mayStartDraft(turn))) return;
  const draft = isOpen ? open : newCustomerDraft(turn.newId(), turn.now.toISOString(), turn.partner);
  // Its owner typed it: no card has to ask to check it.
  const { pasted: _marked, ...filled } = await withPastedValues(turn, draft, named);
  saveDraft(turn, { ...filled, ...defined({ pasted: draft.pasted }) });
  await showCurrentCard(turn);
}

async function withPastedValues(turn: Turn, former: Draft, pasted: Pasted): Promise<Draft> {
  const draft = withPastedCountry(former, pasted);
  const country = countryWithPaste(draft, pasted);
  const accepted = country === undefined ? draft.accepted : { ...draft.accepted, country: { country } };
  return withPaste(draft, pasted, await contextOf(turn, { ...draft, accepted }, { offers: false }));
}

/** Ends of the names of files of contact cards. */
export const contactCardEndings: readonly string[] = ['.vcf', '.vcard'];

/** True for a file of contact cards, by its name. */
export const isContactCard = ({ name }: SentFile): boolean =>
  contactCardEndings.some((end) => name.toLowerCase().endsWith(end));

/** Receives a contact card: fetches it, and puts its values into a draft; says so where it cannot be used. */
export async function receiveContactCard(turn: Turn, file: SentFile): Promise<void> {
  const { replies, words } = turn;
  if (!canAdd(turn)) return;
  const fetched = await turn.fetchFile(file, maxCardBytes);
  const text = typeof fetched === 'string' ? '' : (decodeText(fetched)?.text ?? '');
  const pasted = isVcard(text) ? readContactCard(text, readerOf(turn)) : undefined;
  if (pasted === undefined) return replies.say(words.t('paste.file'));
  if (vcardCount(text) > 1) replies.say(words.t('paste.first'));
  await pasteToDraft(turn, pasted);
}
