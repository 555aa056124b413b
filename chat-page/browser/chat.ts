import { setAppearance } from './appearance.ts';
import {
  listen,
  readSettings,
  sendMessage,
  sendFile,
  startConversation,
  type ConversationListener,
  type OutgoingMessage,
} from './channel.ts';
import { connectComposer } from './composer.ts';
import { connectFiles } from './files.ts';
import { createFollower } from './follower.ts';
import { fitKeyboard } from './keyboard.ts';
import { createMessageList } from './messages.ts';
import { chosenLocale, firstLocale, languageNamed, languages, pageElement, pageWords, showWords } from './pageWords.ts';
import { type ChatSettings, ignoresUpdates, showChosen, showLanguages, showSettings } from './settings.ts';
import { showShortcuts } from './shortcuts.ts';
import { createAgendaPanel } from './agendaPanel.ts';

const log = pageElement('log', HTMLElement);
const partner = pageElement('partner', HTMLSelectElement);
const user = pageElement('user', HTMLSelectElement);
const typingFor = 10_000;
const retryAfter = 2000;

interface StoredConversation {
  readonly id: string;
  readonly tenantId: string;
  readonly userId: string;
}

let settings: ChatSettings = { partners: [], users: [] };
let conversation = '';
/** Settles when a conversation is open or could not be started; messages wait for it. */
let opening: Promise<void> = Promise.resolve();
let stop = (): void => undefined;
let typingTimer = 0;
/** Count of conversations requested: an answer to an earlier request that arrives late is ignored. */
let conversationCount = 0;
/** After a press the focus goes with the bot's cards, until the user does something else. */
let followCards = false;

const show = (id: string, is: boolean): void => {
  pageElement(id, HTMLElement).hidden = !is;
};

function typing(is: boolean): void {
  window.clearTimeout(typingTimer);
  show('typing', is);
  if (is) typingTimer = window.setTimeout(() => show('typing', false), typingFor);
}

/** Waits for the conversation requested last. */
async function conversationOpened(): Promise<void> {
  const awaited = opening;
  // The server did not answer: reported when the message is sent.
  await awaited.catch(() => undefined);
  if (awaited !== opening) await conversationOpened();
}

/** Sends in the present conversation, or in the one being opened; retries to open one that failed. */
async function deliver(saying: () => Promise<boolean>): Promise<boolean> {
  await conversationOpened();
  if (conversation === '') await begin();
  const delivered = conversation !== '' && (await saying());
  show('undelivered', !delivered);
  return delivered;
}

/**
 * Sends what was said. A client that leaves cards as they were names no card to be replaced, as the Emulator does not: so
 * the bot answers a press with a new card.
 */
const send = ({ replyToId, ...said }: Omit<OutgoingMessage, 'locale'>): Promise<boolean> => {
  const replaced = replyToId === undefined || ignoresUpdates() ? {} : { replyToId };
  return deliver(() => sendMessage(conversation, { ...said, ...replaced, locale: chosenLocale() }));
};

async function press(
  value: Record<string, unknown>,
  replyToId: string,
  done: (delivered: boolean) => void,
): Promise<void> {
  followCards = true;
  if (value['verb'] === 'setLanguage') speakIn(languages.find((one) => one === value['argument']));
  done(await send({ value, replyToId }));
}

/** Sends a text that was typed or is a shortcut. The page speaks the language that it names, as the bot will. */
function say(text: string): Promise<boolean> {
  speakIn(languageNamed(text));
  show('refused', false);
  followCards = false;
  return send({ text });
}

const agenda = createAgendaPanel((value, replyToId) => {
  followCards = true;
  void send({ value, ...(replyToId === undefined ? {} : { replyToId }) });
});

const messages = createMessageList(log, {
  pressed: (value, replyToId, done) => void press(value, replyToId, done),
  conversation: () => conversation,
  follower: createFollower(log, pageElement('newer', HTMLButtonElement)),
  ignoresUpdates,
  agenda,
});

