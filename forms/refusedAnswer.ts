import { refusalOf, saysWhy, type Refusal } from '../partner-center/fault.ts';
import type { Fault } from '../storage/draft.ts';
import { faultOf } from './section.ts';

/** What Partner Center refused of a customer: why, and which answer it is about, where it says so. */
export type RefusedAnswer = NonNullable<Fault['refusal']>;

const known: Readonly<Record<string, Fault>> = {
  'domain-taken': faultOf('fault.domainTaken'),
  'domain-own': faultOf('fault.domainOwn'),
  'domain-begun': faultOf('fault.domainBegun'),
  'registration-missing': faultOf('fault.required'),
  'registration-format': faultOf('fault.registration'),
  'phone-missing': faultOf('fault.required'),
};

/** What is wrong with an answer that Partner Center refused; all it said is kept beside. */
export function refusedAnswer(refused: RefusedAnswer): Fault {
  const { reason } = refused;
  const own = Object.hasOwn(known, reason) ? known[reason] : undefined;
  const said = saysWhy(reason) ? faultOf('fault.refused', { reason: `@reason.${reason}` }) : faultOf('fault.notTaken');
  return { ...(own ?? said), ...(isSilent(refusalOf(refused)) ? {} : { refusal: refused }) };
}

const isSilent = ({ code, description, status, correlationId }: Refusal): boolean =>
  [code, description, status, correlationId].every((part) => part === undefined);
