import { pageElement } from './pageWords.ts';

/** The callbacks of the message box into the page. */
interface ComposerPage {
  /** Sends a text; false when it was not delivered. */
  submit(text: string): Promise<boolean>;
  /** Texts typed before in this conversation, oldest first. */
  typed(): readonly string[];
}

/** Place in the texts typed before that the box shows, counted from the newest; 0 is none. */
interface Recalled {
  back: number;
  text: string;
}

/** Sends the typed text; an undelivered text is put back into the box, unless something else is typed there by now. */
async function submitBox(box: HTMLTextAreaElement, page: ComposerPage): Promise<void> {
  const said = box.value.trim();
  if (!said) return;
  box.value = '';
  if (!(await page.submit(said)) && box.value === '') box.value = said;
}

/**
 * Puts an earlier (or later) text into the box; true when it did. Only while the box is empty or shows such a text as
 * it was: in a text of one's own the arrows move the cursor.
 */
function recall(box: HTMLTextAreaElement, recalled: Recalled, step: 1 | -1, typed: readonly string[]): boolean {
  const isAsRecalled = recalled.back > 0 && box.value === recalled.text && box.selectionStart === box.value.length;
  if (!isAsRecalled && box.value !== '') return false;
  const back = (isAsRecalled ? recalled.back : 0) + step;
  const text = back === 0 ? '' : typed.at(-back);
  // At either end the arrow does nothing, rather than move the cursor.
  if (back < 0 || text === undefined) return isAsRecalled;
  Object.assign(recalled, { back, text });
  fillBox(text);
  return true;
}

/** Puts a text into the message box, and the cursor behind it. */
export function fillBox(text: string): void {
  const box = pageElement('text', HTMLTextAreaElement);
  box.value = text;
  box.focus();
  box.setSelectionRange(text.length, text.length);
  grow(box);
}

/** Makes the box as high as its lines, in browsers that do not do that by themselves. */
function grow(box: HTMLTextAreaElement): void {
  if (!CSS.supports('field-sizing', 'content')) box.rows = Math.min(6, box.value.split('\n').length);
}

/** Connects the message box: Enter sends, Shift+Enter begins a line, the arrows bring back what was typed before. */
export function connectComposer(page: ComposerPage): void {
  const box = pageElement('text', HTMLTextAreaElement);
  const recalled: Recalled = { back: 0, text: '' };
  const submit = (): void => {
    recalled.back = 0;
    void submitBox(box, page).then(() => grow(box));
  };
  pageElement('composer', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  box.addEventListener('input', () => grow(box));
  box.addEventListener('keydown', (event) => {
    // Enter also ends a composition of Chinese characters: that is not yet a message.
    if (event.isComposing || event.shiftKey) return;
    const step = event.key === 'ArrowUp' ? 1 : -1;
    if (event.key === 'Enter') submit();
    else if (!/^Arrow(?:Up|Down)$/.test(event.key) || !recall(box, recalled, step, page.typed())) return;
    event.preventDefault();
  });
}
