/** Turns of a user that are under way or wait for one another: each holds a request open, and takes a place of all users'. */
export interface Waiting {
  /** `taken`: it may wait, until `leave`. `refused`: there are too many, and they should be told; `silent`: they were told. */
  enter(name: string): 'taken' | 'refused' | 'silent';
  leave(name: string): void;
}

/** Most turns of one user at once. */
const mostAtOnce = 40;

/** Waiting turns, at most so many a user; who sends more is told once, until none of theirs waits any more. */
export function createWaiting(most = mostAtOnce): Waiting {
  const waiting = new Map<string, { turns: number; told: boolean }>();
  return {
    enter(name) {
      const of = waiting.get(name) ?? { turns: 0, told: false };
      waiting.set(name, of);
      if (of.turns >= most) {
        const answer = of.told ? 'silent' : 'refused';
        of.told = true;
        return answer;
      }
      of.turns += 1;
      return 'taken';
    },
    leave(name) {
      const of = waiting.get(name);
      if (of === undefined) return;
      of.turns -= 1;
      if (of.turns === 0) waiting.delete(name);
    },
  };
}
