import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** A function that makes its value at the first call and keeps it; start-up does not pay for data nobody asked for. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** Gives `partner-center/data/<name>.json`, read and checked at the first call and then kept. */
export const dataFile = <T>(name: string, schema: z.ZodType<T>): (() => T) =>
  once(() => schema.parse(JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'))));
