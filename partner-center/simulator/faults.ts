import * as z from 'zod';

const number = z.coerce.number();

/** What can go wrong, for POST /simulator/faults. */
export const faultSchema = z.strictObject({
  /** See docs/simulator.md; `-after` faults let the work be done first. */
  kind: z.preprocess(
    String,
    z.enum([
      '202',
      '429',
      '429-after',
      '500',
      '500-after',
      'timeout-before',
      'timeout-after',
      'drop',
      'drop-after',
      'slow',
      'bom',
      'html',
      'error',
      'error-after',
      'answer',
      'line-error',
      'order-error',
      'item-without-id',
      'next-in-address',
    ]),
  ),
  method: z.string().toUpperCase().exactOptional(),
  /** A path without its query; `*` stands for one part, `**` for any number. */
  path: z.string().startsWith('/').default('/**'),
  /** How many calls it befalls. */
  times: z.int().min(1).default(1),
  /** How many fitting calls it lets pass first. */
  skip: z.int().min(0).default(0),
  /** Seconds, or a date: the Retry-After of 429. */
  retryAfter: z.union([z.string(), z.number()]).default(1),
  /** Milliseconds, of `slow`. */
  delay: number.pipe(z.int().min(0).max(600_000)).default(1000),
  /** Of `error`, `error-after`, `line-error` and `order-error`. */
  code: z.preprocess((code) => (typeof code === 'number' ? String(code) : code), z.string()).exactOptional(),
  /** Of `error` and `error-after`: the sentence in place of the documented one, and the properties it names. */
  description: z.string().exactOptional(),
  data: z.array(z.string()).exactOptional(),
  /** Of `answer`, `error`, `error-after` and `html`. */
  status: z.int().min(200).max(599).exactOptional(),
  body: z.unknown().optional(),
});

/** A fault as one asks for it. */
export type FaultRequest = z.input<typeof faultSchema>;

/** A fault as it is kept. */
export type Fault = z.output<typeof faultSchema>;

/** The faults to come. */
export interface Faults {
  readonly add: (fault: Fault) => void;
  /** The fault that befalls a call, if any; the earliest added that fits. */
  readonly take: (method: string, path: string) => Fault | undefined;
  readonly list: () => readonly Fault[];
  readonly clear: () => void;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const pattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('**')
      .map((part) => part.split('*').map(escaped).join('[^/]*'))
      .join('.*')}$`,
    'i',
  );

/** No faults yet. */
export const createFaults = (): Faults => {
  let faults: readonly Fault[] = [];
  const replace = (fault: Fault, next: readonly Fault[]): void => {
    faults = faults.flatMap((one) => (one === fault ? next : [one]));
  };
  return {
    add: (fault) => {
      faults = [...faults, fault];
    },
    take: (method, path) => {
      const fits = faults.filter((one) => (one.method ?? method) === method && pattern(one.path).test(path));
      for (const fault of fits) {
        const { skip, times } = fault;
        if (skip === 0) {
          replace(fault, times > 1 ? [{ ...fault, times: times - 1 }] : []);
          return fault;
        }
        replace(fault, [{ ...fault, skip: skip - 1 }]);
      }
      return undefined;
    },
    list: () => faults,
    clear: () => {
      faults = [];
    },
  };
};
