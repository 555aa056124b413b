import { chatPage } from '../../locales/chatPage.ts';
import { appearances, keptAppearance } from './appearance.ts';
import { chosenLocale, fillTemplateText, languages, pageElement, pageWords } from './pageWords.ts';

/** The settings the server sends to the page. */
export interface ChatSettings {
  readonly partners: readonly { tenantId: string; name: string; type: string; cloud: string; country: string }[];
  readonly users: readonly { id: string; name: string }[];
  /** The files that can be sent; without it none can. */
  readonly files?: FilesRead;
}

/** The files that the bot reads: ends of their names, such as `.csv`, and the size of the largest. */
export interface FilesRead {
  readonly endings: readonly string[];
  readonly megabytes: number;
}

/** Kinds of clients, by a card that the bot replaces: the new one is shown in its place, or nothing of it. */
const clients = ['updating', 'ignoring'] as const;

/** True where the page is to be tried as a client that ignores updates. */
export const ignoresUpdates = (): boolean => selectOf('client').value === 'ignoring';

const selectOf = (id: string): HTMLSelectElement => pageElement(id, HTMLSelectElement);

/** Replaces a select's options and keeps what was chosen. */
function refill(select: HTMLSelectElement, options: HTMLOptionElement[], chosen = select.value): void {
  select.replaceChildren(...options);
  if (options.some((one) => one.value === chosen)) select.value = chosen;
}

const nameOr = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? key;

/** A partner's type and cloud in the chosen language. */
function kindOf({ type, cloud }: ChatSettings['partners'][number]): string {
  const { types, clouds, partnerKind } = pageWords();
  return fillTemplateText(partnerKind, { type: nameOr(types, type), cloud: nameOr(clouds, cloud) });
}

/** Fills the language select and chooses one. */
export function showLanguages(chosen: string): void {
  const options = languages.map((tag) => {
    const made = new Option(chatPage[tag].languageName, tag);
    made.lang = tag;
    return made;
  });
  refill(selectOf('language'), options, chosen);
}

/** Fills the other selects in the chosen language, and says what is chosen; keeps it or takes it over. */
export function showSettings(settings: ChatSettings, chosen: { tenantId?: string; userId?: string } = {}): void {
  const { appearanceNames, partnerAs, clientNames } = pageWords();
  const partners = settings.partners.map(
    (one) => new Option(fillTemplateText(partnerAs, { name: one.name, kind: kindOf(one) }), one.tenantId),
  );
  refill(selectOf('partner'), partners, chosen.tenantId);
  refill(
    selectOf('user'),
    settings.users.map(({ id, name }) => new Option(name, id)),
    chosen.userId,
  );
  refill(
    selectOf('client'),
    clients.map((one) => new Option(clientNames[one], one)),
    sessionStorage.getItem('client') ?? undefined,
  );
  const names = appearances.map((one) => new Option(appearanceNames[one], one));
  refill(selectOf('appearance'), names, keptAppearance());
  showChosen(settings);
}

/** Says who tries the bot, for which partner: on the control of the choices, and beneath the list that may cut it. */
export function showChosen({ partners, users }: ChatSettings): void {
  const name = users.find(({ id }) => id === selectOf('user').value)?.name ?? '';
  const partner = partners.find(({ tenantId }) => tenantId === selectOf('partner').value);
  pageElement('trying-user', HTMLElement).textContent = fillTemplateText(pageWords().tryingAs, { name });
  pageElement('trying-partner', HTMLElement).textContent = partner?.name ?? '';
  const kind = partner ? kindOf(partner) : '';
  pageElement('trying-kind', HTMLElement).textContent = kind && ` · ${kind}`;
  pageElement('partner-kind', HTMLElement).textContent = kind;
}

/** The files that can be sent, in words: “.xlsx, .csv or .vcf, up to 5 MB”. */
export function filesInWords({ endings, megabytes }: FilesRead): string {
  const list = new Intl.ListFormat(chosenLocale(), { type: 'disjunction' }).format(endings);
  return fillTemplateText(pageWords().filesRead, { endings: list, n: String(megabytes) });
}
