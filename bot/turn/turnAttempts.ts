import type { Effect, Turn } from '../../dialogs/turn.ts';
import type { TurnDeps } from './createTurn.ts';
import { withOwnWrites } from './ownWrites.ts';

/**
 * The attempts of one turn: where another process saved the user's state first, the turn is run again on the newer state. Each
 * attempt has the documents as they were before the earlier ones wrote to them, and makes the same ids, so that it comes to
 * the same answer and leaves the same documents.
 */
export class TurnAttempts {
  readonly #deps: TurnDeps;
  readonly #ids: string[] = [];
  readonly #effects: (readonly Effect[])[] = [];

  constructor(deps: TurnDeps) {
    const { customers, jobs, changes, leases, morningUsers, savedBundles, notedChanges, imports } = deps;
    const attempt = (): number => this.#effects.length;
    this.#deps = {
      ...deps,
      customers: withOwnWrites(customers, attempt),
      jobs: withOwnWrites(jobs, attempt),
      changes: withOwnWrites(changes, attempt),
      leases: withOwnWrites(leases, attempt),
      morningUsers: withOwnWrites(morningUsers, attempt),
      savedBundles: withOwnWrites(savedBundles, attempt),
      notedChanges: withOwnWrites(notedChanges, attempt),
      imports: {
        heads: withOwnWrites(imports.heads, attempt),
        rows: withOwnWrites(imports.rows, attempt),
        reservations: withOwnWrites(imports.reservations, attempt),
      },
    };
  }

  /** The turn of the next attempt, which `create` makes. */
  next<T extends Turn>(create: (deps: TurnDeps) => T): T {
    const turn = create(this.#deps);
    this.#effects.push(turn.effects);
    let made = 0;
    return {
      ...turn,
      newId: () => {
        made += 1;
        return (this.#ids[made - 1] ??= turn.newId());
      },
    };
  }

  /** The effects of all attempts that the last one does not have: what an attempt wrote for them may stay. */
  leftEffects(): readonly Effect[] {
    const last = new Set(this.#effects.at(-1)?.map(nameOf));
    return this.effects().filter((effect) => !last.has(nameOf(effect)));
  }

  /** The effects of all attempts. */
  effects(): readonly Effect[] {
    return this.#effects.flat();
  }
}

const nameOf = (effect: Effect): string => ('id' in effect ? `${effect.kind} ${effect.id}` : effect.kind);
