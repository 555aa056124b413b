import * as z from 'zod';
import type { Qualification } from '../partnerCenter.ts';
import { isAskedAlready, qualificationNames, type Vetting, type VettingState } from '../qualification.ts';
import { versionOf, type OnceTools } from './changingOnce.ts';
import { path, type Client } from './client.ts';
import { isUnknown, RestError } from './restError.ts';

const text = z.string().nullish().catch(undefined);

const item = z.object({
  qualification: z.string(),
  vettingStatus: text,
  vettingReason: text,
  vettingCreateDate: text,
  vettingCreatedDate: text,
});

const states: Readonly<Record<string, VettingState>> = {
  inreview: 'in-review',
  approved: 'approved',
  denied: 'denied',
};

const toVetting = (found: z.infer<typeof item>): Vetting => {
  const askedAt = found.vettingCreateDate ?? found.vettingCreatedDate;
  return {
    qualification: found.qualification,
    state: states[found.vettingStatus?.toLowerCase() ?? ''] ?? 'unknown',
    ...(typeof found.vettingReason === 'string' ? { reason: found.vettingReason } : {}),
    ...(typeof askedAt === 'string' ? { askedAt } : {}),
  };
};

// The page shows a bare list; other lists of the service are collections.
const answer = z.union([z.array(item), z.object({ items: z.array(item) }).transform(({ items }) => items)]);

/** A customer's qualifications (developer/get-customer-qualification-asynchronous). */
export const readQualifications = async (client: Client, microsoftId: string): Promise<readonly Vetting[]> => {
  const place = path('customers', microsoftId, 'qualifications');
  return (await client.read(answer, { method: 'GET', path: place, token: 'app' })).map(toVetting);
};

const bodyOf = (wanted: Qualification) =>
  wanted.kind === 'education'
    ? { qualification: qualificationNames.education, educationSegment: wanted.segment, website: wanted.website }
    : { qualification: qualificationNames[wanted.kind], validationCode: wanted.validationCode };

/** The request alone; vetting takes days (developer/update-customer-qualification-asynchronous). */
export const postQualification = async (
  client: Client,
  microsoftId: string,
  wanted: Qualification,
  requestId: string,
): Promise<void> => {
  const place = path('customers', microsoftId, 'qualifications');
  await client.send({ method: 'POST', path: place, body: bodyOf(wanted), token: 'user', requestId });
};

/** What is there of the wanted qualification, in a version that is another one after each time it is asked for or decided. */
const look = async (client: Client, microsoftId: string, { kind }: Qualification) => {
  const all = await readQualifications(client, microsoftId);
  const own = all.filter(({ qualification }) => qualification === qualificationNames[kind]);
  return { asked: isAskedAlready({ kind }, own), version: versionOf(undefined, own) };
};

/**
 * Asks for a qualification once a request. What is in review or approved already is not asked for again. What stood there is noted before it leaves, so that after a lost answer a denial
 * of before is told from one that came since: then it was asked for.
 */
export const requestQualification = async (
  { client, memory }: OnceTools,
  microsoftId: string,
  wanted: Qualification,
  requestId: string,
): Promise<void> => {
  const earlier = await memory.seen(requestId);
  const found = await look(client, microsoftId, wanted);
  const isMade = ({ asked, version }: typeof found): boolean =>
    asked || version !== (earlier?.version ?? found.version);
  if (isMade(found)) return;
  if (earlier === undefined) await memory.keepSeen(requestId, { version: found.version, fields: [] });
  try {
    await postQualification(client, microsoftId, wanted, requestId);
  } catch (error) {
    if (!(error instanceof RestError) || isUnknown(error)) throw error;
    if (earlier === undefined && !error.afterSilence) {
      await memory.forget(requestId);
      throw error;
    }
    // Perhaps it was refused because an earlier try was made.
    if (!isMade(await look(client, microsoftId, wanted))) throw error;
  }
};
