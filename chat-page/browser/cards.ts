import type * as Library from 'adaptivecards';
import { hostConfig } from './hostConfig.ts';

declare const AdaptiveCards: typeof Library;

/** A card on the page. */
export interface ShownCard {
  readonly element: HTMLElement;
  /** The element of an input, by the input's id. */
  control(id: string): HTMLElement | undefined;
  /** The id of the input that has the focus. */
  focused(): string | undefined;
  /** The element of the first input at fault: the one before a line with a warning sign. */
  atFault(): HTMLElement | undefined;
  /** The present values of the inputs, by id. */
  values(): InputValues;
}

/** Called with the data of a press. `done` must be called when the bot has answered. */
type CardPress = (value: Record<string, unknown>, done: () => void) => void;

// Other schemes (javascript:, file:) have no place in a chat.
const leadsOut = (url: string): boolean => /^(https|mailto|tel):/i.test(url);

function openLink(url: string | undefined): void {
  if (url && leadsOut(url)) window.open(url, '_blank', 'noopener,noreferrer');
}

function execute(action: Library.Action, press: CardPress): void {
  if (action instanceof AdaptiveCards.OpenUrlAction) openLink(action.url);
  if (!(action instanceof AdaptiveCards.SubmitAction)) return;
  const button = action.renderedElement;
  button?.classList.add('pressed');
  // The library has merged the inputs over the action's data: strings only, empty ones left out, as Teams does.
  const data: unknown = action.data ?? {};
  press(typeof data === 'object' ? { ...data } : {}, () => button?.classList.remove('pressed'));
}

function controlOf(input: Library.Input): HTMLElement | undefined {
  const inner = input.renderedElement?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [];
  return (
    [...inner].find((one) => !(one instanceof HTMLInputElement && one.type === 'radio') || one.checked) ?? inner[0]
  );
}

/** Marks the action's button with the verb and argument it sends: so a test finds it, whatever its title says. */
function markButton(action: Library.Action): void {
  // The library knows no element of an action within an input.
  const button = action.renderedElement ?? action.parent?.renderedElement?.querySelector('button');
  const data = action instanceof AdaptiveCards.SubmitAction ? action.data : undefined;
  if (!button || !isJsonObject(data)) return;
  for (const name of ['verb', 'argument']) {
    const sent = data[name];
    if (typeof sent === 'string') button.setAttribute(`data-${name}`, sent);
  }
}

/** Enter in an input that has an action of its own presses it; an input method's Enter only ends its word. */
function pressWithEnter(input: Library.Input): void {
  const action = input instanceof AdaptiveCards.TextInput ? input.inlineAction : undefined;
  if (!action) return;
  controlOf(input)?.addEventListener('keydown', (event) => {
    // The library itself listens to Ctrl+Enter.
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey) return;
    event.preventDefault();
    action.execute();
  });
}

// The bot shows a fault right beneath its input, in a line that begins with this sign.
function firstAtFault(card: HTMLElement): HTMLElement | undefined {
  let control: HTMLElement | undefined;
  for (const part of card.querySelectorAll<HTMLElement>('input, select, textarea, .ac-richTextBlock')) {
    if (!part.classList.contains('ac-richTextBlock')) control = part;
    else if (control && part.textContent.startsWith('⚠')) return control;
  }
  return undefined;
}

const valueOf = ({ value }: { readonly value?: unknown }): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Removes links of other schemes: the library makes a link of every text that can be pressed, whatever its address. */
function dropOtherLinks(card: HTMLElement): void {
  for (const link of card.querySelectorAll('a[href]'))
    if (!leadsOut(link.getAttribute('href') ?? '')) link.removeAttribute('href');
}

/** Moves the label of a searchable list to its input: the library labels the box around it. */
function labelSearchedLists(card: HTMLElement): void {
  for (const input of card.querySelectorAll('input[list]')) {
    const labelled = input.closest('[aria-labelledby]');
    if (!labelled || labelled === input) continue;
    input.setAttribute('aria-labelledby', labelled.getAttribute('aria-labelledby') ?? '');
    labelled.removeAttribute('aria-labelledby');
  }
}

/**
 * Marks rows of several inputs, and of an input with the text that goes on after it: cards.css puts these beneath each
 * other where a card is narrow.
 */
