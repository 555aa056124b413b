/// <reference types="node" />
// @ts-check
// Prints the numbers by which this code base is judged, and fails where one is over its limit: npm run measure
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

// Tools that are no part of the product, and the catalogues, whose size is that of four languages.
const outside = /^(?:test|bench|gallery|locales|scripts)\/|\.d\.ts$/;

const limits = { files: 545, linesOfFile: 300, linesOfFunction: 60, comments: 0, cycles: 0, homonyms: 0, riddles: 0 };

// A file is named by a noun of the field. These are nouns or adjectives although they end like a participle.
const nouns = new Set(['typing', 'pricing', 'billing', 'greeting', 'spelling']);
// A comment begins with its subject, and says who does what to whom.
const dialect =
  /^(?:What|Who|Those|Whose|Is|Has|How|Why|Whether)\b|\b(?:anew|whoever|whomever|(?:is|was|be) had|the reason was said)\b/;

// Names of files, folders and exports that told a newcomer nothing, or something else than the field does: they must not
// come back. Beside each line, what the house says now.
const riddles = new Set(
  [
    'whose came seen held world mishaps tries unheard noted owned together whole said told wish kept once known found',
    'door gate guard outgoing straight Flight', // http, authenticateRequest, hostGuard, connectorClient
    'work durableWork Work Ended heard looksAfter elsewhere again remind guarded', // jobs, durableJob, JobOutcome
    'carryOut carryOutChange concluding conclude conclusion submissionTools changeTools workTools tools', // …Job, deps
    'announcing changeAnnouncing speaking speak wasSubmitted givenBack giveBack Returned', // …Messages, proactive
    'foundation Foundation layFoundation memory Memory memoryOf handedFiles serving', // services, fileDelivery
    'house housekeeping House keepHouse forgetting forgettingImports', // retention, eraseRecord
    'turnFor who whoIs Unwelcome wellTyped pressOf incoming today Buffer', // createTurn, incomingActivity, replies
    'shelf handing uploading addingRow recordingRow runningRows keptRows reserving telling', // pendingFiles, import/
    'inTime redirect outside beginning settling openCard showOpen draftTrouble colleagues', // withTimeout, currentCard
    'purposeSubmit cartPurpose purposeDraft Purpose caughtUp asDraft orTrouble Targeted targets Wish', // DraftKind, customerRef
    'underWay searched unclearChange standing trouble wayOn Whose Once', // openChanges, faultLines
    'keptList listedCustomer orderedLines Made localTenants changingOnce changeOnce Came Seen madeBefore problem', // cachedList, idempotentChange
    'replays delivery asked copied folded sorted Place Span Shape Misfit', // idempotency, delays, foldCase, keysetPage
    'journal ahead arrived Backlog recentlyUsed setAside forgetSetAside claims', // writeAheadLog, quarantine, domainLease
  ].flatMap((line) => line.split(' ')),
);

/**
 * @typedef {{ path: string, text: string, exports: string[], imports: string[], functions: { name: string, lines: number }[],
 *   docs: string[] }} Source
 */

/** @param {import('oxc-parser').Node} node @returns {string[]} */
const namesOf = (node) => {
  if (node.type === 'VariableDeclaration')
    return node.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  return 'id' in node && node.id !== null && node.id?.type === 'Identifier' ? [node.id.name] : [];
};

/**
 * Walks a syntax tree.
 * @param {unknown} node
 * @param {(node: Record<string, unknown>, parent: Record<string, unknown> | undefined) => void} visit
 * @param {Record<string, unknown>} [parent]
 */
const walk = (node, visit, parent) => {
  if (Array.isArray(node)) for (const one of node) walk(one, visit, parent);
  else if (typeof node === 'object' && node !== null) {
    const here = /** @type {Record<string, unknown>} */ (node);
    if (typeof here['type'] === 'string') visit(here, parent);
    for (const value of Object.values(here)) walk(value, visit, typeof here['type'] === 'string' ? here : parent);
  }
};

/** @param {string} path @returns {Source} */
const read = (path) => {
  const text = readFileSync(path, 'utf8');
  const { program, comments } = parseSync(path, text);
  /** @type {Source} */
  const source = { path, text, exports: [], imports: [], functions: [], docs: [] };
  for (const node of program.body) {
    if (node.type === 'ExportNamedDeclaration' && node.declaration) source.exports.push(...namesOf(node.declaration));
    if ('source' in node && node.source?.value.startsWith('.'))
      source.imports.push(posix.join(posix.dirname(path), node.source.value));
  }
  /** @param {unknown} index */
  const line = (index) => text.slice(0, Number(index)).split('\n').length;
  walk(program.body, (node, parent) => {
    if (!/^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(String(node['type']))) return;
    const named = /** @type {{ id?: { name?: string }, key?: { name?: string } } | undefined} */ (
      node['id'] ? node : parent
    );
    source.functions.push({
      name: named?.id?.name ?? named?.key?.name ?? 'function',
      lines: line(node['end']) - line(node['start']) + 1,
    });
  });
  source.docs = comments.flatMap(({ type, value }) =>
    type === 'Block' && value.startsWith('*') ? [value.replace(/^[\s*]+/, '')] : [],
  );
  return source;
};

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

