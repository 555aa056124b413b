import { draftDays, expire } from '../dialogs/drafts.ts';
import type { Partner } from '../partner-center/partner.ts';
import { everyItem, type Collection } from '../storage/collection.ts';
import type { Change } from '../storage/changes.ts';
import type { Claim } from '../storage/claims.ts';
import type { Documents } from '../storage/documents.ts';
import type { Imports } from '../storage/imports.ts';
import type { Job } from '../storage/jobs.ts';
import type { Person } from '../storage/people.ts';
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
const endedDays = 90;

/** Days a file that could not be read is kept aside. */
const setAsideDays = 30;

/** Deletes what has outlived its time: drafts nobody touched, ended submissions, files set aside. Never raises. */
export async function keepHouse(house: House): Promise<void> {
  const { partners, documents, now, log } = house;
  try {
    for (const partner of partners) {
      await expireDrafts(house, partner);
      await forgetEnded(house, partner, house.jobs);
      await forgetEnded(house, partner, house.changes);
      await forgetClaims(house, partner);
      await forgetImports(house, partner);
    }
    await documents.forgetSetAside(new Date(now().getTime() - setAsideDays * day));
  } catch (error) {
    log.error({ err: failure(error) }, 'tidying stopped; it is done again tomorrow');
  }
}

async function expireDrafts({ people, turns, now }: House, partner: Partner): Promise<void> {
  for await (const { id, value } of everyItem(people, partner.tenantId)) {
    const person = { ...value };
    expire({ person, now: now() });
    if (person.drafts.length === value.drafts.length) continue;
    await turns.run(
      partner.tenantId,
      id,
      async (state) => {
        expire({ person: state.person, now: now() });
        return { save: true, result: undefined };
      },
      async () => undefined,
    );
  }
}

async function forgetEnded<W extends Pick<Work, 'state'> & { readonly createdAt: string }>(
  { now }: House,
  partner: Partner,
  work: Collection<W>,
): Promise<void> {
  const oldest = now().getTime() - endedDays * day;
  for await (const { id, etag, value } of everyItem(work, partner.tenantId)) {
    if (value.state === 'done' && Date.parse(value.createdAt) < oldest) await work.remove(partner.tenantId, id, etag);
  }
}

// A claim means nothing without its draft, which has expired by then.
async function forgetClaims({ claims, now }: House, partner: Partner): Promise<void> {
  const oldest = now().getTime() - draftDays * day;
  for await (const { id, etag, value } of everyItem(claims, partner.tenantId)) {
    if (Date.parse(value.at) < oldest) await claims.remove(partner.tenantId, id, etag);
  }
}
