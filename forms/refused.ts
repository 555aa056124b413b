import type { Draft, Fault } from '../storage/draft.ts';
import type { OrderedOffer } from '../storage/stages.ts';
import { rowNames, rowsOf, valuesOf } from './cart.ts';
import { keepTyped, reopen } from './draft.ts';
import { faultOf, type SectionId } from './section.ts';

/** What Partner Center refused of a customer: why, and which answer it is about, where it says so. */
export interface Refused {
  readonly reason: string;
  /** The input's name. */
  readonly field?: string;
}

const sectionOf: Readonly<Record<string, SectionId>> = {
  country: 'country',
  firstName: 'contact',
  lastName: 'contact',
  email: 'contact',
  phoneNumber: 'contact',
  dateAccepted: 'agreement',
  reseller: 'reseller',
  website: 'qualification',
  validationCode: 'qualification',
};

const known: Readonly<Record<string, Fault>> = {
  'domain-taken': faultOf('fault.domainTaken'),
  'registration-missing': faultOf('fault.required'),
  'registration-format': faultOf('fault.registration'),
  'phone-missing': faultOf('fault.required'),
};

/** The draft with the refused answer asked again, and the fault beside it; unchanged where no answer is named. */
export function refusedDraft(draft: Draft, { reason, field }: Refused): Draft {
  const input = field ?? (reason === 'domain-taken' ? 'domainPrefix' : undefined);
  if (input === undefined) return draft;
  const id = Object.hasOwn(sectionOf, input) ? (sectionOf[input] ?? 'company') : 'company';
  const fault = Object.hasOwn(known, reason) ? known[reason] : undefined;
  const faults = { [input]: fault ?? faultOf('fault.refused', { reason: `@reason.${reason}` }) };
  return reopen(keepTyped(draft, id, draft.accepted[id] ?? {}, faults), id);
}

/** The draft of an order with the refused lines alone, asked again, and the fault beside each; `lines` are those it ordered. */
export function refusedOrder(draft: Draft, lines: readonly Pick<OrderedOffer, 'fault'>[]): Draft {
  const rows = rowsOf(draft.accepted['subscriptions'] ?? {}).map((row, index) => ({ row, fault: lines[index]?.fault }));
  const refused = rows.flatMap(({ row, fault }) => (fault === undefined ? [] : [{ row, fault }]));
  const faults = Object.fromEntries(
    refused.map(({ fault: { reason } }, index): [string, Fault] => [
      rowNames(index).count,
      faultOf('fault.refused', { reason: `@reason.${reason}` }),
    ]),
  );
  const values = valuesOf(refused.map(({ row }) => row));
  return reopen(keepTyped(draft, 'subscriptions', values, faults), 'subscriptions');
}
