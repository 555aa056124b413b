import { createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a token differs from a valid one; a claim or header field set to undefined is left out. */
export interface TokenChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Signed with a key nobody publishes, with the public key as a shared secret, or not at all. */
  readonly signature?: 'foreign' | 'hmac' | 'none';
}

/** What a token is for. */
export interface Audience {
  readonly appId: string;
  readonly serviceUrl: string;
  readonly now: () => Date;
}

/** A publisher of OpenID metadata and signing keys on loopback, which signs tokens as the Bot Framework does. */
export interface Issuer {
  readonly metadataUrl: string;
  /** The paths that were asked for. */
  readonly calls: readonly string[];
  readonly token: (audience: Audience, changes?: TokenChanges) => string;
  /** A new key signs and is published in place of the former. */
  readonly rotate: () => void;
  /** How it answers from now on: as it should, with 503, not at all, with something else, or with an empty list of keys. */
  readonly behave: (how: Behaviour) => void;
  /** What the published keys are endorsed for. */
  readonly endorse: (channels: readonly string[] | undefined) => void;
  readonly close: () => Promise<void>;
}

/** How an issuer answers. */
type Behaviour = 'well' | 'down' | 'silent' | 'garbage' | 'empty';

/** The issuer that tokens of the Bot Framework name. */
export const issuerName = 'https://api.botframework.com';

/** What the Bot Framework's keys are endorsed for: far more than Teams. */
export const endorsed: readonly string[] = ['msteams', 'webchat', 'emulator', 'directline', 'skype'];

interface Pair {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const newPair = (): Pair => ({ kid: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) });

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

const hashes: Readonly<Record<string, string>> = { RS384: 'sha384', RS512: 'sha512' };

/** The token of that pair's, with those changes. */
const mint = (pair: Pair, foreign: () => Pair, { appId, serviceUrl, now }: Audience, changes: TokenChanges): string => {
  const seconds = Math.floor(now().getTime() / 1000);
  const header = { typ: 'JWT', alg: 'RS256', kid: pair.kid, ...changes.header };
  const times = { nbf: seconds - 60, exp: seconds + 3_600 };
  const claims = { serviceurl: serviceUrl, ...times, iss: issuerName, aud: appId, ...changes.claims };
  const text = `${encode(header)}.${encode(claims)}`;
  if (changes.signature === 'none') return `${text}.`;
  if (changes.signature === 'hmac') {
    const secret = pair.publicKey.export({ type: 'spki', format: 'pem' });
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }
  const { privateKey } = changes.signature === 'foreign' ? foreign() : pair;
  return `${text}.${sign(hashes[header.alg] ?? 'sha256', Buffer.from(text), privateKey).toString('base64url')}`;
};

const answer = (res: ServerResponse, status: number, body: unknown): void => {
  // Restify, loaded in the same process, takes writeHead's result away.
  res.writeHead(status, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify(body));
};

/** A server on a free loopback port. */
const listen = async (onRequest: (req: IncomingMessage, res: ServerResponse) => void) => {
  const server = createServer(onRequest);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

/** Starts an issuer; close it in `after`. */
export const startIssuer = async (): Promise<Issuer> => {
  const calls: string[] = [];
  let pair = newPair();
  let stranger: Pair | undefined;
  let behaviour: Behaviour = 'well';
  let endorsements: readonly string[] | undefined = endorsed;
  const published = () => {
    const { n, e } = pair.publicKey.export({ format: 'jwk' });
    const elliptic = { kty: 'EC', kid: 'elliptic', crv: 'P-256', x: '', y: '' };
    return [elliptic, { kty: 'RSA', kid: 'unusable', n: '', e: '' }, { kty: 'RSA', kid: pair.kid, n, e, endorsements }];
  };
  const { url, close } = await listen((req, res) => {
    calls.push(req.url ?? '');
    if (behaviour === 'silent') return;
    if (behaviour === 'down') answer(res, 503, {});
    else if (behaviour === 'garbage') answer(res, 200, ['garbage']);
    else if (req.url === '/keys') answer(res, 200, { keys: behaviour === 'empty' ? [] : published() });
    else answer(res, 200, { issuer: issuerName, jwks_uri: `${url}/keys` });
  });
  return {
    metadataUrl: `${url}/metadata`,
    calls,
    token: (audience, changes = {}) => mint(pair, () => (stranger ??= newPair()), audience, changes),
    rotate: () => void (pair = newPair()),
    behave: (how) => void (behaviour = how),
    endorse: (list) => void (endorsements = list),
    close,
  };
};

/** A managed identity's endpoint on loopback: whoever asks gets the same token for the channel. */
export interface IdentityEndpoint {
  /** The bearer of calls to the channel. */
  readonly token: string;
  readonly calls: readonly string[];
  /** Puts the process's environment back as it was. */
  readonly close: () => Promise<void>;
}

/** Starts such an endpoint and leads this process's managed identity to it. */
export const startIdentityEndpoint = async (): Promise<IdentityEndpoint> => {
  const calls: string[] = [];
  const token = 'outgoing-token';
  const { url, close } = await listen((req, res) => {
    calls.push(req.url ?? '');
    const expires = String(Math.floor(Date.now() / 1000) + 86_400);
    answer(res, 200, { access_token: token, expires_on: expires, resource: issuerName, token_type: 'Bearer' });
  });
  const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = process.env;
  Object.assign(process.env, { IDENTITY_ENDPOINT: `${url}/msi/token`, IDENTITY_HEADER: 'secret' });
  return {
    token,
    calls,
    close: async () => {
      for (const [name, value] of Object.entries({ IDENTITY_ENDPOINT, IDENTITY_HEADER })) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await close();
    },
  };
};
