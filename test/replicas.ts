import type { Bot } from '../bot/app.ts';
import { replicas } from './testStore.ts';

/** Bots that share their records and take what is sent in turns; one alone, unless the suite asks for more. */
export interface Replicas {
  /** The address of another one than before. */
  url(): string;
  /** Stops all, does something meanwhile, and starts as many. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** Starts them, `count` or as many as the suite asks for. */
export async function startReplicas(start: () => Promise<Bot>, count = replicas): Promise<Replicas> {
  let bots: readonly Bot[] = [];
  let asked = 0;
  const startAll = async (): Promise<void> => {
    bots = await Promise.all(Array.from({ length: count }, start));
  };
  const stop = async (): Promise<void> => void (await Promise.all(bots.map(async (bot) => bot.stop())));
  await startAll();
  return {
    url() {
      asked += 1;
      return `http://127.0.0.1:${String(bots[asked % bots.length]?.port)}`;
    },
    async restart(meanwhile) {
      await stop();
      await meanwhile?.();
      await startAll();
    },
    stop,
  };
}
