import type { Request, Response } from 'restify';

import type { Chat } from './chat.ts';
import { onConversation } from './connectorRoutes.ts';
import type { Entry, Heard } from './conversations.ts';

const heartbeat = 15_000;

function written(entry: Entry): string {
  const { id, order, activity } = entry;
  return `id: ${entry.changed}\ndata: ${JSON.stringify({ id, order, activity })}\n\n`;
}

const event = (what: Heard): string => (what === 'typing' ? 'event: typing\ndata: {}\n\n' : written(what));

/**
 * Streams a conversation as server-sent events: all messages, or those changed after `Last-Event-ID`, then a `ready`
 * event with their number, then what happens. The stream ends with the conversation, or when the server closes.
 */
export function events(chat: Chat): (request: Request, response: Response) => Promise<void> {
  return onConversation(chat, ({ request, response, conversation }) => {
    const mark = Number(request.headers['last-event-id'] ?? 0) || 0;
    const past = conversation.since(mark);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`retry: 1000\n\n${past.map(written).join('')}event: ready\ndata: ${past.length}\n\n`);
    const end = (): void => {
      response.end();
    };
    const stop = conversation.listen((what) => response.write(event(what)), end);
    const beat = setInterval(() => response.write(':\n\n'), heartbeat).unref();
    chat.closing?.addEventListener('abort', end, { once: true });
    if (chat.closing?.aborted) end();
    response.on('close', () => {
      stop();
      clearInterval(beat);
      chat.closing?.removeEventListener('abort', end);
    });
  });
}
