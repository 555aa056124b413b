import { setImmediate as others } from 'node:timers/promises';
import { commandOf, languageOf } from '../dialogs/commands.ts';
import { contextOf } from '../dialogs/drafts.ts';
import { openCard } from '../dialogs/openCard.ts';
import { refusal } from '../dialogs/rights.ts';
import { newDraft } from '../forms/draft.ts';
import { locales } from '../locales/translator.ts';
import { words } from '../locales/words.ts';
import { PartnerCenterError } from '../partner-center/partnerCenter.ts';
import type { Start } from './foundation.ts';
import { todayOf } from './turn/today.ts';

/** Partners that are asked about at the start: a host of many must not send hundreds of calls at once. */
const mostPartners = 8;

const whoAdd = ({ partners }: Pick<Start, 'partners'>) =>
  partners.filter((partner) => refusal(partner) === undefined).slice(0, mostPartners);

/** Asks Partner Center what the first card of Add customer waits for, before anybody is there to wait. */
export function askEarly(start: Pick<Start, 'partners' | 'partnerCenterOf'>): void {
  for (const partner of whoAdd(start)) start.partnerCenterOf(partner).prepare?.();
}

type Stage = Pick<Start, 'partners' | 'partnerCenterOf' | 'config' | 'now'>;

/**
 * Does what somebody's first message would be the first to do: reads the commands of every language, and draws the first
 * card of Add customer in each. In small parts, so that whoever comes meanwhile is answered between two of them.
 */
export async function rehearse(stage: Stage): Promise<void> {
  const [partner] = whoAdd(stage);
  for (const locale of locales) {
    words(locale);
    await others();
  }
  commandOf('hello');
  await others();
  languageOf('hello');
  if (partner === undefined) return;
  const partnerCenter = stage.partnerCenterOf(partner);
  const draft = newDraft('rehearsal', stage.now().toISOString());
  const where = { partner, partnerCenter, today: todayOf(undefined, partner.country, stage.now()) };
  try {
    // Of the real Partner Center it would begin to read the catalogue, which nobody has asked for yet.
    const context = await contextOf(where, draft, { offers: stage.config.rest === undefined });
    for (const locale of locales) {
      openCard(draft, context, words(locale), partnerCenter.practice);
      await others();
    }
  } catch (error) {
    // Who adds a customer is told.
    if (!(error instanceof PartnerCenterError)) throw error;
  }
}
