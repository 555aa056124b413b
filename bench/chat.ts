import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Activity } from 'botbuilder';
import { samplePartners } from '../partner-center/rules/samplePartners.ts';
import { buttonsOf, cardOf, inputsOf, type ShownCard } from '../test/cardReading.ts';
import type { Channel, Shown } from './channel.ts';

/** A person in front of a chat in Teams. Everything sent resolves when the bot has answered the request. */
export interface Chat {
  readonly user: string;
  /** Announces something: an activity of another type than a message. */
  event(activity: object): Promise<void>;
  say(text: string): Promise<void>;
  /** Presses the button `verb` or `verb argument` of the newest card that has it, with its inputs and what is typed over them. */
  press(name: string, typed?: Readonly<Record<string, string>>): Promise<void>;
  /** Resolves when the bot has shown something that fits. */
  until(fits: (shown: Shown) => boolean): Promise<void>;
  /** Does the newest card say that? */
  says(text: string): boolean;
  /** Resolves when a card has that button. */
  untilButton(name: string): Promise<void>;
  close(): void;
}

/** Where chats are held, and what is told of each turn. */
interface ChatPlace {
  readonly channel: Channel;
  /** Of the bot; of several processes the one that gets the next message. */
  readonly url: string;
  /** Is told how many milliseconds each turn took, from the request to its answer. */
  readonly onTurn: (milliseconds: number) => void;
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Posts an activity; gives the milliseconds until the whole answer was there. Raises an error for any status but 200. */
const post = (url: string, activity: object): Promise<number> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify(activity);
    const start = performance.now();
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const sent = request(`${url}/api/messages`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - start);
        else reject(new Error(`a turn was answered ${String(response.statusCode)}: ${body}`));
      });
    });
    // A bot closes what was idle for five seconds, as it is while the others have their round.
    sent.once('error', (error) => (sent.reusedSocket ? resolve(post(url, activity)) : reject(error)));
    sent.end(body);
  });

function frame(conversation: string, user: string, serviceUrl: string): object {
  const tenantId = samplePartners[0]?.tenantId;
  const now = new Date().toISOString();
  return {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    locale: 'en-US',
    timestamp: now,
    localTimestamp: now.replace('Z', '+00:00'),
    conversation: { id: conversation, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    from: { id: `29:${user}`, name: 'Robin Sample', aadObjectId: user },
    recipient: { id: '28:bot', name: 'Bot' },
  };
}

const buttonOf = (card: ShownCard, name: string) =>
  buttonsOf(card).find(({ data: { verb = '', argument = '' } }) => [verb, `${verb} ${argument}`].includes(name));

function pressed(cards: ReadonlyMap<string, ShownCard>, name: string, typed: Readonly<Record<string, string>>): object {
  for (const card of [...cards.values()].reverse()) {
    const button = buttonOf(card, name);
    if (button === undefined) continue;
    const inputs = Object.entries(inputsOf(card)).map(([id, { value }]) => [id, typed[id] ?? value] as const);
    return { value: { ...button.data, ...Object.fromEntries(inputs) }, replyToId: card.id };
  }
  throw new Error(`no card has a button “${name}”`);
}

/** Opens a chat of that user. */
export function openChat(place: ChatPlace, user: string): Chat {
  const { channel, onTurn } = place;
  const conversation = `a:${randomUUID()}`;
  const cards = new Map<string, ShownCard>();
  const shown: Shown[] = [];
  let hear = (): void => undefined;
  const close = channel.listen(conversation, (one) => {
    const card = cardOf(one as Partial<Activity>);
    cards.delete(one.id);
    if (card !== undefined) cards.set(one.id, card);
    shown.push(one);
    hear();
  });
  const event = async (activity: object): Promise<void> =>
    onTurn(await post(place.url, { ...frame(conversation, user, channel.url), ...activity }));
  const until = async (there: () => boolean): Promise<void> => {
    while (!there()) await new Promise<void>((resolve) => (hear = resolve));
  };
  return {
    user,
    event,
    say: (text) => event({ type: 'message', text }),
    press: (name, typed = {}) => event({ type: 'message', ...pressed(cards, name, typed) }),
    until: (fits) => until(() => shown.some(fits)),
    says: (text) => JSON.stringify([...cards.values()].at(-1)?.content ?? '').includes(text),
    untilButton: (name) => until(() => [...cards.values()].some((card) => buttonOf(card, name) !== undefined)),
    close,
  };
}
