import { STATUS_CODES } from 'node:http';
import type { FaultReason, PartnerCenterFault } from '../fault.ts';
import { cleanText, textFault } from '../text.ts';
import { type Meaning, meanings } from './faultCodes.ts';
import { fieldOf } from './faultField.ts';
import type { Problem } from './problem.ts';

/** Reasons after which the same request may succeed: Partner Center or somebody else puts it right meanwhile. */
const passing: ReadonlySet<FaultReason> = new Set([
  'unavailable',
  'throttled',
  'already-processing',
  'under-review',
  'agreement-missing',
  'customer-accepts',
  'own-agreement',
  'token',
  'user-token-missing',
  'mfa',
  'role',
  'credit',
]);

/** May a request refused for that reason succeed later, unchanged? */
export const isPassing = (reason: FaultReason): boolean => passing.has(reason);

const byStatus = (status: number | undefined): FaultReason => {
  // Below 300 is an answer that could not be read.
  if (status === undefined || status < 300 || status === 408) return 'unavailable';
  if (status === 401) return 'token';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409) return 'already-processing';
  if (status === 412) return 'stale';
  if (status === 429) return 'throttled';
  return status >= 500 && status !== 501 ? 'unavailable' : 'other';
};

const statuses: ReadonlySet<string> = new Set(Object.values(STATUS_CODES).map((status) => status?.toLowerCase() ?? ''));

/** "Bad Request" and the like: words for a status, which tell nobody what to do. */
const isMereStatus = (text: string): boolean => statuses.has(text.toLowerCase().replace(/[.!\s]+$/, ''));

/** Partner Center's sentence as it may be shown: one line of at most 300 characters. */
const shown = (description: string): string | undefined => {
  const clean = cleanText(description.replace(/\p{Cc}+/gu, ' ')).slice(0, 300);
  return clean === '' || isMereStatus(clean) || textFault(clean) !== undefined ? undefined : clean;
};

const meaningOf = ({ status, code }: Problem): Meaning | undefined => {
  if (status === 429 || code === undefined) return undefined;
  const key = [`${String(status)}/${code}`, code].find((one) => Object.hasOwn(meanings, one));
  return key === undefined ? undefined : meanings[key];
};

/** What a problem is for the partner: every code of the service gives a fault, an unknown one with its description. */
export const faultFor = (problem: Problem): PartnerCenterFault => {
  const meaning = meaningOf(problem);
  const reason = meaning?.[0] ?? byStatus(problem.status);
  const field = meaning?.[1] ?? fieldOf(reason, problem);
  const { code, retryAfter } = problem;
  const description = meaning === undefined ? shown(problem.description ?? '') : undefined;
  return {
    reason,
    ...(code === undefined ? {} : { code }),
    ...(field === undefined ? {} : { field }),
    ...(description === undefined ? {} : { description }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
};
