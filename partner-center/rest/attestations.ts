import * as z from 'zod';
import type { AgreementConsent } from '../partnerCenter.ts';
import type { Client } from './client.ts';
import type { Memory } from './memory.ts';
import { sentPhone } from './phone.ts';

/**
 * What is not public of the enhanced attestation, so that it is set where it is known: names of properties, and the page.
 */
export interface EnhancedSettings {
  /** Property of the signatory's e-mail address in `attestations/enhanced`. */
  readonly emailName: string;
  /** Property of the signatory's phone number there. */
  readonly phoneName: string;
  /** Property of the attestation's id, in its answer and in the agreement that is made of it. */
  readonly idName: string;
  /** The page on which the customer accepts; `{id}` is the attestation's. */
  readonly page: string;
}

/** What attestations are made with. */
interface AttestationTools {
  readonly client: Client;
  readonly memory: Memory;
  /** Where phone numbers are written without their calling code. */
  readonly country: string;
}

/** The address of the page on which that attestation is accepted. */
export const pageOf = ({ page }: EnhancedSettings, id: string): string =>
  page.replaceAll('{id}', encodeURIComponent(id));

const bodyOf = (
  { signer, companyName, country, language }: AgreementConsent,
  { emailName, phoneName }: EnhancedSettings,
  from: string,
) => ({
  country,
  language,
  companyName,
  signatoryFirstName: signer.firstName,
  signatoryLastName: signer.lastName,
  [emailName]: signer.email,
  ...(signer.phone === undefined ? {} : { [phoneName]: sentPhone(signer.phone, from) }),
});

/**
 * The id of the attestation of that request, made at the first time (customers/integrate-sandbox-confirm-customer-accept,
 * in the application's own name) and remembered for as long as it is asked for. Raises RestError.
 */
export const attest = async (
  { client, memory, country }: AttestationTools,
  settings: EnhancedSettings,
  consent: AgreementConsent,
  requestId: string,
): Promise<string> => {
  const known = await memory.attestation(requestId);
  const id = known ?? (await made(client, settings, bodyOf(consent, settings, country), requestId));
  await memory.keepAttestation(requestId, id);
  return id;
};

const made = async (client: Client, { idName }: EnhancedSettings, body: object, requestId: string): Promise<string> => {
  const named = z.record(z.string(), z.unknown()).transform((answer, context) => {
    const found = [answer[idName], answer['attestationId'], answer['id']].find((one) => typeof one === 'string');
    if (typeof found === 'string' && found !== '') return found;
    context.addIssue({ code: 'custom', message: 'no id' });
    return z.NEVER;
  });
  // Some answers are the bare id.
  const answer = z.union([z.string().min(1), named]);
  return client.read(answer, { method: 'POST', path: 'attestations/enhanced', body, token: 'app', requestId });
};
