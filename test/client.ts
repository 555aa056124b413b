import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { samplePartners } from '../partner-center/rules/samplePartners.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import {
  buttonsOf,
  cardOf,
  faultsOf,
  inputsOf,
  textsOf,
  titleOf,
  type ShownCard,
  type ShownInput,
} from './cardReading.ts';
import type { TestBot } from './testBot.ts';

/** How a client talks: the Emulator leaves out most of what Teams says, and ignores updates. */
export type Manner = 'emulator' | 'teams';

/** Who is at the client. */
export interface ClientOptions {
  readonly manner?: Manner;
  readonly locale?: string;
  readonly partner?: Partner;
  /** The user's id; somebody new without it. */
  readonly user?: string;
  /** Id of the conversation; a new one without it. */
  readonly conversation?: string;
}

/** Inputs as a person fills them in, by id; an empty text empties one. */
export type Typed = Readonly<Record<string, string>>;

/** A person in front of a chat. Everything that is sent resolves when the bot has answered the HTTP request. */
export interface Client {
  readonly conversation: string;
  readonly user: string;
  /** Opens the chat, as the client announces it. */
  hello(): Promise<void>;
  say(text: string, more?: Partial<Activity>): Promise<void>;
  /**
   * Presses a button, named by its title, its verb or `verb argument`, on the newest card that has it or on the one
   * given, with everything that stands in that card's inputs and what is typed over it.
   */
  press(name: string, typed?: Typed, on?: ShownCard): Promise<void>;
  /** What `press` would send; `forged` is put over it. */
  pressed(name: string, typed?: Typed, on?: ShownCard, forged?: object): Partial<Activity>;
  /** Sends any message, forged ones too; gives the HTTP status. */
  send(activity: Partial<Activity>): Promise<number>;
  /** The whole activity that `send` would post. */
  framed(activity: Partial<Activity>): Partial<Activity>;
  /** The newest card as it is on the screen. */
  card(): ShownCard;
  /** Every card on the screen, the newest last. */
  cards(): readonly ShownCard[];
  title(): string;
  texts(): readonly string[];
  inputs(): Record<string, ShownInput>;
  faults(): Record<string, string>;
  buttons(): readonly string[];
  /** Lines of plain text that came since the last thing sent. */
  lines(): readonly string[];
  /** Waits until the newest card has that title, or for anything else. */
  until(what: string | (() => boolean)): Promise<void>;
}

