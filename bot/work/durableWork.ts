import type { Partner } from '../../partner-center/partner.ts';
import { everyItem, type Collection, type Item } from '../../storage/collection.ts';
import { keyQueue } from '../../storage/keyQueue.ts';
import { failure } from '../log.ts';
import { unheardBy } from './unheard.ts';
import { alarms, isDue } from './wakeUp.ts';
import type { WorkTools } from './workTools.ts';

/** A piece of work that outlives its turn, as far as all kinds are alike. */
export interface Work {
  readonly id: string;
  readonly state: 'intended' | 'running' | 'unfinished' | 'done';
  /** Finish was pressed, and it was not taken up yet. */
  readonly finishing?: boolean;
  /** When it goes on by itself while it is unfinished, in ISO 8601. */
  readonly wakeAt?: string;
  readonly userId: string;
  readonly conversation: Readonly<Record<string, unknown>>;
  readonly progressCard?: string;
}

/** How a run of a piece of work ended. */
export interface Ended {
  readonly userId: string;
  /** The partner was told. */
  readonly heard: boolean;
  /** When it goes on by itself, in ISO 8601, where it is not over. */
  readonly wakeAt?: string;
}

/** One kind of work. */
export interface Kind<W extends Work> {
  /** As logs call it. */
  readonly name: string;
  readonly stored: Collection<W>;
  /** Does what is left of it, and tells how it ended; what is stored is `item`. */
  carryOut(partner: Partner, item: Item<W>): Promise<Ended>;
  /** Unfinished work as it is taken up again; `woken`: nobody pressed Finish, its time has come. */
  again(work: W, woken: boolean): W;
  /** Work whose end is told in another conversation. */
  elsewhere(work: W, conversation: W['conversation']): W;
  /** Looks after what else work needs; true when there is no more to be done. */
  looksAfter?(partner: Partner, work: W): boolean;
}

