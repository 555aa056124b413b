import assert from 'node:assert/strict';
import { chatUsers } from '../../chat-page/server/conversations.ts';
import { textsOf } from '../cardReading.ts';
import { partnerOf } from './walk.ts';

interface Written {
  readonly activity?: { readonly attachments?: readonly { readonly content: unknown }[]; readonly text?: string };
}

/** Opens the chat page's conversation of that bot, sends a file there, and gives what the newest card says. */
export async function fileOnPage(url: string, content: Uint8Array, name = 'customers.csv'): Promise<readonly string[]> {
  const json = { 'content-type': 'application/json' };
  const who = { tenantId: partnerOf(1).tenantId, userId: chatUsers[0]?.id, locale: 'en' };
  const started = await fetch(`${url}/chat/conversations`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(who),
  });
  const { id } = (await started.json()) as { id: string };
  const path = `${url}/chat/conversations/${encodeURIComponent(id)}`;
  const response = await fetch(`${path}/files`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name), 'x-locale': 'en' },
    body: content,
  });
  assert.equal(response.status, 202);
  const stream = await fetch(`${path}/events`);
  let read = '';
  for await (const chunk of stream.body ?? []) {
    read += Buffer.from(chunk).toString('utf8');
    if (read.includes('event: ready')) break;
  }
  const written = [...read.matchAll(/^data: (\{.*\})$/gm)].map(([, data]) => JSON.parse(data ?? '') as Written);
  const card = written
    .flatMap(({ activity }) => activity?.attachments ?? [])
    .findLast(({ content: one }) => one !== undefined);
  return card === undefined ? [] : textsOf({ id: '', content: card.content as Readonly<Record<string, unknown>> });
}
