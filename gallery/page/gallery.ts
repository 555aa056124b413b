import { showCard } from '../../chat-page/browser/cards.ts';

/** One card in one state, as `galleryPage` puts it into the page. */
interface Shown {
  readonly group: string;
  readonly usual: boolean;
  readonly name: string;
  readonly card: unknown;
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

const controls = find('#controls') as HTMLFormElement;
const main = find('#cards');
const known = new Map<string, readonly Shown[]>();

const realistic = JSON.parse(find('#realistic').textContent ?? '') as Readonly<Record<string, string>>;

/** The card with what people write in place of hostile texts. */
const withRealisticTexts = (card: unknown): unknown =>
  JSON.parse(JSON.stringify(card), (_name, value: unknown) =>
    typeof value === 'string' ? (realistic[value] ?? value) : value,
  );

/** Every card in a language; read when it is first asked for. */
function cardsIn(language: string): readonly Shown[] {
  const cards = known.get(language) ?? (JSON.parse(find(`#cards-${language}`).textContent ?? '') as readonly Shown[]);
  known.set(language, cards);
  return cards;
}

function entry({ name, card }: Shown, texts: string): HTMLElement {
  const article = document.createElement('article');
  const title = document.createElement('p');
  title.className = 'who';
  title.lang = 'en';
  title.textContent = name;
  const frame = document.createElement('div');
  frame.className = 'card';
  const drawn = showCard(texts === 'hostile' ? card : withRealisticTexts(card), (_value, done) => done());
  if (drawn) frame.append(drawn.element);
  article.append(title, frame);
  return article;
}

const chosen = (): URLSearchParams =>
  new URLSearchParams(
    [...new FormData(controls)].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
  );

function draw(): void {
  const { language = 'en', group = '', states = '', texts = '', theme = '', width = '' } = Object.fromEntries(chosen());
  document.documentElement.dataset['theme'] = theme;
  main.lang = language;
  main.className = width;
  const cards = cardsIn(language).filter(
    (card) => (group === '' || card.group === group) && (states === 'all' || card.usual),
  );
  main.replaceChildren(...cards.map((card) => entry(card, texts)));
  find('#count').textContent = `${String(cards.length)} cards`;
}

/** The address holds what is chosen, so that a view can be kept and shared. */
function choose(): void {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const control = controls.elements.namedItem(name);
    if (control instanceof HTMLSelectElement || control instanceof RadioNodeList) control.value = value;
  }
  draw();
}

for (const id of new Set(cardsIn('en').map(({ group }) => group))) {
  find('[name=group]').append(new Option(id, id));
}
controls.addEventListener('change', () => {
  history.replaceState(null, '', `#${chosen().toString()}`);
  draw();
});
addEventListener('hashchange', choose);
choose();
