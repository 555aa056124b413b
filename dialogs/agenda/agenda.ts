import type { AgendaEntry, AgendaKnowledge, AgendaView, DueSubscription } from '../../cards/agendaLines.ts';
import { dayMs } from '../../lib/durations.ts';
import { addDays } from '../../lib/days.ts';
import { cancellationOf, renewalOf } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { type DirectoryEntry, displayName, isPartnersCustomer } from '../customers/customerDirectory.ts';
import { begunDrafts, draftDays, titleOfDraft } from '../drafts.ts';
import { hasBegunLately } from '../recordIntent.ts';
import { addRefusal, may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { listUnfinished } from '../unfinishedList.ts';

/** The part of a turn that an agenda is read from, also without a turn. */
export type AgendaSource = Pick<
  Turn,
  | 'person'
  | 'partner'
  | 'userId'
  | 'words'
  | 'now'
  | 'partnerCenter'
  | 'jobs'
  | 'changes'
  | 'keptSubscriptions'
  | 'agendaCustomers'
>;

/** Days before its term ends in which a choice that is open waits for a user, and in which any other term is shown. */
const [choiceDays, termDays] = [30, 7];

/** Milliseconds before it can no longer be canceled in which that is shown. */
const cancelWindow = 3 * dayMs;

/**
 * Everything that waits for this user, the most urgent first: from our own documents, and from the customers that are
 * known; it makes no call. A user without the right to see customers is shown none.
 */
export async function readAgenda(source: AgendaSource): Promise<AgendaView> {
  const { person, partner, words, now, agendaCustomers } = source;
  const unfinished = (await listUnfinished(source)).map((entry) => ({ ...entry, kind: 'unfinished' as const }));
  const goesOn = unfinished.filter(({ wakeAt }) => wakeAt !== undefined);
  const isSeen = may(source, 'view');
  const { readAt } = agendaCustomers.known();
  return {
    words,
    now,
    entries: [
      ...unfinished.filter(({ wakeAt }) => wakeAt === undefined),
      ...(isSeen ? customerEntries(source) : []),
      ...draftEntries(source),
      ...goesOn,
    ],
    known: isSeen ? knowledge(source) : 'none',
    ...(isSeen && readAt !== undefined ? { readAt: readAt.toISOString() } : {}),
    canManage: addRefusal(partner) === undefined && may(source, 'manage'),
    morning: person.morning !== undefined,
    hasOwnChanges: isSeen && hasBegunLately(source),
  };
}

function knowledge({ agendaCustomers, keptSubscriptions }: AgendaSource): AgendaKnowledge {
  const { customers, readAt, isReading, failed, tooMany } = agendaCustomers.known();
  if (isReading) return 'reading';
  if (failed) return 'failed';
  if (tooMany) return 'tooMany';
  if (readAt === undefined) return 'reading';
  const isUnread = (one: DirectoryEntry): boolean => {
    const answer = keptSubscriptions.peek(one.microsoftId);
    return answer === undefined || answer instanceof PartnerCenterError;
  };
  return customers.filter(isPartnersCustomer).some(isUnread) ? 'part' : 'whole';
}

/** Entries of the customers that are known: accepted invitations first, then subscriptions by what is urgent. */
function customerEntries({ agendaCustomers, keptSubscriptions, now }: AgendaSource): AgendaEntry[] {
  const { customers } = agendaCustomers.known();
  const due = customers.filter(isPartnersCustomer).flatMap((customer) => {
    const answer = keptSubscriptions.peek(customer.microsoftId);
    if (answer === undefined || answer instanceof PartnerCenterError) return [];
    return answer.flatMap((subscription) => dueEntries(customer, subscription, now));
  });
  return [
    ...customers.filter(isAccepted).map(({ ref, ...one }) => ({
      kind: 'accepted' as const,
      ref,
      companyName: displayName(one),
    })),
    ...due.toSorted((a, b) => a.rank - b.rank || a.day.localeCompare(b.day)).map(({ entry }) => entry),
  ];
}

const isAccepted = ({ hadNone, relationship }: DirectoryEntry): boolean =>
  hadNone === true && relationship === 'reseller';

interface RankedEntry {
  readonly entry: DueSubscription;
  readonly rank: number;
  readonly day: string;
}

/** The entry of a subscription: none where nothing about it is due. */
function dueEntries(customer: DirectoryEntry, subscription: Subscription, now: Date): RankedEntry[] {
  const entry = { kind: 'subscription' as const, ref: customer.ref, companyName: displayName(customer), subscription };
  const status = subscription.status.toLowerCase();
  const until = status === 'active' ? cancellationOf(subscription, now)?.until : undefined;
  if (until !== undefined && Date.parse(until) - now.getTime() <= cancelWindow)
    return [{ entry: { ...entry, cancelUntil: until }, rank: 0, day: until.slice(0, 10) }];
  if (status === 'suspended') return [{ entry, rank: 2, day: subscription.ends?.slice(0, 10) ?? '' }];
  const renewal = renewalOf(subscription, now);
  if (renewal === undefined || renewal.group === 'monthly') return [];
  const { lastDay, group } = renewal;
  const last = addDays(now.toISOString().slice(0, 10), group === 'choose' ? choiceDays : termDays);
  return lastDay <= last ? [{ entry, rank: group === 'choose' ? 1 : 3, day: lastDay }] : [];
}

const draftEntries = (source: Pick<AgendaSource, 'person' | 'words'>): AgendaEntry[] =>
  begunDrafts(source).map((draft) => ({
    kind: 'draft',
    id: draft.id,
    name: titleOfDraft(draft, source.words),
    until: new Date(Date.parse(draft.touchedAt) + draftDays * dayMs).toISOString().slice(0, 10),
  }));
