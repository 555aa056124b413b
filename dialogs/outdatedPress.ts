import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { answeredAsking, dropQuestion, keepTyped, nextOpen, readToken, shownValues } from '../forms/draft.ts';
import { isAsked, section } from '../forms/index.ts';
import type { SectionId } from '../forms/section.ts';
import type { MessageKey } from '../locales/words.ts';
import type { Draft } from '../storage/draft.ts';
import { commands } from './commandActions.ts';
import { isJustTaken } from './doublePress.ts';
import { contextOf, openDraft, put } from './drafts.ts';
import { showOpen } from './openCard.ts';
import { settleWith } from './settling.ts';
import type { Press, Turn } from './turn.ts';

/** A name of what a press sent: a double press sends the very same, a correction made on an old card does not. */
export const pressName = ({ verb, argument, values }: Press): string =>
  createHash('sha256')
    .update(JSON.stringify([verb, argument, values]))
    .digest('base64url')
    .slice(0, 16);

/**
 * Answers a press on a card that is out of date with the present one. A double press says nothing. Words typed into the
 * old card of a section that is still to be answered are not lost: they stand in the section's present card.
 */
export async function answerOutdated(turn: Turn, press: Press): Promise<void> {
  const { person, words } = turn;
  const { token } = press;
  if (isJustTaken(turn, token) && person.lastPress?.verb === pressName(press)) return;
  settleWith(turn, words.say((await takeOver(turn, press)) ?? (await reason(turn, token))));
  if (openDraft(turn) !== undefined) await showOpen(turn);
  else await commands.hello(turn);
}

/** Takes the inputs of a section's old card into its draft, unjudged; the sentence that says so, or undefined: there is nothing to take. */
async function takeOver(turn: Turn, { token, values }: Press): Promise<MessageKey | undefined> {
  const card = readToken(token);
  const draft = turn.person.drafts.find(({ id }) => id === card?.id);
  if (draft === undefined || card?.section === undefined) return undefined;
  const context = await contextOf(turn, draft);
  const open = nextOpen(draft, context);
  const { section: id } = card;
  if (!isAsked(id, context) || !isUnanswered(draft, id)) return undefined;
  const one = section(id);
  const held = shownValues(draft, one, context);
  // What the old card left empty may have been filled in since.
  const sent = Object.entries(one.take(values, held, context)).filter(([, value]) => value !== '');
  const typed = { ...held, ...Object.fromEntries(sent) };
  if (isDeepStrictEqual(typed, { ...held })) return undefined;
  put(turn, keepTyped(open === id ? dropQuestion(answeredAsking(draft)) : draft, id, typed, draft.faults[id]));
  return open === id ? 'outdated.taken' : 'outdated.kept';
}

const isUnanswered = (draft: Draft, id: SectionId): boolean =>
  draft.accepted[id] === undefined || draft.reopened.includes(id);

/** Why the card is out of date: its draft became a customer, or a change of one, or has a newer card. */
async function reason({ jobs, customers, partner, person }: Turn, token: string): Promise<MessageKey> {
  const { id } = readToken(token) ?? {};
  if (id === undefined) return 'outdated';
  const isCustomer =
    (await jobs.get(partner.tenantId, id)) !== undefined || (await customers.get(partner.tenantId, id)) !== undefined;
  if (isCustomer) return 'outdated.submitted';
  return person.submitted?.includes(id) === true ? 'outdated.change' : 'outdated';
}
