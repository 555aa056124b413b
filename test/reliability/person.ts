import { client, type Client, type ClientOptions } from '../client.ts';
import type { TestBot } from '../testBot.ts';
import type { Connector } from '../connector.ts';

/** All a person in front of a chat needs of a bot. */
export interface Reachable {
  readonly connector: Connector;
  readonly url: () => string;
}

/** Opens a chat with a bot, wherever it runs. */
export const personAt = ({ connector, url }: Reachable, options: ClientOptions = {}): Client =>
  // A client uses these parts of a TestBot alone; the others look into a bot that runs in this very process.
  client({ connector, url, clock: { now: new Date() } } as TestBot, { manner: 'teams', ...options });
