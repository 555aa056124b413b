import { randomBytes, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder-core';
import * as z from 'zod';
import type { AgendaCustomers } from '../../dialogs/agenda/agendaCustomers.ts';
import type { Directory } from '../../dialogs/customers/customerDirectory.ts';
import type { FetchFault, Turn } from '../../dialogs/turn.ts';
import { fullDomain } from '../../forms/companyCheck.ts';
import type { Locale } from '../../locales/translator.ts';
import { localeFor, words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { SubscriptionCache } from '../../partner-center/subscriptionCache.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { PartnerCenter } from '../../partner-center/partnerCenter.ts';
import type { Audit } from '../../storage/auditTrail.ts';
import type { PartnerBundles } from '../../model/bundle.ts';
import type { Change } from '../../model/change.ts';
import type { DomainLease } from '../../model/domainLease.ts';
import { type Collection, unlessNewer } from '../../storage/collection.ts';
import type { Submission } from '../../model/submission.ts';
import type { MorningUser, NotedChanges, User } from '../../model/user.ts';
import { readWorkbook } from '../files/workbooks.ts';
import type { JobLeases } from '../jobs/jobLeases.ts';
import { type Identity, parseSubmit, sentFilesOf } from './incomingActivity.ts';
import { createOutbox, type Outbox } from './replies.ts';
import { ActivityTypes, TurnContext } from '../sdk.ts';
import { withTimeout } from '../../lib/withTimeout.ts';
import { conversationKey } from './turns.ts';
import { clockOfCountry, todayOf } from './userDate.ts';
import { isTimeZone, offsetIn, type UserClock } from '../../lib/localTime.ts';
import { defined } from '../../lib/optional.ts';
import type { Customers } from '../../storage/collections.ts';
import type { Imports } from '../../storage/importCollections.ts';

/** Dependencies of every turn. */
export interface TurnDeps {
  readonly customers: Customers;
  readonly directoryOf: (partner: Partner) => Directory;
  readonly keptSubscriptionsOf: (partner: Partner) => SubscriptionCache;
  readonly agendaCustomersOf: (partner: Partner) => AgendaCustomers;
  readonly jobs: Collection<Submission>;
  readonly changes: Collection<Change>;
  readonly audit: Audit;
  readonly leases: Collection<DomainLease>;
  readonly morningUsers: Collection<MorningUser>;
  readonly savedBundles: Collection<PartnerBundles>;
  readonly notedChanges: Collection<NotedChanges>;
  readonly people: Collection<User>;
  readonly imports: Imports;
  /** Purges quarantined files of a partner that hold one of these texts. */
  readonly forgetSetAside: (partner: Partner, texts: readonly string[]) => Promise<void>;
  /** Fetches the bytes of a file that a message names; `serviceUrl` is that of the message. */
  readonly fetchSent: (url: string, serviceUrl: string, mostBytes: number) => Promise<Uint8Array | FetchFault>;
  readonly partnerCenterOf: (partner: Partner) => PartnerCenter;
  readonly now: () => Date;
  readonly jobLeases: JobLeases;
  /** Milliseconds a turn waits for an answer of Partner Center about a customer. */
  readonly answerTime: number;
}

/** The turn of one activity, with the user's stored state. */
export function createTurn(
  deps: TurnDeps,
  activity: Activity,
  identity: Identity,
  person: User,
): Turn & { readonly replies: Outbox } {
  const { partner, userId, userName } = identity;
  const now = deps.now();
  const locale = localeIn(activity);
  if (locale !== undefined) person.lastLocale = locale;
  const press = activity.type === ActivityTypes.Message ? parseSubmit(activity.value) : undefined;
  const told = toldClock(activity);
  return {
    person,
    partner,
    userId,
    userName,
    words: words(person.language ?? person.lastLocale ?? localeFor(undefined), told),
    now,
    today: todayOf(localTimestamp(activity), partner.country, now),
    clock: rememberedClock(activity, told, partner, person),
    toldClock: told ?? {},
    partnerCenter: deps.partnerCenterOf(partner),
    customers: deps.customers,
    directory: deps.directoryOf(partner),
    keptSubscriptions: deps.keptSubscriptionsOf(partner),
    agendaCustomers: deps.agendaCustomersOf(partner),
    jobs: deps.jobs,
    changes: deps.changes,
    audit: deps.audit,
    leases: deps.leases,
    morningUsers: deps.morningUsers,
    savedBundles: deps.savedBundles,
    notedChanges: deps.notedChanges,
    imports: deps.imports,
    purgeQuarantine: (texts) => deps.forgetSetAside(partner, texts),
    press,
    sent: sentFilesOf(activity),
    text: activity.text ?? '',
    // Only a press or an invoke names its card; a typed text may be a reply to any message.
    replies: createOutbox(
      press === undefined && activity.type === ActivityTypes.Message ? undefined : activity.replyToId,
    ),
    effects: [],
    chat: conversationKey(activity.conversation.id),
    conversation: { ...TurnContext.getConversationReference(activity) },
    isAdding: (lease, domain) => isAdding(deps, partner, lease, domain),
    fetchFile: ({ url }, mostBytes) => deps.fetchSent(url, activity.serviceUrl, mostBytes),
    readWorkbook,
    newId: () => newestFirst(now),
    newRequestId: randomUUID,
    newJobLease: (former) => deps.jobLeases.take(former),
    withinAnswerTime: (work) => withinAnswerTime(deps, work),
    waitBriefly: (work) => waitBriefly(deps, work),
  };
}

/**
 * The user's clock by this activity. A user who is sent the morning's message has it by the clock, and in the
 * conversation, of the latest activity: people travel, and a reinstalled bot has another conversation.
 */
function rememberedClock(
  activity: Activity,
  told: UserClock | undefined,
  { country }: Partner,
  person: User,
): UserClock {
  if (person.morning !== undefined) {
    const { timeZone, offset, sentOn } = person.morning;
    const reference = { ...TurnContext.getConversationReference(activity) };
    person.morning = { conversation: reference, ...(told ?? defined({ timeZone, offset })), ...defined({ sentOn }) };
  }
  return told ?? clockOfCountry(country);
}

function toldClock(activity: Activity): UserClock | undefined {
  const zone: unknown = activity.localTimezone;
  if (typeof zone === 'string' && isTimeZone(zone)) return { timeZone: zone };
  const offset = offsetIn(localTimestamp(activity));
  return offset === undefined ? undefined : { offset };
}

const clientInfo = z.object({ type: z.literal('clientInfo'), locale: z.string() });

/**
 * The client's language: the activity's `locale`, else that of its `clientInfo`; undefined without either, as on iOS.
 */
function localeIn({ locale, entities }: Activity): Locale | undefined {
  const sent: unknown = entities;
  const named = Array.isArray(sent) ? sent.map((one) => clientInfo.safeParse(one).data?.locale) : [];
  const tag = [locale, ...named].find((one) => one !== undefined && one !== '');
  return tag === undefined ? undefined : localeFor(tag);
}

async function withinAnswerTime<T>({ answerTime }: TurnDeps, work: Promise<T>): Promise<T> {
  const late = Symbol('late');
  const answer = await withTimeout(work, answerTime, late);
  if (answer === late) throw new PartnerCenterError({ reason: 'unavailable' }, '', true);
  return answer;
}

/** Waits for the work, but at most a quarter of the answer time; errors are ignored. */
const waitBriefly = async ({ answerTime }: TurnDeps, work: Promise<unknown>): Promise<void> =>
  withTimeout(
    work.then(
      () => undefined,
      () => undefined,
    ),
    answerTime / 4,
    undefined,
  );

// The SDK turns localTimestamp into a Date, which loses the offset; `rawLocalTimestamp` is the text as sent.
const localTimestamp = (activity: Activity): string | undefined =>
  'rawLocalTimestamp' in activity && typeof activity.rawLocalTimestamp === 'string'
    ? activity.rawLocalTimestamp
    : undefined;

/** A new id that sorts before all earlier ones: the milliseconds left until the year 2286, and a random suffix. */
const newestFirst = (now: Date): string =>
  (9_999_999_999_999 - now.getTime()).toString(36).padStart(9, '0') + randomBytes(4).toString('hex');

/** True while the colleague's draft with this domain exists; a domain lease outlives its draft. */
async function isAdding({ people }: TurnDeps, partner: Partner, lease: DomainLease, domain: string): Promise<boolean> {
  const colleague = await unlessNewer(people.get(partner.tenantId, lease.userId));
  const draft = colleague?.value.drafts.find(({ id }) => id === lease.draft);
  return draft !== undefined && fullDomain(draft.accepted['company'] ?? {}, { cloud: cloud(partner.cloud) }) === domain;
}
