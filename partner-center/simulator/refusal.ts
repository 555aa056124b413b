import { errors, type ErrorCode } from './errors.ts';

/** A call that is refused: the HTTP status and the body that goes with it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: object) {
    super(`refused with ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** What fills a refusal. */
export interface RefusalDetails {
  /** For `{0}` and `{1}` of the description. */
  readonly fill?: readonly string[];
  readonly data?: readonly string[];
}

const names: Partial<Record<ErrorCode, string>> = {
  '600061': 'PartnerConfirmedAgreementAlreadyExists',
  '600074': 'AccountStatusNotFound',
};

// Samples print codes as numbers, the table of errors as texts: both are sent, so that a client is tried with both.
const texts: readonly ErrorCode[] = ['13605', '800064', '800065', '400039'];

/** The description of a documented error with its blanks filled. */
export const describe = (code: ErrorCode, fill: readonly string[] = []): string =>
  errors[code].description.replace(/\{(\d)\}/g, (blank, index: string) => fill[Number(index)] ?? blank);

/** A documented error in the shape its page prints: with `errorName`, `isRetryable` and so on, or with `data` and `source`. */
export const refusal = (code: ErrorCode, { fill = [], data = [] }: RefusalDetails = {}): Refusal => {
  const { status } = errors[code];
  const description = describe(code, fill);
  const errorName = names[code];
  if (errorName === undefined)
    return new Refusal(status, {
      code: texts.includes(code) ? code : Number(code),
      description,
      data,
      source: 'PartnerFD',
    });
  const errorMessageExtended = `InternalErrorCode=${code}`;
  const message = { message: description, description, errorName, isRetryable: false, parameters: {} };
  return new Refusal(status, { code: Number(code), ...message, errorMessageExtended });
};
