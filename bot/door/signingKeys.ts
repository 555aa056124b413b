import { createPublicKey, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import { Refusal } from '../turn/refusal.ts';

/** A key the channel signs with. */
export interface SigningKey {
  readonly key: KeyObject;
  /** The channels it may speak for. */
  readonly endorsements: readonly string[];
}

/** The channel's signing keys, as they are published; those once known are kept while the publisher does not answer. */
export interface SigningKeys {
  /** The key of an id; undefined when it is not among them. Throws a Refusal with 503 while there are none at all. */
  readonly find: (kid: string) => Promise<SigningKey | undefined>;
  /** Whether any are known; tries to get them otherwise. */
  readonly ready: () => Promise<boolean>;
}

/** What the keys need. */
export interface SigningKeysOptions {
  /** The OpenID metadata that names the place of the keys. */
  readonly metadataUrl: string;
  readonly now: () => Date;
  /** Told why keys could not be had. */
  readonly onFailure: (error: unknown) => void;
  /** Milliseconds for both requests together (4000). */
  readonly time?: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

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
    return []; // one that cannot be used must not keep the others out
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
 * Signing keys, fetched when first needed and then hourly, beside the turns (a turn waits only for keys older than a day). A key
 * that is not known is looked for once a minute at most, whoever asks, and with no keys at all once a second.
 */
export const createSigningKeys = (options: SigningKeysOptions): SigningKeys => {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let loaded = 0;
  let tried = 0;
  let loading: Promise<void> | undefined;
  // The clock may be set back.
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
    if (!(await ready())) throw new Refusal(503, 'noSigningKeys');
    if (!keys.has(kid) || since(loaded) >= day) await refresh(minute);
    else if (since(loaded) >= hour) void refresh(minute);
    return keys.get(kid);
  };
  return { find, ready };
};
