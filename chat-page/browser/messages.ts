import {
  changedInput,
  changedValues,
  firstValues,
  inputsName,
  keepUnsent,
  showCard,
  type ShownCard,
  unsent,
  withInputs,
} from './cards.ts';
import type { PageActivity, Attachment, WrittenMessage } from './channel.ts';
import type { Follower } from './follower.ts';
import { pageWords, timeOfDay } from './pageWords.ts';
import type { AgendaPanel } from './agendaPanel.ts';

/**
 * Called when a card's button is pressed, with the values and the message's id; `done` is told whether the bot accepted
 * it.
 */
type MessagePress = (value: Record<string, unknown>, replyToId: string, done: (delivered: boolean) => void) => void;

/** The callbacks of the message list into the page. */
interface MessagesPage {
  readonly pressed: MessagePress;
  /** Id of the conversation that is shown. */
  conversation(): string;
  readonly follower: Follower;
  /** True where messages that the bot replaces or deletes stay as they were. */
  ignoresUpdates(): boolean;
  readonly agenda: AgendaPanel;
}

interface Message {
  readonly order: number;
  readonly article: HTMLElement;
  readonly cards: readonly ShownCard[];
  /** The text the user typed, if that is the message. */
  readonly typed: string | undefined;
  /** True for a message of the user. */
  readonly mine: boolean;
}

/** The list of messages on the page. */
interface MessageList {
  /**
   * Writes, replaces or deletes a message; true when it shows a new or updated card. A new message is scrolled into view
   * when `follow` says so, when it is the user's own, or when the reader was at the end; else it is offered.
   */
  write(what: WrittenMessage, follow: boolean): boolean;
  /**
   * Scrolls to the message's card and moves the focus to its first input at fault, else to the one that the press
   * changed or that had the focus then, else to its first input, else to the card.
   */
  focusCard(id: string): void;
  /** Texts the user typed, oldest first. */
  typed(): string[];
  clear(): void;
}

function createElement(kind: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(kind);
  made.className = className;
  made.textContent = text;
  return made;
}

const isCard = (attachment: { contentType: string }): boolean =>
  attachment.contentType === 'application/vnd.microsoft.card.adaptive';

/** When a message was sent. One with an invalid time is shown all the same. */
function sentAt({ timestamp }: PageActivity): Date {
  const sent = new Date(timestamp ?? Date.now());
  return Number.isNaN(sent.getTime()) ? new Date() : sent;
}

/** When it was said; who said it is the article's label, and shown by its side and the bot's icon. */
function heading(activity: PageActivity): HTMLElement {
  return createElement('p', 'who', timeOfDay(sentAt(activity)));
}

/** The element around a card; not announced itself, as the summary is: reading out all inputs would bury it. */
function cardHolder(card: ShownCard | undefined): HTMLElement {
  const holder = createElement('div', 'card');
  holder.tabIndex = -1;
  holder.ariaLive = 'off';
  if (card) holder.append(card.element);
  else holder.textContent = pageWords().cardNotShown;
  return holder;
}

/** A download link for a file of the bot; no link for any other address. */
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

/** The text of a message. A file's address in it gives place to the file's link, and files it does not name follow. */
function textWithFiles(text: string, files: readonly Attachment[]): HTMLElement[] {
  const bubble = createElement('p', 'bubble', text);
  const others = files.flatMap((file) => {
    const links = fileLink(file);
    const [before = '', ...after] = file.contentUrl === undefined ? [] : text.split(file.contentUrl);
    if (after.length === 0 || links.length === 0) return links;
    bubble.replaceChildren(before, ...links, after.join(file.contentUrl));
    return [];
  });
  return text === '' ? others : [bubble, ...others];
}

/** A card with its unsent inputs, typed into it or into the former card of its section. */
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

