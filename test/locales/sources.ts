import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the product. */
export const rooms = [
  'bot',
  'cards',
  'chat-page',
  'cli',
  'dialogs',
  'forms',
  'lib',
  'locales',
  'manifest',
  'model',
  'partner-center',
  'simulator',
  'storage',
] as const;

/** One TypeScript file. */
export interface Source {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file of a folder and below, read from the working directory, which is the repository's root. */
export const sourcesOf = (folder: string): Source[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => ({
      path: join(folder, name).replaceAll('\\', '/'),
      text: readFileSync(join(folder, name), 'utf8'),
    }));

/** A source without its comments; good enough for this repository, which writes no `//` in strings but in URLs. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\w])\/\/[^\n]*/g, '$1');