/** The listener of a conversation; an old one with no messages left is replaced by a new one. */
function listener(fresh: boolean): ConversationListener {
  let isPast = true;
  return {
    written(what) {
      if (what.activity && what.activity.from?.role !== 'user') typing(false);
      if (messages.write(what, isPast || followCards) && followCards) messages.focusCard(what.id);
    },
    typing: () => typing(true),
    ready(count) {
      isPast = false;
      if (count === 0 && !fresh && log.childElementCount === 0) void begin();
    },
    connected: (is) => show('lost', !is),
    refused: () => void beginAgain(),
  };
}

function open(kept: StoredConversation, fresh: boolean): void {
  conversation = kept.id;
  sessionStorage.setItem('conversation', JSON.stringify(kept));
  stop = listen(kept.id, listener(fresh));
}

function begin(): Promise<void> {
  opening = beginAnew();
  return opening;
}

async function beginAnew(): Promise<void> {
  conversationCount += 1;
  const mine = conversationCount;
  stop();
  conversation = '';
  messages.clear();
  typing(false);
  followCards = false;
  const who = { tenantId: partner.value, userId: user.value };
  const { id, delivered } = await startConversation({ ...who, locale: chosenLocale() });
  if (mine !== conversationCount) return;
  show('undelivered', !delivered);
  if (id) open({ id, ...who }, true);
}

/** Begins a conversation once the server, which knows the former one no more, tells whom there is to choose. */
async function beginAgain(): Promise<void> {
  stop();
  await untilSettings();
  showSettings(settings);
  await begin();
}

/** Reads the settings, again and again while the server does not answer. */
async function untilSettings(): Promise<void> {
  const read = await readSettings().catch(() => undefined);
  show('lost', read === undefined);
  if (read === undefined) {
    await new Promise((resolve) => window.setTimeout(resolve, retryAfter));
    return untilSettings();
  }
  settings = read;
  show('attach', read.files !== undefined);
}

function storedConversation(): StoredConversation | undefined {
  const json = sessionStorage.getItem('conversation');
  return json ? (JSON.parse(json) as StoredConversation) : undefined;
}

/** Reopens the conversation of this page, or starts one. */
async function start(): Promise<void> {
  await untilSettings();
  const before = storedConversation();
  showSettings(settings, before ?? {});
  if (before && before.tenantId === partner.value && before.userId === user.value) open(before, false);
  else await beginAnew();
}

function speak(): void {
  showWords();
  showSettings(settings);
  showShortcuts((text) => void say(text));
}

/** Speaks the language that the bot is asked for, where there is one. */
function speakIn(asked: string | undefined): void {
  if (asked === undefined || asked === chosenLocale()) return;
  showLanguages(asked);
  speak();
  agenda.languageChanged();
}

/** Speaks the chosen language, and says its name to the bot, which shows the open card again in that language. */
function changeLanguage(): void {
  speak();
  agenda.languageChanged();
  if (conversation !== '') void say(pageWords().languageName);
}

/** Connects the choices, which can be made before a conversation is open. */
function listenToChoices(): void {
  pageElement('language', HTMLSelectElement).addEventListener('change', changeLanguage);
  const appearance = pageElement('appearance', HTMLSelectElement);
  appearance.addEventListener('change', () => setAppearance(appearance.value));
  for (const select of [partner, user])
    select.addEventListener('change', () => {
      showChosen(settings);
      void begin();
    });
  const client = pageElement('client', HTMLSelectElement);
  client.addEventListener('change', () => {
    sessionStorage.setItem('client', client.value);
    void begin();
  });
  pageElement('fresh', HTMLButtonElement).addEventListener('click', () => void begin());
}

/** Connects the composer and the files, before a conversation is open. */
function listenToComposer(): void {
  connectComposer({ submit: say, typed: () => messages.typed() });
  connectFiles({
    read: () => settings.files,
    async send(file) {
      followCards = true;
      await deliver(() => sendFile(conversation, file, chosenLocale()));
    },
  });
  for (const kind of ['keydown', 'pointerdown', 'wheel']) {
    document.addEventListener(kind, () => (followCards = false), { capture: true });
  }
}

showLanguages(firstLocale());
speak();
listenToChoices();
listenToComposer();
fitKeyboard();
opening = start();
await opening;
