import { cardParts } from '../../cards/cardParts.ts';
import type { Card } from '../../cards/elements.ts';
import type { Context } from '../../forms/context.ts';
import type { Draft } from '../../model/draft.ts';
import type { CardOnScreen } from '../../model/cardOnScreen.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { currentCard } from '../add/currentCard.ts';
import { cardContext, openDraft, shownDraft } from '../drafts.ts';
import type { Effect, Turn } from '../turn.ts';

/** The card of the open draft, with what it is made from. */
export interface DraftCard {
  readonly draft: Draft;
  readonly context: Context;
  readonly card: Card;
}

/** The card that is open: its buttons and inputs, and its draft where it is that of the open one. */
export interface LatestCard extends CardOnScreen {
  readonly of?: DraftCard;
}

/** The cards that a typed text may be meant for, the one shown last before the form above it; none where none is known. */
export async function latestCards(turn: Turn): Promise<readonly LatestCard[]> {
  const { person } = turn;
  const draft = shownDraft(turn);
  const last = person.card === undefined || (draft !== undefined && person.away !== true) ? [] : [person.card];
  const form = draft === undefined ? undefined : await cardOf(turn, draft);
  return form === undefined ? last : [...last, form];
}

/** The card of the draft that was opened last, also where another one is on the screen; undefined where there is none. */
export async function openDraftCard(turn: Turn): Promise<DraftCard | undefined> {
  const draft = openDraft(turn);
  return draft === undefined ? undefined : (await cardOf(turn, draft))?.of;
}

async function cardOf(turn: Turn, draft: Draft): Promise<LatestCard | undefined> {
  const { words, partnerCenter } = turn;
  try {
    const context = await cardContext(turn, draft);
    const card = currentCard(draft, context, words, partnerCenter.practice);
    return { ...cardParts(card), of: { draft, context, card } };
  } catch (error) {
    // The text is then understood without it, as before.
    if (!(error instanceof PartnerCenterError)) throw error;
    return undefined;
  }
}

/** Most characters of what is remembered of a card. */
const mostRemembered = 8_000;

const isNumber = (text: string): boolean => /^\d+$/.test(text);

/**
 * Remembers the card that this turn showed last; that of a draft is made again from the draft. Of its inputs only numbers are
 * kept: the others hold what was typed of a customer, or are sent by a press alone.
 */
export function rememberCard({ person, replies, effects }: Pick<Turn, 'person' | 'replies' | 'effects'>): void {
  const { last } = replies;
  const job = effects.find(({ kind }) => jobEffects.has(kind));
  const begun = job !== undefined && 'id' in job ? { job: job.id } : {};
  if (last === undefined) {
    if (person.card !== undefined) person.card = { ...person.card, ...begun };
    return;
  }
  delete person.card;
  if (person.away !== true && person.open !== undefined) return;
  const parts = partsToRemember(last);
  if (parts !== undefined) person.card = { ...parts, ...begun };
}

/** The effects that begin a job, whose result is a card of its own. */
const jobEffects: ReadonlySet<Effect['kind']> = new Set(['submit', 'finish', 'change', 'finishChange', 'importing']);

/** The parts of a card that are remembered; undefined where there are too many. */
export function partsToRemember(card: Card): CardOnScreen | undefined {
  const { buttons, inputs } = cardParts(card);
  const parts = { buttons, inputs: Object.fromEntries(Object.entries(inputs).filter(([, value]) => isNumber(value))) };
  return JSON.stringify(parts).length <= mostRemembered ? parts : undefined;
}
