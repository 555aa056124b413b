// Types of node:sqlite as far as they are used: those of Node 20 have none.
declare module 'node:sqlite' {
  type Value = null | number | string | Uint8Array;
  interface Statement {
    run(...values: readonly Value[]): { readonly changes: number };
    get(...values: readonly Value[]): Record<string, unknown> | undefined;
    all(...values: readonly Value[]): Record<string, unknown>[];
    iterate(...values: readonly Value[]): IterableIterator<Record<string, unknown>>;
  }
  export class DatabaseSync {
    constructor(file: string, options?: { readonly readOnly?: boolean });
    exec(sql: string): void;
    prepare(sql: string): Statement;
    close(): void;
  }
}
