import { draftDays, isExpired, isForgotten } from '../../dialogs/drafts.ts';
import { deleteRequestsBefore } from '../../partner-center/rest/requestJournal.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { type Collection, everyItem } from '../../storage/collection.ts';
import type { Change } from '../../model/change.ts';
import type { Customer } from '../../model/customer.ts';
import { type Draft, recordsOf } from '../../model/draft.ts';
import type { DomainLease } from '../../model/domainLease.ts';
import type { Documents } from '../../storage/documents.ts';
import type { Submission } from '../../model/submission.ts';
import { type NotedChanges, ownChangeDays, type User } from '../../model/user.ts';
import { isFresh } from '../../storage/conflicts.ts';
import { takeDailyWork } from '../../storage/dailyWork.ts';
import { readTrustedTime } from '../../storage/trustedTime.ts';
import type { DurableJob } from './durableJob.ts';
import { type Log, safeError } from '../log.ts';
import type { Turns } from '../turn/turns.ts';
import { type Imports, removeImport } from '../../storage/importCollections.ts';
import { importDays, type ImportHead } from '../../model/import.ts';
import { dayMs } from '../../lib/durations.ts';

/** Dependencies of the retention job. */
export interface RetentionDeps {
  readonly partners: () => readonly Partner[];
  readonly documents: Documents;
  readonly people: Collection<User>;
  readonly customers: Pick<Collection<Customer>, 'get'>;
  readonly jobs: Collection<Submission>;
  readonly changes: Collection<Change>;
  readonly leases: Collection<DomainLease>;
  readonly notedChanges: Collection<NotedChanges>;
  readonly imports: Imports;
  readonly turns: Turns;
  readonly now: () => Date;
  readonly log: Log;
}

/** Days after which an ended submission or change is removed although its outcome could not be delivered. */
export const endedJobDays = 90;

/** Days that the log of requests to Partner Center is kept. */
const requestLogDays = 30;

/** Days an unreadable file stays in the quarantine. */
export const quarantineDays = 30;

/** Deletes expired data once a day, in whichever process asks first when it is due. Never raises. */
export async function applyDailyRetention(deps: RetentionDeps): Promise<void> {
  const { documents, now, log } = deps;
  try {
    if (await takeDailyWork(documents, 'retention', now())) await applyRetention(deps);
  } catch (error) {
    log.error({ err: safeError(error) }, 'nobody could be found to tidy; it is tried again in an hour');
  }
}

/** Deletes expired data: untouched drafts, ended submissions and changes, old notes, quarantined files. Never raises. */
export async function applyRetention(deps: RetentionDeps): Promise<void> {
  const { documents, now, log } = deps;
  try {
    const time = await readTrustedTime(documents, now());
    if (time === undefined) log.info('tidying waits until the clock has been seen to go on for a week');
    else await removeOutdated(deps, time);
  } catch (error) {
    log.error({ err: safeError(error) }, 'tidying stopped; it is done again tomorrow');
  }
}

async function removeOutdated(deps: RetentionDeps, time: Date): Promise<void> {
  for (const partner of deps.partners()) {
    await removeExpiredDrafts(deps, partner, time);
    await removeEndedJobs(partner, deps.jobs, time);
    await removeEndedJobs(partner, deps.changes, time);
    await removeDomainLeases(deps, partner, time);
    await removeOldNotes(deps, partner, time);
    await removeOldImports(deps, partner, time);
    await deleteRequestsBefore(deps.documents, partner.tenantId, daysBefore(time, requestLogDays));
  }
  await deps.documents.purgeQuarantine(daysBefore(time, quarantineDays));
}

const daysBefore = (time: Date, days: number): Date => new Date(time.getTime() - days * dayMs);

/**
 * Ids of the records in some users' drafts that are there no more. Whoever erases a record has its drafts removed at once,
 * but for those that a process had not reached when it ended.
 */
async function erasedRecords({ customers }: RetentionDeps, partner: Partner, drafts: readonly Draft[]) {
  const erased = new Set<string>();
  for (const record of new Set(drafts.flatMap(recordsOf)))
    if ((await customers.get(partner.tenantId, record)) === undefined) erased.add(record);
  return erased;
}

