import type restify from 'restify';
import type { Config } from '../settings/config.ts';
import type { Log } from '../log.ts';
import { isLoopbackUrl } from './loopback.ts';
import { Refusal } from '../turn/refusal.ts';
import { createSigningKeys, type SigningKeys } from './signingKeys.ts';
import { readToken, type Claims } from './token.ts';

/** Decides who may have a turn, in place of the SDK. */
export interface Gate {
  /** Lets a request's activity pass; throws a Refusal with 401, 403 or 503. */
  readonly admit: (req: restify.Request) => Promise<void>;
  /** Whether anybody can pass: the signing keys are known. */
  readonly ready: () => Promise<boolean>;
}

/** What a gate is made with. */
export interface GateOptions {
  readonly log: Log;
  readonly now: () => Date;
}

interface Expected {
  readonly issuer: string;
  readonly appId: string;
  readonly isService: (url: string) => boolean;
  readonly now: () => Date;
}

const channels: readonly unknown[] = ['msteams'];
// Public Teams and GCC; the other clouds of Teams have another issuer.
const services = ['https://smba.trafficmanager.net', 'https://smba.infra.gcc.teams.microsoft.com'];
const issuer = 'https://api.botframework.com';
const metadataUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
// As the SDK's own.
const toleratedSeconds = 5 * 60;

const passed = new WeakSet<object>();

/** Whether that very object is an activity a gate has let pass. */
export const hasPassed = (activity: object): boolean => passed.has(activity);

const isService = (url: string): boolean => URL.canParse(url) && services.includes(new URL(url).origin);

const claimFault = (claims: Claims, expected: Expected): string | undefined => {
  const seconds = expected.now().getTime() / 1000;
  if (claims.iss !== expected.issuer) return 'issuer';
  if (claims.aud !== expected.appId) return 'audience';
  if (seconds >= claims.exp + toleratedSeconds) return 'expired';
  if (claims.nbf !== undefined && seconds < claims.nbf - toleratedSeconds) return 'notYetValid';
  return undefined;
};

const bodyFault = (body: Record<string, unknown>, claims: Claims, expected: Expected): string | undefined => {
  if (!channels.includes(body['channelId'])) return 'channel';
  if (body['serviceUrl'] !== claims.serviceurl) return 'serviceUrl';
  return expected.isService(claims.serviceurl) ? undefined : 'serviceHost';
};

/** Why a request is not the channel's, in a word for the log; undefined when it is. Throws a Refusal (503) while there are no keys. */
const faultOf = async (req: restify.Request, expected: Expected, keys: SigningKeys): Promise<string | undefined> => {
  const body = req.body as Record<string, unknown>;
  const token = readToken(req.headers.authorization);
  if (token === undefined) return 'token';
  // The signature last, so that only what could be right costs a look for keys.
  const fault = claimFault(token.claims, expected) ?? bodyFault(body, token.claims, expected);
  if (fault !== undefined) return fault;
  const key = await keys.find(token.kid);
  if (key === undefined) return 'key';
  if (!key.endorsements.includes(String(body['channelId']))) return 'endorsement';
  return token.isSignedBy(key.key) ? undefined : 'signature';
};

/** Serves channels of this machine only, whoever they are. */
const anonymousGate: Gate = {
  admit: async (req) => {
    const { serviceUrl } = req.body as { serviceUrl?: unknown };
    if (!isLoopbackUrl(serviceUrl)) throw new Refusal(403, 'foreignServiceUrl');
    passed.add(req.body as object);
  },
  ready: () => Promise.resolve(true),
};

/**
 * The gate of a configuration. A registered bot takes only what Teams signed for it: a token of the Bot Framework's issuer (none of
 * the Emulator's or another bot's), for this app and this service URL, by an endorsed key. An issuer of one's own is for tests, for
 * which production leaves no setting; then service URLs on this machine are taken too.
 */
export const gateFor = ({ registration, channel }: Config, { log, now }: GateOptions): Gate => {
  if (registration === undefined) return anonymousGate;
  const ownIssuer = channel['ToBotFromChannelTokenIssuer'];
  const expected: Expected = {
    issuer: ownIssuer ?? issuer,
    appId: registration.id,
    isService: (url) => isService(url) || (ownIssuer !== undefined && isLoopbackUrl(url)),
    now,
  };
  const keys = createSigningKeys({
    metadataUrl: channel['ToBotFromChannelOpenIdMetadataUrl'] ?? metadataUrl,
    now,
    onFailure: (error) => log.error({ err: error }, 'no signing keys'),
  });
  return {
    admit: async (req) => {
      const reason = await faultOf(req, expected, keys);
      if (reason !== undefined) {
        log.info({ correlationId: req.id(), reason }, 'not authenticated');
        throw new Refusal(401, 'unauthorized');
      }
      passed.add(req.body as object);
    },
    ready: keys.ready,
  };
};
