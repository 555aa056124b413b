import { inputValues, newCustomerDraft, validate } from '../../forms/draftFlow.ts';
import type { Context } from '../../forms/context.ts';
import type { Section } from '../../forms/section.ts';
import { sections } from '../../forms/sections.ts';
import { openSections } from '../../forms/steps.ts';
import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import { contextOf, openDraft } from '../drafts.ts';
import { atPlace } from '../sentences/pattern.ts';
import { maxSentence, utteranceOf } from '../sentences/utterance.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { labelIn } from './fieldCorrection.ts';
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
  const { words, replies, partner, now } = turn;
  const text = turn.text.trim();
  if (text.length > maxSentence || !needed().test(utteranceOf(text).folded) || !may(turn, 'add')) return false;
  const label = labelIn(text);
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
    const isNeeded = 'faults' in judged && judged.faults[name] !== undefined;
    replies.say(words.t(isNeeded ? 'typed.needed' : 'typed.optional', { label: label.text }));
  }
  return true;
}

const hasInput = (one: Section, name: string, context: Context): boolean =>
  Object.hasOwn(one.readInputs({ [name]: ' ' }, {}, context), name);
