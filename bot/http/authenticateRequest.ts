import type { KeyObject } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import type restify from 'restify';
import type { Config } from '../settings/config.ts';
import type { Log } from '../log.ts';
import { teamsCloud } from '../settings/teamsClouds.ts';
import { cacheClock } from '../../lib/cacheClock.ts';
import { isLoopbackUrl } from '../../lib/loopback.ts';
import { HttpError } from './httpError.ts';
import { createSigningKeys, type SigningKeys } from './signingKeys.ts';

// One bot is the audience, by its name alone: JWT itself allows a list.
const claimsSchema = z.object({ iss: z.string(), aud: z.string(), serviceurl: z.string() });

/** The claims of a Bot Framework token that say between whom it holds. */
type Claims = z.output<typeof claimsSchema>;

/** A parsed token. Nothing of it may be trusted before its signature has been checked. */
interface ParsedToken {
  readonly text: string;
  readonly kid: string;
  readonly claims: Claims;
}

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/** The token of an Authorization header; undefined unless it is a JWT with a key id and those claims. */
const parseToken = (authorization: string | undefined): ParsedToken | undefined => {
  const text = bearer.exec(authorization ?? '')?.[1];
  if (text === undefined) return undefined;
  try {
    const { kid } = decodeProtectedHeader(text);
    const claims = claimsSchema.safeParse(decodeJwt(text)).data;
    return kid === undefined || claims === undefined ? undefined : { text, kid, claims };
  } catch {
    return undefined;
  }
};

/** Authenticates requests to the bot, in place of the SDK. */
export interface Authenticator {
  /** The sender of a request, by its headers alone, before the body is read. Throws an HttpError with 401 or 503. */
  readonly authenticate: (req: restify.Request) => Promise<Sender>;
  /** True when requests can be authenticated: the signing keys are known. */
  readonly ready: () => Promise<boolean>;
}

/** The authenticated sender of a request. */
interface Sender {
  /** Admits an activity that the sender may send. Throws an HttpError with 401 or 403 for any other. */
  readonly admit: (activity: object) => void;
}

/** Dependencies of an authenticator. */
interface AuthenticatorOptions {
  readonly log: Log;
  readonly now: () => Date;
}

interface ExpectedClaims {
  readonly issuer: string;
  readonly appId: string;
  readonly isService: (url: string) => boolean;
}

const channel = 'msteams';
// The same tolerance as the SDK's.
const toleratedSeconds = 5 * 60;

const authenticated = new WeakSet<object>();

/** True for an activity object that an authenticator has admitted. */
export const isAuthenticated = (activity: object): boolean => authenticated.has(activity);

const claimFault = (claims: Claims, expected: ExpectedClaims): string | undefined => {
  if (claims.iss !== expected.issuer) return 'issuer';
  if (claims.aud !== expected.appId) return 'audience';
  return expected.isService(claims.serviceurl) ? undefined : 'serviceHost';
};

/** The reason, in a word for the log, why a token does not cover an activity; undefined when it does. */
const activityFault = (activity: Readonly<Record<string, unknown>>, claims: Claims): string | undefined => {
  if (activity['channelId'] !== channel) return 'channel';
  return activity['serviceUrl'] === claims.serviceurl ? undefined : 'serviceUrl';
};

/** Most tokens whose signature is remembered: Teams sends the same one with many requests. */
const maxVerified = 1_000;

/** Checks signature and times of a token; resolves to the fault, in a word for the log, or to undefined. */
const createSignatureCheck = ({ issuer, appId }: ExpectedClaims, now: () => Date) => {
  const verified = new LRUCache<string, KeyObject>({ max: maxVerified, ...cacheClock(now) });
  return async (token: string, key: KeyObject): Promise<string | undefined> => {
    if (verified.get(token) === key) return undefined;
    try {
      const currentDate = now();
      const { payload } = await jwtVerify(token, key, {
        issuer,
        audience: appId,
        clockTolerance: toleratedSeconds,
        currentDate,
        // As the SDK; its issuers sign with the first today.
        algorithms: ['RS256', 'RS384', 'RS512'],
        requiredClaims: ['exp'],
      });
      const left = ((payload.exp ?? 0) + toleratedSeconds) * 1000 - currentDate.getTime();
      if (left > 1) verified.set(token, key, { ttl: left - 1 });
      return undefined;
    } catch (error) {
      // jose raises plain TypeErrors for keys that do not suit the algorithm.
      return error instanceof errors.JOSEError ? error.code : 'key';
    }
  };
};

/**
 * Creates the check of a request: the claims of its verified token, or the reason in a word for the log why it is
 * invalid. The check throws an HttpError (503) without keys.
 */
const createTokenCheck = (expected: ExpectedClaims, keys: SigningKeys, now: () => Date) => {
  const signatureFault = createSignatureCheck(expected, now);
  return async (req: restify.Request): Promise<Claims | string> => {
    const token = parseToken(req.headers.authorization);
    if (token === undefined) return 'token';
    // The signature comes last, so that only a token between Teams and this bot causes a look-up of keys.
    const fault = claimFault(token.claims, expected);
    if (fault !== undefined) return fault;
    const key = await keys.find(token.kid);
    if (key === undefined) return 'key';
    if (!key.endorsements.includes(channel)) return 'endorsement';
    return (await signatureFault(token.text, key.key)) ?? token.claims;
  };
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
  };
  const keys = createSigningKeys({
    metadataUrl: own['ToBotFromChannelOpenIdMetadataUrl'] ?? cloud.metadataUrl,
    now,
    onFailure: (error) => log.error({ err: error }, 'no signing keys'),
  });
  const checkToken = createTokenCheck(expected, keys, now);
  const refuse = (req: restify.Request, reason: string): never => {
    log.info({ correlationId: req.id(), reason }, 'not authenticated');
    throw new HttpError(401, 'unauthorized');
  };
  return {
    authenticate: async (req) => {
      const claims = await checkToken(req);
      if (typeof claims === 'string') return refuse(req, claims);
      return {
        admit: (activity) => {
          const fault = activityFault({ ...activity }, claims);
          if (fault !== undefined) refuse(req, fault);
          authenticated.add(activity);
        },
      };
    },
    ready: keys.ready,
  };
};
