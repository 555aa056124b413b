import { readFileSync } from 'node:fs';
import * as z from 'zod';

const packageSchema = z.object({ version: z.string() });

/** The bot's version, as package.json has it. */
export function botVersion(): string {
  const place = import.meta.url.endsWith('.ts') ? '../package.json' : '../../package.json';
  return packageSchema.parse(JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'))).version;
}
