import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { locales } from '../locales/translator.ts';
import { words } from '../locales/words.ts';
import { gallery } from './cards.ts';
import { groupOf } from './groups.ts';
import { mark } from './hostileText.ts';
import { realisticText } from './realisticText.ts';

const require = createRequire(import.meta.url);

// Everything is read from the repository's root, where npm and mocha run; scripts as they were built. The renderer is the chat page's.
const files = {
  template: 'gallery/page/index.html',
  chatStyles: 'chat-page/browser/cards.css',
  styles: 'gallery/page/gallery.css',
  script: 'dist/gallery/page/gallery.js',
  cards: 'dist/chat-page/browser/cards.js',
  hostConfig: 'dist/chat-page/browser/hostConfig.js',
  library: require.resolve('adaptivecards/dist/adaptivecards.min.js'),
} as const;

const read = (name: keyof typeof files): Promise<string> => readFile(files[name], 'utf8');

/** JSON that may stand in a script element: nothing in it closes that. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const data = (id: string, value: unknown): string =>
  `<script type="application/json" id="${id}">${json(value)}</script>`;

/** A script that takes a module by its name in the import map. Throws when the script does not import it. */
function byName(script: string, module: string, name: string): string {
  if (!script.includes(module)) throw new Error(`the script does not import ${module}`);
  return script.replace(module, name);
}

const modules = async (): Promise<string> => {
  const address = (source: string): string => `data:text/javascript,${encodeURIComponent(source)}`;
  const cards = byName(await read('cards'), './hostConfig.js', 'hostConfig');
  return json({ imports: { cards: address(cards), hostConfig: address(await read('hostConfig')) } });
};

const shown = (locale: (typeof locales)[number], states: 'usual' | 'all') =>
  gallery(words(locale))
    .map(({ name, card }) => {
      const group = groupOf({ name });
      return { group: group.id, usual: group.usual.test(name), name, card };
    })
    .filter(({ usual }) => usual || states === 'all');

/** What people write, by each text of these cards that is hostile. */
function realisticTexts(cards: readonly unknown[]): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  JSON.stringify(cards, (_name, value: unknown) => {
    if (typeof value === 'string' && value.includes(mark)) texts[value] = realisticText(value);
    return value;
  });
  return texts;
}

/**
 * One page that holds every card in every state and language, and draws those that are asked for; it needs no server.
 * With the usual states alone it is a fraction of the size, which a browser opens in a fraction of the time.
 */
export async function galleryPage(states: 'usual' | 'all' = 'all'): Promise<string> {
  const script = byName(await read('script'), '../../chat-page/browser/cards.js', 'cards');
  const cards = locales.map((locale) => ({ locale, shown: shown(locale, states) }));
  const parts: Readonly<Record<string, string>> = {
    styles: `<style>${await read('chatStyles')}\n${await read('styles')}</style>`,
    library: `<script>${await read('library')}</script>`,
    modules: `<script type="importmap">${await modules()}</script>`,
    data: [
      ...cards.map((one) => data(`cards-${one.locale}`, one.shown)),
      data('realistic', realisticTexts(cards.map((one) => one.shown))),
    ].join('\n'),
    script: `<script type="module">${script}</script>`,
  };
  return (await read('template')).replaceAll(/<!-- put: (\w+) -->/g, (_mark, name: string) => parts[name] ?? '');
}
