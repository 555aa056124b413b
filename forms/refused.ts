import type { Draft, Fault } from '../storage/draft.ts';
import type { OrderedOffer } from '../storage/stages.ts';
import { rowNames, rowsOf, valuesOf } from './cart.ts';
import { keepTyped, reopen } from './draft.ts';
import { refusedAnswer, type RefusedAnswer } from './refusedAnswer.ts';
import type { SectionId } from './section.ts';

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

/** The draft with the refused answer asked again, and the fault beside it; unchanged where no answer is named. */
export function refusedDraft(draft: Draft, refused: RefusedAnswer): Draft {
  const input = refused.field ?? (refused.reason.startsWith('domain-') ? 'domainPrefix' : undefined);
  if (input === undefined) return draft;
  const id = Object.hasOwn(sectionOf, input) ? (sectionOf[input] ?? 'company') : 'company';
  const faults = { [input]: refusedAnswer(refused) };
  return reopen(keepTyped(draft, id, draft.accepted[id] ?? {}, faults), id);
}

/** The draft of an order with the refused lines alone, asked again, and the fault beside each; `lines` are those it ordered. */
export function refusedOrder(draft: Draft, lines: readonly Pick<OrderedOffer, 'fault'>[]): Draft {
  const rows = rowsOf(draft.accepted['subscriptions'] ?? {}).map((row, index) => ({ row, fault: lines[index]?.fault }));
  const refused = rows.flatMap(({ row, fault }) => (fault === undefined ? [] : [{ row, fault }]));
  const faults = Object.fromEntries(
    refused.map(({ fault }, index): [string, Fault] => [rowNames(index).count, refusedAnswer(fault)]),
  );
  const values = valuesOf(refused.map(({ row }) => row));
  return reopen(keepTyped(draft, 'subscriptions', values, faults), 'subscriptions');
}
