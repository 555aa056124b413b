import { acceptanceState, acceptanceError, awaitsCustomer, type AgreementConsent } from './rules/agreement.ts';
import { PartnerCenterError } from './rules/fault.ts';
import type { PartnerCenter } from './partnerCenter.ts';

/**
 * Runs work that needs the customer's acceptance of the agreement. When Partner Center answers `agreement-missing` and
 * the customer has not accepted, raises `customer-accepts` or `acceptance-too-old` instead; when it has accepted,
 * raises the original error, because the acceptance may not be known everywhere yet.
 */
export async function explainMissingAgreement<T>(
  partnerCenter: PartnerCenter,
  microsoftId: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PartnerCenterError) || error.fault.reason !== 'agreement-missing') throw error;
    const state = await acceptanceStateOf(partnerCenter, microsoftId).catch(undefinedIfRefused);
    if (state === undefined || state === 'accepted') throw error;
    const { code } = error.fault;
    throw acceptanceError(state, error.correlationId, code === undefined ? {} : { code });
  }
}

const acceptanceStateOf = async ({ management }: PartnerCenter, microsoftId: string) =>
  acceptanceState(await management.agreement(microsoftId));

/** Undefined for a PartnerCenterError; any other error is raised. */
function undefinedIfRefused(error: unknown): undefined {
  if (!(error instanceof PartnerCenterError)) throw error;
}

/** An acceptance still to be recorded, with its own request id. */
export interface UnrecordedConsent extends AgreementConsent {
  readonly requestId: string;
}

/**
 * Returns once the customer has accepted the agreement; an acceptance that is to be recorded is sent first. Raises
 * `customer-accepts` or `acceptance-too-old` until then, with Partner Center's answer to the recording.
 */
export async function checkAcceptance(
  partnerCenter: PartnerCenter,
  microsoftId: string,
  consent: UnrecordedConsent | undefined,
): Promise<void> {
  const state = await readAcceptanceState(partnerCenter, microsoftId);
  if (state === 'accepted') return;
  const refused = consent === undefined ? undefined : await tryRecording(partnerCenter, microsoftId, consent);
  if (consent !== undefined && refused === undefined) return;
  throw acceptanceError(state, refused?.correlationId ?? '', refused?.fault);
}

/**
 * The state of the customer's acceptance. A refused query is raised as retryable, so that the wait goes on, unless the
 * customer is no longer the partner's (`no-relationship`).
 */
async function readAcceptanceState(partnerCenter: PartnerCenter, microsoftId: string) {
  try {
    return await acceptanceStateOf(partnerCenter, microsoftId);
  } catch (error) {
    if (!(error instanceof PartnerCenterError) || error.retryable) throw error;
    if (error.fault.reason === 'no-relationship') throw error;
    throw new PartnerCenterError(error.fault, error.correlationId, true);
  }
}

/** Records the acceptance; undefined when it was taken, else the refusal. Raises errors worth a retry. */
async function tryRecording(
  partnerCenter: PartnerCenter,
  microsoftId: string,
  { requestId, ...consent }: UnrecordedConsent,
): Promise<PartnerCenterError | undefined> {
  try {
    await partnerCenter.recordAgreement(microsoftId, consent, requestId);
    return undefined;
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    if (error.retryable && !awaitsCustomer(error.fault.reason)) throw error;
    return error;
  }
}
