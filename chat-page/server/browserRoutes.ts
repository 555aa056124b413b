import type { Request, Response, Server } from 'restify';
import * as z from 'zod';
import {
  type ActivityFields,
  addressActivity,
  type BrowserClock,
  botAccount,
  type Chat,
  chatUsers,
  type ConversationEntry,
  type ConversationEvent,
  conversationId,
  ownClock,
  type Parties,
} from './conversations.ts';
import {
  BodyError,
  type ConversationCall,
  onConversation,
  readFileBody,
  readJson,
  sendJson,
  sendJsonError,
} from './connectorRoutes.ts';

const localeSchema = z.string().max(35).optional();
const startSchema = z.object({ tenantId: z.string(), userId: z.string(), locale: localeSchema });
const typedSchema = z.object({ text: z.string().min(1).max(20_000), locale: localeSchema });
const pressedSchema = z.object({
  value: z.record(z.string(), z.unknown()),
  replyToId: z.string().max(200).optional(),
  locale: localeSchema,
});
const messageSchema = z.union([typedSchema, pressedSchema]);

/** The language and the clock that a call of the page names. */
interface Speaker {
  readonly locale: string | undefined;
  readonly clock: BrowserClock;
}

/** Most minutes that a clock on earth is from UTC. */
const mostMinutes = 14 * 60;

/** The clock that the page names in its headers, as Teams tells its own; else that of this machine. */
function clockOf(request: Request, now: Date): BrowserClock {
  const [minutes, zone] = [Number(header(request, 'x-clock-minutes') || Number.NaN), header(request, 'x-time-zone')];
  const isClock = Number.isInteger(minutes) && Math.abs(minutes) <= mostMinutes && /^[\w+/-]{1,60}$/.test(zone);
  return isClock ? { minutes, zone } : ownClock(now);
}

/** Posts an activity to the bot's own endpoint; resolves to its id, and to whether the bot accepted it. */
async function deliver(chat: Chat, parties: Parties, activity: ActivityFields, speaker: Speaker) {
  const id = chat.newId();
  const serviceUrl = `${chat.baseUrl()}/chat`;
  const sent = addressActivity(activity, { parties, id, now: chat.now(), serviceUrl, ...speaker });
  if (typeof sent['text'] === 'string') chat.conversation(parties.conversationId).put(id, sent);
  const delivered = await fetch(`${chat.baseUrl()}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sent),
    signal: AbortSignal.timeout(chat.turnTimeout ?? 60_000),
  }).then(
    (response) => response.ok,
    () => false,
  );
  return { id, delivered };
}

/** Reads a body of the page. Throws `BodyError` 400 naming the first field at fault. */
async function readBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await readJson(request));
  if (!parsed.success) throw new BodyError(400, `wrong field: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  return parsed.data;
}

async function startConversation(chat: Chat, request: Request, response: Response): Promise<void> {
  const body = await readBody(request, startSchema);
  const partner = chat.partners().find((one) => one.tenantId === body.tenantId);
  const user = chatUsers.find((one) => one.id === body.userId);
  if (!partner || !user) return sendJsonError(response, 404, 'there is no such partner or user');
  const id = conversationId(chat.newId(), user, partner);
  const parties = { conversationId: id, user, partner };
  const speaker = { locale: body.locale, clock: clockOf(request, chat.now()) };
  // Teams sends both, in this order; the bot must greet once.
  const installed = await deliver(chat, parties, { type: 'installationUpdate', action: 'add' }, speaker);
  const members = [botAccount, { id: user.id, name: user.name, aadObjectId: user.aadObjectId }];
  const joined = await deliver(chat, parties, { type: 'conversationUpdate', membersAdded: members }, speaker);
  sendJson(response, 201, { id, delivered: installed.delivered && joined.delivered });
}

/** Most bytes of a sent file; the bot itself accepts fewer, and says so. */
const fileLimit = 8 * 1024 * 1024;

const header = (request: Request, name: string): string => {
  try {
    return decodeURIComponent(String(request.headers[name] ?? '')).slice(0, 200);
  } catch {
    throw new BodyError(400, `wrong header: ${name}`);
  }
};

/** Accepts a file and sends the bot a message with its address, as other clients do. */
function sendFile(chat: Chat) {
  return async ({ request, response, parties }: ConversationCall): Promise<void> => {
    const { user, partner } = parties;
    const [name, language] = [header(request, 'x-file-name'), header(request, 'x-locale')];
    const content = await readFileBody(request, fileLimit);
    if (!chat.files) return sendJsonError(response, 404, 'no files are taken');
    const sent = { tenantId: partner.tenantId, userId: user.aadObjectId, name, content };
    const contentUrl = await chat.files.keep(sent);
    const attachments = [{ contentType: 'application/octet-stream', contentUrl, name }];
    const message = { type: 'message', textFormat: 'plain', text: name, attachments };
    const speaker = { locale: language === '' ? undefined : language, clock: clockOf(request, chat.now()) };
    answerDelivered(response, await deliver(chat, parties, message, speaker));
  };
}

function answerDelivered(response: Response, { id, delivered }: { id: string; delivered: boolean }): void {
  if (delivered) return sendJson(response, 202, { id });
  sendJson(response, 502, { id, error: { code: 'chat-502', message: 'the bot did not take it' } });
}

/** Adds the routes of the page: settings, new conversations, messages and presses, files, and the stream of events. */
export function browserRoutes(server: Server, chat: Chat): void {
  server.get('/chat/settings', async (_request: Request, response: Response) => {
    const files = chat.files && { endings: chat.files.endings, megabytes: chat.files.megabytes };
    await Promise.resolve(sendJson(response, 200, { partners: chat.partners(), users: chatUsers, files }));
  });
  server.post('/chat/conversations', async (request: Request, response: Response) => {
    try {
      await startConversation(chat, request, response);
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      sendJsonError(response, error.status, error.message);
    }
  });
  server.post(
    '/chat/conversations/:conversation/activities',
    onConversation(chat, async ({ request, response, parties }) => {
      const { locale: language, ...fields } = await readBody(request, messageSchema);
      const message = { type: 'message', ...('text' in fields ? { textFormat: 'plain' } : {}), ...fields };
      const speaker = { locale: language, clock: clockOf(request, chat.now()) };
      answerDelivered(response, await deliver(chat, parties, message, speaker));
    }),
  );
  server.post('/chat/conversations/:conversation/files', onConversation(chat, sendFile(chat)));
  server.get('/chat/conversations/:conversation/events', eventStream(chat));
}

const heartbeat = 15_000;

function messageEvent(entry: ConversationEntry): string {
  const { id, order, activity } = entry;
  return `id: ${entry.changed}\ndata: ${JSON.stringify({ id, order, activity })}\n\n`;
}

const formatEvent = (what: ConversationEvent): string =>
  what === 'typing' ? 'event: typing\ndata: {}\n\n' : messageEvent(what);

/**
 * Streams a conversation as server-sent events: all messages, or those changed after `Last-Event-ID`, then a `ready`
 * event with their number, then new events. The stream ends with the conversation, or when the server closes.
 */
function eventStream(chat: Chat): (request: Request, response: Response) => Promise<void> {
  return onConversation(chat, ({ request, response, conversation }) => {
    const mark = Number(request.headers['last-event-id'] ?? 0) || 0;
    const past = conversation.since(mark);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`retry: 1000\n\n${past.map(messageEvent).join('')}event: ready\ndata: ${past.length}\n\n`);
    const end = (): void => {
      response.end();
    };
    const stop = conversation.listen((what) => response.write(formatEvent(what)), end);
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
