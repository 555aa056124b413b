import { chatPage, type ChatPageLocale, type ChatPageWords } from '../../locales/chatPage.ts';
import { closestLocale } from '../../locales/closestLocale.ts';

/** The page's element of this id. Throws when the page has none of this kind, which is a fault of the page. */
export function pageElement<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`index.html has no ${kind.name} #${id}`);
}

/** The languages the page speaks. */
export const languages = Object.keys(chatPage) as ChatPageLocale[];
const isLocale = (tag: string): tag is ChatPageLocale => tag in chatPage;

/** The page's language for a browser language, by the bot's rule for a client's locale. */
const localeOf = (tag: string): ChatPageLocale => closestLocale(tag, languages, 'en');

/** The language chosen before, else the browser's. */
export function firstLocale(): ChatPageLocale {
  const kept = localStorage.getItem('language') ?? '';
  return isLocale(kept) ? kept : localeOf(navigator.language);
}

/** The language that a text names as that language names itself, which is how the bot is told of it. */
export function languageNamed(text: string): ChatPageLocale | undefined {
  const name = text.trim().toLowerCase();
  return languages.find((one) => chatPage[one].languageName.toLowerCase() === name);
}

/** The language chosen on the page. */
export function chosenLocale(): ChatPageLocale {
  const chosen = pageElement('language', HTMLSelectElement).value;
  return isLocale(chosen) ? chosen : 'en';
}

/** The time of day in the chosen language; in Chinese a blank parts the half of the day from its hours. */
export const timeOfDay = (time: Date): string =>
  new Intl.DateTimeFormat(chosenLocale(), { hour: '2-digit', minute: '2-digit' })
    .format(time)
    .replace(/(?<=\p{Script=Han})(?=\d)/u, '\u00A0');

/** The page's own words in the chosen language. */
export const pageWords = (): ChatPageWords => chatPage[chosenLocale()];

/** A text of the page with its {names} filled in; a name without a value stays as it is. */
export const fillTemplateText = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_match, name: string) => values[name] ?? name);

/** Attributes of the page's elements that name a word, and how it is written there. */
const places: Readonly<Record<string, (element: HTMLElement, word: string) => void>> = {
  word: (element, word) => (element.textContent = word),
  label: (element, word) => (element.ariaLabel = word),
  hint: (element, word) => element.setAttribute('placeholder', word),
  /** A button that may show an icon only: its name, and the tip for the mouse. */
  tip: (element, word) => {
    element.ariaLabel = word;
    element.title = word;
  },
};

/** Writes the texts of the page in the chosen language, and stores the choice. */
export function showWords(): void {
  const said = pageWords();
  document.documentElement.lang = chosenLocale();
  document.title = said.title;
  localStorage.setItem('language', chosenLocale());
  for (const [place, write] of Object.entries(places))
    for (const one of document.querySelectorAll<HTMLElement>(`[data-${place}]`)) {
      const value = said[one.dataset[place] as keyof ChatPageWords];
      write(one, typeof value === 'string' ? value : '');
    }
}
