import type { IncomingMessage } from 'node:http';
import { refusal } from './refusal.ts';

const largest = 1024 * 1024;

/** Reads a request's body as text, at most 1 MB. Raises Refusal; nothing is ever unpacked. */
export const readText = async (request: IncomingMessage): Promise<string> => {
  // A bad archive ends a process that lets a stream unpack it.
  if (request.headers['content-encoding'] !== undefined) throw refusal('800002');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw refusal('800002');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};
