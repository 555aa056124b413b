import { verify, type KeyObject } from 'node:crypto';
import * as z from 'zod';

/** What a token of the Bot Framework says, as far as it matters; times in seconds since 1970. */
export interface Claims {
  readonly iss: string;
  readonly aud: string;
  readonly exp: number;
  readonly nbf?: number | undefined;
  readonly serviceurl: string;
}

/** A token that could be read; nothing of it may be believed before its signature has been checked. */
export interface Token {
  readonly kid: string;
  readonly claims: Claims;
  /** Whether it was signed with the private half of that RSA key. */
  readonly isSignedBy: (key: KeyObject) => boolean;
}

const hashes = { RS256: 'sha256', RS384: 'sha384', RS512: 'sha512' } as const;

const headerSchema = z.object({
  alg: z.enum(['RS256', 'RS384', 'RS512']),
  kid: z.string(),
  // An extension we do not know must not be ignored (RFC 7515, 4.1.11).
  crit: z.never().optional(),
});

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string(),
});

const bearer = /^Bearer (([\w-]+)\.([\w-]+))\.([\w-]+)$/;

const parse = <T>(schema: z.ZodType<T>, part: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
};

/** The token of an Authorization header; undefined unless it is a JWT by RSA and SHA-2 with a key's id and every claim that matters. */
export const readToken = (authorization: string | undefined): Token | undefined => {
  const [, signed, first, second, signature] = bearer.exec(authorization ?? '') ?? [];
  if (signed === undefined || first === undefined || second === undefined || signature === undefined) return undefined;
  const header = parse(headerSchema, first);
  const claims = parse(claimsSchema, second);
  if (header === undefined || claims === undefined) return undefined;
  const isSignedBy = (key: KeyObject): boolean =>
    verify(hashes[header.alg], Buffer.from(signed), key, Buffer.from(signature, 'base64url'));
  return { kid: header.kid, claims, isSignedBy };
};
