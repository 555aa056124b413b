/** One request that reached the simulator, control calls apart; never its body or its token. */
export interface CallEntry {
  /** Counted from 1 since the start or the last reset. */
  readonly number: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  readonly requestId?: string;
  readonly correlationId?: string;
  /** Of the token, when there was a good one. */
  readonly token?: 'app-only' | 'app+user';
  /** What was answered, or would have been; 0 while nothing was. */
  readonly status: number;
  /** The fault that befell it. */
  readonly fault?: string;
  /** True when the answer of an earlier call was given again. */
  readonly replayed?: boolean;
}

/** The record of calls. */
export interface Calls {
  readonly begin: (entry: Omit<CallEntry, 'number' | 'status'>) => number;
  readonly note: (number: number, change: Partial<CallEntry>) => void;
  readonly list: () => readonly CallEntry[];
  readonly clear: () => void;
}

/** Nobody called yet. */
export const createCalls = (): Calls => {
  let entries: CallEntry[] = [];
  return {
    begin: (entry) => {
      entries.push({ number: entries.length + 1, status: 0, ...entry });
      return entries.length;
    },
    note: (number, change) => {
      const entry = entries[number - 1];
      if (entry !== undefined) entries[number - 1] = { ...entry, ...change };
    },
    list: () => [...entries],
    clear: () => {
      entries = [];
    },
  };
};
