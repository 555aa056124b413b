import { fillBox } from './composer.ts';
import { pageElement, pageWords } from './pageWords.ts';

function fillList(id: string, texts: readonly string[], press: (text: string) => void): void {
  const buttons = texts.map((text) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', () => press(text));
    const item = document.createElement('li');
    item.append(button);
    return item;
  });
  pageElement(id, HTMLElement).replaceChildren(...buttons);
}

/**
 * Writes, beside the conversation, what can be typed: a press on a command sends it, one on an example puts it into the
 * box, where its names are replaced.
 */
export function showShortcuts(send: (text: string) => void): void {
  fillList('places', pageWords().commands, send);
  fillList('examples', pageWords().examples, fillBox);
}
