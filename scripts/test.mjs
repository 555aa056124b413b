/// <reference types="node" />
// @ts-check
// npm test: everything that must hold of a change, in the order in which it fails soonest.
// npm test -- test/forms/field.test.ts [-g name]: these files alone, of whichever suite, built and run.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/** @param {string} command */
const run = (command) => {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

/** A word as a shell reads it back. @param {string} word */
const quoted = (word) => `'${word.replaceAll("'", String.raw`'\''`)}'`;

const mocha = 'node node_modules/mocha/bin/mocha.js';
const given = process.argv.slice(2);

if (given.length === 0) {
  rmSync('dist', { recursive: true, force: true });
  for (const script of ['build:tests', 'lint', 'measure']) run(`npm run --silent ${script}`);
  run(mocha);
} else {
  run('npm run --silent build:tests');
  const words = given.map((word) =>
    quoted(/^(?:\.\/)?test\/.*\.ts$/.test(word) ? `dist/${word.replace(/\.ts$/, '.js')}` : word),
  );
  // Without the suites' own lists of files; slow suites take their time.
  run(`${mocha} --no-config --exit --timeout 300000 ${words.join(' ')}`);
}