async function removeExpiredDrafts(deps: RetentionDeps, partner: Partner, time: Date): Promise<void> {
  const { people, turns } = deps;
  for await (const { id, value } of everyItem(people, partner.tenantId)) {
    const deleted = value.deleted === undefined ? [] : [value.deleted.draft];
    const erased = await erasedRecords(deps, partner, [...value.drafts, ...deleted]);
    const isOfErased = (draft: Draft): boolean => recordsOf(draft).some((record) => erased.has(record));
    const isOutdated = (draft: Draft): boolean => isExpired(draft, time) || isOfErased(draft);
    const isOver = (person: User): boolean =>
      person.deleted !== undefined && (isForgotten(person.deleted, time) || isOfErased(person.deleted.draft));
    if (!isOver(value) && !value.drafts.some(isOutdated)) continue;
    await turns.run(
      partner.tenantId,
      id,
      async ({ person }) => {
        person.drafts = person.drafts.filter((draft) => !isOutdated(draft));
        if (isOver(person)) delete person.deleted;
        return { save: true, result: undefined };
      },
      async () => undefined,
    );
  }
}

async function removeEndedJobs<W extends Pick<DurableJob, 'state'> & { readonly createdAt: string }>(
  partner: Partner,
  work: Collection<W>,
  time: Date,
): Promise<void> {
  const oldest = daysBefore(time, endedJobDays).getTime();
  for await (const { id, etag, value } of everyItem(work, partner.tenantId)) {
    if (value.state === 'done' && Date.parse(value.createdAt) < oldest) await work.remove(partner.tenantId, id, etag);
  }
}

// The draft of a domain lease has expired by then, so the lease has no use.
async function removeDomainLeases({ leases }: RetentionDeps, partner: Partner, time: Date): Promise<void> {
  const oldest = daysBefore(time, draftDays).getTime();
  for await (const { id, etag, value } of everyItem(leases, partner.tenantId)) {
    if (Date.parse(value.at) < oldest) await leases.remove(partner.tenantId, id, etag);
  }
}

/** Removes the notes of what users began before the days that it is listed for. */
async function removeOldNotes({ notedChanges }: RetentionDeps, { tenantId }: Partner, time: Date): Promise<void> {
  const oldest = daysBefore(time, ownChangeDays).toISOString();
  for await (const { id, etag, value } of everyItem(notedChanges, tenantId)) {
    const changes = value.changes.filter(({ at }) => at >= oldest);
    if (changes.length === value.changes.length) continue;
    // A user who begins something at this moment removes them, too.
    if (changes.length === 0) await isFresh(notedChanges.remove(tenantId, id, etag));
    else await isFresh(notedChanges.replace(tenantId, id, { changes }, etag));
  }
}

/** Days a reservation is kept: no other import adds the same customer by then. */
const reservationDays = 30;

/**
 * Removes imports that ended or were never submitted some days ago, rows that a failed turn left, and old reservations.
 */
async function removeOldImports({ imports }: RetentionDeps, { tenantId }: Partner, time: Date): Promise<void> {
  const before = (days: number): string => new Date(time.getTime() - days * dayMs).toISOString();
  for await (const { value } of everyItem(imports.heads, tenantId)) {
    if (isImportOver(value) && (value.endedAt ?? value.createdAt) < before(importDays))
      await removeImport(imports, tenantId, value);
  }
  for await (const { id, etag, value } of everyItem(imports.rows, tenantId)) {
    const head = await imports.heads.get(tenantId, id.slice(0, id.lastIndexOf('-')));
    if (head === undefined && value.at < before(1)) await imports.rows.remove(tenantId, id, etag);
  }
  for await (const { id, etag, value } of everyItem(imports.reservations, tenantId)) {
    if (value.at < before(reservationDays)) await imports.reservations.remove(tenantId, id, etag);
  }
}

const isImportOver = ({ state, submitted }: ImportHead): boolean => state !== 'running' && submitted !== true;
