import type * as Library from 'adaptivecards';

import { hostConfig } from './hostConfig.ts';
import type { InputValues } from './unsentInputs.ts';

declare const AdaptiveCards: typeof Library;

/** A card on the page. */
export interface ShownCard {
  readonly element: HTMLElement;
  /** Where an input of the card stands, by the input's id. */
  control(id: string): HTMLElement | undefined;
  /** The id of the input that has the focus. */
  focused(): string | undefined;
  /** Where the first input at fault stands: the one before a line with a warning sign. */
  atFault(): HTMLElement | undefined;
  /** What stands in the inputs now, by id. */
  values(): InputValues;
}

/** Called with what a press sends. `done` is to be called when the bot has answered. */
export type Press = (value: Record<string, unknown>, done: () => void) => void;

// Other schemes (javascript:, file:) have no place in a chat.
const leadsOut = (url: string): boolean => /^(https|mailto|tel):/i.test(url);

function openLink(url: string | undefined): void {
  if (url && leadsOut(url)) window.open(url, '_blank', 'noopener,noreferrer');
}

function execute(action: Library.Action, press: Press): void {
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

// The bot says what is wrong with an input right beneath it, in a line that begins with this sign.
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

/** The library makes links of texts that can be pressed, whatever they lead to. */
function dropOtherLinks(card: HTMLElement): void {
  for (const link of card.querySelectorAll('a[href]'))
    if (!leadsOut(link.getAttribute('href') ?? '')) link.removeAttribute('href');
}

/** The library labels the box around a searched list and not its input: the label moves inside. */
function labelSearchedLists(card: HTMLElement): void {
  for (const input of card.querySelectorAll('input[list]')) {
    const labelled = input.closest('[aria-labelledby]');
    if (!labelled || labelled === input) continue;
    input.setAttribute('aria-labelledby', labelled.getAttribute('aria-labelledby') ?? '');
    labelled.removeAttribute('aria-labelledby');
  }
}

// Teams draws nothing without a version, the Emulator an empty box above 1.5.
const canShow = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'version' in content && /^1\.[0-5]$/.test(String(content.version));

/** Renders an Adaptive Card of version 1.0 to 1.5; undefined when it cannot be shown. */
export function showCard(content: unknown, press: Press): ShownCard | undefined {
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
  dropOtherLinks(element);
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
