import assert from 'node:assert/strict';
import { leaseTime } from '../bot/jobs/jobLeases.ts';
import { words } from '../locales/words.ts';
import { minute } from '../lib/durations.ts';
import { samplePartners } from '../partner-center/rules/samplePartners.ts';
import { submissions } from '../storage/collections.ts';
import { updateItem } from '../storage/conflicts.ts';
import type { Documents } from '../storage/documents.ts';
import { PartnerCenterError } from '../partner-center/rules/fault.ts';
import { passwordsOf } from './cardReading.ts';
import type { Client } from './client.ts';
import { eventually } from './eventually.ts';
import { unavailable } from './partnerCenterSpy.ts';
import { type Process, type Processes, processesOn } from './processes.ts';
import { momentsUpTo } from './reliability/moments.ts';
import { openCustomer, withCustomer } from './conversations/withCustomer.ts';
import { offer } from './conversations/existing.ts';
import { isConfirmed, partnerOf, toReview } from './conversations/walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const options = { partners: samplePartners.slice(0, 2) };

/** Writes of the turn in which something is begun: its intent, the note of the user's own changes, the user. */
const writesOfTurn = 3;

/** Writes of a submission, from Submit to its confirmation, in this order; the first ones are those of the turn. */
const writes = 15;

/** Writes of a change of licenses, as of a submission. */
const writesOfChange = 8;

const passwordsIn = (user: Client): string[] => user.cards().flatMap(passwordsOf);

const busy = (retryAfter: number) => ({
  error: new PartnerCenterError({ reason: 'throttled', retryAfter }, 'correlation-1', true),
});

/** A new empty store, which each process opens. */
type NewStore = () => () => Promise<Documents>;

/** The promises of submissions and changes where several processes work on the records of such a store. */
export function handoverSuite(store: string, newStore: NewStore): void {
  describe(`a submission, where several processes work on ${store},`, () => submissionHandover(newStore));
  describe(`a change, where several processes work on ${store},`, () => changeHandover(newStore));
}

