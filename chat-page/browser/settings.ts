import { chatPage, type ChatPageLocale, type ChatPageWords } from '../../locales/chatPage.ts';
import { closestLocale } from '../../locales/closestLocale.ts';

/** The settings the server sends to the page. */
export interface ChatSettings {
  readonly partners: readonly { tenantId: string; name: string; type: string; cloud: string; country: string }[];
  readonly users: readonly { id: string; name: string }[];
}

/** The page's element of this id. Throws when the page has none of this kind, which is a fault of the page. */
export function pageElement<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`index.html has no ${kind.name} #${id}`);
}

const languages = Object.keys(chatPage) as ChatPageLocale[];
const isLocale = (tag: string): tag is ChatPageLocale => tag in chatPage;

/** The page's language for a browser language, by the bot's rule for a client's locale. */
const localeOf = (tag: string): ChatPageLocale => closestLocale(tag, languages, 'en');

/** The language chosen before, else the browser's. */
export function firstLocale(): ChatPageLocale {
  const kept = localStorage.getItem('language') ?? '';
  return isLocale(kept) ? kept : localeOf(navigator.language);
}

/** The language chosen on the page. */
export function chosenLocale(): ChatPageLocale {
  const chosen = pageElement('language', HTMLSelectElement).value;
  return isLocale(chosen) ? chosen : 'en';
}

/** The page's own words in the chosen language. */
export const pageWords = (): ChatPageWords => chatPage[chosenLocale()];

function option(value: string, text: string): HTMLOptionElement {
  const made = document.createElement('option');
  made.value = value;
  made.textContent = text;
  return made;
}

/** Replaces a select's options and keeps what was chosen. */
function refill(select: HTMLSelectElement, options: HTMLOptionElement[], chosen = select.value): void {
  select.replaceChildren(...options);
  if (options.some((one) => one.value === chosen)) select.value = chosen;
}

const fillTemplateText = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_match, name: string) => nameOr(values, name));

const nameOr = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? key;

/** Fills the language select and chooses one. */
export function showLanguages(chosen: ChatPageLocale): void {
  const options = languages.map((tag) => {
    const made = option(tag, chatPage[tag].languageName);
    made.lang = tag;
    return made;
  });
  refill(pageElement('language', HTMLSelectElement), options, chosen);
}

/** Fills the partner and user selects in the chosen language; keeps or takes over what is chosen. */
export function showSettings(settings: ChatSettings, chosen: { tenantId?: string; userId?: string } = {}): void {
  const { types, clouds, partnerAs } = pageWords();
  const partners = settings.partners.map(({ tenantId, name, type, cloud }) =>
    option(tenantId, fillTemplateText(partnerAs, { name, type: nameOr(types, type), cloud: nameOr(clouds, cloud) })),
  );
  refill(pageElement('partner', HTMLSelectElement), partners, chosen.tenantId);
  const users = settings.users.map(({ id, name }) => option(id, name));
  refill(pageElement('user', HTMLSelectElement), users, chosen.userId);
}

/** Writes the texts of the page in the chosen language, and stores the choice. */
export function showWords(): void {
  const said = pageWords();
  const word = (key: string | undefined): string => {
    const value = said[key as keyof ChatPageWords];
    return typeof value === 'string' ? value : '';
  };
  document.documentElement.lang = chosenLocale();
  document.title = said.title;
  localStorage.setItem('language', chosenLocale());
  for (const one of document.querySelectorAll<HTMLElement>('[data-word]')) one.textContent = word(one.dataset['word']);
  for (const one of document.querySelectorAll<HTMLElement>('[data-label]')) one.ariaLabel = word(one.dataset['label']);
  for (const one of document.querySelectorAll<HTMLTextAreaElement>('[data-hint]'))
    one.placeholder = word(one.dataset['hint']);
}
