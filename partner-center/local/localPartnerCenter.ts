import { randomInt } from 'node:crypto';
import type { Documents } from '../../storage/documents.ts';
import { documentedAddressCheck } from '../rules/addressRules.ts';
import { type AgreementWay, agreementWayOf, acceptanceError, type AgreementConsent } from '../rules/agreement.ts';
import { type Catalog, type Offer, readCatalogFile, recordedOffers, usableOffers } from '../rules/catalog.ts';
import { cloud } from '../rules/clouds.ts';
import { findCountryRules } from '../rules/countries.ts';
import { newCustomerFault, personFault } from '../rules/customerRules.ts';
import { PartnerCenterError, type PartnerCenterFault } from '../rules/fault.ts';
import { practiceManagement } from './practiceManagement.ts';
import {
  type PracticeTenants,
  practiceTenants,
  practiseDecision,
  relationshipMissing,
  requestPracticeQualification,
  reviewFault,
  tenantAcceptance,
  tenantVettings,
} from './practiceTenants.ts';
import { presentSubscriptions, withOrderedLines } from './practiceSubscriptions.ts';
import { lazy } from '../../lib/lazy.ts';
import { processOrder } from '../rules/cart.ts';
import { activeStatuses } from '../customerSubscriptions.ts';
import type { Partner } from '../rules/partner.ts';
import type { PartnerCenter } from '../partnerCenter.ts';
import { approvedSegments } from '../rules/qualification.ts';

/** Settings of the local Partner Center. */
interface PracticeSettings {
  readonly partner: Partner;
  readonly documents: Documents;
  readonly now: () => Date;
  /** Gives GUIDs. */
  readonly randomId: () => string;
  /** Makes a practice password; no tenant accepts it. */
  readonly randomPassword?: () => string;
  /** Way of accepting the agreement in practice; by default the partner records it, as until 2026. */
  readonly agreement?: Exclude<AgreementWay, 'enhanced'>;
  /** Reads the file of the partner's own catalog. */
  readonly readFile?: (file: string) => string;
}

const passwordLetters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const practicePassword = (): string =>
  Array.from({ length: 14 }, () => passwordLetters[randomInt(passwordLetters.length)]).join('');

type Refuse = (fault: PartnerCenterFault) => PartnerCenterError;

const notAllowed: PartnerCenterFault = { reason: 'not-allowed', code: '600006' };
const agreementMissing: PartnerCenterFault = { reason: 'agreement-missing', code: '13605' };

const createPracticeCustomer =
  (settings: PracticeSettings, tenants: PracticeTenants, refuse: Refuse): PartnerCenter['createCustomer'] =>
  async (customer, requestId) => {
    const fault = newCustomerFault(customer, settings.partner);
    if (fault !== undefined) throw refuse(fault);
    const { domain } = customer;
    const microsoftId = await tenants.create(domain, requestId);
    if (microsoftId === undefined)
      throw refuse({ reason: (await tenants.isOwn(domain)) ? 'domain-own' : 'domain-taken' });
    const password = (settings.randomPassword ?? practicePassword)();
    return { microsoftId, domain, userName: 'admin', password, practice: true };
  };

const consentFault = (
  consent: AgreementConsent,
  { partner, now }: PracticeSettings,
): PartnerCenterFault | undefined => {
  const agreed = Date.parse(consent.dateAgreed);
  if (Number.isNaN(agreed) || agreed > now().getTime()) return { reason: 'invalid' };
  // No card has an input for the signer, so no field is named.
  return personFault(consent.signer, [], partner.country) === undefined ? undefined : { reason: 'invalid' };
};

const recordPracticeAgreement =
  (settings: PracticeSettings, tenants: PracticeTenants, refuse: Refuse): PartnerCenter['recordAgreement'] =>
  async (microsoftId, consent, requestId) => {
    if (!cloud(settings.partner.cloud).agreement) throw refuse(notAllowed);
    if (settings.agreement === 'customer') {
      const state = await tenants.find(microsoftId).then((found) => found && tenantAcceptance(found));
      if (state === undefined) throw refuse(relationshipMissing);
      if (state !== 'accepted') throw acceptanceError(state, '');
      return;
    }
    const fault = consentFault(consent, settings);
    if (fault !== undefined) throw refuse(fault);
    const also = { agreedAt: consent.dateAgreed };
    if (!(await tenants.recordAgreement(microsoftId, requestId, also))) throw refuse(relationshipMissing);
  };

