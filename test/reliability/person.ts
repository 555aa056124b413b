import { words } from '../../locales/words.ts';
import { buttonsOf } from '../cardReading.ts';
import { client, nameOf, type ButtonName, type Client, type ClientOptions } from '../client.ts';
import type { TestBot } from '../testBot.ts';
import type { Connector } from '../connector.ts';

/** All a person in front of a chat needs of a bot. */
interface Reachable {
  readonly connector: Connector;
  readonly url: () => string;
}

/** Opens a chat with a bot, wherever it runs. */
export const personAt = ({ connector, url }: Reachable, options: ClientOptions = {}): Client =>
  // A client uses these parts of a TestBot alone; the others look into a bot that runs in this very process.
  client({ connector, url, clock: { now: new Date() } } as TestBot, { manner: 'teams', ...options });

/** The newest card's button that asks for a failed action once more, whichever that was: it has no verb of its own. */
export function tryAgain(user: Client): ButtonName | undefined {
  const again = words('en').t('button.tryAgain');
  return buttonsOf(user.card())
    .filter(({ title }) => title === again)
    .map(nameOf)[0];
}
