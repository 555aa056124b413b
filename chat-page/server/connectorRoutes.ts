import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import {
  type Chat,
  type ChatActivity,
  type Conversation,
  memberAccount,
  type Parties,
  partiesOf,
} from './conversations.ts';

/** Largest body the chat page and its connector accept, in bytes; the bot's endpoint has the same limit. */
const bodyLimit = 256 * 1024;

/** Raised for a body that is not accepted, with the HTTP status for it. */
export class BodyError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Reads a JSON body of at most `bodyLimit` bytes. Throws `BodyError` 415, 413 or 400. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  // Requiring JSON makes a page of another site send a preflight first, which nothing answers.
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
export function sendJson(response: ServerResponse, status: number, body?: unknown): void {
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
export function sendJsonError(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { error: { code: `chat-${status}`, message } });
}

const conversationPath = '/chat/v3/conversations/:conversation';

/** A call of the bot on a conversation that exists. */
export interface ConversationCall {
  readonly request: Request;
  readonly response: Response;
  readonly parties: Parties;
  readonly conversation: Conversation;
}

/** A path parameter as text; restify has percent-decoded it. */
function pathParameter(request: Request, name: string): string {
  const parameters = request.params as Record<string, unknown>;
  const value = parameters[name];
  return typeof value === 'string' ? value : '';
}

/** Runs a handler on the conversation of the path: 404 for an unknown one, the status of a BodyError for a bad body. */
export function onConversation(chat: Chat, handle: (call: ConversationCall) => Promise<void> | void) {
  return async (request: Request, response: Response): Promise<void> => {
    const parties = partiesOf(pathParameter(request, 'conversation'), chat.partners());
    if (!parties) return sendJsonError(response, 404, 'there is no such conversation');
    try {
      await handle({ request, response, parties, conversation: chat.conversation(parties.conversationId) });
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      sendJsonError(response, error.status, error.message);
    }
  };
}

async function readActivity(request: Request): Promise<ChatActivity> {
  const body = await readJson(request);
  if (typeof body !== 'object' || body === null || !('type' in body) || typeof body.type !== 'string') {
    throw new BodyError(400, 'an activity is an object with a type');
  }
  return { ...body, type: body.type };
}

/** Adds the endpoints of the Bot Framework's connector that a bot in a personal chat calls (connector REST API v3). */
export function connectorRoutes(server: Server, chat: Chat): void {
  const post = onConversation(chat, async ({ request, response, conversation }) => {
    const activity = await readActivity(request);
    const id = chat.newId();
    const timestamp = chat.now().toISOString();
    if (activity.type === 'typing') conversation.typing();
    if (activity.type === 'message') conversation.put(id, { timestamp, ...activity, id });
    sendJson(response, 201, { id });
  });
  const put = onConversation(chat, async ({ request, response, conversation }) => {
    const activity = await readActivity(request);
    const id = pathParameter(request, 'activity');
    if (!conversation.has(id)) return sendJsonError(response, 404, 'there is no such activity');
    conversation.put(id, { timestamp: chat.now().toISOString(), ...activity, id });
    sendJson(response, 200, { id });
  });
  server.post(`${conversationPath}/activities`, post);
  server.post(`${conversationPath}/activities/:activity`, post);
  server.put(`${conversationPath}/activities/:activity`, put);
  server.del(`${conversationPath}/activities/:activity`, deleteActivity(chat));
  memberRoutes(server, chat);
}

function deleteActivity(chat: Chat) {
  return onConversation(chat, ({ request, response, conversation }) => {
    if (!conversation.remove(pathParameter(request, 'activity')))
      return sendJsonError(response, 404, 'there is no such activity');
    sendJson(response, 200);
  });
}

function memberRoutes(server: Server, chat: Chat): void {
  server.get(
    `${conversationPath}/members`,
    onConversation(chat, ({ response, parties }) => sendJson(response, 200, [memberAccount(parties)])),
  );
  server.get(
    `${conversationPath}/pagedmembers`,
    onConversation(chat, ({ response, parties }) => sendJson(response, 200, { members: [memberAccount(parties)] })),
  );
  server.get(
    `${conversationPath}/members/:member`,
    onConversation(chat, ({ request, response, parties }) => {
      const member = memberAccount(parties);
      const wanted = pathParameter(request, 'member');
      if (wanted !== member.id && wanted !== member.aadObjectId)
        return sendJsonError(response, 404, 'there is no such member');
      sendJson(response, 200, member);
    }),
  );
}
