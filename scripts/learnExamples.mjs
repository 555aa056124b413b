/// <reference types="node" />
// @ts-check
// Learns the example sentences of each script once, at the build: a process that starts reads the result in some milliseconds.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { learnedFile, scripts } from '../dist/dialogs/sentences/wishExamples.js';

const folder = 'dist/locales/examples';
// What decides on the result: it takes seconds, and most builds change none of it.
const sources = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => `${folder}/${name}`),
  ...['likeness', 'utterance', 'wishExamples'].map((name) => `dist/dialogs/sentences/${name}.js`),
  'dist/lib/foldCase.js',
];
const hash = createHash('sha256');
for (const file of sources) hash.update(readFileSync(file));
const digest = hash.digest('hex');
const note = `${folder}/learned.sha256`;
const files = scripts.map((script) => ({ script, file: `${folder}/${script}.learned` }));
const isSame = existsSync(note) && readFileSync(note, 'utf8') === digest && files.every(({ file }) => existsSync(file));
if (!isSame) {
  for (const { script, file } of files) writeFileSync(file, learnedFile(script));
  writeFileSync(note, digest);
}
