import { confirmationCard } from '../cards/confirmationCard.ts';
import type { PasswordView } from '../cards/password.ts';
import { unfinishedCard } from '../cards/submissionCards.ts';
import type { Card } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import { cloud } from '../partner-center/clouds.ts';
import { leftBy } from '../storage/changes.ts';
import type { Customer } from '../storage/customers.ts';
import { stageNames } from '../storage/stages.ts';
import type { Job } from '../storage/jobs.ts';
import { contextOf } from './drafts.ts';
import { partsOf } from './openCard.ts';
import { anotherPassword } from './rights.ts';
import type { Turn } from './turn.ts';

/** What a submission's cards are made of; a recorded customer has it too. */
export interface Submitted extends Pick<Job, 'id' | 'sections' | 'stages'> {
  readonly companyName: string;
  readonly domain: string;
  /** When it goes on by itself, in ISO 8601, where it waits for a time. */
  readonly wakeAt?: string;
}

/** A job as its cards show it. */
export const submittedJob = ({ id, state, sections, stages, request, wakeAt }: Job): Submitted => ({
  id,
  sections,
  stages,
  companyName: request.customer.companyName,
  domain: request.customer.domain,
  ...(state === 'unfinished' && wakeAt !== undefined ? { wakeAt } : {}),
});

type Where = Pick<Turn, 'partner' | 'partnerCenter' | 'today' | 'userId'>;

/** Where its customer accepts the agreement, and the order that waits for that. */
function whileAwaited({ id, stages: { subscriptions } }: Submitted, { partner }: Where) {
  const { acceptancePage } = cloud(partner.cloud);
  return {
    ...(acceptancePage === undefined ? {} : { acceptancePage }),
    ...(subscriptions === undefined
      ? {}
      : { waitingOrder: { id: leftBy(id), what: { kind: 'order' as const, lines: subscriptions.lines } } }),
  };
}

/** The submission as its record has it by now: what waited for the customer may be done, or given up. */
export const withRecord = (submitted: Submitted, record: Pick<Customer, 'stages'> | undefined): Submitted =>
  record === undefined ? submitted : { ...submitted, stages: record.stages };

/** The card a submission ended with: the confirmation; or, while there is no customer, what is left to do. */
export async function endCard(submitted: Submitted, words: Words, where: Where, password: PasswordView): Promise<Card> {
  const view = { ...submitted, words, practice: where.partnerCenter.practice, ...whileAwaited(submitted, where) };
  if (submitted.stages.customer.state !== 'done') {
    return unfinishedCard(view, stageNames.find((name) => submitted.stages[name]?.fault !== undefined) ?? 'customer');
  }
  const context = await contextOf(where, { accepted: submitted.sections });
  const shown = ['company', 'contact'];
  const parts = partsOf(submitted.sections, context, words).filter(({ id }) => shown.includes(id));
  return confirmationCard({ ...view, parts, password, another: anotherPassword(where) });
}
