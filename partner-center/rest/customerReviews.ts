import * as z from 'zod';
import { nothingLeft } from '../../lib/complete.ts';
import {
  isAlreadyRequested,
  type Qualification,
  qualificationNames,
  type Vetting,
  type VettingState,
} from '../rules/qualification.ts';
import { type RestDeps, versionOf } from './idempotentChange.ts';
import { type RestClient, restPath } from './client.ts';
import { isOutcomeUnknown, RestError } from './restError.ts';
import type { AccountReview } from '../management.ts';

const optionalText = z.string().nullish().catch(undefined);

const qualificationSchema = z.object({
  qualification: z.string(),
  vettingStatus: optionalText,
  vettingReason: optionalText,
  vettingCreateDate: optionalText,
  vettingCreatedDate: optionalText,
});

const vettingStates: Readonly<Record<string, VettingState>> = {
  inreview: 'in-review',
  approved: 'approved',
  denied: 'denied',
};

const toVetting = (found: z.infer<typeof qualificationSchema>): Vetting => {
  const askedAt = found.vettingCreateDate ?? found.vettingCreatedDate;
  return {
    qualification: found.qualification,
    state: vettingStates[found.vettingStatus?.toLowerCase() ?? ''] ?? 'unknown',
    ...(typeof found.vettingReason === 'string' ? { reason: found.vettingReason } : {}),
    ...(typeof askedAt === 'string' ? { askedAt } : {}),
  };
};

// The documentation shows a bare list; other lists of the service are collections.
const qualificationsSchema = z.union([
  z.array(qualificationSchema),
  z.object({ items: z.array(qualificationSchema) }).transform(({ items }) => items),
]);

/** A customer's qualifications (developer/get-customer-qualification-asynchronous). */
export const readQualifications = async (client: RestClient, microsoftId: string): Promise<readonly Vetting[]> => {
  const place = restPath('customers', microsoftId, 'qualifications');
  return (await client.read(qualificationsSchema, { method: 'GET', path: place, token: 'app' })).map(toVetting);
};

const qualificationBody = (wanted: Qualification) => {
  const qualification = qualificationNames[wanted.kind];
  if (wanted.kind === 'education') {
    const { kind: _kind, segment: educationSegment, website, ...others } = wanted;
    nothingLeft(others);
    return { qualification, educationSegment, website };
  }
  const { kind: _kind, validationCode, ...others } = wanted;
  nothingLeft(others);
  return { qualification, validationCode };
};

/** Sends the request; vetting takes days (developer/update-customer-qualification-asynchronous). */
export const postQualification = async (
  client: RestClient,
  microsoftId: string,
  wanted: Qualification,
  requestId: string,
): Promise<void> => {
  const place = restPath('customers', microsoftId, 'qualifications');
  await client.send({ method: 'POST', path: place, body: qualificationBody(wanted), token: 'user', requestId });
};

/** State of the wanted qualification, with a version that differs after each request and decision. */
const readRequestedQualification = async (client: RestClient, microsoftId: string, { kind }: Qualification) => {
  const all = await readQualifications(client, microsoftId);
  const own = all.filter(({ qualification }) => qualification === qualificationNames[kind]);
  return { asked: isAlreadyRequested({ kind }, own), version: versionOf(undefined, own) };
};

/**
 * Requests a qualification once per request id, unless it is in review or approved already. The present version is
 * stored before the call, so that after a lost response an earlier denial is told from one that came since.
 */
export const requestQualification = async (
  { client, memory }: RestDeps,
  microsoftId: string,
  wanted: Qualification,
  requestId: string,
): Promise<void> => {
  const attempt = await memory.takeUp(requestId);
  const earlier = attempt.earlier?.seen;
  const found = await readRequestedQualification(client, microsoftId, wanted);
  if (found.asked) return;
  const seen = earlier ?? (await memory.saveBaseline(attempt, { version: found.version, fields: [] }));
  const isMade = ({ asked, version }: typeof found): boolean => asked || version !== seen.version;
  if (isMade(found)) return;
  try {
    await postQualification(client, microsoftId, wanted, requestId);
  } catch (error) {
    if (!(error instanceof RestError) || isOutcomeUnknown(error)) throw error;
    if (earlier === undefined && !error.afterSilence && (await memory.forget(attempt))) throw error;
    // Perhaps it was refused because another attempt took effect.
    if (!isMade(await readRequestedQualification(client, microsoftId, wanted))) throw error;
  }
};

const reviewsByStatus = {
  allowed: 'allowed',
  'not ready': 'allowed',
  underreview: 'under-review',
  unknown: 'under-review',
  notallowed: 'not-approved',
} as const satisfies Readonly<Record<string, AccountReview>>;

const reviewStatuses = Object.keys(reviewsByStatus) as (keyof typeof reviewsByStatus)[];

const reviewSchema = z.object({
  status: z
    .string()
    .transform((word) => word.toLowerCase())
    .pipe(z.enum(reviewStatuses)),
});

/**
 * State of Microsoft's review of a customer's account. A missing status (404 with 600074) allows orders, as `Allowed`
 * and `Not Ready` do (developer/retrieve-validation-status). Raises RestError `unreadable` for an undocumented status.
 */
export const readAccountReview = async (client: RestClient, microsoftId: string): Promise<AccountReview> => {
  const place = restPath('customers', microsoftId, 'validationStatus');
  try {
    const { status } = await client.read(reviewSchema, {
      method: 'GET',
      path: place,
      query: { type: 'account' },
      token: 'user',
    });
    return reviewsByStatus[status];
  } catch (error) {
    if (error instanceof RestError && error.status === 404 && error.fault.code === '600074') return 'allowed';
    throw error;
  }
};
