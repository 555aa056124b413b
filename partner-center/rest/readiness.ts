import { needsAdministrator, PartnerCenterError, type PartnerCenterFault } from '../fault.ts';
import type { Tokens } from './tokens.ts';

/**
 * Tries what adding a customer will need and changes nothing: the application's token, and the calls (given only where
 * the cloud and the partner type have them) that need a user's. Asked all at once. Undefined when all is there, and when
 * a call is refused for what is no matter of token or role; raises PartnerCenterError for what may pass, as when Partner
 * Center cannot be reached.
 */
export const readiness = async (
  tokens: Tokens,
  ...needed: readonly ((() => Promise<unknown>) | undefined)[]
): Promise<PartnerCenterFault | undefined> => {
  const tried = await Promise.allSettled([tokens.token('app'), ...needed.map((call) => call?.())]);
  const errors = tried.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  const lasting = errors.find((error) => error instanceof PartnerCenterError && needsAdministrator(error.fault.reason));
  if (lasting instanceof PartnerCenterError) return { ...lasting.fault, correlationId: lasting.correlationId };
  const at = errors.findIndex((error) => !(error instanceof PartnerCenterError) || error.retryable);
  if (at >= 0) throw errors[at];
  return undefined;
};
