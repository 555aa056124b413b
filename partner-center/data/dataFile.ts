import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { lazy } from '../../lib/lazy.ts';

/** A lazy reader of `partner-center/data/<name>.json`: read and validated at the first call, then kept. */
export const dataFile = <T>(name: string, schema: z.ZodType<T>): (() => T) =>
  lazy(() => schema.parse(JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'))));
