import { languageOf } from '../partner-center/countries.ts';
import type { Person } from '../partner-center/partnerCenter.ts';
import type { Values } from '../storage/draft.ts';
import type { SubmissionRequest } from '../storage/jobs.ts';
import type { OrderedOffer, Stage, Stages } from '../storage/stages.ts';
import { signerField } from './agreement.ts';
import { planOf, rowsOf } from './cart.ts';
import { addressOf, fullDomain } from './companyCheck.ts';
import { answers, type Context } from './context.ts';
import { section, sections } from './index.ts';
import { qualificationOf } from './qualification.ts';
import { noReseller, resellerOf as knownReseller } from './reseller.ts';

/** The request a complete draft makes of Partner Center. `now` is the moment of Submit. */
export function requestOf(context: Context, now: Date): SubmissionRequest {
  const asked = new Set(sections(context).map(({ id }) => id));
  const reseller = asked.has('reseller') ? resellerOf(context) : undefined;
  return {
    customer: { ...customerOf(context), ...(reseller === undefined ? {} : { associatedPartnerId: reseller.tenantId }) },
    ...(reseller === undefined ? {} : { partnerIdOnRecord: reseller.mpnId }),
    ...(asked.has('agreement') ? { consent: consentOf(context, now) } : {}),
    ...(asked.has('qualification') ? { qualification: qualificationOf(answers(context, 'qualification')) } : {}),
  };
}

/** The reseller that was chosen, if one was. */
export function resellerOf(context: Context) {
  const chosen = knownReseller(context.purpose) ?? answers(context, 'reseller')['reseller'];
  return chosen === noReseller ? undefined : context.resellers.find(({ tenantId }) => tenantId === chosen);
}

function customerOf(context: Context): SubmissionRequest['customer'] {
  // What another country asked for may still be among the answers; Partner Center refuses it here.
  const company = section('company').take(answers(context, 'company'), {}, context);
  const culture = company['culture'] ?? context.rules.defaultCulture;
  return {
    companyName: company['companyName'] ?? '',
    domain: fullDomain(company, context),
    address: addressOf(company, context.country),
    contact: personOf(answers(context, 'contact')),
    culture,
    language: languageOf(context.rules, culture),
    ...(company['registrationNumber'] === undefined
      ? {}
      : { organizationRegistrationNumber: company['registrationNumber'] }),
    ...(company['organizationPhone'] === undefined ? {} : { organizationPhone: company['organizationPhone'] }),
    ...(context.cloud.gdap ? { enableGDAPByDefault: company['gdap'] === 'true' } : {}),
  };
}

/** A person as a section's answers hold one. */
export const personOf = (values: Values): Person => ({
  firstName: values['firstName'] ?? '',
  lastName: values['lastName'] ?? '',
  email: values['email'] ?? '',
  ...(values['phoneNumber'] === undefined ? {} : { phone: values['phoneNumber'] }),
});

/** The signer as they are at Submit: a copied primary contact follows later edits of the contact. */
function consentOf(context: Context, now: Date) {
  const agreement = answers(context, 'agreement');
  const signer = personOf(answers(context, agreement[signerField(context)] === 'other' ? 'signer' : 'contact'));
  const day = `${agreement['dateAccepted'] ?? context.today}T00:00:00.000Z`;
  // "Today" in Asia may be yesterday in UTC: midnight of it would be refused as being in the future.
  const dateAgreed = day > now.toISOString() ? now.toISOString() : day;
  return { signer, dateAgreed };
}

/** The steps this submission takes, all waiting, each with its own request id. */
export function stagesOf(request: SubmissionRequest, context: Context, newRequestId: () => string): Stages {
  const stage = (): Stage => ({ state: 'waiting', requestId: newRequestId() });
  const lines = linesOf(context);
  return {
    customer: stage(),
    ...(context.agreementWay === undefined ? {} : { agreement: stage() }),
    ...(request.qualification === undefined ? {} : { qualification: stage() }),
    ...(lines.length === 0 ? {} : { subscriptions: { ...stage(), lines } }),
  };
}

/** What the cart orders. */
export function linesOf(context: Context): OrderedOffer[] {
  return rowsOf(answers(context, 'subscriptions')).flatMap((row) => {
    const offer = context.offers.find(({ id }) => id === row.offerId);
    const plan = planOf(row, offer);
    if (offer === undefined || plan === undefined) return [];
    const { term, billing } = plan;
    const quantity = offer.unit === 'usage' ? {} : { quantity: Number(row.count) };
    return [{ offerId: offer.id, offerName: offer.name, unit: offer.unit, term, billing, ...quantity }];
  });
}
