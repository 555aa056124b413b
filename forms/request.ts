import { isDeepStrictEqual } from 'node:util';
import { languageOf } from '../partner-center/rules/countries.ts';
import type { ContactPerson } from '../partner-center/rules/contact.ts';
import type { Draft, DraftKind, Values } from '../model/draft.ts';
import type { SubmissionRequest } from '../model/submission.ts';
import type { OrderedOffer, Stage, Stages } from '../model/stages.ts';
import { signerField } from './agreementSection.ts';
import { cartRows, rowPlan } from './cartRows.ts';
import { addressOf, fullDomain } from './companyCheck.ts';
import { acceptedAnswers, type InputTexts, type Context } from './context.ts';
import { sectionAnswers, type SectionInputs } from './sectionInputs.ts';
import { complete, nothingLeft, type Only } from '../lib/complete.ts';
import type { KnownCompanyField } from './companySection.ts';
import type { Reseller } from '../partner-center/rules/partner.ts';
import { section, sections } from './sections.ts';
import { qualificationOf } from './qualificationSection.ts';
import { knownReseller, noReseller } from './resellerSection.ts';
import type { ChangeKind } from '../model/change.ts';
import type { Customer } from '../model/customer.ts';
import { changedFields } from './changeDraft.ts';
import { defined } from '../lib/optional.ts';

/** The request to Partner Center from a complete draft. `now` is the moment of Submit. */
export function submissionRequestOf(context: Context, now: Date): SubmissionRequest {
  const asked = new Set(sections(context).map(({ id }) => id));
  const reseller = asked.has('reseller') ? chosenReseller(context) : undefined;
  return {
    customer: customerOf(context, reseller),
    ...defined({ partnerIdOnRecord: reseller?.mpnId }),
    ...(asked.has('agreement') ? { consent: consentOf(context, now) } : {}),
    ...(asked.has('qualification')
      ? { qualification: qualificationOf(acceptedAnswers(context, 'qualification')) }
      : {}),
  };
}

/** The chosen reseller; undefined for none. */
export function chosenReseller(context: Context) {
  const { reseller, ...others } = sectionAnswers(context, 'reseller');
  nothingLeft(others);
  const chosen = knownReseller(context.purpose) ?? reseller;
  return chosen === noReseller ? undefined : context.resellers.find(({ tenantId }) => tenantId === chosen);
}

function customerOf(context: Context, reseller: Reseller | undefined): SubmissionRequest['customer'] {
  // Answers to another country's questions may still be there; Partner Center would refuse them.
  const company: InputTexts<SectionInputs['company']> = section('company').readInputs(
    sectionAnswers(context, 'company'),
    {},
    context,
  );
  // The qualification chosen here has a request of its own.
  const { domainPrefix = '', qualification: _notSentHere, ...rest } = company;
  const { registrationNumber, organizationPhone, gdap, ...account } = rest;
  return complete<SubmissionRequest['customer']>({
    ...companyOf(account, context),
    domain: fullDomain({ domainPrefix }, context),
    contact: personOf(sectionAnswers(context, 'contact')),
    organizationRegistrationNumber: registrationNumber,
    organizationPhone,
    associatedPartnerId: reseller?.tenantId,
    enableGDAPByDefault: context.cloud.gdap ? gdap === 'true' : undefined,
  });
}

/** The part of a company that its account has too: name, address, culture and language. */
function companyOf<T extends InputTexts<KnownCompanyField>>(
  answers: Only<KnownCompanyField, T>,
  { country, rules }: Context,
) {
  const { companyName = '', culture = rules.defaultCulture, ...address }: InputTexts<KnownCompanyField> = answers;
  return { companyName, culture, language: languageOf(rules, culture), address: addressOf(address, country) };
}

/** The person in a section's answers. */
function personOf(answers: InputTexts<SectionInputs['contact']>): ContactPerson {
  const { firstName = '', lastName = '', email = '', phoneNumber, ...others } = answers;
  nothingLeft(others);
  return complete<ContactPerson>({ firstName, lastName, email, phone: phoneNumber });
}

