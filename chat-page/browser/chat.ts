import {
  listen,
  readSettings,
  sendMessage,
  sendFile,
  startConversation,
  type ConversationListener,
  type OutgoingMessage,
} from './channel.ts';
import { createMessageList } from './messages.ts';
import { chosenLocale, pageElement, firstLocale, showLanguages, showSettings, showWords } from './settings.ts';

const log = pageElement('log', HTMLElement);
const text = pageElement('text', HTMLTextAreaElement);
const partner = pageElement('partner', HTMLSelectElement);
const user = pageElement('user', HTMLSelectElement);
const files = pageElement('file', HTMLInputElement);
const typingFor = 10_000;

interface StoredConversation {
  readonly id: string;
  readonly tenantId: string;
  readonly userId: string;
}

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

const send = (said: Omit<OutgoingMessage, 'locale'>): Promise<boolean> =>
  deliver(() => sendMessage(conversation, { ...said, locale: chosenLocale() }));

async function press(
  value: Record<string, unknown>,
  replyToId: string,
  done: (delivered: boolean) => void,
): Promise<void> {
  followCards = true;
  done(await send({ value, replyToId }));
}

const messages = createMessageList(log, {
  pressed: (value, replyToId, done) => void press(value, replyToId, done),
  conversation: () => conversation,
});

/** The listener of a conversation; an old one with no messages left is replaced by a new one. */
const listener = (fresh: boolean): ConversationListener => ({
  written(what) {
    if (what.activity && what.activity.from?.role !== 'user') typing(false);
    if (messages.write(what) && followCards) messages.focusCard(what.id);
  },
  typing: () => typing(true),
  ready(count) {
    if (count === 0 && !fresh && log.childElementCount === 0) void begin();
  },
  connected: (is) => show('lost', !is),
});

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

/** Sends the typed text; an undelivered text is put back into the box, unless something else is typed there by now. */
async function submit(): Promise<void> {
  const said = text.value.trim();
  if (!said) return;
  text.value = '';
  followCards = false;
  if (!(await send({ text: said })) && text.value === '') text.value = said;
}

async function attach(): Promise<void> {
  const file = files.files?.[0];
  if (!file) return;
  followCards = true;
  await deliver(() => sendFile(conversation, file, chosenLocale()));
  files.value = '';
}

function keys(event: KeyboardEvent): void {
  // Enter also ends a composition of Chinese characters: that is not yet a message.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  void submit();
}

function storedConversation(): StoredConversation | undefined {
  const json = sessionStorage.getItem('conversation');
  return json ? (JSON.parse(json) as StoredConversation) : undefined;
}

/** Reopens the conversation of this page, or starts one. */
async function start(): Promise<void> {
  const settings = await readSettings();
  const before = storedConversation();
  showSettings(settings, before ?? {});
  pageElement('language', HTMLSelectElement).addEventListener('change', () => {
    showWords();
    showSettings(settings);
  });
  for (const select of [partner, user]) select.addEventListener('change', () => void begin());
  pageElement('fresh', HTMLButtonElement).addEventListener('click', () => void begin());
  if (before && before.tenantId === partner.value && before.userId === user.value) open(before, false);
  else await beginAnew();
}

/** Connects the composer, before a conversation is open. */
function listenToComposer(): void {
  pageElement('composer', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  pageElement('attach', HTMLButtonElement).addEventListener('click', () => files.click());
  files.addEventListener('change', () => void attach());
  text.addEventListener('keydown', keys);
  for (const kind of ['keydown', 'pointerdown', 'wheel']) {
    document.addEventListener(kind, () => (followCards = false), { capture: true });
  }
}

showLanguages(firstLocale());
showWords();
listenToComposer();
opening = start();
await opening;
