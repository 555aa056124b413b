import * as z from 'zod';
import {
  type Acceptance,
  acceptanceError,
  acceptanceState,
  type AgreementConsent,
  type AgreementWay,
} from '../rules/agreement.ts';
import { nothingLeft } from '../../lib/complete.ts';
import { personBody } from './profileBodies.ts';
import { type RestClient, restPath } from './client.ts';
import type { RestRequest } from './http.ts';
import type { RequestJournal } from './requestJournal.ts';
import { PartnerCenterError } from '../rules/fault.ts';
import { RestError } from './restError.ts';
import { defined } from '../../lib/optional.ts';

const mcaType = 'MicrosoftCustomerAgreement';
const templateSchema = z.object({
  templateId: z.string(),
  agreementType: z.string().nullish(),
  versionRank: z.number().nullish(),
});

/**
 * Id of the newest template of the Microsoft Customer Agreement (developer/get-customer-agreement-metadata); undefined
 * when the metadata has no readable one. Always queries by type: without it the service returns the retired Cloud
 * Agreement, and later records that silently.
 */
export const readTemplateId = async (client: RestClient): Promise<string | undefined> => {
  const call = { method: 'GET', path: 'agreements', query: { agreementType: mcaType }, token: 'user' } as const;
  const { items } = await client.read(z.object({ items: z.array(z.unknown()).nullish() }), call);
  const known = (items ?? []).flatMap((item) => templateSchema.safeParse(item).data ?? []);
  const own = known.filter(({ agreementType }) => (agreementType ?? mcaType) === mcaType);
  return own.toSorted((a, b) => (b.versionRank ?? 0) - (a.versionRank ?? 0))[0]?.templateId;
};

/** Data of an agreement to record. */
interface AgreementRecord extends Pick<AgreementConsent, 'signer' | 'dateAgreed'> {
  /** Omitted when the metadata names none. */
  readonly templateId: string | undefined;
  /** Properties besides the documented ones of 2019. */
  readonly more?: Readonly<Record<string, string>>;
}

/**
 * Records an acceptance of the agreement (developer/confirm-customer-consent-customer-agreement). Phone numbers of
 * `country` are sent without their calling code. Raises RestError, `agreement-exists` when it is recorded already.
 */
export const postAgreement = async (
  client: RestClient,
  microsoftId: string,
  { templateId, signer, dateAgreed, more = {} }: AgreementRecord,
  country: string,
  call: Pick<RestRequest, 'requestId' | 'token'>,
): Promise<void> => {
  await client.send({
    method: 'POST',
    path: restPath('customers', microsoftId, 'agreements'),
    body: { primaryContact: personBody(signer, country), templateId, dateAgreed, type: mcaType, ...more },
    ...call,
  });
};

/** True when the customer itself has accepted the agreement in the Microsoft 365 admin center. */
export const isSignedByCustomer = async (client: RestClient, microsoftId: string): Promise<boolean> => {
  const call = restPath('customers', microsoftId, 'directSignedMicrosoftCustomerAgreementStatus');
  const answer = await client.read(z.object({ isSigned: z.boolean() }), { method: 'GET', path: call, token: 'user' });
  return answer.isSigned;
};

const confirmationSchema = z.object({ dateAgreed: z.string() });

/** Date of the customer's acceptance as the partner recorded it, ISO 8601; undefined without one. */
export const readConfirmationDate = async (client: RestClient, microsoftId: string): Promise<string | undefined> => {
  const { items } = await client.read(z.object({ items: z.array(z.unknown()).nullish() }), {
    method: 'GET',
    path: restPath('customers', microsoftId, 'agreements'),
    query: { agreementType: mcaType },
    token: 'user',
  });
  return (items ?? [])
    .flatMap((item) => confirmationSchema.safeParse(item).data?.dateAgreed ?? [])
    .toSorted()
    .at(-1);
};

/** The customer's acceptance from both queries; a failed one is ignored when the other says accepted. */
export const readAcceptance = async (client: RestClient, microsoftId: string): Promise<Acceptance> => {
  const [recorded, signed] = await Promise.allSettled([
    readConfirmationDate(client, microsoftId),
    isSignedByCustomer(client, microsoftId),
  ]);
  const acceptedAt = recorded.status === 'fulfilled' ? recorded.value : undefined;
  const signedByCustomer = signed.status === 'fulfilled' && signed.value;
  const acceptance = { signedByCustomer, ...defined({ acceptedAt }) };
  if (acceptanceState(acceptance) === 'accepted') return acceptance;
  for (const one of [recorded, signed]) if (one.status === 'rejected') throw one.reason;
  return acceptance;
};

/**
 * Configured parts of the enhanced attestation, which Microsoft has not published: names of properties, and the page.
 */
export interface EnhancedSettings {
  /** Property of the signatory's e-mail address in `attestations/enhanced`. */
  readonly emailName: string;
  /** Property of the signatory's phone number there. */
  readonly phoneName: string;
  /** Property of the attestation's id, in its response and in the agreement that refers to it. */
  readonly idName: string;
  /** The page on which the customer accepts; `{id}` is the attestation's. */
  readonly page: string;
}

/** Dependencies of creating attestations. */
interface AttestationDeps {
  readonly client: RestClient;
  readonly memory: RequestJournal;
  /** Country whose phone numbers are sent without their calling code. */
  readonly country: string;
}

/** URL of the page on which the customer accepts that attestation. */
const attestationUrl = ({ page }: EnhancedSettings, id: string): string =>
  page.replaceAll('{id}', encodeURIComponent(id));

