import { showCard, type ShownCard } from './cards.ts';
import type { Activity, Attachment, Written } from './channel.ts';
import { chosenLocale, words } from './settings.ts';
import { changedValues, firstValues, inputsName, keepUnsent, unsent, withInputs } from './unsentInputs.ts';

/** Called when a card's button is pressed: the values, and the message it stands on; `done` hears whether the bot took it. */
export type Pressed = (value: Record<string, unknown>, replyToId: string, done: (delivered: boolean) => void) => void;

/** The page around the list of messages. */
export interface MessagesPage {
  readonly pressed: Pressed;
  /** Id of the conversation that is shown. */
  conversation(): string;
}

interface Message {
  readonly order: number;
  readonly article: HTMLElement;
  readonly cards: readonly ShownCard[];
}

/** The list of messages on the page. */
export interface Messages {
  /** Writes, replaces or deletes a message; true when a card of the bot came new or anew. */
  write(what: Written): boolean;
  /** Brings the message's card into sight, and the focus into it: the first input at fault, else its first input, else the card. */
  focusCard(id: string): void;
  clear(): void;
}

function make(kind: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(kind);
  made.className = className;
  made.textContent = text;
  return made;
}

const isCard = (attachment: { contentType: string }): boolean =>
  attachment.contentType === 'application/vnd.microsoft.card.adaptive';

function heading(activity: Activity, mine: boolean): HTMLElement {
  const sent = new Date(activity.timestamp ?? Date.now());
  // A message with a time that is none is shown all the same.
  const time = Number.isNaN(sent.getTime()) ? new Date() : sent;
  const said = new Intl.DateTimeFormat(chosenLocale(), { hour: '2-digit', minute: '2-digit' }).format(time);
  return make('p', 'who', `${mine ? words().you : words().bot} · ${said}`);
}

/** A card is announced by its summary: reading out all of its inputs would bury it. */
function cardHolder(card: ShownCard | undefined): HTMLElement {
  const holder = make('div', 'card');
  holder.tabIndex = -1;
  holder.ariaLive = 'off';
  if (card) holder.append(card.element);
  else holder.textContent = words().cardNotShown;
  return holder;
}

/** A file of the bot's own is downloaded under its name; what is elsewhere is not led to. */
function fileLink({ name, contentUrl }: Attachment): HTMLElement[] {
  const path = contentUrl === undefined || !URL.canParse(contentUrl) ? '' : new URL(contentUrl).pathname;
  if (name === undefined || !path.startsWith('/files/')) return [];
  const link = document.createElement('a');
  link.className = 'file';
  link.href = path;
  link.download = name;
  link.textContent = name;
  return [link];
}

/** A card with the inputs that were typed into it, or into the former card of its section, and not sent. */
function cardWithInputs(content: unknown, message: string, page: MessagesPage): ShownCard | undefined {
  const conversation = page.conversation();
  const name = inputsName(content, message);
  const card = showCard(withInputs(content, unsent(conversation, name)), (value, done) => {
    const typed = unsent(conversation, name);
    keepUnsent(conversation, name, {});
    page.pressed(value, message, (delivered) => {
      if (!delivered) keepUnsent(conversation, name, typed);
      done();
    });
  });
  const first = firstValues(content);
  for (const event of ['input', 'change'])
    card?.element.addEventListener(event, () => keepUnsent(conversation, name, changedValues(card.values(), first)));
  return card;
}

function render({ id, order, activity }: Written, page: MessagesPage): Message | undefined {
  if (!activity) return undefined;
  const mine = activity.from?.role === 'user';
  const article = make('article', mine ? 'mine' : 'theirs');
  article.ariaLabel = mine ? words().you : words().bot;
  article.dataset['id'] = id;
  article.append(heading(activity, mine));
  const contents = activity.attachments?.filter(isCard) ?? [];
  const announced = activity.summary ?? activity.speak;
  if (contents.length > 0 && announced && !activity.text) article.append(make('p', 'unseen', announced));
  if (activity.text) article.append(make('p', 'bubble', activity.text));
  const cards = contents.map(({ content }) => cardWithInputs(content, id, page));
  article.append(...cards.map(cardHolder), ...(activity.attachments ?? []).flatMap(fileLink));
  return { order, article, cards: cards.filter((card) => card !== undefined) };
}

/** Puts the new message where the old one stood; the input that had the focus has it again, its selection too. */
function replace(old: Message, fresh: Message): void {
  const id = old.cards.map((card) => card.focused()).find((one) => one !== undefined);
  const inside = old.article.contains(document.activeElement);
  old.article.replaceWith(fresh.article);
  const control = id === undefined ? undefined : fresh.cards.map((card) => card.control(id)).find(Boolean);
  if (inside) (control ?? fresh.article.querySelector<HTMLElement>('.card'))?.focus({ preventScroll: true });
}

function insert(log: HTMLElement, message: Message, all: Iterable<Message>): void {
  const next = [...all].filter((one) => one.order > message.order).toSorted((a, b) => a.order - b.order)[0];
  log.insertBefore(message.article, next?.article ?? null);
}

/** Shows a message; one taller than the room for it by its beginning. In a low window the whole page scrolls. */
function scrollTo(log: HTMLElement, article: HTMLElement, otherwise: 'end' | 'nearest'): void {
  const tall = article.offsetHeight > Math.min(log.clientHeight, window.innerHeight);
  article.scrollIntoView({ block: tall ? 'start' : otherwise });
}

/** Makes the list of messages in its element. */
export function createMessages(log: HTMLElement, page: MessagesPage): Messages {
  const shown = new Map<string, Message>();
  return {
    write(what) {
      const old = shown.get(what.id);
      const fresh = render(what, page);
      if (!fresh) {
        old?.article.remove();
        shown.delete(what.id);
        return false;
      }
      if (old) replace(old, fresh);
      else insert(log, fresh, shown.values());
      shown.set(what.id, fresh);
      if (!old) scrollTo(log, fresh.article, 'end');
      return fresh.cards.length > 0;
    },
    focusCard(id) {
      const card = shown.get(id)?.article.querySelector<HTMLElement>('.card');
      const fault = shown
        .get(id)
        ?.cards.map((one) => one.atFault())
        .find(Boolean);
      if (fault) return fault.focus();
      (card?.querySelector<HTMLElement>('input, select, textarea') ?? card)?.focus({ preventScroll: true });
      const article = shown.get(id)?.article;
      if (article) scrollTo(log, article, 'nearest');
    },
    clear() {
      shown.clear();
      log.replaceChildren();
    },
  };
}