/** The signer at the time of Submit: where it is the primary contact, later edits of the contact count. */
function consentOf(context: Context, now: Date) {
  // Only who has accepted gets as far as this.
  const {
    signer: recorded,
    signatory,
    dateAccepted,
    accepted: _isTrue,
    ...others
  } = sectionAnswers(context, 'agreement');
  nothingLeft(others);
  const who = signerField(context) === 'signatory' ? signatory : recorded;
  const signer = personOf(sectionAnswers(context, who === 'other' ? 'signer' : 'contact'));
  const asked = dateAccepted ?? context.today;
  const day = `${asked}T00:00:00.000Z`;
  // "Today" in Asia may be yesterday in UTC: midnight of it would be refused as being in the future.
  const dateAgreed = day > now.toISOString() ? now.toISOString() : day;
  return { signer, dateAgreed };
}

/** The stages of this submission, all waiting, each with its own request id. */
export function stagesOf(request: SubmissionRequest, context: Context, newRequestId: () => string): Stages {
  const stage = (): Stage => ({ state: 'waiting', requestId: newRequestId() });
  const lines = orderedOffersOf(context);
  return {
    customer: stage(),
    ...(context.agreementWay === undefined ? {} : { agreement: stage() }),
    ...(request.qualification === undefined ? {} : { qualification: stage() }),
    ...(lines.length === 0 ? {} : { subscriptions: { ...stage(), lines } }),
  };
}

/** The offers the cart orders. */
function orderedOffersOf(context: Context): OrderedOffer[] {
  return cartRows(acceptedAnswers(context, 'subscriptions')).flatMap((row) => {
    const offer = context.offers.find(({ id }) => id === row.offerId);
    const plan = rowPlan(row, offer);
    if (offer === undefined || plan === undefined) return [];
    const { term, billing } = plan;
    const quantity = offer.unit === 'usage' ? {} : { quantity: Number(row.count) };
    return [{ offerId: offer.id, offerName: offer.name, unit: offer.unit, term, billing, ...quantity }];
  });
}

/** Answers recorded of a customer before a change. */
type RecordedSections = Customer['sections'];

/** The change a complete draft makes to an existing customer at Partner Center; `recorded` are its recorded answers. */
export function changeRequestOf(context: Context, purpose: DraftKind, recorded: RecordedSections): ChangeKind {
  return purpose.kind === 'account'
    ? accountChange(context, purpose, recorded)
    : orderChange(context, purpose.instead === true);
}

/**
 * True when the draft changes the company's name or address in a cloud where Microsoft then reviews the account
 * (customer-account-verification).
 */
export function mayStartAccountReview(
  { purpose, accepted }: Pick<Draft, 'purpose' | 'accepted'>,
  { cloud }: Context,
): boolean {
  if (purpose?.kind !== 'account' || !cloud.accountReview) return false;
  const { culture: _former, ...before } = purpose.before['company'] ?? {};
  const { culture: _chosen, ...now } = accepted['company'] ?? {};
  return !isDeepStrictEqual(before, now);
}

function orderChange(context: Context, instead: boolean): ChangeKind {
  const mpnId = chosenReseller(context)?.mpnId;
  return {
    kind: 'order',
    lines: orderedOffersOf(context),
    ...(instead ? { instead } : {}),
    ...defined({ partnerIdOnRecord: mpnId }),
  };
}

function accountChange(context: Context, purpose: DraftKind, recorded: RecordedSections): ChangeKind {
  const company = acceptedAnswers(context, 'company');
  const contact = acceptedAnswers(context, 'contact');
  return {
    kind: 'account',
    ...companyOf(company as InputTexts<KnownCompanyField>, context),
    contact: personOf(contact),
    fields: [...changedFields({ purpose, accepted: context.accepted })],
    sections: {
      ...(isDeepStrictEqual(recorded['contact'], contact) ? {} : formerSigner(recorded)),
      company: { ...unchangeableAnswers(recorded['company'] ?? {}, context), ...company },
      contact: { ...contact },
    },
  };
}

/** Recorded answers of a company that are not asked again, such as its domain. */
function unchangeableAnswers(company: Values, context: Context): Values {
  const names = new Set(Object.keys(section('company').readInputs(company, {}, context)));
  return Object.fromEntries(Object.entries(company).filter(([name]) => !names.has(name)));
}

/** Keeps the former primary contact as the agreement's signer, if it signed, when somebody else becomes the contact. */
function formerSigner({ agreement, contact }: RecordedSections): RecordedSections {
  if (agreement?.['signer'] !== 'contact' || contact === undefined) return {};
  return { agreement: { ...agreement, signer: 'other' }, signer: contact };
}
