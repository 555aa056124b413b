import { listen, readSettings, say, sendFile, startConversation, type Listener, type Said } from './channel.ts';
import { createMessages } from './messages.ts';
import { chosenLocale, element, firstLocale, showLanguages, showSettings, showWords } from './settings.ts';

const log = element('log', HTMLElement);
const text = element('text', HTMLTextAreaElement);
const partner = element('partner', HTMLSelectElement);
const user = element('user', HTMLSelectElement);
const files = element('file', HTMLInputElement);
const typingFor = 10_000;

interface Kept {
  readonly id: string;
  readonly tenantId: string;
  readonly userId: string;
}

let conversation = '';
/** Over when there is a conversation, or it cannot be begun: what is said meanwhile waits for it. */
let opening: Promise<void> = Promise.resolve();
let stop = (): void => undefined;
let typingTimer = 0;
/** Conversations begun: one that was asked for before the last one is not opened when it arrives late. */
let begun = 0;
/** After a press the focus goes with the bot's cards, until the user does something else. */
let followCards = false;

const show = (id: string, is: boolean): void => {
  element(id, HTMLElement).hidden = !is;
};

function typing(is: boolean): void {
  window.clearTimeout(typingTimer);
  show('typing', is);
  if (is) typingTimer = window.setTimeout(() => show('typing', false), typingFor);
}

/** Waits for the conversation that was asked for last. */
async function opened(): Promise<void> {
  const awaited = opening;
  // The server was away: told of what is said.
  await awaited.catch(() => undefined);
  if (awaited !== opening) await opened();
}

/** Says something in the conversation, or in the one that is being begun; one that could not be begun is tried again. */
async function deliver(saying: () => Promise<boolean>): Promise<boolean> {
  await opened();
  if (conversation === '') await begin();
  const delivered = conversation !== '' && (await saying());
  show('undelivered', !delivered);
  return delivered;
}

const send = (said: Omit<Said, 'locale'>): Promise<boolean> =>
  deliver(() => say(conversation, { ...said, locale: chosenLocale() }));

async function press(
  value: Record<string, unknown>,
  replyToId: string,
  done: (delivered: boolean) => void,
): Promise<void> {
  followCards = true;
  done(await send({ value, replyToId }));
}

const messages = createMessages(log, {
  pressed: (value, replyToId, done) => void press(value, replyToId, done),
  conversation: () => conversation,
});

/** Hears a conversation; an old one of which nothing is left is begun anew. */
const listener = (fresh: boolean): Listener => ({
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

function open(kept: Kept, fresh: boolean): void {
  conversation = kept.id;
  sessionStorage.setItem('conversation', JSON.stringify(kept));
  stop = listen(kept.id, listener(fresh));
}

function begin(): Promise<void> {
  opening = beginAnew();
  return opening;
}

async function beginAnew(): Promise<void> {
  begun += 1;
  const mine = begun;
  stop();
  conversation = '';
  messages.clear();
  typing(false);
  followCards = false;
  const who = { tenantId: partner.value, userId: user.value };
  const { id, delivered } = await startConversation({ ...who, locale: chosenLocale() });
  if (mine !== begun) return;
  show('undelivered', !delivered);
  if (id) open({ id, ...who }, true);
}

/** What was not delivered stands in the box again, unless something else is typed there by now. */
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

function kept(): Kept | undefined {
  const json = sessionStorage.getItem('conversation');
  return json ? (JSON.parse(json) as Kept) : undefined;
}

/** Goes on with the conversation that this page had, or begins one. */
async function start(): Promise<void> {
  const settings = await readSettings();
  const before = kept();
  showSettings(settings, before ?? {});
  element('language', HTMLSelectElement).addEventListener('change', () => {
    showWords();
    showSettings(settings);
  });
  for (const select of [partner, user]) select.addEventListener('change', () => void begin());
  element('fresh', HTMLButtonElement).addEventListener('click', () => void begin());
  if (before && before.tenantId === partner.value && before.userId === user.value) open(before, false);
  else await beginAnew();
}

/** The composer works from the first moment. */
function listenToComposer(): void {
  element('composer', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  element('attach', HTMLButtonElement).addEventListener('click', () => files.click());
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
