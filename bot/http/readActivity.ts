import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { HttpError } from './httpError.ts';

/** Limits of a request's body. */
export interface BodyLimits {
  /** Bytes; the default is 256 KB. */
  readonly bytes: number;
  /** Deepest nesting of objects and lists; the default is 64. */
  readonly depth: number;
}

/** A body with the outline of an activity; its other fields are unchecked. */
type ActivityBody = Record<string, unknown> & {
  readonly type: string;
  readonly conversation: { readonly id: string };
};

const defaults: BodyLimits = { bytes: 256 * 1024, depth: 64 };
const jsonType = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

const checkHeaders = ({ headers }: IncomingMessage, limits: BodyLimits): void => {
  // Compressed bodies are refused: a bad archive ends a process that decompresses a stream.
  if (headers['content-encoding'] !== undefined) throw new HttpError(415, 'contentEncoding');
  if (!jsonType.test(headers['content-type'] ?? '')) throw new HttpError(415, 'contentType');
  if (Number(headers['content-length'] ?? 0) > limits.bytes) throw new HttpError(413, 'bodyTooLarge');
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
        reject(new HttpError(413, 'bodyTooLarge'));
      }
    });
    const cutOff = (): void => reject(new HttpError(400, 'bodyCutOff'));
    req.once('close', cutOff);
    req.once('error', cutOff);
    req.once('end', () => {
      // Every request closes in the end; creating an error for each would cost more than reading it.
      req.off('close', cutOff);
      resolve(Buffer.concat(chunks));
    });
  });

const byteOrderMark = 0xfeff;

// A decoder that raises errors costs more to make than it takes to check and to decode.
const decode = (bytes: Buffer): string => {
  if (!isUtf8(bytes)) throw new HttpError(400, 'notUtf8');
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
};

const [quote, backslash] = [0x22, 0x5c];
// [ and {, and ] and }, whose codes differ by this bit alone.
const braceBit = 0x20;
const [opener, closer] = [0x7b, 0x7d];

// Checked before parsing, in one pass and without recursion, character by character: matches of an expression would be
// an object each.
const checkDepth = (text: string, limit: number): void => {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) inText = !inText;
    else if (inText) at += code === backslash ? 1 : 0;
    else if ((code | braceBit) === opener) depth += 1;
    else if ((code | braceBit) === closer) depth -= 1;
    if (depth > limit) throw new HttpError(400, 'tooDeep');
  }
};

// `__proto__` in JSON is a plain key until someone assigns it to an object: it is dropped. The reviver is slow, so only where
// the text can spell the name.
const parse = (text: string): unknown => {
  try {
    if (!/__proto__|\\u00/i.test(text)) return JSON.parse(text);
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    throw new HttpError(400, 'notJson');
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
 * string `type` and `conversation.id`; keys named `__proto__` and fields of a wrong type are dropped. Throws an
 * HttpError with 400, 413 or 415.
 */
export const readActivityBody = async (
  req: IncomingMessage,
  limits: Partial<BodyLimits> = {},
): Promise<ActivityBody> => {
  const bounds = { ...defaults, ...limits };
  checkHeaders(req, bounds);
  const text = decode(await readBytes(req, bounds.bytes));
  checkDepth(text, bounds.depth);
  const body = parse(text);
  if (!isActivity(body)) throw new HttpError(400, 'notAnActivity');
  return withoutMistypedFields(body);
};

const isText = (value: unknown): boolean => typeof value === 'string';

const isAccount = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([name, held]) => !accountTexts.has(name) || held === null || isText(held));

const accountTexts = new Set(['id', 'name', 'aadObjectId']);

const isAccounts = (value: unknown): boolean => Array.isArray(value) && value.every(isAccount);

const checkedFields = Object.entries<(value: unknown) => boolean>({
  id: isText,
  locale: isText,
  text: isText,
  replyToId: isText,
  action: isText,
  name: isText,
  from: isAccount,
  recipient: isAccount,
  membersAdded: isAccounts,
});

/** The activity without fields of a wrong type, as if they had not been sent; fields that no code reads stay. */
const withoutMistypedFields = <T extends object>(activity: T): T => {
  const isMistyped = ([name, check]: readonly [string, (value: unknown) => boolean]): boolean =>
    Object.hasOwn(activity, name) && !check(activity[name as keyof T]);
  const mistyped = new Set(checkedFields.filter(isMistyped).map(([name]) => name));
  // Hardly ever: a copy of each activity would cost more than all of its checks.
  if (mistyped.size === 0) return activity;
  // No field of T has a check, so the result is still a T.
  return Object.fromEntries(Object.entries(activity).filter(([name]) => !mistyped.has(name))) as T;
};
