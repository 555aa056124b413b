import type { IncomingMessage } from 'node:http';
import { Refusal } from '../turn/refusal.ts';
import { wellTyped } from '../turn/wellTyped.ts';

/** Bounds of a request's body. */
export interface BodyLimits {
  /** Bytes; the default is 256 KB. */
  readonly bytes: number;
  /** How deep objects and lists may nest; the default is 64. */
  readonly depth: number;
}

/** A body that is an activity at least by its outline; everything else in it is unchecked. */
export type ActivityBody = Record<string, unknown> & {
  readonly type: string;
  readonly conversation: { readonly id: string };
};

const defaults: BodyLimits = { bytes: 256 * 1024, depth: 64 };
const jsonType = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

const checkHeaders = ({ headers }: IncomingMessage, limits: BodyLimits): void => {
  // Nothing is ever unpacked: a bad archive ends a process that lets a stream do it.
  if (headers['content-encoding'] !== undefined) throw new Refusal(415, 'contentEncoding');
  if (!jsonType.test(headers['content-type'] ?? '')) throw new Refusal(415, 'contentType');
  if (Number(headers['content-length'] ?? 0) > limits.bytes) throw new Refusal(413, 'bodyTooLarge');
};

const readBytes = (req: IncomingMessage, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(new Refusal(413, 'bodyTooLarge'));
      }
    });
    const cutOff = (): void => reject(new Refusal(400, 'bodyCutOff'));
    req.once('close', cutOff);
    req.once('error', cutOff);
    req.once('end', () => {
      // Every request is closed in the end; making an error of each would cost more than reading it.
      req.off('close', cutOff);
      resolve(Buffer.concat(chunks));
    });
  });

const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'notUtf8');
  }
};

const tokens = /"(?:[^"\\]+|\\.)*"?|[[\]{}]/gs;

// Counted before parsing, in one pass and without recursion.
const checkDepth = (text: string, limit: number): void => {
  let depth = 0;
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth > limit) throw new Refusal(400, 'tooDeep');
  }
};

// `__proto__` in JSON is a plain key until someone assigns it to an object: it is dropped. The reviver is slow, so only where
// the text can spell the name.
const parse = (text: string): unknown => {
  try {
    if (!/__proto__|\\u00/i.test(text)) return JSON.parse(text);
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    throw new Refusal(400, 'notJson');
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isActivity = (value: unknown): value is ActivityBody => {
  if (!isRecord(value) || typeof value['type'] !== 'string' || value['type'] === '') return false;
  const { conversation } = value;
  return isRecord(conversation) && typeof conversation['id'] === 'string' && conversation['id'] !== '';
};

/**
 * Reads a request's body: `application/json` in UTF-8, not encoded, within the limits (counted while it streams), an object with a
 * string `type` and `conversation.id`; keys named `__proto__` and fields of another type than theirs are dropped. Throws a Refusal with 400, 413 or 415.
 */
export const readBody = async (req: IncomingMessage, limits: Partial<BodyLimits> = {}): Promise<ActivityBody> => {
  const bounds = { ...defaults, ...limits };
  checkHeaders(req, bounds);
  const text = decode(await readBytes(req, bounds.bytes));
  checkDepth(text, bounds.depth);
  const body = parse(text);
  if (!isActivity(body)) throw new Refusal(400, 'notAnActivity');
  return wellTyped(body);
};
