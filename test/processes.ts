import type { DocumentKey, Documents } from '../storage/documents.ts';
import { type Client, client, type ClientOptions } from './client.ts';
import { startTestBot, type TestBot } from './testBot.ts';

/** One process among several on the same records, which stands still where a test says so. */
export interface Process {
  readonly bot: TestBot;
  /** Stands still at its nth write from now on: before it, or when it was done and before its answer. */
  freezeAt(write: number, when: 'before' | 'after'): void;
  /** Stands still at once. */
  freeze(): void;
  /** How often it has looked for what others left. */
  readonly looks: number;
  /** True while it stands still. */
  readonly isFrozen: boolean;
  /** Writes since the last `freezeAt`. */
  readonly writes: readonly string[];
  /** Goes on. */
  thaw(): void;
}

/** Processes on the same records. */
export interface Processes {
  /** Starts one more. */
  start(more?: object): Promise<Process>;
  /** A person whose messages go to that process. */
  person(process: Process, options?: ClientOptions): Client;
  /** Lets time pass on the clock that nobody sets, so that the lease of a process which stands still runs out. */
  pass(milliseconds: number): void;
  /** Stops all. */
  stop(): Promise<void>;
}

/** Processes on the records that `open` gives each of them, with the options of a test bot. */
export function processesOn(open: () => Promise<Documents>, options = {}): Processes {
  const started: Process[] = [];
  let passed = 0;
  return {
    async start(more = {}) {
      const gate = createGate();
      const shared = await open();
      const bot = await startTestBot({
        takeUpEvery: 10,
        elapsed: () => performance.now() + passed,
        ...options,
        ...more,
        ...(started[0] === undefined ? {} : { beside: started[0].bot }),
        documentsOf: (own) => {
          const close = async (): Promise<void> => void (await Promise.all([own.close(), shared.close()]));
          return gate.around({ ...shared, shared: true, close });
        },
      });
      const process = { bot, ...gate.control };
      // Getters of the gate.
      Object.defineProperties(process, Object.getOwnPropertyDescriptors(gate.control));
      started.push(process);
      return process;
    },
    person: ({ bot }, more) => client(bot, more),
    pass: (milliseconds) => void (passed += milliseconds),
    async stop() {
      for (const process of started) process.thaw();
      for (const { bot } of started.splice(0).toReversed()) await bot.stop();
    },
  };
}

/** What lets the calls of a process through, until it is to stand still. */
function createGate() {
  let release: (() => void) | undefined;
  let gate = Promise.resolve();
  let at: { readonly write: number; readonly when: 'before' | 'after' } | undefined;
  let writes: string[] = [];
  let looks = 0;
  const freeze = (): void => {
    at = undefined;
    gate = new Promise((resolve) => (release = resolve));
  };
  const write =
    <A extends readonly [DocumentKey, ...unknown[]], R>(name: string, call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      await gate;
      writes.push(`${name} ${given[0].kind}`);
      const stops = at?.write === writes.length ? at.when : undefined;
      if (stops === 'before') freeze();
      await gate;
      try {
        return await call(...given);
      } finally {
        if (stops === 'after') freeze();
        await gate;
      }
    };
  const read =
    <A extends readonly unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      await gate;
      return call(...given);
    };
  return {
    around: ({ listOfAll, ...documents }: Documents): Documents => ({
      ...documents,
      ...(listOfAll === undefined
        ? {}
        : {
            listOfAll: read((kind: string) => {
              if (kind === 'jobs') looks += 1;
              return listOfAll(kind);
            }),
          }),
      get: read((...given: Parameters<Documents['get']>) => documents.get(...given)),
      list: read((kind, ...given) => {
        if (kind === 'jobs') looks += 1;
        return documents.list(kind, ...given);
      }),
      insert: write('insert', (...given: Parameters<Documents['insert']>) => documents.insert(...given)),
      replace: write('replace', (...given: Parameters<Documents['replace']>) => documents.replace(...given)),
      remove: write('remove', (...given: Parameters<Documents['remove']>) => documents.remove(...given)),
    }),
    control: {
      freeze,
      get looks() {
        return looks;
      },
      freezeAt(number: number, when: 'before' | 'after') {
        writes = [];
        at = { write: number, when };
      },
      get isFrozen() {
        return release !== undefined;
      },
      get writes() {
        return writes;
      },
      thaw() {
        at = undefined;
        release?.();
        release = undefined;
      },
    },
  };
}