function markInputRows(card: HTMLElement): void {
  for (const row of card.querySelectorAll('.ac-columnSet')) {
    const columns = [...row.children].filter((column) => column.querySelector('.ac-input-container'));
    row.classList.toggle('inputs', columns.length > 1);
    row.classList.toggle('continued', columns.length === 1 && !row.querySelector('.ac-pushButton'));
  }
}

/** Length of a state's words; a longer one is a sentence, and goes on in the next line as one does. */
const longestState = 24;

/** Holds a state together with its ●: it stands on the next line as a whole where this one has no room for it. */
function holdStates(card: HTMLElement): void {
  for (const dot of card.querySelectorAll('.ac-richTextBlock > span')) {
    const word = dot.nextElementSibling;
    if (dot.textContent !== '●' || !word || word.textContent.length > longestState) continue;
    const state = heldTogether();
    dot.before(state);
    state.append(dot, word);
    // The dot of what comes next stays at the end of this line.
    const behind = state.nextElementSibling?.firstChild;
    if (behind?.textContent === '\u00A0·') state.append(behind);
  }
}

function heldTogether(...content: readonly (string | HTMLElement)[]): HTMLElement {
  const held = document.createElement('span');
  held.className = 'state';
  held.append(...content);
  return held;
}

/**
 * Holds each short piece between two dots together, as “billed annually”, in which Chinese would end a line anywhere; with
 * it the dot behind it, so that none begins a line.
 */
function holdPieces(card: HTMLElement): void {
  for (const run of card.querySelectorAll('.ac-richTextBlock > span')) {
    // Blanks stay outside: what is held drops those at its ends.
    const pieces = (run.textContent ?? '').split(/^( )|(?<=·)( )|( )$/).filter(Boolean);
    if (!run.textContent?.includes('·') || run.childElementCount > 0) continue;
    run.replaceChildren(...pieces.map((piece) => (isShort(piece) ? heldTogether(piece) : piece)));
  }
}

const isShort = (piece: string): boolean => {
  const { length } = piece.replace('·', '').trim();
  return length > 0 && length <= longestState;
};

/**
 * A domain name, mail address or id, which is longer than other words, or a number with hyphens, such as a date; with its
 * brackets or quotation marks, which end and begin no line, and the stop or dot behind it.
 */
const longWord = /([（「“«]?(?:[!-~]{18,}|\d+(?:-\d+)+)[）」”»、，。；：]*(?:\u00A0·)?)/;

/** Holds a long word together: a line that is too short for it ends behind a dot or an @ of it, before anywhere else. */
function holdLongWords(card: HTMLElement): void {
  for (const block of card.querySelectorAll('.ac-richTextBlock')) {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode())
      if (longWord.test(texts.currentNode.textContent ?? '')) found.push(texts.currentNode as Text);
    for (const text of found) {
      const words = text.data.split(longWord);
      text.replaceWith(...words.flatMap((word, at) => (at % 2 === 0 ? [word] : held(word))));
    }
  }
}

/** A word in one piece; one of more than 40 letters is an address, which no line may have room for. */
const held = (word: string) => (word.length > 40 ? parted(word) : [heldTogether(...parted(word))]);

const parted = (word: string): (string | HTMLElement)[] =>
  word.split(/(?<=[.@])/).flatMap((part, at) => (at === 0 ? [part] : [document.createElement('wbr'), part]));

// Teams draws nothing without a version, the Emulator an empty box above 1.5.
const canShow = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'version' in content && /^1\.[0-5]$/.test(String(content.version));

