import { PartnerCenterError, type PartnerCenterFault } from '../fault.ts';
import type { Client } from './client.ts';

/**
 * The fault `mfa` when the administrator's consent has no claim of multi-factor sign-in, which Partner Center tells of
 * any call that asks (header `ValidateMfa`, answer `isMfaCompliant`); undefined when it has, or is not told of.
 */
export const mfaFault = async (client: Client): Promise<PartnerCenterFault | undefined> => {
  try {
    const { mfaCompliant } = await client.send({
      method: 'GET',
      path: 'agreements',
      query: { agreementType: 'MicrosoftCustomerAgreement' },
      token: 'user',
      validateMfa: true,
    });
    return mfaCompliant === false ? { reason: 'mfa' } : undefined;
  } catch (error) {
    if (error instanceof PartnerCenterError && error.fault.reason === 'mfa') return error.fault;
    throw error;
  }
};