const practiceOrder =
  (
    settings: PracticeSettings,
    tenants: PracticeTenants,
    refuse: Refuse,
    offers: () => readonly Offer[],
  ): PartnerCenter['order'] =>
  async (microsoftId, lines, requestId) => {
    const answer = await tenants.change(microsoftId, (present) => {
      const earlier = present.orders[requestId];
      if (earlier !== undefined) return { next: present, answer: earlier };
      const review = reviewFault(present);
      if (review !== undefined) throw refuse(review);
      if (cloud(settings.partner.cloud).agreement && tenantAcceptance(present) !== 'accepted')
        throw refuse(agreementMissing);
      const known = offers();
      const owned = presentSubscriptions(present, known, settings.now());
      const kept = owned.filter(({ status }) => activeStatuses.includes(status));
      const held = kept.map(({ offerId, quantity: n }) => ({ offerId, n }));
      const ordered = [
        ...processOrder(
          lines,
          known,
          { segments: approvedSegments(tenantVettings(present)), owned: kept.map(({ offerId }) => offerId), held },
          settings.randomId,
        ),
      ];
      const subscriptions = withOrderedLines(owned, lines, ordered, known, settings.now());
      const orders = { ...present.orders, [requestId]: ordered };
      return { next: { ...present, orders, subscriptions }, answer: ordered };
    });
    if (answer === undefined) throw refuse(relationshipMissing);
    return answer;
  };

/**
 * Partner Center on this machine: nothing is sent to Microsoft. It enforces the same rules by recorded data, stores
 * practice tenants (domain, subscriptions and request ids only) in `documents`, and answers a repeated request as the
 * first time, but with a fresh password, because none is stored. A request id goes with one domain; after
 * `domain-taken` it may be used with another. Without a catalog of the partner's own, the recorded US offers are sold.
 */
export const localPartnerCenter = (settings: PracticeSettings): PartnerCenter => {
  const { partner, documents, randomId } = settings;
  const own = cloud(partner.cloud);
  const tenants = practiceTenants(documents, partner.tenantId, randomId);
  // No call was made, so there is no correlation id.
  const refuse: Refuse = (fault) => new PartnerCenterError(fault, '', false);
  const work = { partner, tenants, refuse };
  const { catalogue } = partner;
  const offers = lazy(() =>
    usableOffers(catalogue === undefined ? recordedOffers() : readCatalogFile(catalogue, settings.readFile)),
  );
  const soFar = (country: string): Catalog => {
    const genuine = catalogue !== undefined || country === own.recordedOffersOf;
    return { offers: offers(), sample: !genuine, state: 'read', leftOut: 0 };
  };
  return {
    practice: true,
    isDomainFree: (domain) => tenants.isFree(domain),
    ownsDomain: (domain) => tenants.isOwn(domain),
    countryRules: async (country) => {
      const rules = findCountryRules(country);
      if (rules === undefined) throw refuse({ reason: 'invalid' });
      return rules;
    },
    checkAddress: async (address) => documentedAddressCheck(address),
    resellers: async () => (partner.type === 'indirect-provider' && own.resellers ? (partner.resellers ?? []) : []),
    offers: async (country) => soFar(country),
    offersSoFar: soFar,
    agreementWay: agreementWayOf(partner.cloud, settings.agreement ?? 'recorded'),
    createCustomer: createPracticeCustomer(settings, tenants, refuse),
    recordAgreement: recordPracticeAgreement(settings, tenants, refuse),
    requestQualification: requestPracticeQualification({ ...work, now: settings.now }),
    order: practiceOrder(settings, tenants, refuse, offers),
    management: practiceManagement({ partner, tenants, offers, now: settings.now, refuse }),
    practiseDecision: practiseDecision(work),
    async practiseAcceptance(microsoftId) {
      const signedAt = settings.now().toISOString();
      const done = await tenants.change(microsoftId, (present) => ({
        next: present.signedAt === undefined ? { ...present, signedAt } : present,
        answer: true,
      }));
      if (done === undefined) throw refuse(relationshipMissing);
    },
  };
};
