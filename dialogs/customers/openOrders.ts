import type { OpenOrder } from '../../cards/customers/openOrders.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { AuditLine } from '../../storage/audit.ts';
import { leftBy, type Change } from '../../storage/changes.ts';
import type { Job } from '../../storage/jobs.ts';
import { failedStage, type OrderedOffer } from '../../storage/stages.ts';
import { auditOf } from './history.ts';
import { changesOf } from './openChanges.ts';
import type { Targeted } from './targets.ts';
import type { Turn } from '../turn.ts';

/** Milliseconds in which an order that was taken may be on its way to be a subscription: a quarter of an hour, and some. */
const settling = 60 * 60_000;

/** What is known of a customer's orders. */
interface Known {
  readonly found: Pick<Targeted, 'record'>;
  readonly job: Job | undefined;
  readonly changes: readonly Change[];
  readonly history: readonly AuditLine[];
  readonly subscriptions: readonly Subscription[];
  readonly now: Date;
}

type Where = Pick<Turn, 'partner' | 'jobs' | 'changes' | 'audit' | 'now'>;

/** What was ordered for a customer, or waits to be, and is none of these subscriptions yet. */
export async function readOpenOrders(
  turn: Where,
  found: Targeted,
  subscriptions: readonly Subscription[],
): Promise<OpenOrder[]> {
  const { jobs, partner, now } = turn;
  const { target, record } = found;
  const [job, changes, history] = await Promise.all([
    record === undefined ? undefined : jobs.get(partner.tenantId, record.id),
    changesOf(turn, target),
    auditOf(turn, found),
  ]);
  return openOrders({ found, job: job?.value, changes, history, subscriptions, now });
}

/** The same, of what is known already. */
export function openOrders(known: Known): OpenOrder[] {
  const { record } = known.found;
  // What is over and told has a line of history only; what a submission left to a change stands in its record again.
  const told = new Set([...known.changes.map(({ id }) => id), ...(record === undefined ? [] : [leftBy(record.id)])]);
  return [
    ...ofSubmission(known),
    ...known.changes.flatMap((change) => ofChange(change, known)),
    ...known.history.flatMap((line) => (told.has(line.change ?? '') ? [] : ofHistory(line, known))),
  ];
}

/** What waits for the customer waits in a change. */
function ofSubmission({ found: { record }, job, ...known }: Omit<Known, 'changes' | 'history'>): OpenOrder[] {
  const ordered = record?.stages.subscriptions;
  if (record === undefined || ordered === undefined || ['awaited', 'refused'].includes(ordered.state)) return [];
  if (ordered.state === 'done') return late(ordered.lines, ordered.at, known);
  const isLeft = failedStage(record.stages) !== undefined && job?.state !== 'running';
  return ordered.lines.map((line) => ({ ...line, ...(isLeft ? unfinished(job) : { state: 'placing' }) }));
}

const unfinished = (work: Pick<Job, 'state' | 'wakeAt'> | undefined) => ({
  state: 'unfinished' as const,
  ...(work?.state === 'unfinished' && work.wakeAt !== undefined ? { wakeAt: work.wakeAt } : {}),
});

function ofChange(change: Change, known: Pick<Known, 'subscriptions' | 'now'>): OpenOrder[] {
  const { what, state, awaiting, fault, dropped } = change;
  if (what.kind !== 'order' || dropped === true) return [];
  if (state === 'done') return fault === undefined ? late(what.lines, known.now.toISOString(), known) : [];
  if (state !== 'unfinished') return what.lines.map((line) => ({ ...line, state: 'placing' }));
  const how = awaiting === undefined ? unfinished(change) : { state: 'awaited' as const };
  return what.lines.map((line) => ({ ...line, ...how }));
}

const ofHistory = (
  { at, outcome, ordered = [] }: AuditLine,
  known: Pick<Known, 'subscriptions' | 'now'>,
): OpenOrder[] => (outcome === 'done' ? late(ordered, at, known) : []);

/** Of what was ordered a short while ago, what Partner Center does not show yet. */
function late(
  lines: readonly Pick<OrderedOffer, 'offerId' | 'offerName' | 'quantity' | 'unit' | 'fault' | 'subscriptionId'>[],
  at: string | undefined,
  { subscriptions, now }: Pick<Known, 'subscriptions' | 'now'>,
): OpenOrder[] {
  if (at === undefined || now.getTime() - Date.parse(at) > settling) return [];
  return lines
    .filter((line) => line.fault === undefined && !subscriptions.some((one) => isOf(one, line, at)))
    .map((line) => ({ ...line, state: 'late' }));
}

/** Is it what that line became? Where no id was told: one of that offer, not bought before that day. */
const isOf = (
  { id, offerId, bought }: Subscription,
  line: Pick<OrderedOffer, 'offerId' | 'subscriptionId'>,
  at: string,
): boolean =>
  id === line.subscriptionId ||
  (offerId === line.offerId && (bought === undefined || bought.slice(0, 10) >= at.slice(0, 10)));
