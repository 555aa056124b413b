import type { FaultReason, PartnerCenterFault } from '../fault.ts';
import { faultFor } from './faults.ts';

interface LineError {
  readonly errorCode?: string | null | undefined;
  readonly errorDescription?: string | null | undefined;
  /** `availableQuantity`, `purchasedQuantity`. */
  readonly additionalInformation?: Readonly<Record<string, unknown>> | null | undefined;
}

interface OrderError {
  readonly code?: string | null | undefined;
  readonly description?: string | null | undefined;
}

// developer/cart-resources, CartErrorCode: documented as names, sent as numbers (Partner-Center-Java issue 10).
const codes: Readonly<Record<string, string>> = {
  CurrencyIsNotSupported: '10000',
  CatalogItemIdIsNotValid: '10001',
  QuotaNotAvailable: '10002',
  InventoryNotAvailable: '10003',
  ParticipantsIsNotSupportedForPartner: '10004',
  UnableToProcessCartLineItem: '10006',
  SubscriptionIsNotValid: '10007',
  SubscriptionIsNotEnabledForRI: '10008',
  SandboxLimitExceeded: '10009',
  InvalidInput: '10010',
  SubscriptionNotRegistered: '10011',
  AttestationNotAccepted: '10012',
  MaxAllowedSeatsPerSubscriptionExceeded: '10015',
};

const reasons: Readonly<Record<string, FaultReason>> = {
  '10001': 'offer-unavailable',
  '10002': 'limit',
  '10003': 'offer-unavailable',
  '10004': 'reseller-refused',
  '10009': 'sandbox-limit',
  '10012': 'attestation',
  '10015': 'quantity',
};

/** Why a line of a cart cannot be bought, with the counts that the service gives. */
export const lineFault = ({ errorCode, errorDescription, additionalInformation }: LineError): PartnerCenterFault => {
  const code = codes[errorCode ?? ''] ?? errorCode ?? '0';
  const counts = Object.entries(additionalInformation ?? {}).flatMap(([name, count]) =>
    typeof count === 'number' ? [`${name}: ${String(count)}`] : [],
  );
  const fault = orderFault({ code, description: errorDescription }, counts);
  const reason = reasons[code];
  return reason === undefined ? fault : { ...fault, reason };
};

/** Why an order of a checkout was refused; its codes are those of every other call. */
export const orderFault = ({ code, description }: OrderError, data: readonly string[] = []): PartnerCenterFault => {
  const problem = { status: 400, data, ...(code ? { code } : {}), ...(description ? { description } : {}) };
  // The answer it stands in was a 201.
  const { status: _status, ...fault } = faultFor(problem, 'order');
  return fault;
};
