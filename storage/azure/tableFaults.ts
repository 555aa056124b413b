import { StorageUnavailable } from '../documents.ts';
import { codeOf, statusOf, type TableOfAccount, UnusableTable } from './table.ts';
import { hostOfAccount } from './tableAddress.ts';

const role = 'Give the identity the role Storage Table Data Contributor on the account, and wait some minutes.';
const noIdentity = 'This machine has no identity. Assign one, or set AZURE_STORAGE_CONNECTION_STRING.';

const notNamed =
  'AZURE_STORAGE_CONNECTION_STRING is no connection string, or AZURE_STORAGE_ACCOUNT no name and no address. Copy it from the account.';

// Codes of the service (common-rest-api-error-codes, authorize-data-access) and of the system.
const remedies: Readonly<Record<string, string>> = {
  AuthorizationPermissionMismatch: role,
  InsufficientAccountPermissions: role,
  AuthorizationFailure:
    'The account does not let this machine or identity in. With a connection string look at its key (Azurite answers so to a ' +
    `wrong one), then at the account’s firewall. ${role}`,
  AuthenticationFailed:
    'The key of AZURE_STORAGE_CONNECTION_STRING is not the account’s, or this machine’s clock is wrong. Correct them.',
  KeyBasedAuthenticationNotPermitted:
    'The account takes no keys. Unset AZURE_STORAGE_CONNECTION_STRING, and set AZURE_STORAGE_ACCOUNT.',
  Error: notNamed,
  ERR_INVALID_URL: notNamed,
  AccountIsDisabled: 'The account is disabled. Enable it, or name another one.',
  TableBeingDeleted: 'The table is being deleted. Wait some minutes, or name another one in AZURE_STORAGE_TABLE.',
  ENOTFOUND: 'There is no such account. Correct AZURE_STORAGE_ACCOUNT or AZURE_STORAGE_CONNECTION_STRING.',
  CredentialUnavailableError: noIdentity,
  AuthenticationRequiredError: noIdentity,
  AggregateAuthenticationError: noIdentity,
  AuthenticationError: 'The identity of this machine could not sign in. Look at AZURE_CLIENT_ID, and at who it is.',
};

const otherRemedy = 'Look at the storage account and at who may use it.';

const throttled =
  'The account asks to wait (it is at its limits, or its partition is). Try later; see docs/scale.md for what it takes.';

const unreachable = 'The account does not answer. Correct its address, or let this machine reach it.';

/** The code of an error of the service, of the system, or of an identity. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no code';
  return codeOf(error) ?? ('code' in error && typeof error.code === 'string' ? error.code : error.name);
}

function remedyOf(code: string, status: number | undefined): string {
  const remedy = remedies[code];
  if (remedy !== undefined) return remedy;
  if (status === 429 || status === 503) return throttled;
  return status === undefined ? unreachable : otherRemedy;
}

/**
 * One line of why a table cannot be used, and what to do, with the account's host; never the service's own sentences, which may
 * quote an address.
 */
export function tableFault(error: unknown, { account, name }: TableOfAccount): string {
  if (error instanceof UnusableTable) return `${error.message}.`;
  const cause = error instanceof StorageUnavailable ? error.cause : error;
  const [code, status] = [causeOf(cause), statusOf(cause)];
  const answer = status === undefined ? code : `${String(status)} ${code}`;
  const host = hostOfAccount(account) ?? 'an account without a name';
  return `the table ${name} at ${host} cannot be used (${answer}). ${remedyOf(code, status)}`;
}
