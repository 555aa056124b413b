import { draftDays, expired } from '../dialogs/drafts.ts';
import { forgetRequests } from '../partner-center/rest/memory.ts';
import type { Partner } from '../partner-center/partner.ts';
import { everyItem, type Collection } from '../storage/collection.ts';
import type { Change } from '../storage/changes.ts';
import type { Claim } from '../storage/claims.ts';
import type { Documents } from '../storage/documents.ts';
import type { Imports } from '../storage/imports.ts';
import type { Job } from '../storage/jobs.ts';
import type { Person } from '../storage/people.ts';
import { readTrustedTime } from '../storage/trustedTime.ts';
import type { Work } from './work/durableWork.ts';
import { forgetImports } from './importing/forgettingImports.ts';
import { failure, type Log } from './log.ts';
import type { Turns } from './turn/turns.ts';

/** What is tidied, and with what. */
export interface House {
  readonly partners: readonly Partner[];
  readonly documents: Documents;
  readonly people: Collection<Person>;
  readonly jobs: Collection<Job>;
  readonly changes: Collection<Change>;
  readonly claims: Collection<Claim>;
  readonly imports: Imports;
  readonly turns: Turns;
  readonly now: () => Date;
  readonly log: Log;
}

const day = 24 * 60 * 60 * 1000;

/** Days after which a submission or change that ended, but whose end nobody could be told, is forgotten. */
export const endedDays = 90;

/** Days that what was begun at Partner Center for a request is remembered. */
const requestDays = 30;

/** Days a file that could not be read is kept aside. */
export const setAsideDays = 30;

/** Deletes what has outlived its time: drafts nobody touched, ended submissions, files set aside. Never raises. */
export async function keepHouse(house: House): Promise<void> {
  const { documents, now, log } = house;
  try {
    const time = await readTrustedTime(documents, now());
    if (time === undefined) log.info('tidying waits until the clock has been seen to go on for a week');
    else await tidy(house, time);
  } catch (error) {
    log.error({ err: failure(error) }, 'tidying stopped; it is done again tomorrow');
  }
}

async function tidy(house: House, time: Date): Promise<void> {
  for (const partner of house.partners) {
    await expireDrafts(house, partner, time);
    await forgetEnded(partner, house.jobs, time);
    await forgetEnded(partner, house.changes, time);
    await forgetClaims(house, partner, time);
    await forgetImports(house, partner, time);
    await forgetRequests(house.documents, partner.tenantId, before(time, requestDays));
  }
  await house.documents.forgetSetAside(before(time, setAsideDays));
}

const before = (time: Date, days: number): Date => new Date(time.getTime() - days * day);

async function expireDrafts({ people, turns }: House, partner: Partner, time: Date): Promise<void> {
  for await (const { id, value } of everyItem(people, partner.tenantId)) {
    if (!value.drafts.some((draft) => expired(draft, time))) continue;
    await turns.run(
      partner.tenantId,
      id,
      async ({ person }) => {
        person.drafts = person.drafts.filter((draft) => !expired(draft, time));
        return { save: true, result: undefined };
      },
      async () => undefined,
    );
  }
}

async function forgetEnded<W extends Pick<Work, 'state'> & { readonly createdAt: string }>(
  partner: Partner,
  work: Collection<W>,
  time: Date,
): Promise<void> {
  const oldest = before(time, endedDays).getTime();
  for await (const { id, etag, value } of everyItem(work, partner.tenantId)) {
    if (value.state === 'done' && Date.parse(value.createdAt) < oldest) await work.remove(partner.tenantId, id, etag);
  }
}

// A claim means nothing without its draft, which has expired by then.
async function forgetClaims({ claims }: House, partner: Partner, time: Date): Promise<void> {
  const oldest = before(time, draftDays).getTime();
  for await (const { id, etag, value } of everyItem(claims, partner.tenantId)) {
    if (Date.parse(value.at) < oldest) await claims.remove(partner.tenantId, id, etag);
  }
}
