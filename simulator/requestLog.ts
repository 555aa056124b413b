/** One request that reached the simulator, except control requests; never its body or its token. */
export interface RequestLogEntry {
  /** Number from 1, counted since the start or the last reset. */
  readonly number: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  readonly requestId?: string;
  readonly correlationId?: string;
  /** Kind of the token, when it was valid. */
  readonly token?: 'app-only' | 'app+user';
  /** Status of the response, sent or suppressed by a fault; 0 before there is one. */
  readonly status: number;
  /** Kind of the fault injected into it. */
  readonly fault?: string;
  /** True when the stored response of an earlier request was repeated. */
  readonly replayed?: boolean;
}

/** Log of requests. */
export interface RequestLog {
  readonly begin: (entry: Omit<RequestLogEntry, 'number' | 'status'>) => number;
  readonly note: (number: number, change: Partial<RequestLogEntry>) => void;
  readonly list: () => readonly RequestLogEntry[];
  readonly clear: () => void;
}

/** Creates an empty request log. */
export const createRequestLog = (): RequestLog => {
  let entries: RequestLogEntry[] = [];
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
