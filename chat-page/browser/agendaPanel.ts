import { cardPart, showCard } from './cards.ts';
import { fillTemplateText, pageElement, pageWords, timeOfDay } from './pageWords.ts';

/** The id of the part of the home card that says what waits for the user. */
const agendaId = 'agenda';

/** A message that may hold what waits for the user. */
interface AgendaMessage {
  readonly id: string;
  readonly contents: readonly unknown[];
  readonly sentAt: Date;
}

/** Called with the data of a press, and with the message to be replaced, where that still says what waits. */
type AgendaPress = (value: Record<string, unknown>, replyToId: string | undefined) => void;

/** The panel beside the conversation that says what waits for the user today. */
export interface AgendaPanel {
  /** Reads a message that was written or replaced: the newest that says what waits is shown. */
  read(message: AgendaMessage): void;
  clear(): void;
  /** Another language is spoken: what was said in the former one is not shown any more, after a reload neither. */
  languageChanged(): void;
}

/** The key in `sessionStorage` of the moment when the language was changed. */
const changedKey = 'languageChanged';

/** Makes the panel; it is empty, and not there, until a home card says what waits. */
export function createAgendaPanel(press: AgendaPress): AgendaPanel {
  const panel = pageElement('today', HTMLElement);
  /** Id of the message on which the shown agenda still stands; other cards take its place there. */
  let stands: string | undefined;
  const clear = (): void => {
    stands = undefined;
    panel.hidden = true;
    pageElement('today-card', HTMLElement).replaceChildren();
  };
  return {
    read({ id, contents, sentAt }) {
      if (sentAt.toISOString() < (sessionStorage.getItem(changedKey) ?? '')) return;
      const part = contents.map((content) => cardPart(content, agendaId)).find((one) => one !== undefined);
      if (part === undefined) {
        if (stands === id) stands = undefined;
        return;
      }
      stands = id;
      const card = showCard({ type: 'AdaptiveCard', version: '1.5', body: [part] }, (value, done) => {
        press(value, stands);
        done();
      });
      if (card) pageElement('today-card', HTMLElement).replaceChildren(card.element);
      const time = timeOfDay(sentAt);
      pageElement('today-time', HTMLElement).textContent = fillTemplateText(pageWords().asOf, { time });
      panel.hidden = card === undefined;
    },
    clear,
    languageChanged() {
      sessionStorage.setItem(changedKey, new Date().toISOString());
      clear();
    },
  };
}
