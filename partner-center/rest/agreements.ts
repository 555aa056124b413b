import * as z from 'zod';
import { type Acceptance, acceptanceState } from '../agreement.ts';
import type { AgreementConsent, Person } from '../partnerCenter.ts';
import { path, type Client } from './client.ts';
import type { Call } from './http.ts';
import { sentPhone } from './phone.ts';

const type = 'MicrosoftCustomerAgreement';
const template = z.object({
  templateId: z.string(),
  agreementType: z.string().nullish(),
  versionRank: z.number().nullish(),
});

/**
 * The newest template of the Microsoft Customer Agreement (developer/get-customer-agreement-metadata); undefined where the
 * metadata name none that can be read. Always asked for by type: without it the service gives the retired Cloud Agreement,
 * which it then records without a word.
 */
export const readTemplateId = async (client: Client): Promise<string | undefined> => {
  const call = { method: 'GET', path: 'agreements', query: { agreementType: type }, token: 'user' } as const;
  const { items } = await client.read(z.object({ items: z.array(z.unknown()).nullish() }), call);
  const known = (items ?? []).flatMap((item) => template.safeParse(item).data ?? []);
  const own = known.filter(({ agreementType }) => (agreementType ?? type) === type);
  return own.toSorted((a, b) => (b.versionRank ?? 0) - (a.versionRank ?? 0))[0]?.templateId;
};

const contactOf = ({ firstName, lastName, email, phone }: Person, country: string) => ({
  firstName,
  lastName,
  email,
  ...(phone === undefined ? {} : { phoneNumber: sentPhone(phone, country) }),
});

/** What an agreement is recorded with. */
export interface Recorded extends Pick<AgreementConsent, 'signer' | 'dateAgreed'> {
  /** Left out where the metadata name none. */
  readonly templateId: string | undefined;
  /** Properties besides the documented ones of 2019. */
  readonly more?: Readonly<Record<string, string>>;
}

/**
 * Records who accepted the agreement (developer/confirm-customer-consent-customer-agreement). `country` is where phone
 * numbers are written without their calling code. Raises RestError, `agreement-exists` when just this is recorded already.
 */
export const postAgreement = async (
  client: Client,
  microsoftId: string,
  { templateId, signer, dateAgreed, more = {} }: Recorded,
  country: string,
  call: Pick<Call, 'requestId' | 'token'>,
): Promise<void> => {
  await client.send({
    method: 'POST',
    path: path('customers', microsoftId, 'agreements'),
    body: { primaryContact: contactOf(signer, country), templateId, dateAgreed, type, ...more },
    ...call,
  });
};

/** Has the customer itself accepted the agreement in the Microsoft 365 admin center? */
export const isDirectlySigned = async (client: Client, microsoftId: string): Promise<boolean> => {
  const call = path('customers', microsoftId, 'directSignedMicrosoftCustomerAgreementStatus');
  const answer = await client.read(z.object({ isSigned: z.boolean() }), { method: 'GET', path: call, token: 'user' });
  return answer.isSigned;
};

const confirmation = z.object({ dateAgreed: z.string() });

/** The day the customer accepted, as the partner recorded it, ISO 8601; undefined when it has not. */
export const confirmedAt = async (client: Client, microsoftId: string): Promise<string | undefined> => {
  const { items } = await client.read(z.object({ items: z.array(z.unknown()).nullish() }), {
    method: 'GET',
    path: path('customers', microsoftId, 'agreements'),
    query: { agreementType: type },
    token: 'user',
  });
  return (items ?? [])
    .flatMap((item) => confirmation.safeParse(item).data?.dateAgreed ?? [])
    .toSorted()
    .at(-1);
};

/** What Partner Center knows of the customer's acceptance; one answer is enough where it says that all is well. */
export const readAcceptance = async (client: Client, microsoftId: string): Promise<Acceptance> => {
  const [recorded, signed] = await Promise.allSettled([
    confirmedAt(client, microsoftId),
    isDirectlySigned(client, microsoftId),
  ]);
  const acceptedAt = recorded.status === 'fulfilled' ? recorded.value : undefined;
  const signedByCustomer = signed.status === 'fulfilled' && signed.value;
  const acceptance = { signedByCustomer, ...(acceptedAt === undefined ? {} : { acceptedAt }) };
  if (acceptanceState(acceptance) === 'accepted') return acceptance;
  for (const one of [recorded, signed]) if (one.status === 'rejected') throw one.reason;
  return acceptance;
};
