import { type KeyObject, verify } from 'node:crypto';
import * as z from 'zod';
import type restify from 'restify';
import type { Config } from '../settings/config.ts';
import type { Log } from '../log.ts';
import { teamsCloud } from '../settings/teamsClouds.ts';
import { isLoopbackUrl } from '../../lib/loopback.ts';
import { HttpError } from './httpError.ts';
import { createSigningKeys, type SigningKeys } from './signingKeys.ts';

/** The claims of a Bot Framework token that are checked; times in seconds since 1970. */
interface Claims {
  readonly iss: string;
  readonly aud: string;
  readonly exp: number;
  readonly nbf?: number | undefined;
  readonly serviceurl: string;
}

/** A parsed token. Nothing of it may be trusted before its signature has been checked. */
interface Jwt {
  readonly kid: string;
  readonly claims: Claims;
  /** True when it was signed with the private half of that RSA key. */
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

const parsePart = <T>(schema: z.ZodType<T>, part: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
};

/**
 * The token of an Authorization header; undefined unless it is a JWT by RSA and SHA-2 with a key id and all checked
 * claims.
 */
const parseJwt = (authorization: string | undefined): Jwt | undefined => {
  const [, signed, first, second, signature] = bearer.exec(authorization ?? '') ?? [];
  if (signed === undefined || first === undefined || second === undefined || signature === undefined) return undefined;
  const header = parsePart(headerSchema, first);
  const claims = parsePart(claimsSchema, second);
  if (header === undefined || claims === undefined) return undefined;
  const isSignedBy = (key: KeyObject): boolean =>
    verify(hashes[header.alg], Buffer.from(signed), key, Buffer.from(signature, 'base64url'));
  return { kid: header.kid, claims, isSignedBy };
};

/** Authenticates requests to the bot, in place of the SDK. */
export interface Authenticator {
  /** The sender of a request, by its headers alone, before the body is read. Throws an HttpError with 401 or 503. */
  readonly authenticate: (req: restify.Request) => Promise<Sender>;
  /** True when requests can be authenticated: the signing keys are known. */
  readonly ready: () => Promise<boolean>;
}

/** The authenticated sender of a request. */
export interface Sender {
  /** Admits an activity that the sender may send. Throws an HttpError with 401 or 403 for any other. */
  readonly admit: (activity: object) => void;
}

/** Dependencies of an authenticator. */
export interface AuthenticatorOptions {
  readonly log: Log;
  readonly now: () => Date;
}

interface ExpectedClaims {
  readonly issuer: string;
  readonly appId: string;
  readonly isService: (url: string) => boolean;
  readonly now: () => Date;
}

const channel = 'msteams';
// The same tolerance as the SDK's.
const toleratedSeconds = 5 * 60;

const authenticated = new WeakSet<object>();

/** True for an activity object that an authenticator has admitted. */
export const isAuthenticated = (activity: object): boolean => authenticated.has(activity);

const claimFault = (claims: Claims, expected: ExpectedClaims): string | undefined => {
  const seconds = expected.now().getTime() / 1000;
  if (claims.iss !== expected.issuer) return 'issuer';
  if (claims.aud !== expected.appId) return 'audience';
  if (seconds >= claims.exp + toleratedSeconds) return 'expired';
  if (claims.nbf !== undefined && seconds < claims.nbf - toleratedSeconds) return 'notYetValid';
  return expected.isService(claims.serviceurl) ? undefined : 'serviceHost';
};

/** The reason, in a word for the log, why a token does not cover an activity; undefined when it does. */
const activityFault = (activity: Readonly<Record<string, unknown>>, claims: Claims): string | undefined => {
  if (activity['channelId'] !== channel) return 'channel';
  return activity['serviceUrl'] === claims.serviceurl ? undefined : 'serviceUrl';
};

/**
 * The verified token of a request, or the reason in a word for the log why it is invalid. Throws an HttpError (503)
 * without keys.
 */
const verifyToken = async (
  req: restify.Request,
  expected: ExpectedClaims,
  keys: SigningKeys,
): Promise<Jwt | string> => {
  const token = parseJwt(req.headers.authorization);
  if (token === undefined) return 'token';
  // The signature comes last, so that only a token with valid claims causes a look-up of keys.
  const fault = claimFault(token.claims, expected);
  if (fault !== undefined) return fault;
  const key = await keys.find(token.kid);
  if (key === undefined) return 'key';
  if (!key.endorsements.includes(channel)) return 'endorsement';
  return token.isSignedBy(key.key) ? token : 'signature';
};

/** Admits every sender whose service URL is on this machine. */
const anonymousAuthenticator: Authenticator = {
  authenticate: () => Promise.resolve(anonymousSender),
  ready: () => Promise.resolve(true),
};

const anonymousSender: Sender = {
  admit: (activity) => {
    if (!('serviceUrl' in activity) || !isLoopbackUrl(activity.serviceUrl))
      throw new HttpError(403, 'foreignServiceUrl');
    authenticated.add(activity);
  },
};

/**
 * The authenticator of a configuration. A registered bot accepts only requests signed by Teams: a token of the Bot
 * Framework's issuer (not the Emulator's or another bot's), for this app and this service URL, signed with an endorsed
 * key. Another issuer can be set in tests only; then service URLs on this machine are accepted too.
 */
export const createAuthenticator = (config: Config, { log, now }: AuthenticatorOptions): Authenticator => {
  const { registration, channel: own } = config;
  const cloud = teamsCloud(config.teamsCloud);
  const isService = (url: string): boolean => URL.canParse(url) && cloud.services.includes(new URL(url).origin);
  if (registration === undefined) return anonymousAuthenticator;
  const ownIssuer = own['ToBotFromChannelTokenIssuer'];
  const expected: ExpectedClaims = {
    issuer: ownIssuer ?? cloud.issuer,
    appId: registration.id,
    isService: (url) => isService(url) || (ownIssuer !== undefined && isLoopbackUrl(url)),
    now,
  };
  const keys = createSigningKeys({
    metadataUrl: own['ToBotFromChannelOpenIdMetadataUrl'] ?? cloud.metadataUrl,
    now,
    onFailure: (error) => log.error({ err: error }, 'no signing keys'),
  });
  const refuse = (req: restify.Request, reason: string): never => {
    log.info({ correlationId: req.id(), reason }, 'not authenticated');
    throw new HttpError(401, 'unauthorized');
  };
  return {
    authenticate: async (req) => {
      const token = await verifyToken(req, expected, keys);
      if (typeof token === 'string') return refuse(req, token);
      return {
        admit: (activity) => {
          const fault = activityFault({ ...activity }, token.claims);
          if (fault !== undefined) refuse(req, fault);
          authenticated.add(activity);
        },
      };
    },
    ready: keys.ready,
  };
};
