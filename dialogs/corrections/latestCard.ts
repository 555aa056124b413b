import { cardParts } from '../../cards/cardParts.ts';
import type { Card } from '../../cards/elements.ts';
import type { Context } from '../../forms/context.ts';
import type { Draft } from '../../model/draft.ts';
import type { CardOnScreen } from '../../model/cardOnScreen.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { currentCard } from '../add/currentCard.ts';
import { cardContext, openDraft } from '../drafts.ts';
import type { Turn } from '../turn.ts';

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

/** The card that a typed text may be meant for; undefined where none is known. */
export async function latestCard(turn: Turn): Promise<LatestCard | undefined> {
  const { person, words, partnerCenter } = turn;
  const draft = openDraft(turn);
  if (draft === undefined || person.away === true) return person.card;
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
export function rememberCard({ person, replies }: Pick<Turn, 'person' | 'replies'>): void {
  const { last } = replies;
  if (last === undefined) return;
  delete person.card;
  if (person.away !== true && person.open !== undefined) return;
  const { buttons, inputs } = cardParts(last);
  const parts = { buttons, inputs: Object.fromEntries(Object.entries(inputs).filter(([, value]) => isNumber(value))) };
  if (JSON.stringify(parts).length <= mostRemembered) person.card = parts;
}
