import { acceptanceState, type AgreementWay, awaitedFrom } from '../agreement.ts';
import { type AgreementConsent, PartnerCenterError } from '../partnerCenter.ts';
import { postAgreement, readAcceptance } from './agreements.ts';
import { attest, type EnhancedSettings, pageOf } from './attestations.ts';
import type { Client } from './client.ts';
import type { Memory } from './memory.ts';
import { RestError } from './restError.ts';

/** What an acceptance is brought to Partner Center with. */
export interface ConsentTools {
  readonly client: Client;
  readonly memory: Memory;
  /** The partner's country, where phone numbers have no calling code. */
  readonly country: string;
  readonly newId: () => string;
  readonly now: () => Date;
  /** The id of the present template; undefined where the metadata name none. */
  readonly templateId: () => Promise<string | undefined>;
  /** With `enhanced` only. */
  readonly enhanced?: EnhancedSettings;
}

/** Sees to it that Partner Center knows of the consent; returning means that it does. */
type Consent = (microsoftId: string, consent: AgreementConsent, requestId: string) => Promise<void>;

/** The agreement step in the way that was chosen. */
export const consentBy = (way: AgreementWay, tools: ConsentTools): Consent => {
  if (way === 'recorded') return recorded(tools);
  const { enhanced } = tools;
  return way === 'customer' || enhanced === undefined ? byCustomer(tools) : onPage(tools, enhanced);
};

/** Nothing is sent: the customer accepts in the Microsoft 365 admin center, and this looks whether it has. */
const byCustomer =
  ({ client }: ConsentTools): Consent =>
  async (microsoftId) => {
    const state = acceptanceState(await readAcceptance(client, microsoftId));
    if (state !== 'accepted') throw awaitedFrom(state, '');
  };

/** Statuses of a call that is there no more. */
const gone: ReadonlySet<number | undefined> = new Set([405, 410]);

const recorded =
  ({ client, country, templateId }: ConsentTools): Consent =>
  async (microsoftId, { signer, dateAgreed }, requestId) => {
    const template = await templateId();
    if (template === undefined) throw awaitedFrom('missing', '');
    try {
      await postAgreement(client, microsoftId, { signer, dateAgreed, templateId: template }, country, {
        token: 'user',
        requestId,
      });
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      // An earlier try recorded it, and its answer was lost.
      if (error.fault.reason === 'agreement-exists') return;
      throw gone.has(error.status) ? awaitedFrom('missing', error.correlationId, error.fault) : error;
    }
  };

/** Does a refusal of the agreement say no more than that the customer has not accepted on its page yet? Nothing public tells. */
const mayBeEarly = ({ status, retryable }: RestError): boolean =>
  status !== undefined && status >= 400 && status < 500 && !retryable;

/**
 * The customer accepts on a page of Microsoft's, whose address this gives; then the agreement is made of it. What it
 * accepted elsewhere meanwhile counts, too.
 */
const onPage =
  (tools: ConsentTools, settings: EnhancedSettings): Consent =>
  async (microsoftId, consent, requestId) => {
    const { client, country, newId, now, templateId } = tools;
    const id = await attest(tools, settings, consent, requestId);
    const { signer } = consent;
    // What needs a user's token is asked for besides: the application's own is enough for this way.
    const template = await templateId().catch(unlessFault(undefined));
    const more = { [settings.idName]: id };
    const made = { signer, dateAgreed: now().toISOString(), templateId: template, more };
    try {
      // A new request id each time: the same one may be given the same refusal again.
      await postAgreement(client, microsoftId, made, country, { token: 'app', requestId: newId() });
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      if (error.fault.reason === 'agreement-exists') return;
      if (!mayBeEarly(error)) throw error;
      const state = await readAcceptance(client, microsoftId).then(acceptanceState, unlessFault('missing' as const));
      if (state === 'accepted') return;
      throw awaitedFrom(state, error.correlationId, { ...error.fault, page: pageOf(settings, id) });
    }
  };

/** For a question whose answer is not needed: the other answer where Partner Center gives none. */
const unlessFault =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof PartnerCenterError) return instead;
    throw error;
  };
