import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { publicPages } from '../../bot/publicPages.ts';
import { startServer } from './desk.ts';

describe('the pages the app in Teams links to', () => {
  it('are given to anybody, as text, and no other file is', async () => {
    const { port, ...server } = await startServer({ anonymous: false, routes: publicPages });
    try {
      for (const name of ['privacy', 'terms', 'support']) {
        const answer = await fetch(`http://127.0.0.1:${port}/${name}`);
        assert.equal(answer.status, 200);
        assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8');
        assert.equal(await answer.text(), await readFile(`manifest/${name}.md`, 'utf8'));
      }
      for (const path of ['/manifest.json', '/privacy.md', '/privacy/..%2fmanifest.json'])
        assert.equal((await fetch(`http://127.0.0.1:${port}${path}`)).status, 404, path);
    } finally {
      await server.drain();
    }
  });
});
