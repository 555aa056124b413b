import { PartnerCenterError, type PartnerCenterFault, type FaultReason } from '../fault.ts';
import type { Tokens } from './tokens.ts';

/** What an administrator must put right before anything can be added. */
const lasting: ReadonlySet<FaultReason> = new Set([
  'token',
  'user-token-missing',
  'mfa',
  'role',
  'cloud-closed',
  'own-agreement',
]);

/**
 * Tries what adding a customer will need and changes nothing: the application's token, and the calls (given only where
 * the cloud and the partner type have them) that need a user's. Undefined when all is there; raises PartnerCenterError
 * for what may pass, as when Partner Center cannot be reached.
 */
export const readiness = async (
  tokens: Tokens,
  ...needed: readonly ((() => Promise<unknown>) | undefined)[]
): Promise<PartnerCenterFault | undefined> => {
  try {
    await tokens.token('app');
    for (const call of needed) await call?.();
    return undefined;
  } catch (error) {
    if (error instanceof PartnerCenterError && lasting.has(error.fault.reason)) return error.fault;
    throw error;
  }
};
