import type { Catalogue } from '../catalogue.ts';
import type { Offer } from '../offer.ts';
import { PartnerCenterError } from '../fault.ts';
import type { Reading } from './catalogue.ts';

/** Milliseconds after which a catalogue is read again; until that is done, what is there is used. */
const lifetime = 24 * 60 * 60_000;

/** Milliseconds after which a catalogue that could not be read is tried by itself. */
const patience = 60_000;

/** What is known of one country's catalogue. */
interface Kept {
  /** The last one that was read whole. */
  readonly whole?: Catalogue & { readonly at: number };
  /** The one on its way, or what it failed of. */
  readonly reading?: Reading;
  readonly failed?: { readonly error: PartnerCenterError; readonly at: number };
}

/** The catalogues of a partner's countries: each read once a day, in the background. */
export interface KeptCatalogues {
  /** What is known now; begins to read what is not there, and with `again` what could not be read. */
  readonly soFar: (country: string, again?: boolean) => Catalogue;
  /** Every offer that is known by now, of whichever country; nothing is read for it. */
  readonly known: () => readonly Offer[];
  /** The whole of it; raises PartnerCenterError when it cannot be read. */
  readonly whole: (country: string) => Promise<Catalogue>;
}

const stateOf = ({ whole, reading, failed }: Kept): Catalogue => {
  if (whole !== undefined) return whole;
  const known = { offers: reading?.offers() ?? [], sample: false, leftOut: reading?.leftOut() ?? 0 };
  if (failed === undefined) return { ...known, state: 'reading' };
  const { fault, correlationId } = failed.error;
  return { ...known, state: 'failed', fault: { ...fault, correlationId } };
};

/** Catalogues that `read` begins to read. */
export const keptCatalogues = (read: (country: string) => Reading, now: () => Date): KeptCatalogues => {
  const kept = new Map<string, Kept>();

  const begin = (country: string): Promise<void> => {
    const reading = read(country);
    const { whole } = kept.get(country) ?? {};
    const before = whole === undefined ? {} : { whole };
    kept.set(country, { ...before, reading });
    const ended = reading.done.then(
      () => {
        const read = { offers: reading.offers(), sample: false, leftOut: reading.leftOut(), state: 'read' as const };
        kept.set(country, { whole: { ...read, at: now().getTime() } });
      },
      (error: unknown) => {
        // What ends the process is no fault of the service.
        if (!(error instanceof PartnerCenterError)) kept.delete(country);
        else kept.set(country, { ...before, reading, failed: { error, at: now().getTime() } });
        throw error;
      },
    );
    // Nobody may be waiting for it.
    ended.catch(() => undefined);
    return ended;
  };

  /** Begins to read where there is nothing, or nothing that is still good. */
  const refresh = (country: string, again: boolean): void => {
    const { whole, reading, failed } = kept.get(country) ?? {};
    // Whichever way the clock is set meanwhile.
    const isSince = (at: number, milliseconds: number): boolean => Math.abs(now().getTime() - at) < milliseconds;
    const isOnItsWay = reading !== undefined && failed === undefined;
    const isGood = whole !== undefined && isSince(whole.at, lifetime);
    const rests = failed !== undefined && !again && isSince(failed.at, patience);
    if (!isOnItsWay && !isGood && !rests) void begin(country).catch(() => undefined);
  };

  return {
    soFar: (country, again = false) => {
      refresh(country, again);
      return stateOf(kept.get(country) ?? {});
    },
    known: () => [...kept.values()].flatMap((one) => stateOf(one).offers),
    whole: async (country) => {
      refresh(country, true);
      const { whole, reading } = kept.get(country) ?? {};
      if (whole !== undefined) return whole;
      await reading?.done;
      return stateOf(kept.get(country) ?? {});
    },
  };
};
