import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { columnNames } from '../forms/import/columns.ts';

/** Folders whose files are made, or other people's. */
const foreign = new Set(['node_modules', 'dist', 'coverage', '.git', 'data', 'screenshots', 'devTools']);

/** Every file of the repository, from its root, with slashes. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    if (folder === '.' && foreign.has(name)) return [];
    const path = posix.join(folder, name);
    return statSync(path).isDirectory() ? filesOf(path) : [path];
  });

const files = filesOf('.');
const names = new Set(files.map((path) => basename(path)));
const roots = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
const documents = files
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const faults = (of: (text: string, path: string) => readonly string[]): string[] =>
  documents.flatMap(({ path, text }) => of(text, path).map((fault) => `${path}: ${fault}`));

/** The words of a document's code: what stands in backticks and in blocks, where paths and commands are named. */
const codeWords = (text: string): string[] => {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, code = '']) => code);
  const spans = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...blocks, ...spans].flatMap((code) => code.split(/[\s"'()=,]+/)).map((word) => word.replace(/[.:;]+$/, ''));
};

/** True for a word that names a file or folder of the repository: by a folder of its root, or by a source's name. */
const isOwnPath = (word: string): boolean =>
  /^[\w.-]+(?:\/[\w.-]+)*\/?$/.test(word) &&
  (word.includes('/') ? roots.has(word.split('/')[0]) : /^\w[\w.]*\.(?:ts|mjs)$/.test(word));

const isThere = (word: string): boolean => (word.includes('/') ? existsSync(join('.', word)) : names.has(word));

/** A heading as the address that GitHub gives it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** The relative links and pictures of a document. */
const linksOf = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

describe('the documents', () => {
  it('name files and folders that exist', () => {
    const named = documents.flatMap(({ text }) => codeWords(text).filter(isOwnPath));
    assert.ok(named.length > 40, String(named.length));
    assert.deepEqual(
      faults((text) => codeWords(text).filter((word) => isOwnPath(word) && !isThere(word))),
      [],
    );
  });

  it('name scripts that npm can run', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const known = new Set(Object.keys(scripts));
    const named = (text: string): string[] =>
      [...text.matchAll(/npm run (?:-s |--silent )?([\w:-]*\w)/g)].map(([, script = '']) => script);
    assert.ok(documents.flatMap(({ text }) => named(text)).length > 20);
    assert.deepEqual(
      faults((text) => named(text).filter((script) => !known.has(script))),
      [],
    );
  });

  it('link to documents, headings and pictures that exist', () => {
    assert.ok(documents.flatMap(({ text }) => linksOf(text)).length > 30);
    assert.deepEqual(
      faults((text, path) =>
        linksOf(text).filter((link) => {
          const [target = '', anchor] = link.split('#');
          const file = target === '' ? path : posix.join(posix.dirname(path), target);
          return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
        }),
      ),
      [],
    );
  });

  it('in docs/ and beside the README can all be reached from the README', () => {
    const reached = new Set<string>();
    const reach = (path: string): void => {
      if (reached.has(path) || !path.endsWith('.md')) return;
      reached.add(path);
      for (const link of linksOf(readFileSync(path, 'utf8'))) {
        const [target = ''] = link.split('#');
        if (target !== '') reach(posix.join(posix.dirname(path), target));
      }
    };
    reach('README.md');
    assert.deepEqual(
      documents.map(({ path }) => path).filter((path) => !path.startsWith('.github/') && !reached.has(path)),
      [],
    );
  });

  it('show no picture that nobody uses', () => {
    const shown = new Set(
      documents.flatMap(({ path, text }) => linksOf(text).map((link) => posix.join(posix.dirname(path), link))),
    );
    assert.deepEqual(
      files.filter((path) => path.startsWith('docs/images/') && !shown.has(path)),
      [],
    );
  });

  it('about settings name every setting that can be made', () => {
    const set = [...readFileSync('.env.example', 'utf8').matchAll(/^(\w+)=/gm)].map(([, name = '']) => name);
    assert.ok(set.length > 15);
    const texts = ['docs/configuration.md', 'docs/partner-center.md'].map((path) => readFileSync(path, 'utf8')).join();
    assert.deepEqual(
      set.filter((name) => !texts.includes(`\`${name}\``)),
      [],
    );
  });

  it('about imports name every column in the table of columns', () => {
    const [table = ''] = /^\| Kind .*\n(?:\|.*\n)+/m.exec(readFileSync('docs/import.md', 'utf8')) ?? [];
    assert.deepEqual(
      columnNames.filter((name) => !table.includes(`\`${name}\``)),
      [],
    );
  });
});

/** The rows of the vocabulary: its words, and the files that are named for them. */
const vocabulary = [...readFileSync('docs/vocabulary.md', 'utf8').matchAll(/^\| ([^|]+)\|[^|]+\|([^|]+)\|$/gm)]
  .map(([, words = '', where = '']) => ({
    words: words.split(',').map((word) => word.trim()),
    where: [...where.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  }))
  .filter(({ where }) => where.length > 0);

describe('the vocabulary', () => {
  it('has words that are used where it says', () => {
    const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '');
    assert.ok(vocabulary.length >= 30, String(vocabulary.length));
    assert.deepEqual(
      vocabulary.flatMap(({ words, where }) => {
        const text = plain(where.map((path) => path + readFileSync(path, 'utf8')).join());
        return words.filter((word) => !text.includes(plain(word)));
      }),
      [],
    );
  });

  it('has each word once', () => {
    const all = vocabulary.flatMap(({ words }) => words);
    assert.deepEqual(
      all.filter((word, at) => all.indexOf(word) !== at),
      [],
    );
  });
});

describe('the workflows', () => {
  it('run actions by the commit that was looked at, with its version beside it', () => {
    const workflows = files.filter((path) => path.startsWith('.github/workflows/'));
    assert.ok(workflows.length > 0);
    assert.deepEqual(
      workflows.flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/uses: (.+)/g)]
          .map(([, action = '']) => action)
          .filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action)),
      ),
      [],
    );
  });
});
