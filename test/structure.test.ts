import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { cloudIds } from '../model/clouds.ts';
import { rooms, sourcesOf, withoutComments, type Source } from './locales/sources.ts';

/** Folders that each folder may import besides itself: arrows point down only. */
const below: Readonly<Record<(typeof rooms)[number], readonly string[]>> = {
  cli: ['bot', 'partner-center', 'storage', 'model', 'lib', 'locales', 'manifest'],
  bot: ['chat-page', 'dialogs', 'forms', 'cards', 'partner-center', 'storage', 'model', 'lib', 'locales'],
  dialogs: ['forms', 'cards', 'partner-center', 'storage', 'model', 'lib', 'locales'],
  forms: ['cards', 'partner-center', 'model', 'lib', 'locales'],
  cards: ['partner-center', 'model', 'lib', 'locales'],
  'chat-page': ['lib', 'locales'],
  simulator: ['partner-center', 'model', 'lib'],
  // Practice tenants and the journal of requests are documents.
  'partner-center': ['storage', 'model', 'lib'],
  storage: ['model', 'lib'],
  manifest: ['lib', 'locales'],
  model: ['lib'],
  locales: ['model', 'lib'],
  lib: [],
};

/** Packages that stay in some folders, so that each can be replaced there. */
const homes: readonly [RegExp, readonly string[]][] = [
  [/^botbuilder/, ['bot/', 'dialogs/']],
  [/^botframework/, ['bot/']],
  [/^restify/, ['bot/', 'chat-page/server/', 'simulator/']],
  [/^(?:lowdb|@azure\/data-tables|proper-lockfile)/, ['storage/']],
  [/^libphonenumber-js/, ['partner-center/', 'simulator/']],
  [/^pino/, ['bot/']],
  [/^(?:adaptivecards|@microsoft\/teams\.cards)/, ['cards/', 'chat-page/browser/']],
  [
    /^node:(?!crypto$|util$|zlib$)/,
    [
      'bot/',
      'chat-page/server/',
      'cli/',
      'locales/examples/',
      'manifest/',
      'partner-center/',
      'simulator/',
      'storage/',
    ],
  ],
];

const sources = rooms.flatMap(sourcesOf);
const code = new Map(sources.map(({ path, text }) => [path, withoutComments(text)]));

