import { readFileSync } from 'node:fs';
import * as z from 'zod';

const request = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  body: z.unknown().optional(),
  form: z.record(z.string(), z.string()).default({}),
});

const response = z.object({
  status: z.number().nullish(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
});

const pair = z.object({ request: request.nullish(), response: response.nullish() });

const file = pair.extend({ variants: z.array(pair.extend({ name: z.string() })).default([]) });

/** A documented or recorded request and its answer. */
export interface Example {
  readonly request: z.infer<typeof request>;
  readonly response: z.infer<typeof response>;
}

/** What `test/examples/<name>.json` holds, as it is. */
export const exampleFile = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8'));

/** The example of that name, or one of its variants; what a variant does not say is the example's. */
export const example = (name: string, variant?: string): Example => {
  const whole = file.parse(exampleFile(name));
  const found = variant === undefined ? whole : whole.variants.find((one) => one.name === variant);
  if (found === undefined) throw new Error(`example ${name} has no variant "${variant ?? ''}"`);
  return {
    request: request.parse(found.request ?? whole.request ?? { method: '', url: '' }),
    response: response.parse(found.response ?? whole.response ?? {}),
  };
};
