import { troubleCard } from '../cards/questionCards.ts';
import { tokenOf } from '../forms/draft.ts';
import { PartnerCenterError } from '../partner-center/partnerCenter.ts';
import type { Draft } from '../storage/draft.ts';
import { put } from './drafts.ts';
import type { Turn } from './turn.ts';

/** Keeps the draft as it is, and says why Partner Center did not answer and how to try again; throws any other error. */
export function showDraftTrouble(turn: Turn, draft: Draft, error: unknown): void {
  if (!(error instanceof PartnerCenterError)) throw error;
  const kept = put(turn, draft);
  turn.replies.show(troubleCard({ words: turn.words, token: tokenOf(kept) }, error));
}
