import { AuthError } from '@azure/msal-node';
import { type FaultReason, PartnerCenterError } from '../fault.ts';
import { isPassing } from './faults.ts';

// Microsoft Entra's error codes: multi-factor sign-in is wanted, or a policy asks for more than was given.
const multiFactor: ReadonlySet<string> = new Set([
  '50072',
  '50074',
  '50076',
  '50078',
  '50079',
  '50158',
  '53003',
  '53004',
  '500121',
  '530032',
  '530034',
]);

/** MSAL's and the login's words for a consent that is not there, has run out or was withdrawn. */
const consentGone: ReadonlySet<string> = new Set([
  'invalid_grant',
  'interaction_required',
  'consent_required',
  'login_required',
  'no_tokens_found',
  'refresh_token_expired',
  'no_account_found',
  'no_account_in_silent_request',
]);

const unreachable: ReadonlySet<string> = new Set([
  'network_error',
  'request_timeout',
  'temporarily_unavailable',
  'server_error',
  'endpoints_resolution_error',
  'openid_config_error',
]);

const reasonOf = (error: AuthError, number: string | undefined): FaultReason => {
  if (number !== undefined && multiFactor.has(number)) return 'mfa';
  if (consentGone.has(error.errorCode)) return 'user-token-missing';
  return unreachable.has(error.errorCode) ? 'unavailable' : 'token';
};

/**
 * What a failed login is for the partner; of the login's own words only the number (AADSTS…) is kept, and the correlation
 * ID of a login that answered.
 */
export const loginFault = (error: unknown): PartnerCenterError => {
  if (error instanceof PartnerCenterError) return error;
  if (!(error instanceof AuthError)) return new PartnerCenterError({ reason: 'unavailable' }, '', true);
  const [code, number] = /AADSTS(\d{4,8})/.exec(error.errorMessage) ?? [];
  const reason = reasonOf(error, number);
  const isAnswered = code !== undefined && /^[\w-]{8,64}$/.test(error.correlationId);
  const correlationId = isAnswered ? error.correlationId : '';
  return new PartnerCenterError({ reason, ...(code === undefined ? {} : { code }) }, correlationId, isPassing(reason));
};
