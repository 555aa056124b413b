import { nextOpen } from '../forms/draft.ts';
import { answers, type Context } from '../forms/context.ts';
import { isUnread } from '../forms/subscriptions.ts';
import { rowsOf } from '../forms/cart.ts';
import type { Catalogue } from '../partner-center/catalogue.ts';
import type { Draft } from '../storage/draft.ts';
import { contextOf } from './drafts.ts';
import type { Turn } from './turn.ts';

/** What is known of a country's offers; where they are being read, that is waited for a little. */
export async function offersSoon(
  { partnerCenter, briefly }: Pick<Turn, 'partnerCenter' | 'briefly'>,
  country: string,
): Promise<Catalogue> {
  if (partnerCenter.offersSoFar(country).state === 'reading') await briefly(partnerCenter.offers(country));
  return partnerCenter.offersSoFar(country);
}

/** What the open card of a draft depends on; offers are waited for a little where the card is about them. */
export async function contextOfCard(turn: Turn, draft: Draft): Promise<Context> {
  const context = await contextOf(turn, draft);
  if (!isAboutOffers(draft, context)) return context;
  const sold = turn.customers.sold(turn.partner.tenantId);
  if (context.catalogue?.state !== 'reading') return { ...context, sold };
  await offersSoon(turn, context.country);
  return { ...(await contextOf(turn, draft)), sold };
}

function isAboutOffers(draft: Draft, context: Context): boolean {
  const open = nextOpen(draft, context);
  return open === 'subscriptions' || (open === 'review' && rowsOf(answers(context, 'subscriptions')).length > 0);
}

/** Are all offers of the cart known, so that it can be ordered? If not, that is said, and they are read in the background. */
export function canOrder({ partnerCenter, replies, words }: Turn, context: Context): boolean {
  if (!isUnread(answers(context, 'subscriptions'), context)) return true;
  partnerCenter.offersSoFar(context.country, true);
  replies.say(words.t('cart.notOrderable'));
  return false;
}
