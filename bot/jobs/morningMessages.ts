import { morningCard } from '../../cards/agendaCards.ts';
import { type AgendaSource, readAgenda } from '../../dialogs/agenda/agenda.ts';
import { dueMorning, nextMorning } from '../../dialogs/agenda/morningTime.ts';
import { may } from '../../dialogs/rights.ts';
import { localeFor, words } from '../../locales/words.ts';
import type { MorningUser, User } from '../../model/user.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { insertOnce } from '../../storage/conflicts.ts';
import { type Collection, itemsOfPartners } from '../../storage/collection.ts';
import { ChannelError } from '../http/connectorClient.ts';
import { safeError } from '../log.ts';
import type { TurnDeps } from '../turn/createTurn.ts';
import { cardActivity } from '../turn/replies.ts';
import type { Turns } from '../turn/turns.ts';
import type { JobDeps } from './deps.ts';
import { rememberResult } from './rememberResult.ts';
import { createWakeTimers, type WakeTimers } from './wakeUp.ts';

/** Dependencies of the morning's messages. */
export interface MorningDeps
  extends
    Pick<JobDeps, 'partners' | 'now' | 'later' | 'lookEvery' | 'takeUpAfter' | 'resume' | 'log'>,
    Pick<TurnDeps, 'partnerCenterOf' | 'jobs' | 'changes' | 'keptSubscriptionsOf' | 'agendaCustomersOf'> {
  readonly people: Collection<User>;
  readonly morningUsers: Collection<MorningUser>;
  readonly turns: Turns;
  /** Runs work in the background; only the end of the process waits for it. */
  readonly background: (work: Promise<void>) => void;
}

/** Sends users who asked for it what waits for them, once a working day; who did is in their documents. */
export interface MorningMessages {
  /** Begins to wait for the mornings of a user who has just asked for the message. */
  schedule(partner: Partner, userId: string): void;
  /** Begins to wait for the mornings of all users who asked for it, here or in another process, since the last call. */
  resumeAll(): Promise<void>;
}

/** Creates the morning's messages. */
export function createMorningMessages(deps: MorningDeps): MorningMessages {
  const timers = createWakeTimers(deps);
  return {
    schedule: (partner, userId) => deps.background(noteAndLook(deps, timers, partner, userId)),
    async resumeAll() {
      for await (const { partner, id } of itemsOfPartners(deps.morningUsers, deps.partners()))
        if (!timers.has(timerOf(partner, id))) deps.background(look(deps, timers, partner, id));
    },
  };
}

const timerOf = ({ tenantId }: Partner, userId: string): string => `${tenantId}/${userId}`;

/** Looks after a user who has just asked for it; a look that came before the turn was saved has removed the note. */
async function noteAndLook(deps: MorningDeps, timers: WakeTimers, partner: Partner, userId: string): Promise<void> {
  const { morningUsers, now, log } = deps;
  try {
    await insertOnce(morningUsers, partner.tenantId, userId, { at: now().toISOString() });
  } catch (error) {
    log.error({ err: safeError(error) }, 'the note of a morning’s message could not be written');
  }
  await look(deps, timers, partner, userId);
}

/** Sends the message of a user where it is due, and looks again the next morning; ends when it was switched off. */
async function look(deps: MorningDeps, timers: WakeTimers, partner: Partner, userId: string): Promise<void> {
  const { people, now, log, later, takeUpAfter, background } = deps;
  const again = (): void => background(look(deps, timers, partner, userId));
  try {
    const morning = (await people.get(partner.tenantId, userId))?.value.morning;
    if (morning === undefined) return await forget(deps, partner, userId);
    if (dueMorning(morning, partner.country, now()) !== undefined && hasRights(deps, partner, userId))
      await sendMorning(deps, partner, userId);
    timers.set(timerOf(partner, userId), nextMorning(morning, now()), again);
  } catch (error) {
    log.error({ err: safeError(error) }, 'the morning’s messages stopped; they are taken up again');
    later(again, takeUpAfter);
  }
}

/** Removes the note of a user who switched it off. */
async function forget({ morningUsers }: MorningDeps, { tenantId }: Partner, userId: string): Promise<void> {
  const note = await morningUsers.get(tenantId, userId);
  if (note !== undefined) await morningUsers.remove(tenantId, userId, note.etag);
}

/** False for a user who was removed from the partner's users. */
function hasRights({ partnerCenterOf }: MorningDeps, partner: Partner, userId: string): boolean {
  const partnerCenter = partnerCenterOf(partner);
  return (['view', 'add', 'manage', 'remove'] as const).some((right) => may({ partner, userId, partnerCenter }, right));
}

/** Sends what waits for the user, if anything does. The day is stored first: a message is rather lost than sent twice. */
async function sendMorning(deps: MorningDeps, partner: Partner, userId: string): Promise<void> {
  const reading = deps.agendaCustomersOf(partner);
  reading.begin(true);
  await reading.finished();
  const person = await takeDay(deps, partner, userId);
  if (person?.morning === undefined) return;
  const agenda = await readAgenda(agendaSource(deps, partner, userId, person));
  if (agenda.entries.length === 0) return;
  const { conversation } = person.morning;
  const card = morningCard(agenda);
  try {
    await deps.resume(conversation, async (context) => void (await context.sendActivity(cardActivity(card))));
    await rememberResult(deps, partner, { userId, card });
  } catch (error) {
    deps.log.info({ err: safeError(error) }, 'a morning’s message could not be sent');
    if (isFinalRefusal(error)) await switchOff(deps, partner, userId);
  }
}

/** True where the channel will refuse every message: the bot was uninstalled or blocked, or the conversation is gone. */
const isFinalRefusal = (error: unknown): boolean =>
  error instanceof ChannelError && (error.statusCode === 403 || error.statusCode === 404);

/** The user, with the day stored as that of the last message; undefined where it is not due any more. */
async function takeDay(
  { turns, now }: MorningDeps,
  { tenantId, country }: Partner,
  userId: string,
): Promise<User | undefined> {
  let taken: User | undefined;
  await turns.run(
    tenantId,
    userId,
    async ({ person }) => {
      const day = person.morning === undefined ? undefined : dueMorning(person.morning, country, now());
      if (person.morning === undefined || day === undefined) return { save: false, result: undefined };
      person.morning = { ...person.morning, sentOn: day };
      return { save: true, result: person };
    },
    async (result) => void (taken = result),
  );
  return taken;
}

const switchOff = ({ turns }: MorningDeps, { tenantId }: Partner, userId: string): Promise<void> =>
  turns.run(
    tenantId,
    userId,
    async ({ person }) => {
      delete person.morning;
      return { save: true, result: undefined };
    },
    async () => undefined,
  );

const agendaSource = (deps: MorningDeps, partner: Partner, userId: string, person: User): AgendaSource => ({
  person,
  partner,
  userId,
  words: words(person.language ?? person.lastLocale ?? localeFor(undefined), person.morning),
  now: deps.now(),
  partnerCenter: deps.partnerCenterOf(partner),
  jobs: deps.jobs,
  changes: deps.changes,
  keptSubscriptions: deps.keptSubscriptionsOf(partner),
  agendaCustomers: deps.agendaCustomersOf(partner),
});
