import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Offer } from './offer.ts';
import { textFault } from './text.ts';

const planSchema = z.object({
  term: z.string().regex(/^P\d{1,4}[DMY]$/, 'an ISO 8601 duration such as P1Y'),
  billing: z.enum(['monthly', 'annual', 'triennial', 'one_time', 'none']),
});

const count = z.int().min(1).max(999_999_999);

const offerSchema = z
  .object({
    id: z.string().min(1).max(200),
    name: z
      .string()
      .min(1)
      .max(200)
      .refine((name) => textFault(name) === undefined, 'no control characters'),
    segment: z.enum(['commercial', 'nonprofit', 'education', 'government']).default('commercial'),
    unit: z.enum(['licenses', 'add-on-licenses', 'instances', 'gigabytes', 'usage']).default('licenses'),
    trial: z.boolean().default(false),
    min: count.default(1),
    max: count,
    limit: count.optional(),
    plans: z.array(planSchema).min(1).max(20),
    addOnTo: z.array(z.string()).default([]),
  })
  .refine((offer) => offer.min <= offer.max, { path: ['min'], message: 'must not be above max' });

const parseOffer = (file: string, entry: unknown, index: number): Offer => {
  const parsed = offerSchema.safeParse(entry);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'entry'}: ${issue.message}`);
    throw new Error(`catalogue ${file}, entry ${index + 1}: ${faults.join('; ')}`);
  }
  const { limit, ...offer } = parsed.data;
  return { ...offer, ...(limit === undefined ? {} : { limit }), rank: index };
};

/** Parses a catalogue's text; `file` names it in errors. */
export const parseCatalogue = (file: string, text: string): readonly Offer[] => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`catalogue ${file} is not JSON: ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
  if (!Array.isArray(json)) throw new Error(`catalogue ${file} must be a JSON array of offers`);
  const offers = json.map((entry: unknown, index) => parseOffer(file, entry, index));
  const firstAt = new Map<string, number>();
  for (const { id, rank } of offers) {
    const first = firstAt.get(id);
    if (first !== undefined)
      throw new Error(`catalogue ${file}, entry ${rank + 1}: id "${id}" is entry ${first + 1}'s`);
    firstAt.set(id, rank);
  }
  return offers;
};

const utf8 = (file: string): string => readFileSync(file, 'utf8');

/**
 * A partner's own catalogue: a JSON array of offers (shape of partner-center/data/offers.json, in the order in which they
 * are listed). Raises an error naming the file, the entry and its faults.
 */
export const readCatalogue = (file: string, readFile: (file: string) => string = utf8): readonly Offer[] => {
  let text: string;
  try {
    text = readFile(file);
  } catch (error) {
    throw new Error(`catalogue ${file} cannot be read: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
  return parseCatalogue(file, text.replace(/^\uFEFF/, ''));
};