function render({ id, order, activity }: WrittenMessage, page: MessagesPage): Message | undefined {
  if (!activity) return undefined;
  const mine = activity.from?.role === 'user';
  const article = createElement('article', mine ? 'mine' : 'theirs');
  article.ariaLabel = mine ? pageWords().you : pageWords().bot;
  article.dataset['id'] = id;
  article.append(heading(activity));
  const contents = activity.attachments?.filter(isCard) ?? [];
  const announced = activity.summary ?? activity.speak;
  if (contents.length > 0 && announced && !activity.text) article.append(createElement('p', 'unseen', announced));
  // A file of the user comes with its name as the text, and the bot has taken it.
  article.append(...textWithFiles(activity.text ?? '', mine ? [] : (activity.attachments ?? [])));
  const cards = contents.map(({ content }) => cardWithInputs(content, id, page));
  article.append(...cards.map(cardHolder));
  const typed = mine && !activity.attachments?.length ? activity.text : undefined;
  return { order, article, cards: cards.filter((card) => card !== undefined), typed, mine };
}

/** Replaces a message in place and restores the focus to its input. */
function replace(old: Message, fresh: Message): void {
  const id = old.cards.map((card) => card.focused()).find((one) => one !== undefined);
  const inside = old.article.contains(document.activeElement);
  old.article.replaceWith(fresh.article);
  const control = id === undefined ? undefined : fresh.cards.map((card) => card.control(id)).find(Boolean);
  if (inside) (control ?? fresh.article.querySelector<HTMLElement>('.card'))?.focus({ preventScroll: true });
}

/** A card when one of its buttons was pressed: its values, and the id of the input that had the focus. */
interface PressedCard {
  readonly values: Readonly<Record<string, string>>;
  readonly focused: string | undefined;
}

/** The input that a press led to on the same card: the first one it changed, else the one that had the focus. */
function inputAfter({ values, focused }: PressedCard, card: ShownCard): HTMLElement | undefined {
  const id = changedInput(values, card.values()) ?? focused;
  return id === undefined ? undefined : card.control(id);
}

function insert(log: HTMLElement, message: Message, all: Iterable<Message>): void {
  const next = [...all].filter((one) => one.order > message.order).toSorted((a, b) => a.order - b.order)[0];
  log.insertBefore(message.article, next?.article ?? null);
}

/** Makes the list of messages in its element. */
export function createMessageList(log: HTMLElement, page: MessagesPage): MessageList {
  const shown = new Map<string, Message>();
  let pressed: PressedCard = { values: {}, focused: undefined };
  const cardPage: MessagesPage = {
    ...page,
    pressed: (value, replyToId, done) => {
      const [card] = shown.get(replyToId)?.cards ?? [];
      pressed = { values: card?.values() ?? {}, focused: card?.focused() };
      page.pressed(value, replyToId, done);
    },
  };
  return {
    write(what, follow) {
      const atEnd = page.follower.isAtEnd();
      const old = shown.get(what.id);
      if (old && page.ignoresUpdates()) return false;
      const fresh = render(what, cardPage);
      if (!fresh) {
        old?.article.remove();
        shown.delete(what.id);
        return false;
      }
      if (old) replace(old, fresh);
      else insert(log, fresh, shown.values());
      shown.set(what.id, fresh);
      if (what.activity) {
        const contents = what.activity.attachments?.filter(isCard).map(({ content }) => content) ?? [];
        page.agenda.read({ id: what.id, contents, sentAt: sentAt(what.activity) });
      }
      if (!old && (follow || atEnd || fresh.mine)) page.follower.scrollTo(fresh.article, 'end');
      else if (!old) page.follower.offer(fresh.article);
      return fresh.cards.length > 0;
    },
    focusCard(id) {
      const { article, cards = [] } = shown.get(id) ?? {};
      const fault = cards.map((one) => one.atFault()).find(Boolean);
      if (fault) return fault.focus();
      const card = article?.querySelector<HTMLElement>('.card');
      // On a phone an input with the focus brings the keyboard, which would cover the card.
      const isTouched = matchMedia('(pointer: coarse)').matches;
      const led = cards.map((one) => inputAfter(pressed, one)).find(Boolean);
      const input = isTouched ? undefined : (led ?? card?.querySelector<HTMLElement>('input, select, textarea'));
      (input ?? card)?.focus({ preventScroll: true });
      if (article) page.follower.scrollTo(article, 'nearest');
      led?.scrollIntoView({ block: 'nearest' });
    },
    typed: () =>
      [...shown.values()]
        .toSorted((a, b) => a.order - b.order)
        .flatMap(({ typed }) => (typed === undefined ? [] : [typed])),
    clear() {
      page.agenda.clear();
      shown.clear();
      log.replaceChildren();
    },
  };
}
