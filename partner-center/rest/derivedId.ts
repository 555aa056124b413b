import { createHash } from 'node:crypto';

/** The request id of a further call that a request makes, a GUID: the same at each try. */
export const derivedId = (requestId: string, part: string): string => {
  const hex = createHash('sha256').update(`${requestId}/${part}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