function submissionHandover(newStore: NewStore): void {
  let processes: Processes;
  let open: () => Promise<Documents>;
  beforeEach(() => {
    open = newStore();
    processes = processesOn(open, options);
  });
  afterEach(() => processes.stop());

  /** Two processes, and somebody who is about to press Submit in the chat with the first. */
  async function aboutToSubmit(more: object = {}) {
    const first = await processes.start(more);
    const second = await processes.start();
    const user = processes.person(first, { manner: 'teams', partner });
    await toReview(user);
    return { first, second, user };
  }

  const created = (...of: readonly Process[]) => of.flatMap(({ bot }) => bot.partnerCenter.of('createCustomer'));
  const jobs = async ({ bot }: Process) => bot.jobsOf(partner);

  /** Lets the lease of a process that stands still run out, until it is so. */
  const takenOver = (what: string, is: () => boolean | Promise<boolean>): Promise<boolean> => {
    let passedAt = -Infinity;
    return eventually(what, () => {
      // Not at every look: on a slow machine so much time would pass that a password is blanked.
      if (performance.now() - passedAt > 50) {
        processes.pass(leaseTime);
        passedAt = performance.now();
      }
      return is();
    });
  };

  for (const when of ['before', 'after'] as const)
    for (const write of momentsUpTo(writes))
      it(`is finished by the other where one stands still ${when} write ${String(write)}, once`, async () => {
        const { first, second, user } = await aboutToSubmit();
        first.freezeAt(write, when);
        const press = user.framed(user.pressed('submit'));
        const pressed = user.send(press);
        await eventually('it stands still', () => first.isFrozen);
        const other = processes.person(second, { manner: 'teams', partner, ...user });
        // The channel has no answer, and repeats what was pressed.
        if (write <= writesOfTurn) assert.equal(await other.send(press), 200);
        const isConfirmedAt = write === writes && when === 'after' ? first : second;
        await takenOver('the confirmation is there', () => isConfirmed(user));
        first.thaw();
        assert.equal(await pressed, 200);
        await takenOver('nothing is under way', async () =>
          (await jobs(isConfirmedAt)).every(({ state, confirmedAt }) => state === 'done' && confirmedAt !== undefined),
        );
        assert.equal((await second.bot.customersOf(partner)).length, 1);
        assert.equal(new Set(created(first, second).map(({ requestId }) => requestId)).size, 1);
        assert.ok(passwordsIn(user).length > 0 || user.has('newPassword'), 'a password, or the offer of a new one');
        assert.ok(new Set(passwordsIn(user)).size <= 1);
        first.bot.clock.now = new Date(first.bot.clock.now.getTime() + 11 * minute);
        await eventually('no password stands in the chat', () => passwordsIn(user).length === 0);
      });

  it('stays with its process while that lives, whoever starts meanwhile, and its password is shown', async () => {
    const { first, second, user } = await aboutToSubmit();
    const release = first.bot.partnerCenter.hold('createCustomer');
    await user.press('submit');
    await eventually('it is being made', () => created(first).length === 1);
    const third = await processes.start();
    const seen = [second.looks, third.looks];
    await eventually('the others have looked', () => second.looks > (seen[0] ?? 0) + 9 && third.looks > 9);
    release();
    await user.until(() => isConfirmed(user));
    assert.equal(passwordsIn(user).length, 1);
    assert.equal(created(second, third).length, 0);
  });

  it('is given back by a process that is told to end, and gone on with at once', async () => {
    const { first, second, user } = await aboutToSubmit({ waits: [60 * minute] });
    first.bot.partnerCenter.fail('createCustomer', unavailable());
    await user.press('submit');
    await eventually('it waits for the next attempt', () => created(first).length === 1);
    await first.bot.end();
    await user.until(() => isConfirmed(user));
    assert.equal(created(second).length, 1);
    assert.equal(passwordsIn(user).length, 1);
  });

  it('that stopped between two steps is gone on with, without a restart, also as version 0.1 leaves it', async () => {
    const { first, second, user } = await aboutToSubmit();
    first.freezeAt(writesOfTurn + 2, 'after');
    await user.press('submit');
    await eventually('it stands still', () => first.isFrozen);
    const [left] = await jobs(second);
    assert.ok(left);
    await updateItem(submissions(await open()), partner.tenantId, left.id, ({ lease: _none, ...job }) => job);
    await user.until(() => isConfirmed(user));
    assert.equal((await second.bot.customersOf(partner)).length, 1);
  });

  it('goes on at its time in another process, and has its password blanked by it', async () => {
    const { first, second, user } = await aboutToSubmit();
    first.bot.partnerCenter.fail('createCustomer', busy(300));
    await user.press('submit');
    await eventually('it waits', async () => (await jobs(first))[0]?.wakeAt !== undefined);
    first.freeze();
    first.bot.clock.now = new Date(first.bot.clock.now.getTime() + 6 * minute);
    await user.until(() => isConfirmed(user));
    assert.equal(passwordsIn(user).length, 1);
    assert.equal(created(second).length, 1);
    await eventually('the confirmation is noted', async () => (await jobs(second))[0]?.confirmedAt !== undefined);
    second.freeze();
    const third = await processes.start();
    third.bot.clock.now = new Date(third.bot.clock.now.getTime() + 11 * minute);
    await eventually('the password is blanked', () => passwordsIn(user).length === 0);
  });
}

