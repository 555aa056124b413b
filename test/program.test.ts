import { deepEqual, equal, match } from 'node:assert/strict';
import { startChannel } from '../bench/channel.ts';
import { openChat } from '../bench/chat.ts';
import { toReview } from '../bench/talks.ts';
import { startProcess, type BotProcess } from './reliability/bot.ts';

// What is run is a bundle, which Node treats as our own code: the deprecations of packages would be our log's.
describe('the program', () => {
  let bot: BotProcess;
  before(async () => {
    bot = await startProcess({ settings: { LOG_LEVEL: 'warn' } });
  });
  after(() => bot.clear());

  it('serves its pages, talks to the review, and has nothing to warn of', async () => {
    for (const [path, type] of [
      ['/', 'text/html'],
      ['/icon.svg', 'image/svg'],
      ['/chat-page/browser/chat.js', 'text/javascript'],
      ['/chat-page/browser/adaptivecards.js', 'text/javascript'],
      ['/privacy', 'text/html'],
      ['/readyz', 'application/json'],
    ] as const) {
      const answer = await fetch(`${bot.url()}${path}`);
      equal(answer.status, 200, path);
      match(answer.headers.get('content-type') ?? '', new RegExp(`^${type}`));
      await answer.arrayBuffer();
    }
    const channel = await startChannel();
    try {
      const chat = openChat({ channel, url: bot.url(), onTurn: () => undefined }, crypto.randomUUID());
      await toReview(chat);
      equal(chat.says('Alpine Ski House'), true);
    } finally {
      channel.close();
    }
    equal((await bot.stop()).code, 0);
    equal(bot.output(), '');
    deepEqual(
      bot
        .errors()
        .split('\n')
        .filter((line) => /warn|deprecat/i.test(line)),
      [],
    );
  });

  // Loading it takes a twentieth of the start, and packages that nothing uses ask for it.
  it('starts without Node’s fetch', async () => {
    const loaded = "process.moduleLoadList.some((name) => name.includes('deps/undici'))";
    const started = await startProcess({
      settings: { NODE_OPTIONS: '--import=./told.mjs' },
      files: { 'told.mjs': `process.on('exit', () => process.stdout.write('fetch: ' + ${loaded}));` },
    });
    try {
      await started.stop();
      match(started.output(), /fetch: false/);
    } finally {
      await started.clear();
    }
  });
});
