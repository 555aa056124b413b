import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { DraftVerb, PlainVerb } from '../dialogs/pressActions.ts';
import { samplePartners } from '../partner-center/rules/samplePartners.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import {
  buttonsOf,
  cardOf,
  faultsOf,
  inputsOf,
  textsOf,
  titleOf,
  type ShownButton,
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

/** Verbs of the buttons on the current card of a draft, besides those that all its cards share. */
type SectionVerb =
  | ('next' | 'back' | 'changeCountry' | 'takeDomain' | 'findReseller' | 'find' | 'moreOffers' | 'add' | 'remove')
  | ('putBundle' | 'putLast' | 'allBundles')
  | ('use' | 'keep' | 'change' | 'update' | 'submit');

/** Verb of any button. */
type Verb = PlainVerb | DraftVerb | SectionVerb | 'command';

/**
 * A button by what it does, never by its title: its verb and, on a card with several of that verb, its argument or the
 * beginning or end of it. A verb alone is the only button of that verb, or the one without an argument.
 */
export type ButtonName = Verb | `${Verb} ${string}`;

/** A person in front of a chat. Everything that is sent resolves when the bot has answered the HTTP request. */
export interface Client {
  readonly conversation: string;
  readonly user: string;
  /** Opens the chat, as the client announces it. */
  hello(): Promise<void>;
  say(text: string, more?: Partial<Activity>): Promise<void>;
  /**
   * Presses a button on the newest card that has it or on the one given, with everything that stands in that card's
   * inputs and what is typed over it.
   */
  press(name: ButtonName, typed?: Typed, on?: ShownCard): Promise<void>;
  /** What `press` would send; `forged` is put over it. */
  pressed(name: ButtonName, typed?: Typed, on?: ShownCard, forged?: object): Partial<Activity>;
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
  /** Titles of the newest card's buttons. */
  buttons(): readonly string[];
  /** Buttons of the newest card that go by a name, in their order. */
  named(name: ButtonName): readonly ButtonName[];
  /** True when the newest card has such a button. */
  has(name: ButtonName): boolean;
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
  const pressed = (name: ButtonName, typed: Typed = {}, on?: ShownCard, forged: object = {}): Partial<Activity> => {
    const where = on ?? cards().findLast((one) => buttonsNamed(one, name).length > 0);
    assert.ok(where, `no button “${name}”; the newest card has: ${buttonsOf(card()).map(nameOf).join(', ')}`);
    return {
      value: { ...onlyButton(where, name).data, ...filledIn(where, typed), ...forged },
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
    named: (name) => buttonsNamed(card(), name).map(nameOf),
    has: (name) => buttonsNamed(card(), name).length > 0,
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

/** The name of a button that a card shows: its verb and argument. */
export const nameOf = ({ data: { verb = '', argument = '' } }: ShownButton): ButtonName =>
  // Whatever the bot shows is a name, unless the bot forgets a verb.
  `${verb} ${argument}`.trim() as ButtonName;

/** The first of several buttons of a verb on the newest card: lists begin with what is newest. */
export function newest(user: Client, verb: Verb): ButtonName {
  const [first] = user.named(`${verb} `);
  assert.ok(first, `no button “${verb}”`);
  return first;
}

/** Buttons of a card that go by a name: of that very name, or else all whose argument begins or ends so. */
function buttonsNamed(card: ShownCard, name: ButtonName): readonly ShownButton[] {
  const exact = buttonsOf(card).filter((button) => nameOf(button) === name);
  if (exact.length > 0) return exact;
  const [verb = '', ...rest] = name.split(' ');
  const words = rest.join(' ');
  return buttonsOf(card).filter(
    ({ data: { verb: own, argument = '' } }) =>
      own === verb && (argument.startsWith(words) || argument.endsWith(words)),
  );
}

/** The one button of a card that goes by a name; a card may show it twice. */
function onlyButton(card: ShownCard, name: ButtonName): ShownButton {
  const [first, ...others] = buttonsNamed(card, name);
  assert.ok(first, `no button “${name}” on “${titleOf(card)}”, which has: ${buttonsOf(card).map(nameOf).join(', ')}`);
  const alike = [first, ...others].map(nameOf);
  assert.equal(new Set(alike).size, 1, `“${name}” may be any of ${alike.join(', ')}`);
  return first;
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
