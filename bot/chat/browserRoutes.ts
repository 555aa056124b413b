import type { Request, Response, Server } from 'restify';
import * as z from 'zod';

import { addressed, botAccount, conversationId, type Parties, type Said } from './activities.ts';
import type { Chat } from './chat.ts';
import { onConversation, type Call } from './connectorRoutes.ts';
import { events } from './events.ts';
import { answer, BodyError, readFileBody, readJson, refuse } from './http.ts';
import { chatUsers } from './users.ts';

const locale = z.string().max(35).optional();
const start = z.object({ tenantId: z.string(), userId: z.string(), locale });
const typed = z.object({ text: z.string().min(1).max(20_000), locale });
const pressed = z.object({
  value: z.record(z.string(), z.unknown()),
  replyToId: z.string().max(200).optional(),
  locale,
});
const said = z.union([typed, pressed]);

/** Hands an activity to the bot's own HTTP door; the answer is the activity's id and whether the bot took it. */
async function deliver(chat: Chat, parties: Parties, activity: Said, language: string | undefined) {
  const id = chat.newId();
  const serviceUrl = `${chat.baseUrl()}/chat`;
  const sent = addressed(activity, { parties, id, now: chat.now(), serviceUrl, locale: language });
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
  const body = await readBody(request, start);
  const partner = chat.partners.find((one) => one.tenantId === body.tenantId);
  const user = chatUsers.find((one) => one.id === body.userId);
  if (!partner || !user) return refuse(response, 404, 'there is no such partner or user');
  const id = conversationId(chat.newId(), user, partner);
  const parties = { conversationId: id, user, partner };
  // Teams sends both, in this order; the bot must greet once.
  const installed = await deliver(chat, parties, { type: 'installationUpdate', action: 'add' }, body.locale);
  const members = [botAccount, { id: user.id, name: user.name, aadObjectId: user.aadObjectId }];
  const joined = await deliver(chat, parties, { type: 'conversationUpdate', membersAdded: members }, body.locale);
  answer(response, 201, { id, delivered: installed.delivered && joined.delivered });
}

/** Most bytes of a file that is sent; the bot itself takes fewer, and says so. */
const fileLimit = 8 * 1024 * 1024;

const header = (request: Request, name: string): string => {
  try {
    return decodeURIComponent(String(request.headers[name] ?? '')).slice(0, 200);
  } catch {
    throw new BodyError(400, `wrong header: ${name}`);
  }
};

/** Takes a file as clients send one: it is kept, and the message says where. */
function sendFile(chat: Chat) {
  return async ({ request, response, parties }: Call): Promise<void> => {
    const { user, partner } = parties;
    const [name, language] = [header(request, 'x-file-name'), header(request, 'x-locale')];
    const content = await readFileBody(request, fileLimit);
    if (!chat.keepFile) return refuse(response, 404, 'no files are taken');
    const contentUrl = chat.keepFile({ tenantId: partner.tenantId, userId: user.aadObjectId, name, content });
    const attachments = [{ contentType: 'application/octet-stream', contentUrl, name }];
    const message = { type: 'message', textFormat: 'plain', text: name, attachments };
    answerDelivered(response, await deliver(chat, parties, message, language === '' ? undefined : language));
  };
}

function answerDelivered(response: Response, { id, delivered }: { id: string; delivered: boolean }): void {
  if (delivered) return answer(response, 202, { id });
  answer(response, 502, { id, error: { code: 'chat-502', message: 'the bot did not take it' } });
}

/** Adds what the page calls: settings, a new conversation, something said or pressed, and the stream of events. */
export function browserRoutes(server: Server, chat: Chat): void {
  server.get('/chat/settings', async (_request: Request, response: Response) => {
    await Promise.resolve(answer(response, 200, { partners: chat.partners, users: chatUsers }));
  });
  server.post('/chat/conversations', async (request: Request, response: Response) => {
    try {
      await startConversation(chat, request, response);
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      refuse(response, error.status, error.message);
    }
  });
  server.post(
    '/chat/conversations/:conversation/activities',
    onConversation(chat, async ({ request, response, parties }) => {
      const { locale: language, ...fields } = await readBody(request, said);
      const message = { type: 'message', ...('text' in fields ? { textFormat: 'plain' } : {}), ...fields };
      answerDelivered(response, await deliver(chat, parties, message, language));
    }),
  );
  server.post('/chat/conversations/:conversation/files', onConversation(chat, sendFile(chat)));
  server.get('/chat/conversations/:conversation/events', events(chat));
}