/** Renders an Adaptive Card of version 1.0 to 1.5; undefined when it cannot be shown. */
export function showCard(content: unknown, press: CardPress): ShownCard | undefined {
  if (!canShow(content)) return undefined;
  // Text is shown as it is: no Markdown here, and no warning about that.
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (_text, result) => {
    result.didProcess = false;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  card.onExecuteAction = (action) => execute(action, press);
  card.parse(content);
  const element = card.render();
  if (!element) return undefined;
  labelSearchedLists(element);
  markInputRows(element);
  holdPieces(element);
  holdStates(element);
  holdLongWords(element);
  dropOtherLinks(element);
  card.getAllActions().forEach(markButton);
  const inputs = card.getAllInputs();
  inputs.forEach(pressWithEnter);
  return {
    element,
    control: (id) => inputs.filter((input) => input.id === id).map(controlOf)[0],
    atFault: () => firstAtFault(element),
    values: () => Object.fromEntries(inputs.map((input) => [input.id ?? '', valueOf(input)])),
    focused: () => inputs.find((input) => input.renderedElement?.contains(document.activeElement))?.id,
  };
}

/** Input values of one card by the input's id. */
type InputValues = Readonly<Record<string, string>>;

/**
 * The id of the first input that a press changed on a card that stays: new, or with another value. Undefined where the
 * cards share no input, or nothing changed.
 */
export const changedInput = (before: InputValues, after: InputValues): string | undefined =>
  Object.keys(after).some((id) => Object.hasOwn(before, id))
    ? Object.keys(after).find((id) => before[id] !== after[id])
    : undefined;

type JsonObject = Readonly<Record<string, unknown>>;

const isJsonObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/**
 * The key of unsent inputs in `sessionStorage`, which lives as long as the browser's tab: the user and the partner, with
 * which a conversation's id ends. So a new conversation loses nothing that was typed for a draft.
 */
const storageKey = (conversation: string): string => `inputs ${conversation.split('|').slice(1).join('|')}`;

function storedInputs(conversation: string): Record<string, InputValues> {
  const json = sessionStorage.getItem(storageKey(conversation));
  return json ? (JSON.parse(json) as Record<string, InputValues>) : {};
}

/**
 * The name under which a card's unsent inputs are stored: draft and section, so that the section's next card has them
 * too; for any other card, the id of its message.
 */
export function inputsName(content: unknown, message: string): string {
  const token = tokens(content)[0]?.split('.');
  return token?.length === 3 ? `${String(token[0])}.${String(token[2])}` : message;
}

/** The tokens in the data of a card's buttons. */
function tokens(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(tokens);
  if (!isJsonObject(part)) return [];
  const { data, actions, body, items, columns } = part;
  const own = isJsonObject(data) && typeof data['token'] === 'string' ? [data['token']] : [];
  return [...own, ...[actions, body, items, columns].flatMap(tokens)];
}

/** The element of a card with this id, among those of its body. */
export const cardPart = (content: unknown, id: string): unknown =>
  isJsonObject(content) && Array.isArray(content['body'])
    ? content['body'].find((one: unknown) => isJsonObject(one) && one['id'] === id)
    : undefined;

/** Stores the unsent inputs of a card; without any value its entry is removed. */
export function keepUnsent(conversation: string, name: string, values: InputValues): void {
  const { [name]: _former, ...others } = storedInputs(conversation);
  const kept = Object.keys(values).length === 0 ? others : { ...others, [name]: values };
  sessionStorage.setItem(storageKey(conversation), JSON.stringify(kept));
}

/** Unsent values of a card's inputs. */
export const unsent = (conversation: string, name: string): InputValues => storedInputs(conversation)[name] ?? {};

/** The card's content with those values in its inputs. */
export function withInputs(part: unknown, values: InputValues): unknown {
  if (Array.isArray(part)) return part.map((one: unknown) => withInputs(one, values));
  if (!isJsonObject(part)) return part;
  const { type, id } = part;
  const value = typeof id === 'string' && Object.hasOwn(values, id) ? values[id] : undefined;
  if (typeof type === 'string' && type.startsWith('Input.') && value !== undefined) return { ...part, value };
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, withInputs(inner, values)]));
}

/** The initial values of a card's inputs. */
export function firstValues(part: unknown): InputValues {
  if (Array.isArray(part)) return Object.assign({}, ...part.map(firstValues)) as InputValues;
  if (!isJsonObject(part)) return {};
  const { type, id, value, body, items, columns } = part;
  if (typeof type !== 'string' || !type.startsWith('Input.') || typeof id !== 'string')
    return firstValues([body, items, columns].filter((one) => one !== undefined));
  const first = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return { [id]: type === 'Input.Toggle' && first === '' ? 'false' : first };
}

/** The values that differ from the first ones. */
export const changedValues = (values: InputValues, first: InputValues): InputValues =>
  Object.fromEntries(Object.entries(values).filter(([id, value]) => value !== (first[id] ?? '')));
