import { setImmediate as others } from 'node:timers/promises';
import { typedCommand, typedLanguage } from '../dialogs/commands.ts';
import { contextOf } from '../dialogs/drafts.ts';
import { currentCard } from '../dialogs/add/currentCard.ts';
import { rehearseSentences } from '../dialogs/sentences/rehearsal.ts';
import { addRefusal } from '../dialogs/rights.ts';
import { newDraft } from '../forms/draftFlow.ts';
import { locales } from '../locales/translator.ts';
import { words } from '../locales/words.ts';
import { PartnerCenterError } from '../partner-center/rules/fault.ts';
import type { AppContext } from './services.ts';
import { todayOf } from './turn/userDate.ts';

/** Most partners that are prepared at the start: a host of many must not send hundreds of calls at once. */
const mostPartners = 8;

const partnersThatAdd = ({ partners }: Pick<AppContext, 'partners'>) =>
  partners()
    .filter((partner) => addRefusal(partner) === undefined)
    .slice(0, mostPartners);

/** Loads from Partner Center what the first card of Add customer needs, before the first user comes. */
export function prefetchFirstCard(app: Pick<AppContext, 'partners' | 'partnerCenterOf'>): void {
  for (const partner of partnersThatAdd(app)) app.partnerCenterOf(partner).prepare?.();
}

type WarmUpContext = Pick<AppContext, 'partners' | 'partnerCenterOf' | 'config' | 'now'>;

/**
 * Runs the code of a first message, so that it is compiled and cached: reads the commands and sentences of every language and
 * draws the first card of Add customer in each. Yields between the parts, so that a user who comes meanwhile is answered.
 */
export async function rehearseFirstCards(app: WarmUpContext): Promise<void> {
  const [partner] = partnersThatAdd(app);
  for (const locale of locales) {
    words(locale);
    await others();
  }
  typedCommand('hello');
  await others();
  typedLanguage('hello');
  await others();
  for (const locale of locales) for (const step of rehearseSentences(locale)) await others(step);
  if (partner === undefined) return;
  const partnerCenter = app.partnerCenterOf(partner);
  const draft = newDraft('rehearsal', app.now().toISOString());
  const where = { partner, partnerCenter, today: todayOf(undefined, partner.country, app.now()) };
  try {
    // Offers only in practice mode: the real Partner Center would start to read the catalog, which nobody has asked
    // for yet.
    const context = await contextOf(where, draft, { offers: app.config.rest === undefined });
    for (const locale of locales) {
      currentCard(draft, context, words(locale), partnerCenter.practice);
      await others();
    }
  } catch (error) {
    // The first user who adds a customer is told.
    if (!(error instanceof PartnerCenterError)) throw error;
  }
}
