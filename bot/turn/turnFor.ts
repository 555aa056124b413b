import { randomBytes, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder-core';
import * as z from 'zod';
import type { Directory } from '../../dialogs/customers/directory.ts';
import type { NotFetched, Turn } from '../../dialogs/turn.ts';
import { fullDomain } from '../../forms/companyCheck.ts';
import type { Locale } from '../../locales/translator.ts';
import { localeFor, words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/clouds.ts';
import type { KeptSubscriptions } from '../../partner-center/keptSubscriptions.ts';
import type { Partner } from '../../partner-center/partner.ts';
import { PartnerCenterError, type PartnerCenter } from '../../partner-center/partnerCenter.ts';
import type { Audit } from '../../storage/audit.ts';
import type { Change } from '../../storage/changes.ts';
import type { Claim } from '../../storage/claims.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Customers } from '../../storage/customers.ts';
import type { Imports } from '../../storage/imports.ts';
import type { Job } from '../../storage/jobs.ts';
import type { Person } from '../../storage/people.ts';
import { readWorkbook } from '../files/workbooks.ts';
import { sentFilesOf } from '../importing/sentFiles.ts';
import { pressOf } from './press.ts';
import { createBuffer, type Buffer } from './replies.ts';
import { ActivityTypes, TurnContext } from '../sdk.ts';
import { inTime } from '../time.ts';
import { activityKey } from './turns.ts';
import { todayOf } from './today.ts';
import type { Who } from './who.ts';

/** What every turn may use. */
export interface TurnParts {
  readonly customers: Customers;
  readonly directoryOf: (partner: Partner) => Directory;
  readonly keptSubscriptionsOf: (partner: Partner) => KeptSubscriptions;
  readonly jobs: Collection<Job>;
  readonly changes: Collection<Change>;
  readonly audit: Audit;
  readonly claims: Collection<Claim>;
  readonly people: Collection<Person>;
  readonly imports: Imports;
  /** Removes what was set aside as unreadable of a partner and holds one of these texts. */
  readonly forgetSetAside: (partner: Partner, texts: readonly string[]) => Promise<void>;
  /** The bytes of a file that a message names; `serviceUrl` is where the message came from. */
  readonly fetchSent: (url: string, serviceUrl: string, mostBytes: number) => Promise<Uint8Array | NotFetched>;
  readonly partnerCenterOf: (partner: Partner) => PartnerCenter;
  readonly now: () => Date;
  /** Milliseconds a turn waits for what Partner Center says of a customer. */
  readonly answerTime: number;
}

/** The turn of one activity of that user, on that state. */
export function turnFor(
  parts: TurnParts,
  activity: Activity,
  who: Who,
  person: Person,
): Turn & { readonly replies: Buffer } {
  const { partner, userId, userName } = who;
  const now = parts.now();
  const locale = localeIn(activity);
  if (locale !== undefined) person.lastLocale = locale;
  const press = activity.type === ActivityTypes.Message ? pressOf(activity.value) : undefined;
  return {
    person,
    partner,
    userId,
    userName,
    words: words(person.language ?? person.lastLocale ?? localeFor(undefined)),
    now,
    today: todayOf(localTimestamp(activity), partner.country, now),
    partnerCenter: parts.partnerCenterOf(partner),
    customers: parts.customers,
    directory: parts.directoryOf(partner),
    keptSubscriptions: parts.keptSubscriptionsOf(partner),
    jobs: parts.jobs,
    changes: parts.changes,
    audit: parts.audit,
    claims: parts.claims,
    imports: parts.imports,
    forgetSetAside: (texts) => parts.forgetSetAside(partner, texts),
    press,
    sent: sentFilesOf(activity),
    text: activity.text ?? '',
    // A press, or the answer to another card; what is typed may be a reply to anything.
    replies: createBuffer(
      press === undefined && activity.type === ActivityTypes.Message ? undefined : activity.replyToId,
    ),
    effects: [],
    chat: activityKey(activity.conversation.id),
    conversation: { ...TurnContext.getConversationReference(activity) },
    isAdding: (claim, domain) => isAdding(parts, partner, claim, domain),
    fetchFile: ({ url }, mostBytes) => parts.fetchSent(url, activity.serviceUrl, mostBytes),
    readWorkbook,
    newId: () => newestFirst(now),
    newRequestId: randomUUID,
    soon: (work) => soon(parts, work),
    briefly: (work) => briefly(parts, work),
    quiet: false,
  };
}

const clientInfo = z.object({ type: z.literal('clientInfo'), locale: z.string() });

/** The language of the client: as it says with the activity, or of itself; undefined where it says none, as on iOS. */
function localeIn({ locale, entities }: Activity): Locale | undefined {
  const sent: unknown = entities;
  const named = Array.isArray(sent) ? sent.map((one) => clientInfo.safeParse(one).data?.locale) : [];
  const tag = [locale, ...named].find((one) => one !== undefined && one !== '');
  return tag === undefined ? undefined : localeFor(tag);
}

async function soon<T>({ answerTime }: TurnParts, work: Promise<T>): Promise<T> {
  const late = Symbol('late');
  const answer = await inTime(work, answerTime, late);
  if (answer === late) throw new PartnerCenterError({ reason: 'unavailable' }, '', true);
  return answer;
}

/** A quarter of the time of what a turn needs. */
const briefly = async ({ answerTime }: TurnParts, work: Promise<unknown>): Promise<void> =>
  inTime(
    work.then(
      () => undefined,
      () => undefined,
    ),
    answerTime / 4,
    undefined,
  );

// The SDK turns localTimestamp into a Date, which has lost the offset; it keeps what was sent beside it.
const localTimestamp = (activity: Activity): string | undefined =>
  'rawLocalTimestamp' in activity && typeof activity.rawLocalTimestamp === 'string'
    ? activity.rawLocalTimestamp
    : undefined;

/** An id that sorts before all earlier ones: the time left until the year 2286, and a random end. */
const newestFirst = (now: Date): string =>
  (9_999_999_999_999 - now.getTime()).toString(36).padStart(9, '0') + randomBytes(4).toString('hex');

/** Claims outlive their drafts: what counts is the colleague's draft itself. */
async function isAdding({ people }: TurnParts, partner: Partner, claim: Claim, domain: string): Promise<boolean> {
  const colleague = await people.get(partner.tenantId, claim.userId);
  const draft = colleague?.value.drafts.find(({ id }) => id === claim.draft);
  return draft !== undefined && fullDomain(draft.accepted['company'] ?? {}, { cloud: cloud(partner.cloud) }) === domain;
}
