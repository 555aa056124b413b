import { eventually } from '../eventually.ts';
import { pass, startRelay, type Relay } from './relay.ts';

/** A channel that can be made slow: it stands before a connector and holds calls back until they are released. */
export interface Hold extends Relay {
  /** From now on calls wait. */
  readonly hold: () => void;
  /** Waits until so many calls are held. */
  readonly held: (calls: number) => Promise<void>;
  /** Lets them, and all that follow, go on. */
  readonly release: () => void;
}

/** Starts one before the connector of that URL; close it in `after`. */
export async function startHold(target: string): Promise<Hold> {
  let holding = false;
  let waiting: (() => void)[] = [];
  const relay = await startRelay((req, res) => {
    const go = (): void => pass(target, req, res);
    if (holding) waiting.push(go);
    else go();
  });
  return {
    ...relay,
    hold: () => void (holding = true),
    held: async (calls) => void (await eventually('calls are held', () => waiting.length >= calls)),
    release() {
      holding = false;
      const released = waiting;
      waiting = [];
      for (const go of released) go();
    },
  };
}
