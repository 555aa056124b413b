import * as z from 'zod';
import type { Qualification } from '../partnerCenter.ts';
import { path, type Client } from './client.ts';
import { RestError } from './restError.ts';

const item = z.object({
  qualification: z.string(),
  vettingStatus: z.string().nullish(),
  vettingReason: z.string().nullish(),
  vettingCreateDate: z.string().nullish(),
  vettingCreatedDate: z.string().nullish(),
});

/** A customer's qualification and how far its vetting is. */
export interface Vetting {
  /** `Education`, `GovernmentCommunityCloud`, `StateOwnedEntity` or one to come. */
  readonly qualification: string;
  readonly state: 'in-review' | 'approved' | 'denied' | 'unknown';
  /** Why it was denied, in Microsoft's words. */
  readonly reason?: string;
  /** ISO 8601. */
  readonly since?: string;
}

const states: Readonly<Record<string, Vetting['state']>> = {
  inreview: 'in-review',
  approved: 'approved',
  denied: 'denied',
};

const toVetting = (found: z.infer<typeof item>): Vetting => {
  const since = found.vettingCreateDate ?? found.vettingCreatedDate;
  return {
    qualification: found.qualification,
    state: states[found.vettingStatus?.toLowerCase() ?? ''] ?? 'unknown',
    ...(typeof found.vettingReason === 'string' ? { reason: found.vettingReason } : {}),
    ...(typeof since === 'string' ? { since } : {}),
  };
};

// The page shows a bare list; other lists of the service are collections.
const answer = z.union([z.array(item), z.object({ items: z.array(item) }).transform(({ items }) => items)]);

/** A customer's qualifications (developer/get-customer-qualification-asynchronous). */
export const readQualifications = async (client: Client, microsoftId: string): Promise<readonly Vetting[]> => {
  const place = path('customers', microsoftId, 'qualifications');
  return (await client.read(answer, { method: 'GET', path: place, token: 'app' })).map(toVetting);
};

const names = { education: 'Education', governmentCommunityCloud: 'GovernmentCommunityCloud' } as const;

const bodyOf = (wanted: Qualification) =>
  wanted.kind === 'education'
    ? { qualification: names.education, educationSegment: wanted.segment, website: wanted.website }
    : { qualification: names[wanted.kind], validationCode: wanted.validationCode };

/** Asks for a qualification; vetting takes days. One that is there already, denied ones apart, is not asked for again. */
export const requestQualification = async (
  client: Client,
  microsoftId: string,
  wanted: Qualification,
  requestId: string,
): Promise<void> => {
  const place = path('customers', microsoftId, 'qualifications');
  try {
    await client.send({ method: 'POST', path: place, body: bodyOf(wanted), token: 'user', requestId });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const there = await readQualifications(client, microsoftId).catch(() => []);
    if (there.some(({ qualification, state }) => qualification === names[wanted.kind] && state !== 'denied')) return;
    throw error;
  }
};