/** Opens a client on a bot. */
export function client(bot: TestBot, options: ClientOptions = {}): Client {
  const { manner = 'emulator', locale = 'en-US', partner = samplePartners[0], user = randomUUID() } = options;
  assert.ok(partner);
  const teams = manner === 'teams';
  const conversation = options.conversation ?? (teams ? `a:${randomUUID()}` : `${randomUUID()}|livechat`);
  let mark = 0;

  const framed = (activity: Partial<Activity>): Partial<Activity> => ({
    id: randomUUID(),
    type: 'message',
    serviceUrl: bot.connector.url,
    locale,
    timestamp: bot.clock.now,
    ...(teams ? teamsFrame(conversation, user, partner) : emulatorFrame(conversation, user)),
    ...activity,
  });
  const send = async (activity: Partial<Activity>): Promise<number> => {
    mark = bot.connector.calls.length;
    const whole = framed(activity);
    if (whole.id !== undefined) saidIds.add(whole.id);
    const response = await fetch(`${bot.url()}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(whole),
    });
    await response.text();
    return response.status;
  };
  const sent = async (activity: Partial<Activity>): Promise<void> => assert.equal(await send(activity), 200);
  const cards = (): readonly ShownCard[] => screen(bot, conversation, teams).flatMap((one) => cardOf(one) ?? []);
  const card = (): ShownCard => {
    const newest = cards().at(-1);
    assert.ok(newest, 'there is no card on the screen');
    return newest;
  };
  const pressed = (name: string, typed: Typed = {}, on?: ShownCard, forged: object = {}): Partial<Activity> => {
    const where = on ?? cards().findLast((one) => buttonOf(one, name) !== undefined);
    const button = where && buttonOf(where, name);
    assert.ok(where && button, `no button “${name}”; the newest card has: ${buttonsOf(card()).map(named).join(', ')}`);
    return {
      value: { ...button.data, ...filledIn(where, typed), ...forged },
      ...(teams ? { replyToId: where.id } : {}),
    };
  };
  return {
    conversation,
    user,
    hello: async () => {
      for (const event of teams ? teamsStart(user) : emulatorStart(user)) await sent(event);
    },
    say: (text, more) => sent({ text, ...more }),
    press: (name, typed, on) => sent(pressed(name, typed, on)),
    pressed,
    send,
    framed,
    card,
    cards,
    title: () => titleOf(card()),
    texts: () => textsOf(card()),
    inputs: () => inputsOf(card()),
    faults: () => faultsOf(card()),
    buttons: () => buttonsOf(card()).map(({ title }) => title),
    lines: () =>
      bot.connector.calls
        .slice(mark)
        .filter((call) => call.conversation === conversation && call.id !== undefined)
        .flatMap(({ body }) => (body.text === undefined ? [] : [body.text])),
    async until(what) {
      const there = typeof what === 'function' ? what : () => titleOf(card()) === what;
      while (!there()) await bot.connector.next((call) => call.conversation === conversation);
    },
  };
}

/** What users said, by id. */
const saidIds = new Set<string>();

/**
 * Messages as they are on the screen; the last that was sent or replaced is the last here. The Emulator's Web Chat waits
 * for the message that another one answers before it shows that: here for ever.
 */
function screen(bot: TestBot, conversation: string, updates: boolean): readonly Partial<Activity>[] {
  const shown = new Map<string, Partial<Activity>>();
  for (const { id, method, body, ...call } of bot.connector.calls) {
    if (call.conversation !== conversation || id === undefined || body.type === 'typing') continue;
    if (method !== 'POST' && !updates) continue;
    const { replyToId } = body;
    if (!updates && replyToId !== undefined && !saidIds.has(replyToId) && !shown.has(replyToId)) continue;
    shown.delete(id);
    if (method !== 'DELETE') shown.set(id, { ...body, id });
  }
  return [...shown.values()];
}

const named = ({ title, data }: { title: string; data: Typed }) => `${title} (${data['verb'] ?? ''})`;

function buttonOf(card: ShownCard, name: string) {
  return buttonsOf(card).find(({ title, data: { verb = '', argument = '' } }) =>
    [title, verb, `${verb} ${argument}`].includes(name),
  );
}

/** What a client sends of a card's inputs: texts; nothing of those that are empty. */
function filledIn(card: ShownCard, typed: Typed): Typed {
  const inputs = inputsOf(card);
  for (const name of Object.keys(typed)) assert.ok(inputs[name], `no input ${name} on “${titleOf(card)}”`);
  const values = Object.entries(inputs).map(([name, { value }]) => [name, typed[name] ?? value] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

const robot = { id: 'bot', name: 'Bot' };

const emulatorFrame = (conversation: string, user: string): Partial<Activity> =>
  partial({
    channelId: 'emulator',
    conversation: { id: conversation },
    from: { id: user, name: 'User', role: 'user' },
    recipient: { ...robot, role: 'bot' },
  });

const emulatorStart = (user: string): Partial<Activity>[] => [
  partial({ type: 'conversationUpdate', membersAdded: [{ ...robot }, { id: user, name: 'User' }] }),
];

const teamsFrame = (conversation: string, user: string, { tenantId }: Partner): Partial<Activity> =>
  partial({
    channelId: 'msteams',
    conversation: { id: conversation, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    from: { id: `29:${user}`, name: 'Robin Sample', aadObjectId: user },
    recipient: { ...robot, id: '28:bot' },
  });

const teamsStart = (user: string): Partial<Activity>[] => [
  partial({ type: 'installationUpdate', action: 'add' }),
  partial({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }, { id: `29:${user}`, aadObjectId: user }] }),
];

// The SDK's type asks for fields that clients leave out.
const partial = (activity: object): Partial<Activity> => activity;
