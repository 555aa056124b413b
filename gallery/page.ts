import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { locales } from '../locales/translator.ts';
import { words } from '../locales/words.ts';
import { gallery } from './cards.ts';
import { groupOf } from './groups.ts';

const require = createRequire(import.meta.url);

// Everything is read from the repository's root, where npm and mocha run; scripts as they were built. The renderer is the chat page's.
const files = {
  template: 'gallery/page/index.html',
  chatStyles: 'chat-page/browser/chat.css',
  styles: 'gallery/page/gallery.css',
  script: 'dist/gallery/page/gallery.js',
  cards: 'dist/chat-page/browser/cards.js',
  hostConfig: 'dist/chat-page/browser/hostConfig.js',
  library: require.resolve('adaptivecards/dist/adaptivecards.min.js'),
} as const;

const read = (name: keyof typeof files): Promise<string> => readFile(files[name], 'utf8');

/** JSON that may stand in a script element: nothing in it closes that. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const modules = async (): Promise<string> => {
  const address = (source: string): string => `data:text/javascript,${encodeURIComponent(source)}`;
  const cards = (await read('cards')).replace('./hostConfig.js', 'hostConfig');
  return json({ imports: { cards: address(cards), hostConfig: address(await read('hostConfig')) } });
};

const shown = (locale: (typeof locales)[number]) =>
  gallery(words(locale)).map(({ name, card }) => {
    const group = groupOf({ name });
    return { group: group.id, usual: group.usual.test(name), name, card };
  });

/** One page that holds every card in every state and language, and draws those that are asked for; it needs no server. */
export async function galleryPage(): Promise<string> {
  const parts: Readonly<Record<string, string>> = {
    styles: `<style>${await read('chatStyles')}\n${await read('styles')}</style>`,
    library: `<script>${await read('library')}</script>`,
    modules: `<script type="importmap">${await modules()}</script>`,
    data: locales
      .map((locale) => `<script type="application/json" id="cards-${locale}">${json(shown(locale))}</script>`)
      .join('\n'),
    script: `<script type="module">${(await read('script')).replace('../../../chat-page/browser/cards.js', 'cards')}</script>`,
  };
  return (await read('template')).replaceAll(/<!-- put: (\w+) -->/g, (_mark, name: string) => parts[name] ?? '');
}
