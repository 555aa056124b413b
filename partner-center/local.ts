import { randomInt } from 'node:crypto';
import type { Documents } from '../storage/documents.ts';
import { documentedAnswer } from './address.ts';
import { type AgreementWay, agreementWayOf, awaitedFrom } from './agreement.ts';
import { type Catalogue, recordedOffers, usableOffers } from './catalogue.ts';
import { readCatalogue } from './catalogueFile.ts';
import { cloud } from './clouds.ts';
import { knownRules } from './countryTable.ts';
import { newCustomerFault, personFault } from './customerRules.ts';
import { once } from './once.ts';
import { localManagement } from './localManagement.ts';
import { practiseDecision, requestQualification, reviewFault, vettingsOf } from './localQualifications.ts';
import { presentSubscriptions, withOrder } from './localSubscriptions.ts';
import { acceptanceOf, type LocalTenants, localTenants } from './localTenants.ts';
import { orderLines } from './orderRules.ts';
import type { Offer } from './offer.ts';
import { alive } from './owned.ts';
import type { Partner } from './partner.ts';
import {
  type AgreementConsent,
  type PartnerCenter,
  PartnerCenterError,
  type PartnerCenterFault,
} from './partnerCenter.ts';
import { approvedSegments } from './qualification.ts';

/** What the local Partner Center is made of. */
export interface LocalSettings {
  readonly partner: Partner;
  readonly documents: Documents;
  readonly now: () => Date;
  /** Gives GUIDs. */
  readonly randomId: () => string;
  /** Gives a practice password; there is no tenant that it opens. */
  readonly randomPassword?: () => string;
  /** How the acceptance of the agreement is practised; without it the partner records it, as it was until 2026. */
  readonly agreement?: Exclude<AgreementWay, 'enhanced'>;
  /** Reads the partner's own catalogue. */
  readonly readFile?: (file: string) => string;
}

const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const practicePassword = (): string => Array.from({ length: 14 }, () => letters[randomInt(letters.length)]).join('');

type Refuse = (fault: PartnerCenterFault) => PartnerCenterError;

const notAllowed: PartnerCenterFault = { reason: 'not-allowed', code: '600006' };
const noRelationship: PartnerCenterFault = { reason: 'no-relationship', code: '20002' };
const noAgreement: PartnerCenterFault = { reason: 'agreement-missing', code: '13605' };

const createCustomer =
  (settings: LocalSettings, tenants: LocalTenants, refuse: Refuse): PartnerCenter['createCustomer'] =>
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

const consentFault = (consent: AgreementConsent, { partner, now }: LocalSettings): PartnerCenterFault | undefined => {
  const agreed = Date.parse(consent.dateAgreed);
  if (Number.isNaN(agreed) || agreed > now().getTime()) return { reason: 'invalid' };
  // The signer stands on no card of the customer's: no input is named.
  return personFault(consent.signer, [], partner.country) === undefined ? undefined : { reason: 'invalid' };
};

const recordAgreement =
  (settings: LocalSettings, tenants: LocalTenants, refuse: Refuse): PartnerCenter['recordAgreement'] =>
  async (microsoftId, consent, requestId) => {
    if (!cloud(settings.partner.cloud).agreement) throw refuse(notAllowed);
    if (settings.agreement === 'customer') {
      const state = await tenants.find(microsoftId).then((found) => found && acceptanceOf(found));
      if (state === undefined) throw refuse(noRelationship);
      if (state !== 'accepted') throw awaitedFrom(state, '');
      return;
    }
    const fault = consentFault(consent, settings);
    if (fault !== undefined) throw refuse(fault);
    const also = { agreedAt: consent.dateAgreed };
    if (!(await tenants.noteAgreement(microsoftId, requestId, also))) throw refuse(noRelationship);
  };

const order =
  (
    settings: LocalSettings,
    tenants: LocalTenants,
    refuse: Refuse,
    offers: () => readonly Offer[],
  ): PartnerCenter['order'] =>
  async (microsoftId, lines, requestId) => {
    const answer = await tenants.change(microsoftId, (present) => {
      const earlier = present.orders[requestId];
      if (earlier !== undefined) return { next: present, answer: earlier };
      const review = reviewFault(present);
      if (review !== undefined) throw refuse(review);
      if (cloud(settings.partner.cloud).agreement && acceptanceOf(present) !== 'accepted') throw refuse(noAgreement);
      const known = offers();
      const owned = presentSubscriptions(present, known, settings.now());
      const ids = owned.filter(({ status }) => alive.includes(status)).map(({ offerId }) => offerId);
      const ordered = [
        ...orderLines(lines, known, { segments: approvedSegments(vettingsOf(present)), owned: ids }, settings.randomId),
      ];
      const subscriptions = withOrder(owned, lines, ordered, known, settings.now());
      const orders = { ...present.orders, [requestId]: ordered };
      return { next: { ...present, orders, subscriptions }, answer: ordered };
    });
    if (answer === undefined) throw refuse(noRelationship);
    return answer;
  };

/**
 * Partner Center on this machine: nothing is sent to Microsoft. It enforces the same rules by recorded data, keeps
 * practice tenants (domain, subscriptions and request ids only) in `documents`, and answers a repeated request as the first time, but
 * with a fresh password, because none is kept. A request id goes with one domain; after `domain-taken` it may be used
 * with another. Without a catalogue of the partner's own, the recorded US offers are sold.
 */
export const localPartnerCenter = (settings: LocalSettings): PartnerCenter => {
  const { partner, documents, randomId } = settings;
  const own = cloud(partner.cloud);
  const tenants = localTenants(documents, partner.tenantId, randomId);
  // Nothing was sent, so there is nothing to ask about.
  const refuse: Refuse = (fault) => new PartnerCenterError(fault, '', false);
  const work = { partner, tenants, refuse };
  const { catalogue } = partner;
  const offers = once(() =>
    usableOffers(catalogue === undefined ? recordedOffers() : readCatalogue(catalogue, settings.readFile)),
  );
  const soFar = (country: string): Catalogue => {
    const genuine = catalogue !== undefined || (country === 'US' && partner.cloud === 'global');
    return { offers: offers(), sample: !genuine, state: 'read', leftOut: 0 };
  };
  return {
    practice: true,
    isDomainFree: (domain) => tenants.isFree(domain),
    ownsDomain: (domain) => tenants.isOwn(domain),
    countryRules: async (country) => {
      const rules = knownRules(country);
      if (rules === undefined) throw refuse({ reason: 'invalid' });
      return rules;
    },
    checkAddress: async (address) => documentedAnswer(address),
    resellers: async () => (partner.type === 'indirect-provider' && own.resellers ? (partner.resellers ?? []) : []),
    offers: async (country) => soFar(country),
    offersSoFar: soFar,
    agreementWay: agreementWayOf(partner.cloud, settings.agreement ?? 'recorded'),
    createCustomer: createCustomer(settings, tenants, refuse),
    recordAgreement: recordAgreement(settings, tenants, refuse),
    requestQualification: requestQualification({ ...work, now: settings.now }),
    order: order(settings, tenants, refuse, offers),
    management: localManagement({ partner, tenants, offers, now: settings.now, refuse }),
    practiseDecision: practiseDecision(work),
    async practiseAcceptance(microsoftId) {
      const signedAt = settings.now().toISOString();
      const done = await tenants.change(microsoftId, (present) => ({
        next: present.signedAt === undefined ? { ...present, signedAt } : present,
        answer: true,
      }));
      if (done === undefined) throw refuse(noRelationship);
    },
  };
};
