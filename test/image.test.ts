import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const dockerfile = readFileSync('Dockerfile', 'utf8');

/** What the build makes; everything else that is copied is in the repository. */
const made = ['node_modules', 'dist'];

/** Every path the image is made of, from the folder it is built in. */
const copied = [...dockerfile.matchAll(/^COPY (?:--from=build )?(.+) \S+$/gm)]
  .flatMap(([, paths]) => (paths ?? '').split(' '))
  .map((path) => path.replace(/^\/app\//, ''));

/** Folders and files that do not reach the build. */
const kept = readFileSync('.dockerignore', 'utf8').split('\n');

describe('the image', () => {
  it('is made of what is there', () => {
    assert.ok(copied.length > 6, copied.join());
    assert.deepEqual(
      copied.filter((path) => !made.includes(path) && (!existsSync(path) || kept.includes(path))),
      [],
    );
  });

  it('is given what the build needs', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const steps = `${scripts['build'] ?? ''} ${scripts['build:page'] ?? ''}`;
    const needed = [...steps.matchAll(/[\w./-]+\.(?:json|mjs)/g)].map(([path]) => path);
    assert.ok(needed.length >= 3);
    assert.deepEqual(
      needed.filter((path) => !existsSync(path) || kept.includes(path.split('/')[0] ?? '')),
      [],
    );
  });

  it('runs, and is asked by its guide to run, programs that are built', () => {
    const texts = [dockerfile, readFileSync('docs/teams.md', 'utf8'), readFileSync('docs/operations.md', 'utf8')].join(
      '\n',
    );
    const programs = [...new Set([...texts.matchAll(/dist\/[\w/-]+\.js/g)].map(([name]) => name))];
    assert.deepEqual(programs.sort(), [
      'dist/bundle/customer-desk.js',
      'dist/cli/authorize.js',
      'dist/cli/doctor.js',
      'dist/cli/storage.js',
    ]);
    const bundled = readFileSync('scripts/bundle.mjs', 'utf8').includes("'customer-desk': 'dist/bot/index.js'");
    const sourceOf = (name: string): string =>
      name === 'dist/bundle/customer-desk.js' && bundled
        ? 'bot/index.ts'
        : name.replace('dist/', '').replace(/js$/, 'ts');
    assert.deepEqual(
      programs.filter((name) => !existsSync(sourceOf(name))),
      [],
    );
  });
});
