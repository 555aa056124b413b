import { isDeepStrictEqual } from 'node:util';
import { languageOf } from '../partner-center/countries.ts';
import type { ChangeKind } from '../storage/changes.ts';
import type { Customer } from '../storage/customers.ts';
import type { Draft, Purpose, Values } from '../storage/draft.ts';
import { changedFields } from './changedFields.ts';
import { addressOf } from './companyCheck.ts';
import { answers, type Context } from './context.ts';
import { section } from './index.ts';
import { linesOf, personOf, resellerOf } from './request.ts';

/** What is recorded of a customer before a change. */
type Recorded = Customer['sections'];

/** What a complete draft about a customer that exists changes at Partner Center; `recorded` is what is known here of it. */
export function changeOf(context: Context, purpose: Purpose, recorded: Recorded): ChangeKind {
  return purpose.kind === 'account'
    ? accountOf(context, purpose, recorded)
    : orderOf(context, purpose.instead === true);
}

/**
 * Does the draft change what Microsoft may review anew: the company's name or its address, where accounts are reviewed
 * (customer-account-verification)?
 */
export function mayBeReviewed({ purpose, accepted }: Pick<Draft, 'purpose' | 'accepted'>, { cloud }: Context): boolean {
  if (purpose?.kind !== 'account' || !cloud.accountReview) return false;
  const { culture: _former, ...before } = purpose.before['company'] ?? {};
  const { culture: _chosen, ...now } = accepted['company'] ?? {};
  return !isDeepStrictEqual(before, now);
}

function orderOf(context: Context, instead: boolean): ChangeKind {
  const mpnId = resellerOf(context)?.mpnId;
  return {
    kind: 'order',
    lines: linesOf(context),
    ...(instead ? { instead } : {}),
    ...(mpnId === undefined ? {} : { partnerIdOnRecord: mpnId }),
  };
}

function accountOf(context: Context, purpose: Purpose, recorded: Recorded): ChangeKind {
  const company = answers(context, 'company');
  const contact = answers(context, 'contact');
  const culture = company['culture'] ?? context.rules.defaultCulture;
  return {
    kind: 'account',
    companyName: company['companyName'] ?? '',
    culture,
    language: languageOf(context.rules, culture),
    contact: personOf(contact),
    address: addressOf(company, context.country),
    fields: [...changedFields({ purpose, accepted: context.accepted })],
    sections: {
      ...(isDeepStrictEqual(recorded['contact'], contact) ? {} : signedBy(recorded)),
      company: { ...unasked(recorded['company'] ?? {}, context), ...company },
      contact: { ...contact },
    },
  };
}

/** What is recorded of a company and not asked again, such as its domain. */
function unasked(company: Values, context: Context): Values {
  const names = new Set(Object.keys(section('company').take(company, {}, context)));
  return Object.fromEntries(Object.entries(company).filter(([name]) => !names.has(name)));
}

/** Who signed the agreement as the primary contact is its signer still, when somebody else becomes the contact. */
function signedBy({ agreement, contact }: Recorded): Recorded {
  if (agreement?.['signer'] !== 'contact' || contact === undefined) return {};
  return { agreement: { ...agreement, signer: 'other' }, signer: contact };
}