const attestationBody = (consent: AgreementConsent, { emailName, phoneName }: EnhancedSettings, from: string) => {
  // The customer itself accepts, so that no day is sent.
  const { signer, companyName, country, language, dateAgreed: _notSent, ...others } = consent;
  nothingLeft(others);
  const { firstName, lastName, email, phoneNumber, ...more } = personBody(signer, from);
  nothingLeft(more);
  return {
    country,
    language,
    companyName,
    signatoryFirstName: firstName,
    signatoryLastName: lastName,
    [emailName]: email,
    ...(phoneNumber === undefined ? {} : { [phoneName]: phoneNumber }),
  };
};

/**
 * Id of the request's attestation, created at the first call (customers/integrate-sandbox-confirm-customer-accept, with
 * the application's token) and stored as long as it is used. Raises RestError.
 */
const attestationId = async (
  { client, memory, country }: AttestationDeps,
  settings: EnhancedSettings,
  consent: AgreementConsent,
  requestId: string,
): Promise<string> => {
  const known = await memory.attestation(requestId);
  const id = known ?? (await postAttestation(client, settings, attestationBody(consent, settings, country), requestId));
  await memory.saveAttestation(requestId, id);
  return id;
};

const postAttestation = async (
  client: RestClient,
  { idName }: EnhancedSettings,
  body: object,
  requestId: string,
): Promise<string> => {
  const named = z.record(z.string(), z.unknown()).transform((answer, context) => {
    const found = [answer[idName], answer['attestationId'], answer['id']].find((one) => typeof one === 'string');
    if (typeof found === 'string' && found !== '') return found;
    context.addIssue({ code: 'custom', message: 'no id' });
    return z.NEVER;
  });
  // Some responses are the bare id.
  const answer = z.union([z.string().min(1), named]);
  return client.read(answer, { method: 'POST', path: 'attestations/enhanced', body, token: 'app', requestId });
};

/** Dependencies of recording an acceptance. */
interface AgreementDeps {
  readonly client: RestClient;
  readonly memory: RequestJournal;
  /** The partner's country, whose phone numbers are sent without calling code. */
  readonly country: string;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Id of the present template; undefined when the metadata names none. */
  readonly templateId: () => Promise<string | undefined>;
  /** With `enhanced` only. */
  readonly enhanced?: EnhancedSettings;
}

/** Makes the consent known to Partner Center; when it returns, it is known. */
type RecordConsent = (microsoftId: string, consent: AgreementConsent, requestId: string) => Promise<void>;

/** The agreement stage of the chosen way. */
export const consentRecorder = (way: AgreementWay, tools: AgreementDeps): RecordConsent => {
  if (way === 'recorded') return recordByPartner(tools);
  const { enhanced } = tools;
  return way === 'customer' || enhanced === undefined ? checkCustomer(tools) : recordByPage(tools, enhanced);
};

/** Sends nothing: the customer accepts in the Microsoft 365 admin center, and this checks whether it has. */
const checkCustomer =
  ({ client }: AgreementDeps): RecordConsent =>
  async (microsoftId) => {
    const state = acceptanceState(await readAcceptance(client, microsoftId));
    if (state !== 'accepted') throw acceptanceError(state, '');
  };

/** Statuses of a retired call. */
const retiredStatuses: ReadonlySet<number | undefined> = new Set([405, 410]);

const recordByPartner =
  ({ client, country, templateId }: AgreementDeps): RecordConsent =>
  async (microsoftId, { signer, dateAgreed }, requestId) => {
    const template = await templateId();
    if (template === undefined) throw acceptanceError('missing', '');
    try {
      await postAgreement(client, microsoftId, { signer, dateAgreed, templateId: template }, country, {
        token: 'user',
        requestId,
      });
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      // An earlier attempt recorded it, and the response was lost.
      if (error.fault.reason === 'agreement-exists') return;
      throw retiredStatuses.has(error.status) ? acceptanceError('missing', error.correlationId, error.fault) : error;
    }
  };

/** True for refusals that may only mean that the customer has not accepted on its page yet; the code is not public. */
const mayBeUnaccepted = ({ status, retryable }: RestError): boolean =>
  status !== undefined && status >= 400 && status < 500 && !retryable;

/**
 * The customer accepts on a page of Microsoft's, whose URL this gives; then the agreement is created from the
 * attestation. An acceptance given elsewhere meanwhile counts, too.
 */
const recordByPage =
  (tools: AgreementDeps, settings: EnhancedSettings): RecordConsent =>
  async (microsoftId, consent, requestId) => {
    const { client, country, newId, now, templateId } = tools;
    const id = await attestationId(tools, settings, consent, requestId);
    const { signer } = consent;
    // The template needs a user's token, so it is optional: the application's token is enough for this way.
    const template = await templateId().catch(insteadOfFault(undefined));
    const more = { [settings.idName]: id };
    const made = { signer, dateAgreed: now().toISOString(), templateId: template, more };
    try {
      // A new request id each time: the same one may be given the same refusal again.
      await postAgreement(client, microsoftId, made, country, { token: 'app', requestId: newId() });
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      if (error.fault.reason === 'agreement-exists') return;
      if (!mayBeUnaccepted(error)) throw error;
      const state = await readAcceptance(client, microsoftId).then(acceptanceState, insteadOfFault('missing' as const));
      if (state === 'accepted') return;
      throw acceptanceError(state, error.correlationId, { ...error.fault, page: attestationUrl(settings, id) });
    }
  };

/** Error handler of an optional query: replaces a PartnerCenterError by the given value. */
const insteadOfFault =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof PartnerCenterError) return instead;
    throw error;
  };
