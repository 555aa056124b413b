import type { IncomingMessage, ServerResponse } from 'node:http';

/** Largest body the chat page and its connector take, in bytes; the bot's own door has the same. */
export const bodyLimit = 256 * 1024;

/** A body that cannot be taken, with the HTTP status that says why. */
export class BodyError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Reads a JSON body of at most `bodyLimit` bytes. Throws `BodyError` 415, 413 or 400. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  // A page of another site can post here only after a preflight, which nothing answers, as long as JSON is asked for.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '') || request.headers['content-encoding']) {
    throw new BodyError(415, 'send application/json without content-encoding');
  }
  const bytes = await readBytes(request, bodyLimit);
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new BodyError(400, 'the body is not JSON');
  }
}

/** Reads a file of at most that many bytes. Throws `BodyError` 415 or 413. */
export async function readFileBody(request: IncomingMessage, most: number): Promise<Buffer> {
  // As with JSON: this type cannot be posted from another site without a preflight.
  if (request.headers['content-type'] !== 'application/octet-stream' || request.headers['content-encoding']) {
    throw new BodyError(415, 'send application/octet-stream without content-encoding');
  }
  return readBytes(request, most);
}

async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  const tooLarge = new BodyError(413, `the body is larger than ${most} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Answers with JSON, or with an empty body. Not by restify's `send`, whose formatters differ from server to server. */
export function answer(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined) {
    response.writeHead(status);
    response.end();
    return;
  }
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}

/** Answers with an error the way the Bot Framework's connector does: a code and a message for developers. */
export function refuse(response: ServerResponse, status: number, message: string): void {
  answer(response, status, { error: { code: `chat-${status}`, message } });
}
