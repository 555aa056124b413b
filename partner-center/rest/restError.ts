import { STATUS_CODES } from 'node:http';
import { type FaultField, type FaultReason, PartnerCenterError, type PartnerCenterFault } from '../rules/fault.ts';
import { harmlessText } from '../../lib/text.ts';
import { type CallSubject, type CodeMeaning, codeMeanings, mayRefuseFor } from './faultCodes.ts';
import { carriesField, type ErrorBody, isAddressField, namedField } from './errorBody.ts';
import { defined } from '../../lib/optional.ts';

/** Reasons after which the same request may succeed, once Partner Center or somebody else has put it right. */
const retryableReasons: ReadonlySet<FaultReason> = new Set([
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

/** True when a request refused for that reason may succeed later, unchanged. */
export const isRetryable = (reason: FaultReason): boolean => retryableReasons.has(reason);

const statusTexts: ReadonlySet<string> = new Set(
  Object.values(STATUS_CODES).map((status) => status?.toLowerCase() ?? ''),
);

/** True for the mere text of a status, such as "Bad Request", which helps nobody. */
const isMereStatus = (text: string): boolean => statusTexts.has(text.toLowerCase().replace(/[.!\s]+$/, ''));

/** Partner Center's text made safe to show, on one line; undefined when it says nothing. */
const readableText = (text: string): string | undefined => {
  const clean = harmlessText(text);
  return clean === '' || isMereStatus(clean) ? undefined : clean;
};

/** Maximum length of Partner Center's sentence. */
const maxSentence = 300;

/** Partner Center's sentence, followed by the properties it names. */
const sentenceOf = ({ description = '', data }: ErrorBody): string | undefined => {
  const sentence = readableText(description);
  const named = data
    .flatMap((line) => readableText(line.replace(/^property_name:\s*/i, '')) ?? [])
    .filter((line) => sentence?.includes(line) !== true);
  const whole = [...(sentence === undefined ? [] : [sentence]), ...named].join(' · ');
  if (whole === '') return undefined;
  // Do not cut a surrogate pair in half.
  return whole.length <= maxSentence ? whole : `${whole.slice(0, maxSentence - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

/** Reasons given by the status alone, on any call. */
const reasonsByStatus: Readonly<Record<number, FaultReason>> = { 401: 'token', 408: 'service-fault', 429: 'throttled' };

/** Codes of internal errors of the service that are permanent: a retry gives the same. */
const permanentCodes: ReadonlySet<string> = new Set(['800031', '800083', '800084', '800087']);

const isServiceFault = ({ status = 0, code = '' }: ErrorBody): boolean =>
  status >= 500 && status !== 501 && !permanentCodes.has(code);

/**
 * Reasons of a bare 409 where the documentation names one cause (checkout-a-cart,
 * change-the-quantity-of-a-subscription).
 */
const conflictReasons: Readonly<Partial<Record<CallSubject, FaultReason>>> = {
  order: 'already-processing',
  subscription: 'subscription-busy',
};

/** Reason of a refusal whose code has no meaning here. */
const reasonWithoutCode = (problem: ErrorBody, subject: CallSubject): FaultReason => {
  const { status, code, unreadable } = problem;
  if (status === undefined) return 'unavailable';
  if (unreadable === true || status < 300) return 'unreadable';
  const known = reasonsByStatus[status];
  if (known !== undefined) return known;
  if (isServiceFault(problem)) return 'service-fault';
  const said = code !== undefined || sentenceOf(problem) !== undefined;
  if (status === 409) return said ? 'conflict' : (conflictReasons[subject] ?? 'conflict');
  if (status === 412 && mayRefuseFor('stale', subject)) return 'stale';
  // A HEAD of a domain has no body: only the name can be wrong.
  if (!said) return subject === 'domain' && status === 400 ? 'domain-refused' : 'unexplained';
  return status === 404 && code === undefined ? 'not-found' : 'other';
};

const meaningOf = (problem: ErrorBody, subject: CallSubject): CodeMeaning | undefined => {
  const { status, code, description = '' } = problem;
  if (status === undefined || status === 429 || code === undefined) return undefined;
  const key = [`${String(status)}/${code}`, code].find((one) => Object.hasOwn(codeMeanings, one));
  const found = key === undefined ? undefined : codeMeanings[key];
  if (found === undefined || !mayRefuseFor(found.reason, subject)) return undefined;
  return found.when === undefined || description === '' || found.when.test(description) ? found : undefined;
};

/** Codes that may name a wrong field; 2001 and 600002 have other meanings, too. */
const fieldCodes: ReadonlySet<string> = new Set(['2001', '600002', '2000']);

/** Reason and field of a refusal; a field that the service names takes precedence over the code's meaning. */
const reasonAndField = (
  problem: ErrorBody,
  subject: CallSubject,
): { reason: FaultReason; field: FaultField | undefined } => {
  const meaning = meaningOf(problem, subject);
  const reason = meaning?.reason ?? reasonWithoutCode(problem, subject);
  if (reason === 'domain-refused') return { reason, field: 'domainPrefix' };
  const own = meaning?.field;
  if (own !== undefined) return { reason, field: carriesField(own, subject) ? own : undefined };
  const isAnswer =
    reason === 'invalid' || reason === 'address' || (reason === 'other' && fieldCodes.has(problem.code ?? ''));
  const field = isAnswer ? namedField(problem, subject) : undefined;
  if (reason === 'address')
    return { reason, field: field ?? (carriesField('addressLine1', subject) ? 'addressLine1' : undefined) };
  if (field === undefined) return { reason, field };
  return { reason: isAddressField(field) && problem.code === '27002' ? 'address' : 'invalid', field };
};

/**
 * Fault for an error body, by the subject of the call: every code gives a fault, with the service's own sentence. A
 * meaning that the call cannot have is ignored.
 */
export const faultFor = (problem: ErrorBody, subject: CallSubject = 'other'): PartnerCenterFault => {
  const { reason, field } = reasonAndField(problem, subject);
  const { code, retryAfter, status } = problem;
  const description = sentenceOf(problem);
  // With a sentence the status adds nothing.
  const tellsStatus = status !== undefined && status >= 300 && description === undefined;
  return {
    reason,
    ...defined({ code, field, description }),
    ...(tellsStatus || reason === 'service-fault' ? { status: status ?? 0 } : {}),
    ...defined({ retryAfter }),
  };
};

interface RestErrorOptions {
  readonly cause?: Error;
  /** Subject of the call. */
  readonly subject?: CallSubject;
  readonly afterSilence?: boolean;
}

/** Error of a call that Partner Center refused, or that had no response. */
export class RestError extends PartnerCenterError {
  override readonly name = 'RestError';
  /** Undefined when there was no response. */
  readonly status: number | undefined;
  /** An earlier attempt had no response, or was throttled: a call refused now may have been done then. */
  readonly afterSilence: boolean;
  constructor(problem: ErrorBody, correlationId: string, options: RestErrorOptions = {}) {
    const fault = faultFor(problem, options.subject);
    super(fault, correlationId, isRetryable(fault.reason));
    this.status = problem.status;
    this.afterSilence = options.afterSilence ?? false;
    if (options.cause !== undefined) this.cause = options.cause;
  }
}

/** True when the call may or may not have done its work; after a refusal it certainly did not. */
export const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof RestError && (error.status === undefined || error.status >= 500 || error.status < 300);
