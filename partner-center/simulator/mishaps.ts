import type { Answer, Injected } from './call.ts';
import { isErrorCode } from './errors.ts';
import type { Fault } from './faults.ts';
import { withoutFirstId, withTokenInAddress } from './oddLists.ts';
import { Refusal, refusal } from './refusal.ts';

/** What is to be sent, and how it goes wrong on its way. */
export interface Outcome {
  readonly answer: Answer;
  readonly delivery: 'plain' | 'bom' | 'html' | 'drop' | 'silence';
  /** Milliseconds before it is sent. */
  readonly delay: number;
}

type Mishaps<T> = Readonly<Partial<Record<Fault['kind'], T>>>;

/** An answer that arrives as it should. */
export const plain = (answer: Answer): Outcome => ({ answer, delivery: 'plain', delay: 0 });

const refused = ({ status, body }: Refusal): Outcome => plain({ status, body });

const unanswered = (delivery: Outcome['delivery']): Outcome => ({ ...plain({ status: 0 }), delivery });

const throttled = ({ retryAfter }: Fault): Outcome => {
  const message = `Rate limit is exceeded. Try again in ${retryAfter} seconds.`;
  return plain({ status: 429, body: { statusCode: 429, message }, headers: { 'Retry-After': String(retryAfter) } });
};

/** The error a fault asks for: a documented one, or one that has its status alone. */
const errorOf = ({ code = '', status = 500, description, data }: Fault): Refusal => {
  const said = { ...(description === undefined ? {} : { description }), ...(data === undefined ? {} : { data }) };
  if (!isErrorCode(code)) return new Refusal(status, { code, ...said });
  const known = refusal(code, data === undefined ? {} : { data });
  return description === undefined ? known : new Refusal(known.status, { ...known.body, ...said });
};

const early: Mishaps<(fault: Fault) => Outcome> = {
  '429': throttled,
  '500': () => refused(refusal('800003')),
  error: (fault) => refused(errorOf(fault)),
  answer: ({ status = 500, body }) => plain({ status, ...(body === undefined ? {} : { body }) }),
  html: ({ status = 502 }) => ({ ...plain({ status }), delivery: 'html' }),
  drop: () => unanswered('drop'),
  'timeout-before': () => unanswered('silence'),
};

/** What befalls a call before any work is done; undefined when the work is done. */
export const beforeWork = (fault: Fault | undefined): Outcome | undefined =>
  fault === undefined ? undefined : early[fault.kind]?.(fault);

const late: Mishaps<(answer: Answer, fault: Fault) => Outcome> = {
  '429-after': (_answer, fault) => throttled(fault),
  '500-after': () => refused(refusal('800003')),
  'error-after': (_answer, fault) => refused(errorOf(fault)),
  'timeout-after': (answer) => ({ ...plain(answer), delivery: 'silence' }),
  'drop-after': (answer) => ({ ...plain(answer), delivery: 'drop' }),
  'item-without-id': (answer) => plain(withoutFirstId(answer)),
  'next-in-address': (answer) => plain(withTokenInAddress(answer)),
  bom: (answer) => ({ ...plain(answer), delivery: 'bom' }),
  slow: (answer, { delay }) => ({ ...plain(answer), delay }),
};

/** What befalls the answer of work that was done. */
export const afterWork = (fault: Fault | undefined, answer: Answer): Outcome =>
  (fault === undefined ? undefined : late[fault.kind]?.(answer, fault)) ?? plain(answer);

/** What a fault makes the service do in the middle of its work. */
export const injectedBy = (fault: Fault | undefined): Injected => {
  if (fault?.kind === 'line-error') return { lineError: fault.code ?? '10006' };
  if (fault?.kind === 'order-error') return { orderError: fault.code ?? '2091' };
  return fault?.kind === '202' ? { accepted: true } : {};
};
