import { inputValues, newCustomerDraft, validate } from '../../forms/draftFlow.ts';
import type { Context } from '../../forms/context.ts';
import type { Section } from '../../forms/section.ts';
import { sections } from '../../forms/sections.ts';
import { openSections } from '../../forms/steps.ts';
import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { pasteToDraft } from '../add/pasteToDraft.ts';
import { contextOf, openDraft } from '../drafts.ts';
import { mayBeOfKind } from '../sentences/likelyWish.ts';
import { atPlace } from '../sentences/pattern.ts';
import { maxSentence, utteranceOf } from '../sentences/utterance.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { fieldsNamed, cardInputs } from './fieldCorrection.ts';
import { inputNamed, labelIn, otherInputs } from './inputLabels.ts';
import type { DraftCard } from './latestCard.ts';

/**
 * True when everything that the draft's card asks is known here. What is typed into its inputs is not until a button is
 * pressed, so a typed “next” would judge inputs that are filled in on the screen as empty.
 */
export const isStepComplete = ({ draft, context }: DraftCard): boolean =>
  openSections(draft, context).every((one) => {
    const values = inputValues(draft, one, context);
    return 'answers' in validate(one, values, context);
  });

const needed = lazy(
  () => new RegExp(atPlace(locales.map((locale) => correctionBook[locale].needed).join('|')).source, 'u'),
);

/**
 * Answers the question whether an input of a new customer must be filled in, by the rules of the open draft, else by those
 * of the partner's own country. False for any other text.
 */
export async function answerWhetherNeeded(turn: Turn): Promise<boolean> {
  const text = turn.text.trim();
  if (text.length > maxSentence || !needed().test(utteranceOf(text).folded)) return false;
  return mayBeOfKind(text, 'needed') && sayWhetherNeeded(turn);
}

/** The same for a text that is known to ask that; false where it names no input. */
export async function sayWhetherNeeded(turn: Turn): Promise<boolean> {
  const { words, replies, partner, now } = turn;
  const label = may(turn, 'add') ? labelIn(turn.text.trim()) : undefined;
  if (label === undefined) return false;
  const open = openDraft(turn);
  const draft =
    open?.purpose === undefined && open !== undefined ? open : newCustomerDraft('', now.toISOString(), partner);
  const context = await contextOf(turn, draft, { offers: false });
  const asked = sections(context).find((one) => label.names.some((name) => hasInput(one, name, context)));
  const name = label.names.find((one) => asked !== undefined && hasInput(asked, one, context));
  if (asked === undefined || name === undefined) replies.say(words.t('typed.notAsked', { label: label.text }));
  else {
    const judged = validate(asked, { ...inputValues(draft, asked, context), [name]: '' }, context);
    // One that is proposed from another input may be left empty.
    const isNeeded = 'faults' in judged && judged.faults[name] !== undefined && asked.proposal?.input !== name;
    replies.say(words.t(isNeeded ? 'typed.needed' : 'typed.optional', { label: label.text }));
  }
  return true;
}

/** True for a section that asks for an input of this name. */
export const hasInput = (one: Section, name: string, context: Context): boolean =>
  Object.hasOwn(one.readInputs({ [name]: ' ' }, {}, context), name);

/** Asks for the value of an input that is said to be wrong; false for a label of none. */
export async function askAnew(turn: Turn, of: DraftCard | undefined, label: string): Promise<boolean> {
  const { replies, words } = turn;
  const name = of === undefined ? undefined : inputNamed(label);
  if (of === undefined || name === undefined) return false;
  const isHere = cardInputs(of.card).some(({ id }) => id === name || id === otherInputs[name]);
  replies.say(isHere ? words.t('typed.anew', { label }) : words.t('typed.notHere', { value: label }));
  await showCurrentCard(turn);
  return true;
}

/** Inputs of the contact, which a later card of the form asks, with what their values look like. */
const ofContact: Readonly<Partial<Record<string, RegExp>>> = {
  email: /^\S+@\S+\.\S+$/u,
  phoneNumber: /^[+(\d][\d\s().-]{5,}$/u,
};

/** Inputs whose labels begin no search for a customer. */
const ofForm: ReadonlySet<string> = new Set(['postalCode', 'registrationNumber', 'culture', 'dateAccepted']);

/**
 * Keeps a value that is typed behind its label for the card that asks it later, or says that this card has no such input.
 * False for anything else.
 */
export async function keepForLater(turn: Turn, of: DraftCard): Promise<boolean> {
  const { replies, words } = turn;
  for (const { label, value } of fieldsNamed(turn.text)) {
    const name = inputNamed(label) ?? '';
    const isContact = ofContact[name]?.test(value) === true;
    if (!isContact && !ofForm.has(name)) continue;
    const isKept = isContact && of.draft.purpose === undefined && of.draft.accepted.contact === undefined;
    if (!isKept) return askAnew(turn, of, label);
    replies.say(words.t('typed.kept', { value }));
    await pasteToDraft(turn, { company: {}, contact: { [name]: value } });
    return true;
  }
  return false;
}
