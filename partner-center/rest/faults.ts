import { STATUS_CODES } from 'node:http';
import type { FaultField, FaultReason, PartnerCenterFault } from '../fault.ts';
import { harmlessText } from '../text.ts';
import type { CallSubject } from './callSubject.ts';
import { isOf, type Meaning, meanings } from './faultCodes.ts';
import { isCarried, isOfAddress, namedField } from './faultField.ts';
import type { Problem } from './problem.ts';

/** Reasons after which the same request may succeed: Partner Center or somebody else puts it right meanwhile. */
const passing: ReadonlySet<FaultReason> = new Set([
  'unavailable',
  'service-fault',
  'unreadable',
  'throttled',
  'already-processing',
  'subscription-busy',
  'pending-operation',
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

const statuses: ReadonlySet<string> = new Set(Object.values(STATUS_CODES).map((status) => status?.toLowerCase() ?? ''));

/** "Bad Request" and the like: words for a status, which tell nobody what to do. */
const isMereStatus = (text: string): boolean => statuses.has(text.toLowerCase().replace(/[.!\s]+$/, ''));

/** A text of Partner Center's as it may be shown: one line. */
const shown = (text: string): string | undefined => {
  const clean = harmlessText(text);
  return clean === '' || isMereStatus(clean) ? undefined : clean;
};

/** Most characters of what Partner Center said. */
const longest = 300;

/** Partner Center's sentence, and the properties it names besides. */
const saidBy = ({ description = '', data }: Problem): string | undefined => {
  const sentence = shown(description);
  const named = data
    .flatMap((line) => shown(line.replace(/^property_name:\s*/i, '')) ?? [])
    .filter((line) => sentence?.includes(line) !== true);
  const whole = [...(sentence === undefined ? [] : [sentence]), ...named].join(' · ');
  if (whole === '') return undefined;
  // Half of a character would be none.
  return whole.length <= longest ? whole : `${whole.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

/** Statuses that say something by themselves, on any call. */
const byStatus: Readonly<Record<number, FaultReason>> = { 401: 'token', 408: 'service-fault', 429: 'throttled' };

/** Errors of the service itself that are answers to what was asked: nothing will be another time. */
const answering: ReadonlySet<string> = new Set(['800031', '800083', '800084', '800087']);

const isOfService = ({ status = 0, code = '' }: Problem): boolean =>
  status >= 500 && status !== 501 && !answering.has(code);

/** What a 409 without a word is where the documents name one cause (checkout-a-cart, change-the-quantity-of-a-subscription). */
const bareConflicts: Readonly<Partial<Record<CallSubject, FaultReason>>> = {
  order: 'already-processing',
  subscription: 'subscription-busy',
};

/** What a refusal is whose code says nothing here. */
const plainReason = (problem: Problem, subject: CallSubject): FaultReason => {
  const { status, code, unreadable } = problem;
  if (status === undefined) return 'unavailable';
  if (unreadable === true || status < 300) return 'unreadable';
  const known = byStatus[status];
  if (known !== undefined) return known;
  if (isOfService(problem)) return 'service-fault';
  const said = code !== undefined || saidBy(problem) !== undefined;
  if (status === 409) return said ? 'conflict' : (bareConflicts[subject] ?? 'conflict');
  if (status === 412 && isOf('stale', subject)) return 'stale';
  // HEAD is answered without a body: it was asked about nothing but the name.
  if (!said) return subject === 'domain' && status === 400 ? 'domain-refused' : 'unexplained';
  return status === 404 && code === undefined ? 'not-found' : 'other';
};

const meaningOf = (problem: Problem, subject: CallSubject): Meaning | undefined => {
  const { status, code, description = '' } = problem;
  if (status === undefined || status === 429 || code === undefined) return undefined;
  const key = [`${String(status)}/${code}`, code].find((one) => Object.hasOwn(meanings, one));
  const found = key === undefined ? undefined : meanings[key];
  if (found === undefined || !isOf(found.reason, subject)) return undefined;
  return found.when === undefined || description === '' || found.when.test(description) ? found : undefined;
};

/** Codes that say an answer is wrong, and name it beside: 2001 and 600002 have other meanings, too. */
const naming: ReadonlySet<string> = new Set(['2001', '600002', '2000']);

/** Why and about which answer; what the code says here is worth less than the property that the service names. */
const judged = (problem: Problem, subject: CallSubject): { reason: FaultReason; field: FaultField | undefined } => {
  const meaning = meaningOf(problem, subject);
  const reason = meaning?.reason ?? plainReason(problem, subject);
  if (reason === 'domain-refused') return { reason, field: 'domainPrefix' };
  const own = meaning?.field;
  if (own !== undefined) return { reason, field: isCarried(own, subject) ? own : undefined };
  const isAnswer =
    reason === 'invalid' || reason === 'address' || (reason === 'other' && naming.has(problem.code ?? ''));
  const field = isAnswer ? namedField(problem, subject) : undefined;
  if (reason === 'address')
    return { reason, field: field ?? (isCarried('addressLine1', subject) ? 'addressLine1' : undefined) };
  if (field === undefined) return { reason, field };
  return { reason: isOfAddress(field) && problem.code === '27002' ? 'address' : 'invalid', field };
};

/**
 * What a problem is for the partner, by the call it befell: every code of the service gives a fault, with the service's
 * own sentence. A code gets no meaning that its call cannot have.
 */
export const faultFor = (problem: Problem, subject: CallSubject = 'other'): PartnerCenterFault => {
  const { reason, field } = judged(problem, subject);
  const { code, retryAfter, status } = problem;
  const description = saidBy(problem);
  // Beside a sentence it says nothing new.
  const tellsStatus = status !== undefined && status >= 300 && description === undefined;
  return {
    reason,
    ...(code === undefined ? {} : { code }),
    ...(field === undefined ? {} : { field }),
    ...(description === undefined ? {} : { description }),
    ...(tellsStatus || reason === 'service-fault' ? { status: status ?? 0 } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
};
