import { inputValues, isSectionId, keepInputs, presentFaults, update } from '../../forms/draftFlow.ts';
import { section, sections } from '../../forms/sections.ts';
import type { SectionId } from '../../forms/section.ts';
import { openSections } from '../../forms/steps.ts';
import { foldKey } from '../../lib/foldCase.ts';
import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import { copiedAnswers } from '../add/startDraft.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { findCustomer } from '../customers/customerAccess.ts';
import { saveDraft } from '../drafts.ts';
import { may } from '../rights.ts';
import { askWhich, matchCustomers } from '../sentences/customerMatches.ts';
import { typedDay } from '../sentences/namedPeriod.ts';
import { pairs } from '../sentences/pattern.ts';
import { clausesOf, maxSentence, utteranceOf } from '../sentences/utterance.ts';
import type { Turn } from '../turn.ts';
import { askAnew, hasInput } from './completeStep.ts';
import { acceptedOn, type Correction, type FormWish, readCorrections, withoutOpeners } from './corrections.ts';
import { cardInputs, fillNamed, withInput } from './fieldCorrection.ts';
import { inputNamed, otherInputs } from './inputLabels.ts';
import { behindFault, trimmedValue, valueIn, withoutCopula } from './fieldValue.ts';
import { type DraftCard, type LatestCard, openDraftCard } from './latestCard.ts';
import { fillSection, noteAcceptance, ofAddress, personIn } from './typedParts.ts';

const wishKinds: ReadonlySet<string> = new Set<FormWish['kind']>([
  'clear',
  'goTo',
  'otherSigner',
  'sameSigner',
  'addressOf',
  'takeOther',
]);

/** True for what is wished of the open form itself. */
export const isFormWish = (one: Correction): one is FormWish => wishKinds.has(one.kind);

/**
 * Answers what a text wishes of the open form beside giving values: an input emptied, an earlier card, another signer, the
 * address of another customer, another domain, or the value of the one input at fault. Nothing is accepted by that. False for
 * any other text.
 */
export async function answerFormWish(turn: Turn, shown: LatestCard | undefined): Promise<boolean> {
  const form = shown?.of;
  if (form === undefined || form.draft.asking !== undefined || form.draft.question !== undefined) return false;
  const domains = (shown?.buttons ?? []).flatMap(({ data: { verb, argument = '' } }) =>
    verb === 'takeDomain' ? [argument] : [],
  );
  for (const one of readCorrections(turn.text).filter(isOwn))
    if (await answerWish(turn, form, one, domains)) return true;
  if ((await answerFault(turn, form)) || (await nameSigner(turn, form))) return true;
  // “Today” is a command elsewhere.
  const days = acceptedOn(turn.text).filter((one) => typedDay(one, turn.today) !== undefined);
  return noteAcceptance(turn, form, days);
}

/** A wish, or a place among the domains that the card offers. */
type OwnWish = FormWish | Extract<Correction, { kind: 'place' }>;

const isOwn = (one: Correction): one is OwnWish => isFormWish(one) || one.kind === 'place';

async function answerWish(turn: Turn, form: DraftCard, one: OwnWish, domains: readonly string[]): Promise<boolean> {
  switch (one.kind) {
    case 'clear':
      return emptyInput(turn, form, one.label);
    case 'goTo':
      return goBackTo(turn, form, one.label);
    case 'otherSigner':
    case 'sameSigner':
      return chooseSigner(turn, form, one.kind === 'otherSigner' ? 'other' : 'contact');
    case 'addressOf':
      return askAddressOf(turn, form, one.customer);
    case 'place': {
      const domain = domains.at(one.place < 0 ? one.place : one.place - 1);
      return domain !== undefined && fillNamed(turn, form, [['domainPrefix', domain]]);
    }
    case 'takeOther': {
      const [first] = inputNamed(one.label) === 'domainPrefix' ? domains : [];
      return first === undefined ? askAnew(turn, form, one.label) : fillNamed(turn, form, [['domainPrefix', first]]);
    }
  }
}

/** The input of the open card that a text names, by its label or by what it holds: “remove suite 4”. */
function inputMeant({ card, draft, context }: DraftCard, said: string) {
  const inputs = cardInputs(card);
  const name = inputNamed(said);
  const named = inputs.find(({ id }) => id === name) ?? inputs.find(({ id }) => id === otherInputs[name ?? '']);
  const held = openSections(draft, context).map((one) => inputValues(draft, one, context));
  const valueOf = (id: string): string => held.find((one) => (one[id] ?? '') !== '')?.[id] ?? '';
  const input = named ?? inputs.find(({ id, choices }) => choices === undefined && isSame(valueOf(id), said));
  return input === undefined ? undefined : { ...input, value: valueOf(input.id) };
}

const isSame = (value: string, said: string): boolean => value !== '' && foldKey(value) === foldKey(said);

/** Empties an input that holds something, or chooses “none” where it has that. */
async function emptyInput(turn: Turn, form: DraftCard, said: string): Promise<boolean> {
  const input = inputMeant(form, said);
  if (input === undefined || input.value === '') return false;
  if (input.choices !== undefined)
    return input.choices.some(({ value }) => value === 'none') && fillNamed(turn, form, [[input.id, 'none']]);
  if (input.type !== 'Input.Text') return false;
  turn.replies.say(turn.words.t('typed.emptied', { value: input.value }));
  saveDraft(turn, withInput(form.draft, form, input.id, ''));
  await showCurrentCard(turn);
  return true;
}

const parts = lazy(() => new Map(locales.flatMap((locale) => [...pairs(correctionBook[locale].parts)])));