function changeHandover(newStore: NewStore): void {
  let processes: Processes;
  beforeEach(() => {
    processes = processesOn(newStore(), options);
  });
  afterEach(() => processes.stop());

  for (const when of ['before', 'after'] as const)
    for (const write of momentsUpTo(writesOfChange))
      it(`is finished by the other where one stands still ${when} write ${String(write)}, once`, async () => {
        const first = await processes.start();
        const second = await processes.start();
        const user = processes.person(first, { manner: 'teams', partner });
        await withCustomer(first.bot, user);
        await user.press('subscriptions');
        await user.press('licenses');
        first.freezeAt(write, when);
        const press = user.framed(user.pressed('setLicenses', { quantity: '8' }));
        const pressed = user.send(press);
        await eventually('it stands still', () => first.isFrozen);
        const other = processes.person(second, { manner: 'teams', partner, ...user });
        if (write <= writesOfTurn) assert.equal(await other.send(press), 200);
        const isOver = async (): Promise<boolean> => (await second.bot.changesOf(partner)).length === 0;
        await eventually('it is told and over', async () => {
          processes.pass(leaseTime);
          return user.title() === t('changed.title') && isOver();
        });
        first.thaw();
        assert.equal(await pressed, 200);
        await eventually('nothing is under way', async () => {
          processes.pass(leaseTime);
          return isOver();
        });
        const changed = [first, second].flatMap(({ bot }) => bot.partnerCenter.of('changeQuantity'));
        assert.equal(new Set(changed.map(({ requestId }) => requestId)).size, 1);
      });

  /** Two processes, and somebody with an order that waits to be tried again; messages of `other` go to the second one. */
  async function waitingOrder() {
    const first = await processes.start();
    const second = await processes.start();
    const user = processes.person(first, { manner: 'teams', partner });
    const record = await withCustomer(first.bot, user);
    await user.press('addSubscription');
    await user.press(`add ${offer.business}`);
    await user.press('next');
    first.bot.partnerCenter.fail('order', busy(300));
    await user.press('submit');
    await eventually('it waits', async () => (await second.bot.changesOf(partner))[0]?.wakeAt !== undefined);
    await openCustomer(user, record);
    const other = processes.person(second, { manner: 'teams', partner, ...user });
    return { first, second, user, other };
  }

  it('that is given up stays with the turn that did until it is saved, and is a draft then', async () => {
    const { first, second, user, other } = await waitingOrder();
    second.freezeAt(1, 'after');
    const pressed = other.send(other.pressed('dropChange'));
    await eventually('it is given up, and the turn not saved', () => second.isFrozen);
    const { looks } = first;
    await eventually('the other, whose timer it had, has looked', () => first.looks > looks + 9);
    // The turn is run again.
    await user.say('help');
    const said = first.bot.connector.calls.length;
    second.thaw();
    assert.equal(await pressed, 200);
    assert.deepEqual(
      first.bot.connector.calls.slice(said).flatMap(({ body }) => body.text ?? []),
      [t('change.dropped'), t('change.kept')],
    );
    await eventually('it is over', async () => (await second.bot.changesOf(partner)).length === 0);
    await user.say('drafts');
    assert.equal(user.title(), t('drafts.title'));
  });

  it('that was given up where the process stands still since is a draft at the next press, and one', async () => {
    const { first, second, user, other } = await waitingOrder();
    const card = user.card();
    // The change, and the user with what is said.
    first.freezeAt(2, 'after');
    const pressed = user.send(user.pressed('dropChange'));
    await eventually('it is given up', () => first.isFrozen);
    await other.press('dropChange', {}, card);
    await eventually('it is over', async () => (await second.bot.changesOf(partner)).length === 0);
    await other.say('drafts');
    assert.equal(other.named('continueDraft').length, 1);
    first.thaw();
    assert.equal(await pressed, 200);
    await other.say('drafts');
    assert.equal(other.named('continueDraft').length, 1);
  });

  it('that somebody has begun to finish is not listed as one to finish', async () => {
    const { first, user, other } = await waitingOrder();
    await other.say('unfinished');
    assert.equal(other.named('finishChange').length, 1);
    first.freezeAt(2, 'after');
    const pressed = user.send(user.pressed('finishChange'));
    await eventually('it is about to be finished', () => first.isFrozen);
    await other.say('unfinished');
    assert.equal(other.named('finishChange').length, 0);
    first.thaw();
    assert.equal(await pressed, 200);
  });
}
