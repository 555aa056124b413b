import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { once } from './once.ts';

/** Gives `partner-center/data/<name>.json`, read and checked at the first call and then kept. */
export const dataFile = <T>(name: string, schema: z.ZodType<T>): (() => T) =>
  once(() => schema.parse(JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'))));
