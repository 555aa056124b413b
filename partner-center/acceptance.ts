import { acceptanceState, awaitedFrom, awaitsCustomer } from './agreement.ts';
import { PartnerCenterError, type AgreementConsent, type PartnerCenter } from './partnerCenter.ts';

/**
 * Does what takes the customer's acceptance of the agreement. Where Partner Center misses it and the customer has not
 * accepted, that is raised (`customer-accepts`, `acceptance-too-old`); where it has, it may not be known everywhere yet.
 */
export async function unlessMissing<T>(
  partnerCenter: PartnerCenter,
  microsoftId: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PartnerCenterError) || error.fault.reason !== 'agreement-missing') throw error;
    const state = await stateOf(partnerCenter, microsoftId).catch(unsaid);
    if (state === undefined || state === 'accepted') throw error;
    const { code } = error.fault;
    throw awaitedFrom(state, error.correlationId, code === undefined ? {} : { code });
  }
}

const stateOf = async ({ management }: PartnerCenter, microsoftId: string) =>
  acceptanceState(await management.agreement(microsoftId));

/** Partner Center does not say. */
function unsaid(error: unknown): undefined {
  if (!(error instanceof PartnerCenterError)) throw error;
}

/** An acceptance that is still to be recorded, with the request id of its own. */
export interface OpenConsent extends AgreementConsent {
  readonly requestId: string;
}

/**
 * Looks whether the customer has accepted meanwhile, and where its acceptance is to be recorded, tries that. Raises
 * `customer-accepts` or `acceptance-too-old` while it has not, with what Partner Center said to the recording.
 */
export async function seeAcceptance(
  partnerCenter: PartnerCenter,
  microsoftId: string,
  consent: OpenConsent | undefined,
): Promise<void> {
  const state = await looked(partnerCenter, microsoftId);
  if (state === 'accepted') return;
  const refused = consent === undefined ? undefined : await recorded(partnerCenter, microsoftId, consent);
  if (consent !== undefined && refused === undefined) return;
  throw awaitedFrom(state, refused?.correlationId ?? '', refused?.fault);
}

/** A look that is refused ends no waiting, unless the customer is no longer the partner's: it is looked for again. */
async function looked(partnerCenter: PartnerCenter, microsoftId: string) {
  try {
    return await stateOf(partnerCenter, microsoftId);
  } catch (error) {
    if (!(error instanceof PartnerCenterError) || error.retryable) throw error;
    if (error.fault.reason === 'no-relationship') throw error;
    throw new PartnerCenterError(error.fault, error.correlationId, true);
  }
}

/** Records it; gives the refusal there was. Raises what may pass. */
async function recorded(
  partnerCenter: PartnerCenter,
  microsoftId: string,
  { requestId, ...consent }: OpenConsent,
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