const importsOf = ({ path }: Source): string[] =>
  [...(code.get(path) ?? '').matchAll(/(?<!['\w])(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(([, name]) => name ?? '');

/** Imports of other files of ours, from the repository's root. */
const ownImportsOf = (source: Source): string[] =>
  importsOf(source)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(source.path), name));

const roomOf = (path: string): string => path.split('/')[0] ?? '';

const faults = (find: (source: Source) => readonly string[]): string[] =>
  sources.flatMap((source) => find(source).map((fault) => `${source.path}: ${fault}`));

describe('the code', () => {
  for (const room of rooms) {
    it(`of ${room}/ imports what is below it only`, () => {
      const allowed = [room, ...below[room]];
      assert.deepEqual(
        faults((source) =>
          roomOf(source.path) === room ? ownImportsOf(source).filter((path) => !allowed.includes(roomOf(path))) : [],
        ),
        [],
      );
    });
  }

  it('imports each package in its own room only', () => {
    const isAtHome = (path: string, name: string): boolean =>
      homes.every(([pattern, folders]) => !pattern.test(name) || folders.some((folder) => path.startsWith(folder)));
    assert.deepEqual(
      faults((source) => importsOf(source).filter((name) => !name.startsWith('.') && !isAtHome(source.path, name))),
      [],
    );
  });

  it('has no circle of files that need each other to start', () => {
    const needed = new Map(
      sources.map((source) => {
        const values = (code.get(source.path) ?? '').replace(/(?:import|export) type [^;]*?from '[^']+';/g, '');
        const names = [...values.matchAll(/from '(\.[^']+)'/g)].map(([, name]) => name ?? '');
        return [source.path, names.map((name) => posix.join(posix.dirname(source.path), name))] as const;
      }),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (way.includes(path) || done.has(path)) return;
      for (const next of needed.get(path) ?? []) visit(next, [...way, path]);
      done.add(path);
    };
    for (const { path } of sources) visit(path, []);
    assert.deepEqual(circles, []);
  });

  it('starts without what only Partner Center itself, or Azure Storage, needs', () => {
    const reached = new Set<string>();
    const reach = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      const values = (code.get(path) ?? '').replace(/(?:import|export) type [^;]*?from '[^']+';/g, '');
      for (const [, name = ''] of values.matchAll(/from '([^']+)'/g))
        reach(name.startsWith('.') ? posix.join(posix.dirname(path), name) : name);
    };
    reach('bot/index.ts');
    assert.deepEqual(
      [
        '@azure/msal-node',
        '@azure/data-tables',
        '@azure/identity',
        'partner-center/rest/restPartnerCenter.ts',
        'botbuilder',
      ].filter((one) => reached.has(one)),
      [],
    );
    assert.ok(reached.has('bot/app.ts') && reached.has('botbuilder-core'));
  });

  it('asks nobody for the time or for chance in forms, cards and locales', () => {
    const pure = ['forms/', 'cards/', 'locales/'];
    assert.deepEqual(
      faults(({ path }) =>
        pure.some((room) => path.startsWith(room))
          ? [
              ...(code.get(path) ?? '').matchAll(
                /\b(?:Date\.now|new Date\(\)|Math\.random|randomUUID|process\.(?:env|cwd|exit|hrtime)\b|fetch\()/g,
              ),
            ].map(([found]) => found)
          : [],
      ),
      [],
    );
  });

  it('compares no cloud with another by its id: a feature of clouds is a column of their table', () => {
    const tables = ['partner-center/rules/clouds.ts', 'partner-center/rest/endpoints.ts'];
    const id = `'(?:${cloudIds.join('|')})'`;
    const comparison = new RegExp(
      `[!=]==?\\s*${id}|${id}\\s*[!=]==?|\\bcase ${id}|${id}[^;\\]]*\\]\\)?\\.(?:includes|has)\\(`,
      'g',
    );
    for (const text of ["cloud === 'china'", "'global' != id", "case 'germany':", "['china', 'x'].includes(cloud)"])
      assert.match(text, new RegExp(comparison.source));
    assert.deepEqual(
      faults(({ path }) =>
        tables.includes(path) ? [] : [...(code.get(path) ?? '').matchAll(comparison)].map(([found]) => found),
      ),
      [],
    );
  });

  it('says nothing to users but through the catalogues', () => {
    const talking = [
      'cards/',
      'forms/',
      'dialogs/',
      'bot/customerBot.ts',
      'bot/jobs/submissionMessages.ts',
      'bot/jobs/changeMessages.ts',
      'bot/turn/replies.ts',
    ];
    // An error's text is for developers; a text to be matched or logged has no capital and full stop.
    const isSentence = (literal: string): boolean =>
      /[A-Z][a-z]+[ ,][^']*[a-z]/.test(literal) || /[\p{Script=Han}\p{Script=Cyrillic}]/u.test(literal);
    assert.deepEqual(
      faults(({ path }) => {
        if (!talking.some((room) => path.startsWith(room))) return [];
        const text = (code.get(path) ?? '').replace(/new \w*Error\([^)]*\)/g, '');
        return [...text.matchAll(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g)].map(([found]) => found).filter(isSentence);
      }),
      [],
    );
  });

  it('puts no fixed text on a card', () => {
    const drawing =
      /\b(?:heading|subheading|paragraph|strong|button|faultLine|copyable|card|say)\(\s*(?:'[^']*[\p{L}][^']*'|`[^`$]*\p{L}[^`$]*`)/gu;
    assert.deepEqual(
      faults(({ path }) => [...(code.get(path) ?? '').matchAll(drawing)].map(([found]) => found)),
      [],
    );
  });
});

/** Folders that are made, or other people's. */
const foreign = new Set(['node_modules', 'dist', 'coverage', '.git', 'data', 'devTools']);

/** Every file that belongs to the repository and is text. */
function texts(folder: string): Source[] {
  return readdirSync(folder).flatMap((name): Source[] => {
    const path = join(folder, name);
    if (folder === '.' && foreign.has(name)) return [];
    if (statSync(path).isDirectory()) return texts(path);
    if (!/\.(?:ts|mjs|js|json|md|yml|html|css|sh)$|^(?:run|NOTICE|LICENSE|\.[a-z.]+)$/i.test(name)) return [];
    return [{ path, text: readFileSync(path, 'utf8') }];
  });
}

describe('the repository', () => {
  it('stands alone: it names no folder beside it, and no test is part of the product', () => {
    // Put together here, so that this file does not name it.
    const outside = new RegExp([['\\.\\.', 'shared'].join('/'), ['', 'work', '(?:main|shared)'].join('/')].join('|'));
    assert.deepEqual(
      texts('.')
        .filter(({ text }) => outside.test(text))
        .map(({ path }) => path),
      [],
    );
    assert.deepEqual(
      faults((source) => ownImportsOf(source).filter((path) => roomOf(path) === 'test')),
      [],
    );
  });

  it('asks for the packages it imports, and for no other', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const packageOf = (name: string): string =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');
    const used = new Set(
      sources
        // The package of the Teams app is made by developers.
        .filter(({ path }) => !path.startsWith('manifest/'))
        .flatMap(importsOf)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .map(packageOf),
    );
    // Loaded by name: the cards' renderer by require, its types by the compiler only.
    assert.deepEqual(
      Object.keys(dependencies).filter((name) => !used.has(name) && name !== 'adaptivecards'),
      [],
    );
    assert.deepEqual(
      [...used].filter((name) => !(name in dependencies) && name !== '@microsoft/teams.cards'),
      [],
    );
  });
});