/** The section that a text names, by its own name or by an input of it. */
function sectionNamed({ context }: DraftCard, label: string): SectionId | undefined {
  const part = parts().get(utteranceOf(label).folded.trim());
  if (part !== undefined && isSectionId(part)) return part;
  const name = inputNamed(label);
  return name === undefined ? undefined : sections(context).find((one) => hasInput(one, name, context))?.id;
}

/** Opens an earlier card once more, with its answers in the inputs. */
async function goBackTo(turn: Turn, form: DraftCard, label: string): Promise<boolean> {
  const id = sectionNamed(form, label);
  if (id === undefined || !sections(form.context).some((one) => one.id === id)) return false;
  const isOpen = openSections(form.draft, form.context).some((one) => one.id === id);
  if (!isOpen && form.draft.accepted[id] === undefined) return false;
  if (!isOpen) saveDraft(turn, update(form.draft, id));
  await showCurrentCard(turn);
  return true;
}

/** Chooses who signed, with the person that the text names for the card which asks for the signer. */
async function chooseSigner(turn: Turn, form: DraftCard, who: 'other' | 'contact'): Promise<boolean> {
  const input = cardInputs(form.card).find(({ id }) => id === 'signer' || id === 'signatory');
  if (input === undefined) return false;
  const { firstName, lastName, email, phoneNumber } = who === 'other' ? personIn(turn, turn.text) : {};
  const person = Object.entries({ firstName, lastName, email, phoneNumber }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const { replies, words } = turn;
  const chosen = withInput(form.draft, form, input.id, who);
  const draft = person.length === 0 ? chosen : keepInputs(chosen, 'signer', Object.fromEntries(person));
  const title = input.choices?.find(({ value }) => value === who)?.title ?? '';
  replies.say(words.t('typed.filled', { value: title }));
  if (person.length > 0) replies.say(words.t('typed.kept', { value: words.list(person.map(([, value]) => value)) }));
  saveDraft(turn, draft);
  await showCurrentCard(turn);
  return true;
}

const signerWords = lazy(() => locales.map((locale) => correctionBook[locale].signer).join('|'));

/** A person with a mail address or number whom a text calls the signer. */
async function nameSigner(turn: Turn, form: DraftCard): Promise<boolean> {
  if (turn.text.length > maxSentence || !/[@\d]/u.test(turn.text)) return false;
  const { folded } = utteranceOf(turn.text);
  const isSigner = signerWords()
    .split('|')
    .some((word) => folded.includes(utteranceOf(word.replace('*', '')).folded.trim()));
  const { lastName, email } = isSigner ? personIn(turn, turn.text) : {};
  return lastName === undefined || email === undefined ? false : chooseSigner(turn, form, 'other');
}

/** Inputs whose values have a form of their own, so that one is known without its label. */
const ofForm: ReadonlySet<string> = new Set([
  'postalCode',
  'domainPrefix',
  'email',
  'phoneNumber',
  'organizationPhone',
  'registrationNumber',
]);

/** Fills in the only input at fault with a value typed alone: “sorry, 98052”, “then use alpine2026”. */
async function answerFault(turn: Turn, form: DraftCard): Promise<boolean> {
  const typed = turn.text.trim();
  if (typed.length > maxSentence || /[\r\n?？]/u.test(typed)) return false;
  const [name, ...others] = openSections(form.draft, form.context).flatMap((one) =>
    Object.keys(presentFaults(form.draft, one, form.context)),
  );
  if (name === undefined || others.length > 0 || !ofForm.has(name)) return false;
  const bareOf = (text: string): string => {
    const said = withoutOpeners(withoutOpeners(utteranceOf(text))).text;
    return trimmedValue(withoutCopula(said.replace(/^[\s,，.。!！:：]+/u, '')).replace(/[吧了]$/u, ''));
  };
  const parts = [typed, behindFault('', typed), clausesOf(typed).at(-1)].flatMap((one) => one ?? []);
  // A word alone may be meant for anything.
  const isLoose = (one: string): boolean =>
    name === 'domainPrefix' && !/[\d-]/u.test(one) && one.length === typed.length;
  const bare = parts.map(bareOf).find((one) => !isLoose(one) && valueIn(name, one) === one);
  if (bare === undefined) return false;
  return fillNamed(turn, form, [[name, bare]]);
}

/** Fills in the address of the customer of that name, or asks which is meant. */
async function askAddressOf(turn: Turn, form: DraftCard, customer: string): Promise<boolean> {
  if (!may(turn, 'view') || form.draft.purpose !== undefined) return false;
  const matches = await matchCustomers(turn, customer);
  const [only, ...others] = matches.entries;
  if (only === undefined) return false;
  if (others.length === 0) await fillAddress(turn, only.ref);
  else askWhich(turn, customer, matches, { data: (ref) => ({ verb: 'fillIn', argument: ref, wish: 'address' }) });
  return true;
}

/** Fills in the address of another customer in the open draft of a new one. */
export async function fillAddress(turn: Turn, ref: string): Promise<void> {
  const form = await openDraftCard(turn);
  if (form === undefined || !may(turn, 'view')) return;
  const found = await turn.withinAnswerTime(findCustomer(turn, ref));
  if (found === undefined) return turn.replies.say(turn.words.t('customer.gone'));
  const { company = {} } = await copiedAnswers(turn, found);
  const values = ofAddress.flatMap((name) => {
    const value = company[name] ?? '';
    return value === '' && name !== 'addressLine2' ? [] : [[name, value] as const];
  });
  await fillSection(turn, form, section('company'), values);
}
