import type { Request, Response, Server } from 'restify';

import { memberOf, partiesOf, type ChatActivity, type Parties } from './activities.ts';
import type { Chat } from './chat.ts';
import type { Conversation } from './conversations.ts';
import { answer, BodyError, readJson, refuse } from './http.ts';

const root = '/chat/v3/conversations/:conversation';

/** A call of the bot on a conversation that exists. */
export interface Call {
  readonly request: Request;
  readonly response: Response;
  readonly parties: Parties;
  readonly conversation: Conversation;
}

/** A path parameter as text; restify has percent-decoded it. */
export function parameter(request: Request, name: string): string {
  const parameters = request.params as Record<string, unknown>;
  const value = parameters[name];
  return typeof value === 'string' ? value : '';
}

/** Runs a handler on the conversation of the path: 404 for one that is not ours, the body's own error for a bad body. */
export function onConversation(chat: Chat, handle: (call: Call) => Promise<void> | void) {
  return async (request: Request, response: Response): Promise<void> => {
    const parties = partiesOf(parameter(request, 'conversation'), chat.partners);
    if (!parties) return refuse(response, 404, 'there is no such conversation');
    try {
      await handle({ request, response, parties, conversation: chat.conversation(parties.conversationId) });
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      refuse(response, error.status, error.message);
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
    answer(response, 201, { id });
  });
  const put = onConversation(chat, async ({ request, response, conversation }) => {
    const activity = await readActivity(request);
    const id = parameter(request, 'activity');
    if (!conversation.has(id)) return refuse(response, 404, 'there is no such activity');
    conversation.put(id, { timestamp: chat.now().toISOString(), ...activity, id });
    answer(response, 200, { id });
  });
  server.post(`${root}/activities`, post);
  server.post(`${root}/activities/:activity`, post);
  server.put(`${root}/activities/:activity`, put);
  server.del(`${root}/activities/:activity`, removal(chat));
  memberRoutes(server, chat);
}

function removal(chat: Chat) {
  return onConversation(chat, ({ request, response, conversation }) => {
    if (!conversation.remove(parameter(request, 'activity'))) return refuse(response, 404, 'there is no such activity');
    answer(response, 200);
  });
}

function memberRoutes(server: Server, chat: Chat): void {
  server.get(
    `${root}/members`,
    onConversation(chat, ({ response, parties }) => answer(response, 200, [memberOf(parties)])),
  );
  server.get(
    `${root}/pagedmembers`,
    onConversation(chat, ({ response, parties }) => answer(response, 200, { members: [memberOf(parties)] })),
  );
  server.get(
    `${root}/members/:member`,
    onConversation(chat, ({ request, response, parties }) => {
      const member = memberOf(parties);
      const wanted = parameter(request, 'member');
      if (wanted !== member.id && wanted !== member.aadObjectId)
        return refuse(response, 404, 'there is no such member');
      answer(response, 200, member);
    }),
  );
}
