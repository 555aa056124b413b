import { createPublicKey, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import { HttpError } from './httpError.ts';
import { dayMs, hour, minute, second } from '../../lib/durations.ts';

/** A signing key of the channel. */
interface SigningKey {
  readonly key: KeyObject;
  /** Ids of the channels it may sign for. */
  readonly endorsements: readonly string[];
}

/** The published signing keys of the channel; keys once loaded are kept while the publisher does not answer. */
export interface SigningKeys {
  /** The key of an id; undefined for an unknown id. Throws an HttpError with 503 while no keys are loaded at all. */
  readonly find: (kid: string) => Promise<SigningKey | undefined>;
  /** True when keys are loaded; tries to load them otherwise. */
  readonly ready: () => Promise<boolean>;
}

/** Options of the signing keys. */
interface SigningKeysOptions {
  /** URL of the OpenID metadata, which names the URL of the keys. */
  readonly metadataUrl: string;
  readonly now: () => Date;
  /** Called with the error when keys could not be loaded. */
  readonly onFailure: (error: unknown) => void;
  /** Milliseconds for both requests together (4000). */
  readonly time?: number;
}

const metadataSchema = z.object({ jwks_uri: z.url() });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()),
});
const keysSchema = z.object({ keys: z.array(z.unknown()) });

const readKey = (value: unknown): readonly [string, SigningKey][] => {
  const parsed = keySchema.safeParse(value);
  if (!parsed.success) return [];
  const { kty, kid, n, e, endorsements } = parsed.data;
  try {
    return [[kid, { key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements }]];
  } catch {
    return []; // An unusable key must not exclude the others.
  }
};

const getJson = async (url: string, signal: AbortSignal): Promise<unknown> => {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`Signing keys: ${url} answered ${response.status}`);
  return response.json();
};

const load = async ({ metadataUrl, time = 4 * second }: SigningKeysOptions): Promise<Map<string, SigningKey>> => {
  const signal = AbortSignal.timeout(time);
  const metadata = metadataSchema.parse(await getJson(metadataUrl, signal));
  const { keys } = keysSchema.parse(await getJson(metadata.jwks_uri, signal));
  const known = new Map(keys.flatMap(readKey));
  if (known.size === 0) throw new Error(`Signing keys: ${metadata.jwks_uri} has none`);
  return known;
};

/**
 * Signing keys, loaded when first needed and then hourly in the background (a turn waits only for keys older than a
 * day). An unknown key causes a reload at most once a minute; without any keys, once a second.
 */
export const createSigningKeys = (options: SigningKeysOptions): SigningKeys => {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let loaded = 0;
  let tried = 0;
  let loading: Promise<void> | undefined;
  // Absolute, as the clock may be set back.
  const since = (time: number): number => Math.abs(options.now().getTime() - time);

  const reload = async (): Promise<void> => {
    tried = options.now().getTime();
    try {
      keys = await load(options);
      loaded = tried;
    } catch (error) {
      options.onFailure(error);
    } finally {
      loading = undefined;
    }
  };
  const refresh = (pause: number): Promise<void> | undefined => {
    if (loading === undefined && since(tried) >= pause) loading = reload();
    return loading;
  };

  const ready = async (): Promise<boolean> => {
    if (keys.size === 0) await refresh(second);
    return keys.size > 0;
  };
  const find = async (kid: string): Promise<SigningKey | undefined> => {
    if (!(await ready())) throw new HttpError(503, 'noSigningKeys');
    if (!keys.has(kid) || since(loaded) >= dayMs) await refresh(minute);
    else if (since(loaded) >= hour) void refresh(minute);
    return keys.get(kid);
  };
  return { find, ready };
};
