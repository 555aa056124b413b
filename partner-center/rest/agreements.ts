import * as z from 'zod';
import type { AgreementConsent, AgreementTemplate, Person } from '../partnerCenter.ts';
import { path, type Client } from './client.ts';
import { sentPhone } from './phone.ts';

const type = 'MicrosoftCustomerAgreement';
const collection = z.object({
  items: z.array(
    z.object({
      templateId: z.string(),
      agreementType: z.string().nullish(),
      agreementLink: z.string().nullish(),
      versionRank: z.number().nullish(),
    }),
  ),
});

/**
 * The newest template of the Microsoft Customer Agreement (developer/get-customer-agreement-metadata). Always asked for
 * by type: without it the service gives the retired Cloud Agreement, which it then records without a word.
 */
export const readAgreementTemplate = async (client: Client): Promise<AgreementTemplate> => {
  const call = { method: 'GET', path: 'agreements', query: { agreementType: type }, token: 'user' } as const;
  const { items } = await client.read(collection, call);
  const own = items.filter(({ agreementType }) => agreementType === undefined || agreementType === type);
  const newest = own.toSorted((a, b) => (b.versionRank ?? 0) - (a.versionRank ?? 0))[0];
  if (newest === undefined) throw new Error('Partner Center names no Microsoft Customer Agreement');
  return { templateId: newest.templateId, type, link: newest.agreementLink ?? '' };
};

const contactOf = ({ firstName, lastName, email, phone }: Person, country: string) => ({
  firstName,
  lastName,
  email,
  ...(phone === undefined ? {} : { phoneNumber: sentPhone(phone, country) }),
});

/**
 * Records who accepted the agreement (developer/confirm-customer-consent-customer-agreement). `country` is where phone
 * numbers are written without their calling code. Raises RestError, `agreement-exists` when just this is recorded already.
 */
export const postAgreement = async (
  client: Client,
  microsoftId: string,
  { template, signer, dateAgreed }: AgreementConsent,
  country: string,
  requestId: string,
): Promise<void> => {
  await client.send({
    method: 'POST',
    path: path('customers', microsoftId, 'agreements'),
    body: { primaryContact: contactOf(signer, country), templateId: template.templateId, dateAgreed, type },
    token: 'user',
    requestId,
  });
};

/** Has the customer itself accepted the agreement in the Microsoft 365 admin center? */
export const isDirectlySigned = async (client: Client, microsoftId: string): Promise<boolean> => {
  const call = path('customers', microsoftId, 'directSignedMicrosoftCustomerAgreementStatus');
  const answer = await client.read(z.object({ isSigned: z.boolean() }), { method: 'GET', path: call, token: 'user' });
  return answer.isSigned;
};

const confirmations = z.object({ items: z.array(z.object({ dateAgreed: z.string().nullish() })) });

/** When the partner recorded the customer's acceptance, ISO 8601; undefined when it has not. */
export const confirmedAt = async (client: Client, microsoftId: string): Promise<string | undefined> => {
  const { items } = await client.read(confirmations, {
    method: 'GET',
    path: path('customers', microsoftId, 'agreements'),
    query: { agreementType: type },
    token: 'user',
  });
  return items
    .flatMap(({ dateAgreed }) => dateAgreed ?? [])
    .toSorted()
    .at(-1);
};
