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

async function send(said: Omit<Said, 'locale'>): Promise<boolean> {
  const delivered = await say(conversation, { ...said, locale: chosenLocale() });
  show('undelivered', !delivered);
  return delivered;
}

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

async function begin(): Promise<void> {
  begun += 1;
  const mine = begun;
  stop();
  messages.clear();
  typing(false);
  followCards = false;
  const who = { tenantId: partner.value, userId: user.value };
  const { id, delivered } = await startConversation({ ...who, locale: chosenLocale() });
  if (mine !== begun) return;
  show('undelivered', !delivered);
  if (id) open({ id, ...who }, true);
}

function submit(): void {
  const said = text.value.trim();
  if (!said) return;
  text.value = '';
  followCards = false;
  void send({ text: said });
}

async function attach(): Promise<void> {
  const file = files.files?.[0];
  if (!file) return;
  followCards = true;
  const delivered = await sendFile(conversation, file, chosenLocale());
  files.value = '';
  show('undelivered', !delivered);
}

function keys(event: KeyboardEvent): void {
  // Enter also ends a composition of Chinese characters: that is not yet a message.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
}

function kept(): Kept | undefined {
  const json = sessionStorage.getItem('conversation');
  return json ? (JSON.parse(json) as Kept) : undefined;
}

async function run(): Promise<void> {
  showLanguages(firstLocale());
  showWords();
  const settings = await readSettings();
  const before = kept();
  showSettings(settings, before ?? {});
  element('language', HTMLSelectElement).addEventListener('change', () => {
    showWords();
    showSettings(settings);
  });
  for (const select of [partner, user]) select.addEventListener('change', () => void begin());
  element('fresh', HTMLButtonElement).addEventListener('click', () => void begin());
  element('composer', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  element('attach', HTMLButtonElement).addEventListener('click', () => files.click());
  files.addEventListener('change', () => void attach());
  text.addEventListener('keydown', keys);
  for (const kind of ['keydown', 'pointerdown']) {
    document.addEventListener(kind, () => (followCards = false), { capture: true });
  }
  if (before && before.tenantId === partner.value && before.userId === user.value) open(before, false);
  else await begin();
}

await run();
