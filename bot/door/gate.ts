import type restify from 'restify';
import type { Config } from '../settings/config.ts';
import type { Log } from '../log.ts';
import { teamsCloud } from '../settings/teamsClouds.ts';
import { isLoopbackUrl } from './loopback.ts';
import { Refusal } from '../turn/refusal.ts';
import { createSigningKeys, type SigningKeys } from './signingKeys.ts';
import { readToken, type Claims, type Token } from './token.ts';

/** Decides who may have a turn, in place of the SDK. */
export interface Gate {
  /** The sender of a request, by its headers alone, so that nobody else's body is read; throws a Refusal with 401 or 503. */
  readonly authenticate: (req: restify.Request) => Promise<Sender>;
  /** Whether anybody can pass: the signing keys are known. */
  readonly ready: () => Promise<boolean>;
}

/** The sender of a request. */
export interface Sender {
  /** Lets this activity pass where it is the sender's to send; throws a Refusal with 401 or 403. */
  readonly admit: (activity: object) => void;
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

const channel = 'msteams';
// As the SDK's own.
const toleratedSeconds = 5 * 60;

const passed = new WeakSet<object>();

/** Whether that very object is an activity a gate has let pass. */
export const hasPassed = (activity: object): boolean => passed.has(activity);

const claimFault = (claims: Claims, expected: Expected): string | undefined => {
  const seconds = expected.now().getTime() / 1000;
  if (claims.iss !== expected.issuer) return 'issuer';
  if (claims.aud !== expected.appId) return 'audience';
  if (seconds >= claims.exp + toleratedSeconds) return 'expired';
  if (claims.nbf !== undefined && seconds < claims.nbf - toleratedSeconds) return 'notYetValid';
  return expected.isService(claims.serviceurl) ? undefined : 'serviceHost';
};

/** Why an activity is not one that the token was given for, in a word for the log; undefined when it is. */
const activityFault = (activity: Readonly<Record<string, unknown>>, claims: Claims): string | undefined => {
  if (activity['channelId'] !== channel) return 'channel';
  return activity['serviceUrl'] === claims.serviceurl ? undefined : 'serviceUrl';
};

/** A token of the channel's, or why it is none, in a word for the log. Throws a Refusal (503) while there are no keys. */
const verified = async (req: restify.Request, expected: Expected, keys: SigningKeys): Promise<Token | string> => {
  const token = readToken(req.headers.authorization);
  if (token === undefined) return 'token';
  // The signature last, so that only what could be right costs a look for keys.
  const fault = claimFault(token.claims, expected);
  if (fault !== undefined) return fault;
  const key = await keys.find(token.kid);
  if (key === undefined) return 'key';
  if (!key.endorsements.includes(channel)) return 'endorsement';
  return token.isSignedBy(key.key) ? token : 'signature';
};

/** Serves channels of this machine only, whoever they are. */
const anonymousGate: Gate = {
  authenticate: () => Promise.resolve(anybody),
  ready: () => Promise.resolve(true),
};

const anybody: Sender = {
  admit: (activity) => {
    if (!('serviceUrl' in activity) || !isLoopbackUrl(activity.serviceUrl)) throw new Refusal(403, 'foreignServiceUrl');
    passed.add(activity);
  },
};

/**
 * The gate of a configuration. A registered bot takes only what Teams signed for it: a token of the Bot Framework's issuer (none of
 * the Emulator's or another bot's), for this app and this service URL, by an endorsed key. An issuer of one's own is for tests, for
 * which production leaves no setting; then service URLs on this machine are taken too.
 */
export const gateFor = (config: Config, { log, now }: GateOptions): Gate => {
  const { registration, channel: own } = config;
  const cloud = teamsCloud(config.teamsCloud);
  const isService = (url: string): boolean => URL.canParse(url) && cloud.services.includes(new URL(url).origin);
  if (registration === undefined) return anonymousGate;
  const ownIssuer = own['ToBotFromChannelTokenIssuer'];
  const expected: Expected = {
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
    throw new Refusal(401, 'unauthorized');
  };
  return {
    authenticate: async (req) => {
      const token = await verified(req, expected, keys);
      if (typeof token === 'string') return refuse(req, token);
      return {
        admit: (activity) => {
          const fault = activityFault({ ...activity }, token.claims);
          if (fault !== undefined) refuse(req, fault);
          passed.add(activity);
        },
      };
    },
    ready: keys.ready,
  };
};
