/** One documented error: HTTP status and description, `{0}` and `{1}` to be filled in. */
interface DocumentedError {
  readonly status: number;
  readonly description: string;
}

const documented = (status: number, description: string): DocumentedError => ({ status, description });

/**
 * Documented errors of the simulator by code (developer/error-codes). Those with 600006, 600074, 900154, 400030,
 * 400039, 900420 and 900421 come from other pages and from the issues of Microsoft's own clients.
 */
const errors = {
  '400': documented(401, 'Access denied'),
  '1000': documented(404, 'Not found'),
  '1002': documented(403, 'The operation is not allowed for this type of partner'),
  '2000': documented(400, '{0}'),
  '2001': documented(
    400,
    "Subscription quantity can't be increased or decreased while subscription is being suspended",
  ),
  '2002': documented(400, "Subscription quantity isn't within minimum and maximum allowed quantity"),
  '2011': documented(400, "Subscription with ID {0} and deleted status can't be updated."),
  '2030': documented(403, "Partner isn't onboarded to sell in country/region"),
  '2055': documented(400, 'Etag is no longer valid'),
  '2085': documented(403, "The offer isn't eligible for purchase"),
  '2091': documented(403, 'The offer is no longer available for purchase'),
  '2200': documented(400, 'Requested {0} is either invalid or does not exist in Partner Center.'),
  '2203': documented(
    400,
    '{0} has not signed Microsoft Partner Agreement (MPA) for the CSP region where the order is being placed. Please advise your reseller to sign MPA to continue with the order.',
  ),
  '3000': documented(400, 'Invalid property'),
  '13605': documented(
    403,
    'Either a partner confirmation of the customer acceptance of the Microsoft Customer Agreement must be provided or the customer must accept the Microsoft Customer Agreement in the Microsoft Admin Center before you can complete this purchase',
  ),
  '20000': documented(404, 'Order ID not found'),
  '20002': documented(403, 'The partner ID {0} has no commerce relationship with the customer ID {1}.'),
  '20003': documented(404, 'Subscription with ID {0} not found.'),
  '27002': documented(400, 'A property has invalid data.'),
  '60002': documented(404, "User object ID isn't found"),
  '400013': documented(404, "Product wasn't found"),
  '400018': documented(404, "SKU wasn't found"),
  '400019': documented(404, 'Availability not found.'),
  '400030': documented(403, 'The customer is not allowed to buy in the segment {0}'),
  '400039': documented(400, 'The term or billing cycle of the catalog item {0} is not supported'),
  '600002': documented(400, "Organization registration ID value isn't supported"),
  '600006': documented(403, 'The requested action is not allowed'),
  '600049': documented(400, 'Organization registration ID information is missing'),
  '600050': documented(400, 'Organization registration ID information is invalid and should be of the format {0}'),
  '600051': documented(400, 'Customer phone number is missing'),
  '600061': documented(409, 'A partner confirmed agreement already exists for the customer.'),
  '600074': documented(404, 'Account Status for the customer, {0} was not found.'),
  '800002': documented(400, 'Invalid request input'),
  '800003': documented(500, 'Unexpected service error'),
  '800008': documented(404, 'Unable to retrieve cart ID'),
  '800009': documented(400, 'Error in Cart item(s)'),
  '800016': documented(400, "PartnerID isn't a valid Indirect Reseller"),
  '800060': documented(409, 'Your order is in progress. Check your order history for recent orders in few minutes'),
  '800064': documented(409, 'Cart {0} is being processed by another request'),
  '800065': documented(400, "can't check out an already submitted cart {0}."),
  '800066': documented(
    403,
    'The desired number of subscriptions exceeded the maximum number of subscriptions allowed per customer',
  ),
  '800067': documented(403, 'The desired seat count exceeded the maximum seat count allowed per subscription'),
  '800070': documented(400, "Offer isn't available in the specified country/region"),
  '800073': documented(403, 'Your customer account is currently under review. Check back in few days.'),
  '800074': documented(403, 'Your customer account is currently under review. Check back in few days.'),
  '800075': documented(
    403,
    "Your Customer account wasn't approved. Transactions for this customer aren't allowed. Verify the customer account information is correct.",
  ),
  '800082': documented(409, 'Subscription is not ready to be updated. Try again after sometime'),
  '800090': documented(400, 'Subscription quantity cannot be decreased.'),
  '800093': documented(400, "The subscription isn't eligible to be auto-renewed"),
  '800096': documented(400, "Can't update the status for this subscription"),
  '900117': documented(400, 'You have passed your {0}-day cancellation window. We are unable to cancel your purchase'),
  '900275': documented(
    400,
    'The requested quantity for line item {0} is not within the allowed quantity for this offer.',
  ),
  '900279': documented(400, 'Update operations are no longer allowed for this subscription.'),
  '900280': documented(400, 'Update operations are currently not allowed for this subscription.'),
  '900123': documented(403, "Microsoft Partner Agreement hasn't been accepted by the indirect reseller"),
  '900124': documented(403, "Your company hasn't accepted the Microsoft Partner Agreement (MPA)."),
  '900154': documented(403, 'The indirect reseller is not active'),
  '900309': documented(
    403,
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  ),
  '900329': documented(403, 'This resource does not support application-only authentication.'),
  '900421': documented(401, 'The user token has no claim of multi-factor authentication.'),
  '900420': documented(401, 'The audience of the access token is no longer accepted.'),
} as const satisfies Readonly<Record<string, DocumentedError>>;

/** A code of the table. */
export type ErrorCode = keyof typeof errors;

/** True when a text is a code of the table. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code);

/** An error response of the API: its HTTP status and body. */
export class ApiError extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: object) {
    super(`refused with ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** Details of an error response. */
interface ApiErrorDetails {
  /** Texts for `{0}` and `{1}` of the description. */
  readonly fill?: readonly string[];
  readonly data?: readonly string[];
}

const errorNames: Partial<Record<ErrorCode, string>> = {
  '600061': 'PartnerConfirmedAgreementAlreadyExists',
  '600074': 'AccountStatusNotFound',
};

// Samples print codes as numbers, the table of errors as texts: both are sent, so that a client is tried with both.
const codesSentAsText: readonly ErrorCode[] = ['13605', '800064', '800065', '400039'];

/** Description of a documented error with its placeholders filled. */
export const describeError = (code: ErrorCode, fill: readonly string[] = []): string =>
  errors[code].description.replace(/\{(\d)\}/g, (blank, index: string) => fill[Number(index)] ?? blank);

/**
 * A documented error in the format of its page: with `errorName`, `isRetryable` and so on, or with `data` and `source`.
 */
export const apiError = (code: ErrorCode, { fill = [], data = [] }: ApiErrorDetails = {}): ApiError => {
  const { status } = errors[code];
  const description = describeError(code, fill);
  const errorName = errorNames[code];
  if (errorName === undefined)
    return new ApiError(status, {
      code: codesSentAsText.includes(code) ? code : Number(code),
      description,
      data,
      source: 'PartnerFD',
    });
  const errorMessageExtended = `InternalErrorCode=${code}`;
  const message = { message: description, description, errorName, isRetryable: false, parameters: {} };
  return new ApiError(status, { code: Number(code), ...message, errorMessageExtended });
};
