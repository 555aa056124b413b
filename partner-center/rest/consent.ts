import { PartnerCenterError } from '../fault.ts';
import type { AgreementConsent } from '../partnerCenter.ts';
import { isDirectlySigned, postAgreement } from './agreements.ts';
import type { Client } from './client.ts';
import { RestError } from './restError.ts';

/**
 * How the customer's acceptance reaches Partner Center: `recorded`, the partner names the signer (the documented call,
 * retired for some partners on 2026-01-05), or `attestation`, the customer accepts by itself.
 */
export type ConsentWay = 'recorded' | 'attestation';

/** Sees to it that Partner Center knows of the consent; returning means that it does. */
type Consent = (microsoftId: string, consent: AgreementConsent, requestId: string) => Promise<void>;

/** The agreement stage the way that was chosen; `country` is the partner's, where phone numbers have no calling code. */
export const consentBy = (way: ConsentWay, client: Client, country: string, newId: () => string): Consent =>
  way === 'recorded' ? recorded(client, country) : attestation(client, newId);

const recorded =
  (client: Client, country: string): Consent =>
  async (microsoftId, consent, requestId) => {
    try {
      await postAgreement(client, microsoftId, consent, country, requestId);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      // An earlier try recorded it, and its answer was lost.
      if (error.fault.reason === 'agreement-exists') return;
      const { code } = error.fault;
      if (error.status === 405 || error.status === 410)
        throw new PartnerCenterError(
          { reason: 'customer-accepts', ...(code === undefined ? {} : { code }) },
          error.correlationId,
          true,
        );
      throw error;
    }
  };

// POST attestations/enhanced is public in part only (its body, its answer and the page made of it are not), so nothing
// is sent: the customer accepts in the Microsoft 365 admin center, and Finish looks whether it has.
const attestation =
  (client: Client, newId: () => string): Consent =>
  async (microsoftId) => {
    if (await isDirectlySigned(client, microsoftId)) return;
    throw new PartnerCenterError({ reason: 'customer-accepts' }, newId(), true);
  };