/** Work on its way: done once, one piece of work on a document at a time, and gone on with after whatever stopped it. */
export interface DurableWork {
  /** Begins; `progressCard` is kept up to date. */
  submit(partner: Partner, id: string, progressCard: string | undefined): Promise<void>;
  /**
   * For a turn that submits or finishes and failed: goes on if it was saved all the same, and forgets its intent if it was
   * not. What Finish was pressed for goes on.
   */
  reconsider(partner: Partner, id: string): Promise<void>;
  /** Takes up what failed. */
  finish(partner: Partner, id: string, progressCard?: string): Promise<void>;
  /** Takes up what waits for a time before that has come: there is reason to think that it can be done now. */
  wake(partner: Partner, id: string): Promise<void>;
  /** Goes on with everything a former process left. */
  resumeAll(): Promise<void>;
  /** Says again, in this conversation, what could not be said to this user. */
  remind(partner: Partner, userId: string, conversation: Work['conversation']): Promise<void>;
  /** Waits for what is under way on that document, then runs `work`; what stops it is logged, and taken up again. */
  guarded(partner: Partner, id: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

type Tools = Pick<WorkTools, 'partners' | 'log' | 'later' | 'now' | 'lookEvery' | 'takeUpAfter' | 'wasSubmitted'>;

/** What the stored work is turned into before it is carried out; undefined: there is nothing to do. */
type Begin<W> = (work: W) => W | undefined;

/** Work of that kind, with those tools. */
export function durableWork<W extends Work>(tools: Tools, kind: Kind<W>): DurableWork {
  const queue = keyQueue();
  const { log, later, now, takeUpAfter } = tools;
  const { name, stored } = kind;
  const unheard = unheardBy();
  const setAlarm = alarms(tools);

  // Nothing waits for it: what stops one (storage above all) is logged, and it is taken up again.
  const guarded = (partner: Partner, id: string, work: () => Promise<void>): Promise<void> =>
    queue.run(`${partner.tenantId}/${id}`, async () => {
      try {
        await work();
      } catch (error) {
        log.error({ err: failure(error), [name]: id }, `${name} stopped; it is taken up again`);
        later(() => void guarded(partner, id, () => takeUp(partner, id)), takeUpAfter);
      }
    });

  const run = async (partner: Partner, id: string, begin: Begin<W>): Promise<void> => {
    const item = await begun(stored, partner, id, begin);
    if (item === undefined) return;
    const { userId, heard, wakeAt } = await kind.carryOut(partner, item);
    if (!heard) unheard.add(partner, userId, id);
    wakeLater(partner, id, wakeAt);
  };

  const wakeLater = (partner: Partner, id: string, wakeAt: string | undefined): void => {
    if (wakeAt === undefined) return;
    setAlarm(`${partner.tenantId}/${id}`, wakeAt, () => void guarded(partner, id, () => takeUp(partner, id)));
  };

  /** Goes on with it from wherever it was left. */
  const takeUp = async (partner: Partner, id: string): Promise<void> => {
    const work = (await stored.get(partner.tenantId, id))?.value;
    if (work === undefined || kind.looksAfter?.(partner, work) === true) return;
    const waits = work.state === 'unfinished' && work.finishing !== true;
    if (waits && !isDue(work, now())) return wakeLater(partner, id, work.wakeAt);
    const discard = (): Promise<void> => discardIntent(stored, partner, id);
    if (work.state === 'intended' && !(await tools.wasSubmitted(partner, work, discard))) return;
    await run(partner, id, (left) => {
      if (left.state === 'done') return left;
      return runs(left.state === 'unfinished' ? kind.again(left, left.finishing !== true) : left, undefined);
    });
  };

  return {
    submit: (partner, id, card) =>
      guarded(partner, id, () =>
        run(partner, id, (work) => (work.state === 'intended' ? runs(work, card) : undefined)),
      ),
    reconsider: (partner, id) => guarded(partner, id, () => takeUp(partner, id)),
    finish: (partner, id, card) =>
      guarded(partner, id, () =>
        run(partner, id, (work) => (work.state === 'unfinished' ? runs(kind.again(work, false), card) : undefined)),
      ),
    wake: (partner, id) =>
      guarded(partner, id, () =>
        run(partner, id, (work) =>
          work.state === 'unfinished' && work.finishing !== true ? runs(kind.again(work, true), undefined) : undefined,
        ),
      ),
    async resumeAll() {
      for (const partner of tools.partners) {
        for await (const { id } of everyItem(stored, partner.tenantId))
          void guarded(partner, id, () => takeUp(partner, id));
      }
    },
    async remind(partner, userId, conversation) {
      for (const id of unheard.take(partner, userId)) {
        await guarded(partner, id, () => run(partner, id, (work) => kind.elsewhere(work, conversation)));
      }
    },
    guarded,
    idle: () => queue.idle(),
  };
}

const runs = <W extends Work>(work: W, progressCard: string | undefined): W => ({
  ...work,
  state: 'running',
  ...(progressCard === undefined ? {} : { progressCard }),
});

/** The stored work after `begin`, which is written down first. */
async function begun<W extends Work>(
  stored: Collection<W>,
  { tenantId }: Partner,
  id: string,
  begin: Begin<W>,
): Promise<Item<W> | undefined> {
  const item = await stored.get(tenantId, id);
  const value = item === undefined ? undefined : begin(item.value);
  if (item === undefined || value === undefined) return undefined;
  return value === item.value ? item : { id, value, etag: await stored.replace(tenantId, id, value, item.etag) };
}

/** Removes an intent whose turn was never saved: what it came from is still there, and may be submitted anew. */
async function discardIntent<W extends Work>(stored: Collection<W>, { tenantId }: Partner, id: string): Promise<void> {
  const item = await stored.get(tenantId, id);
  if (item?.value.state === 'intended') await stored.remove(tenantId, id, item.etag);
}
