/** Code of a failure: that of the system, as `ECONNREFUSED`, or that of an answer of Azure, as `AuthenticationFailed`. */
export const failureCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code !== ''
    ? error.code
    : undefined;

/** HTTP status of the answer that a failure was; undefined where none came. */
export const failureStatus = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
