import type { Server } from 'restify';

import { browserRoutes } from './browserRoutes.ts';
import { connectorRoutes } from './connectorRoutes.ts';
import { createConversations, type Bounds, type Conversation } from './conversations.ts';
import { pageRoutes } from './pageFiles.ts';

/** What the chat page shows of a partner. */
export interface ChatPartner {
  readonly tenantId: string;
  readonly name: string;
  readonly type: string;
  readonly cloud: string;
  readonly country: string;
}

/** What the chat page and its connector need. */
export interface ChatOptions {
  /** Where the bot listens, such as `http://127.0.0.1:3978`; asked for after it does. */
  baseUrl(): string;
  readonly partners: readonly ChatPartner[];
  readonly now: () => Date;
  readonly newId: () => string;
  /** Fires when the server is about to close: open event streams end, which would keep it open. */
  readonly closing?: AbortSignal;
  /** How long the bot may take for one turn, in milliseconds; a minute without it. */
  readonly turnTimeout?: number;
  readonly bounds?: Bounds;
  /** Keeps a file that was sent for the bot to fetch, and gives its address; without it no files are taken. */
  readonly keepFile?: (file: {
    readonly tenantId: string;
    readonly userId: string;
    readonly name: string;
    readonly content: Buffer;
  }) => string;
}

/** What the routes share. */
export interface Chat extends ChatOptions {
  readonly conversation: (id: string) => Conversation;
}

/**
 * Adds the built-in chat page and the connector behind it. It is a channel like any other: what is said goes to
 * `POST /api/messages`, and answers come back to the connector's endpoints. It knows no authentication, so it is
 * for a bot on loopback that has none either, behind the server's check of `Host` and `Origin`.
 */
export function chatRoutes(options: ChatOptions): (server: Server) => void {
  const conversation = createConversations(options.bounds ?? { conversations: 50, activities: 500 }, options.now);
  const chat: Chat = { ...options, conversation };
  return (server) => {
    pageRoutes(server);
    browserRoutes(server, chat);
    connectorRoutes(server, chat);
  };
}