/** Groups of files that import each other, by value or type only (Tarjan). @param {readonly Source[]} sources */
const cyclesOf = (sources) => {
  const imports = new Map(sources.map((source) => [source.path, source.imports]));
  /** @type {Map<string, number>} */
  const index = new Map();
  /** @type {Map<string, number>} */
  const low = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const cycles = [];
  /** @param {string} path */
  const visit = (path) => {
    index.set(path, index.size);
    low.set(path, index.size - 1);
    stack.push(path);
    for (const next of imports.get(path) ?? []) {
      if (!imports.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(path) !== index.get(path)) return;
    const cycle = stack.splice(stack.indexOf(path));
    if (cycle.length > 1) cycles.push(cycle);
  };
  for (const { path } of sources) if (!index.has(path)) visit(path);
  return cycles;
};

const paths = execFileSync('git', ['ls-files', '*.ts'], { encoding: 'utf8' }).split('\n').filter(Boolean);
const sources = paths.filter((path) => !outside.test(path)).map(read);
const catalogues = paths.filter((path) => path.startsWith('locales/')).map(read);
const functions = sources.flatMap(({ path, functions: own }) => own.map((one) => ({ ...one, path })));
const lengths = sources.map(({ text }) => text.split('\n').length - 1);

/** @type {Map<string, string[]>} */
const declared = new Map();
for (const { path, exports } of sources)
  for (const name of new Set(exports)) declared.set(name, [...(declared.get(name) ?? []), path]);

const docs = sources.flatMap(({ path, docs: own }) => own.map((text) => ({ path, text })));

/** @type {Record<keyof typeof limits, string[]>} */
const over = {
  files: sources.length > limits.files ? [`${String(sources.length)} files`] : [],
  linesOfFile: sources.flatMap(({ path }, at) =>
    (lengths[at] ?? 0) > limits.linesOfFile ? [`${path}: ${String(lengths[at])}`] : [],
  ),
  linesOfFunction: functions.flatMap(({ path, name, lines }) =>
    lines > limits.linesOfFunction ? [`${path}: ${name}, ${String(lines)}`] : [],
  ),
  comments: docs.flatMap(({ path, text }) =>
    dialect.test(text.replace(/`[^`]*`/g, '')) ? [`${path}: ${text.split('\n')[0] ?? ''}`] : [],
  ),
  cycles: cyclesOf([...sources, ...catalogues]).map((cycle) => cycle.join(' → ')),
  homonyms: [...declared].flatMap(([name, where]) => (where.length > 1 ? [`${name}: ${where.join(', ')}`] : [])),
  riddles: sources.flatMap(({ path, exports }) => {
    const name = posix.basename(path, '.ts');
    const isParticiple = /^[a-z]+(?:ing|ed)$/.test(name) && !nouns.has(name);
    const found = [...posix.dirname(path).split('/'), name, ...exports].filter((one) => riddles.has(one));
    return [...(isParticiple ? [path] : []), ...found.map((one) => `${path}: ${one}`)];
  }),
};

/** @type {Map<string, number>} */
const rooms = new Map();
for (const { path } of sources) {
  const room = path.split('/')[0] ?? '';
  rooms.set(room, (rooms.get(room) ?? 0) + 1);
}

/** @type {[string, string][]} */
const table = [
  ['files, lines', `${String(sources.length)}, ${String(lengths.reduce((sum, one) => sum + one, 0))}`],
  ['by folder', [...rooms].map(([room, count]) => `${room} ${String(count)}`).join(', ')],
  ['lines of a file, median and most', `${String(median(lengths))}, ${String(Math.max(...lengths))}`],
  ['files of at most 20 lines', String(lengths.filter((lines) => lines <= 20).length)],
  ['functions', String(functions.length)],
  ['lines of a function, median', String(median(functions.map(({ lines }) => lines)))],
  [
    'functions over 25 and over 40 lines',
    [25, 40].map((most) => functions.filter(({ lines }) => lines > most).length).join(', '),
  ],
  ['exports, a file', (sources.reduce((sum, { exports }) => sum + exports.length, 0) / sources.length).toFixed(1)],
  ['doc comments', String(docs.length)],
  ...Object.entries(over).map(
    /** @returns {[string, string]} */ ([name, found]) => [`over the limit: ${name}`, String(found.length)],
  ),
];
const width = Math.max(...table.map(([label]) => label.length));
for (const [label, value] of table) process.stdout.write(`${label.padEnd(width)}  ${value}\n`);
for (const [name, found] of Object.entries(over)) for (const one of found) process.stdout.write(`${name}: ${one}\n`);
if (Object.values(over).some((found) => found.length > 0)) process.exitCode = 1;
