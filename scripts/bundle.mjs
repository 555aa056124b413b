/// <reference types="node" />
// @ts-check
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { build } from 'esbuild';

// The bot's program in one file with all it needs to start: finding and reading 1,300 files took more than half of a start.
// What is imported when it is used (MSAL, the REST client) stays in files of its own beside it.
const program = { folder: 'dist/bundle', entryPoints: { 'customer-desk': 'dist/bot/index.js' } };

// With the argument `test` the bot that tests start again and again, with other times: it starts in half the CPU.
const tested = { folder: 'dist/test/bundle', entryPoints: { 'quick-bot': 'dist/test/reliability/quickBot.js' } };

const { folder, entryPoints } = process.argv[2] === 'test' ? tested : program;

/**
 * A module asks by its own address for the files beside it: in the bundle it is given the address it has in dist/.
 * @type {import('esbuild').Plugin}
 */
const ownAddresses = {
  name: 'own addresses',
  setup: (bundle) =>
    bundle.onLoad({ filter: /\.js$/ }, async ({ path }) => {
      const place = relative('dist', path).replaceAll('\\', '/');
      if (place.startsWith('../')) return undefined;
      const address = `new URL(${JSON.stringify(relative(folder, path).replaceAll('\\', '/'))}, import.meta.url).href`;
      return { contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', address) };
    }),
};

const awaiter = /\b__awaiter\((?:this|void 0), void 0, void 0, function\* \(\) \{/g;

/**
 * The SDK is published as generators behind a helper, each `await` of which makes a promise and two functions more than
 * Node's own: its functions are made what they were written as.
 * @param {string} text
 */
const asAsync = (text) => {
  const helped = text.match(awaiter)?.length ?? 0;
  // A generator of another kind has a `yield` of its own.
  if (helped === 0 || text.match(/function\*/g)?.length !== helped) return text;
  return text.replaceAll(awaiter, '__run(async () => {').replaceAll(/\byield\b/g, 'await') + runner;
};

// The helper's closing bracket stays, so another function takes its place.
const runner = '\nfunction __run(work) { return work(); }\n';

/**
 * Only its clients of other bots, of which ours has none, make calls by axios, and that loads Node's `fetch`: 60 ms of a start.
 * @param {string} text
 */
const withLateAxios = (text) =>
  text.replace(
    'const axios_1 = __importDefault(require("axios"));',
    'const axios_1 = { get default() { return __importDefault(require("axios")).default; } };',
  );

/** @type {import('esbuild').Plugin} */
const quickSdk = {
  name: 'quick SDK',
  setup: (bundle) =>
    bundle.onLoad(
      { filter: /[\\/]node_modules[\\/](?:botbuilder|botframework)[^\\/]*[\\/]lib[\\/].*\.js$/ },
      async ({ path }) => ({ contents: asAsync(withLateAxios(await readFile(path, 'utf8'))) }),
    ),
};

rmSync(folder, { recursive: true, force: true });
await build({
  entryPoints,
  outdir: folder,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  // A start reads and scans all of it: without blanks, and with Cyrillic and Chinese as they are, it is a third less.
  minifyWhitespace: true,
  charset: 'utf8',
  // For Nodes without a URL of their own: node-fetch, which the SDK brings, asks for it and does not use it. A table of 266 KB.
  alias: { 'whatwg-url': 'node:url' },
  // Node 20 knows them. Otherwise each use of an expression with \p makes it again.
  supported: { 'regexp-unicode-property-escapes': true },
  sourcemap: true,
  logLevel: 'warning',
  external: [
    // Restify's probes: compiled where somebody wants them, done without elsewhere.
    'dtrace-provider',
    // Read from node_modules where it is switched on: it loads parts of itself by names that no bundler sees.
    '@opentelemetry/*',
  ],
  plugins: [ownAddresses, quickSdk],
  banner: {
    js: [
      // The packages of the SDK are CommonJS, which asks for Node's own modules by `require`.
      "import { createRequire as requireFrom } from 'node:module';",
      'const require = requireFrom(import.meta.url);',
      // Node does not tell of what is deprecated in node_modules, and takes a bundle for our own code. (Ours is tested unbundled.)
      'process.noDeprecation = true;',
    ].join('\n'),
  },
});
