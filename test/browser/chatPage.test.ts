import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import { chatPage } from '../../locales/chatPage.ts';
import { launch, openChat, type ChatPage, type Look } from './browser.ts';
import { form, review, submit, text, withCard } from './sampleCards.ts';
import { partners, startStubBot, type Received, type Reply, type StubBot } from './stubBot.ts';

const offline = [/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/];

describe('chat page in a browser', () => {
  let browser: Browser;
  let bot: StubBot;
  let chat: ChatPage;

  /** Greets, then does what the test says for each message; `reply` is how the test speaks by itself. */
  let reply: Reply;
  const onMessage = (answer: (activity: Received, reply: Reply) => unknown): void => {
    bot.script = async (activity, to) => {
      reply = to;
      if (activity.type === 'conversationUpdate') await to.send({ text: 'Hello, I am the stub.' });
      if (activity.type === 'message') await answer(activity, to);
    };
  };
  const open = async (look: Look = {}): Promise<void> => {
    chat = await openChat(browser, bot.url, look);
    await chat.waitFor('Hello, I am the stub.');
  };
  const messages = (): Received[] => bot.received.filter(({ type }) => type === 'message');
  const waitForMessages = async (count: number): Promise<void> => {
    await chat.page.locator('.pressed').waitFor({ state: 'detached' });
    assert.equal(messages().length, count);
  };

  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());
  beforeEach(async () => {
    bot = await startStubBot();
    onMessage(() => undefined);
  });
  afterEach(async () => {
    await chat.close();
    await bot.close();
  });

  it('greets, and shows what was said on both sides as text', async () => {
    onMessage(({ text: said }, to) => to.send({ text: `You said:\n<b>${said ?? ''}</b>` }));
    await open();
    await chat.say('<i>hi</i>');
    await chat.waitFor('<i>hi</i>');
    await chat.waitFor('<b><i>hi</i></b>');
    assert.equal(await chat.log.locator('b, i').count(), 0);
  });

  it('sends a file that is chosen, and shows its name', async () => {
    await bot.close();
    const kept: string[] = [];
    bot = await startStubBot({
      files: {
        endings: ['.csv', '.vcf'],
        megabytes: 1,
        keep: ({ name, content }) => {
          kept.push(`${name}: ${content.toString('utf8')}`);
          return 'http://127.0.0.1/files/1';
        },
      },
    });
    onMessage((_activity, to) => to.send({ text: 'Got it.' }));
    await open();
    const chosen = chat.page.waitForEvent('filechooser');
    await chat.page.getByRole('button', { name: chatPage.en.sendFile }).click();
    await (await chosen).setFiles({ name: '客戶.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
    await chat.waitFor('Got it.');
    await chat.waitFor('客戶.csv');
    assert.deepEqual(kept, ['客戶.csv: a,b']);
  });

  it('sends a press as Teams does: strings, no empty inputs, the card it was on', async () => {
    let card = '';
    onMessage(async ({ text: said }, to) => {
      if (said) card = await to.send(form);
    });
    await open();
    await chat.say('form');
    await chat.fill('name', 'Contoso');
    await chat.fill('count', '12');
    await chat.choose('country', 'Germany');
    await chat.choose('term', 'One month');
    await chat.choose('offer', 'Business Premium');
    await chat.press('next');
    await waitForMessages(2);
    const press = messages()[1];
    assert.equal(press?.replyToId, card);
    assert.equal(press?.text, undefined);
    assert.deepEqual(press?.value, {
      verb: 'next',
      token: 't-1',
      name: 'Contoso',
      count: '12',
      date: '2026-02-03',
      country: 'DE',
      term: 'P1M',
      offer: 'offer-2',
      gdap: 'false',
    });
  });

  it('lets a button be pressed twice: telling them apart is the bot’s work', async () => {
    onMessage(({ text: said }, to) => said && to.send(form));
    await open();
    await chat.say('form');
    await chat.button('next').dblclick();
    await waitForMessages(3);
    assert.equal(messages()[1]?.replyToId, messages()[2]?.replyToId);
  });

  it('replaces a card where it stands, and keeps the focus and the place', async () => {
    let card = '';
    onMessage(async (_activity, to) => {
      card = await to.send(form);
      await to.send({ text: 'below' });
    });
    await open();
    await chat.say('form');
    await chat.waitFor('below');
    await chat.fill('note', 'half a sent');
    await chat.scroll(100);
    const corrected = JSON.stringify(form).replace('Step 2 of 5"', 'Corrected"');
    await reply.update(card, JSON.parse(corrected) as object);
    await chat.waitFor('Corrected');
    assert.equal(await chat.log.getByRole('article').count(), 4);
    assert.equal(await chat.scroll(), 100);
    assert.equal(await chat.log.getByText('below').count(), 1);
    assert.ok(await chat.focused(chat.log.getByLabel('Note')));
  });

  it('after a press shows the beginning of a card that takes the place of a smaller one, and of one that changed, at 320 px', async () => {
    const lines = (title: string) => [
      text(title),
      ...Array.from({ length: 30 }, (_none, n) => text(`Line ${String(n)}`)),
    ];
    onMessage(async ({ text: said, value, replyToId = '' }, to) => {
      if (said) await to.send(withCard([text('Small')], [submit('Add', { verb: 'add' })]));
      if (value)
        await to.update(replyToId, {
          ...withCard(lines(`Tall ${String(messages().length)}`), [submit('Add', { verb: 'add' })]),
        });
    });
    await open({ width: 320, height: 568 });
    await chat.say('form');
    await chat.waitFor('Small');
    for (const title of ['Tall 2', 'Tall 3']) {
      await chat.press('add');
      await chat.waitFor(title);
      const [card, log] = await Promise.all([
        chat.log.getByRole('article').last().boundingBox(),
        chat.log.boundingBox(),
      ]);
      assert.ok(card && log && Math.abs(card.y - log.y) < 24, JSON.stringify({ title, card, log }));
    }
  });

  it('removes what the bot deletes', async () => {
    await open();
    const id = await reply.send({ text: 'password: Secret1' });
    await chat.waitFor('Secret1');
    await reply.remove(id);
    await chat.waitUntilGone('Secret1');
    await chat.page.reload();
    await chat.waitFor('Hello, I am the stub.');
    assert.equal(await chat.log.getByText('Secret1').count(), 0);
  });

  it('shows that the bot is typing, until it has said something', async () => {
    await open();
    const typing = chat.page.getByText(chatPage.en.typing);
    await reply.send({ type: 'typing' });
    await typing.waitFor();
    await reply.send({ text: 'done' });
    await typing.waitFor({ state: 'hidden' });
    await chat.waitFor('done');
  });

  it('keeps the conversation, the partner and the user when the page is loaded again', async () => {
    onMessage(({ text: said, conversation }, to) => to.send({ text: `${said ?? ''} in ${conversation.tenantId}` }));
    await open();
    await chat.set('partner', partners[1].tenantId);
    await chat.waitFor('Hello, I am the stub.');
    await chat.set('user', 'user-3');
    await chat.waitFor('Hello, I am the stub.');
    await chat.say('one');
    await chat.waitFor(`one in ${partners[1].tenantId}`);
    await chat.page.reload();
    await chat.waitFor(`one in ${partners[1].tenantId}`);
    await chat.say('two');
    await chat.waitFor(`two in ${partners[1].tenantId}`);
    const [one, two] = messages();
    assert.equal(one?.conversation.id, two?.conversation.id);
    assert.deepEqual(one?.['from'], two?.['from']);
    assert.equal((two?.['from'] as { id?: string } | undefined)?.id, 'user-3');
  });

  it('begins anew on request, without what was said before', async () => {
    await open();
    await chat.say('old words');
    await chat.waitFor('old words');
    await chat.page.getByRole('button', { name: chatPage.en.newConversation }).click();
    await chat.waitUntilGone('old words');
    await chat.waitFor('Hello, I am the stub.');
    assert.equal(bot.received.filter(({ type }) => type === 'conversationUpdate').length, 2);
  });

  it('speaks the chosen language, tells the bot, and remembers it', async () => {
    await open({ locale: 'zh-HK' });
    await chat.page.getByRole('button', { name: chatPage['zh-TW'].send, exact: true }).waitFor();
    await chat.set('language', 'ru');
    await chat.page.getByRole('button', { name: chatPage.ru.send, exact: true }).waitFor();
    const kinds = [chatPage.ru.types['indirect-provider'], chatPage.ru.clouds.global].join(', ');
    assert.equal(await chat.page.locator('#partner option').first().textContent(), `Northwind Cloud — ${kinds}`);
    await waitForMessages(1);
    await chat.say('привет');
    await chat.waitFor('привет');
    await chat.page.reload();
    await chat.page.getByRole('button', { name: chatPage.ru.newConversation }).waitFor();
    assert.equal(bot.received.find(({ type }) => type === 'conversationUpdate')?.locale, 'zh-TW');
    assert.deepEqual(
      messages().map(({ text: said, locale }) => [said, locale]),
      [
        [chatPage.ru.languageName, 'ru'],
        ['привет', 'ru'],
      ],
    );
    assert.equal(await chat.page.locator('html').getAttribute('lang'), 'ru');
  });

  it('says when the connection is lost, and goes on with the conversation when the bot is back', async () => {
    await open({ allowed: offline });
    const port = Number(new URL(bot.url).port);
    const lost = chat.page.getByText(chatPage.en.connectionLost);
    await bot.close();
    await lost.waitFor();
    const before = bot.received[0]?.conversation.id;
    bot = await startStubBot({}, port);
    onMessage(({ text: said }, to) => to.send({ text: `again: ${said ?? ''}` }));
    await lost.waitFor({ state: 'hidden' });
    await chat.say('hi');
    await chat.waitFor('again: hi');
    await chat.waitFor('Hello, I am the stub.');
    assert.equal(messages()[0]?.conversation.id, before);
  });

  it('says when the bot did not take a message', async () => {
    await open({ allowed: [/502/] });
    onMessage(() => Promise.reject(new Error('out of order')));
    await chat.say('hi');
    await chat.page.getByText(chatPage.en.notDelivered).waitFor();
    onMessage(() => undefined);
    await chat.say('hi');
    await chat.page.getByText(chatPage.en.notDelivered).waitFor({ state: 'hidden' });
  });

  it('delivers what is said before the conversation has begun, in that conversation', async () => {
    let greet = (): void => undefined;
    const greeting = new Promise<void>((resolve) => (greet = resolve));
    bot.script = async (activity, to) => {
      reply = to;
      if (activity.type !== 'message') await greeting;
      else await to.send({ text: `again: ${activity.text ?? ''}` });
    };
    chat = await openChat(browser, bot.url);
    await chat.say('first');
    greet();
    await chat.waitFor('again: first');
    const former = messages()[0]?.conversation.id;
    await chat.page.getByRole('button', { name: chatPage.en.newConversation }).click();
    await chat.say('second');
    await chat.waitFor('again: second');
    assert.notEqual(messages()[1]?.conversation.id, former);
    assert.equal(await chat.page.getByText(chatPage.en.notDelivered).isVisible(), false);
  });

  it('keeps what was typed and not delivered in its box', async () => {
    await open({ allowed: offline });
    await bot.close();
    await chat.say('a long message');
    await chat.page.getByText(chatPage.en.notDelivered).waitFor();
    assert.equal(await chat.page.locator('#text').inputValue(), 'a long message');
    bot = await startStubBot();
  });

  it('shows a message whose time is none, and makes no link that runs something', async () => {
    await open();
    const link = (url: string, words: string) => ({
      type: 'TextRun',
      text: words,
      selectAction: { type: 'Action.OpenUrl', url },
    });
    const inlines = [link('javascript:alert(1)', 'runs'), link('https://desk.example/', 'leads')];
    await reply.send({ ...withCard([{ type: 'RichTextBlock', inlines }]), timestamp: 'yesterday' });
    await chat.waitFor('leads');
    const links = chat.log.locator('.card a[href]');
    assert.deepEqual(await links.allTextContents(), ['leads']);
    await reply.send({ text: 'without a time', timestamp: '' });
    await chat.waitFor('without a time');
  });

  it('says when a card cannot be shown', async () => {
    await open();
    const future = JSON.stringify(form).replace('"1.5"', '"1.6"');
    await reply.send(JSON.parse(future) as object);
    await chat.waitFor(chatPage.en.cardNotShown);
  });

  it('can be used by keyboard only, and leads from a press to the next card', async () => {
    onMessage(async ({ text: said, value }, to) => {
      if (said) await to.send(form);
      if (value)
        await to.send(
          withCard(
            [text('Contact'), { type: 'Input.Text', id: 'first', label: 'First name' }],
            [submit('Next', { verb: 'next' })],
          ),
        );
    });
    await open();
    const { keyboard } = chat.page;
    const walk = async (key: string, to: Locator): Promise<void> => {
      for (let steps = 0; steps < 30 && !(await chat.focused(to)); steps += 1) await keyboard.press(key);
      assert.ok(await chat.focused(to));
    };
    await chat.page.locator('#text').focus();
    await keyboard.type('form');
    await keyboard.press('Enter');
    await chat.waitFor('Company');
    assert.ok(await chat.focused(chat.page.locator('#text')));
    await walk('Shift+Tab', chat.log.getByLabel('Company name'));
    await keyboard.type('Contoso');
    await walk('Tab', chat.button('next'));
    await keyboard.press('Enter');
    await chat.log.getByLabel('First name').and(chat.page.locator(':focus')).waitFor();
    assert.equal(messages()[1]?.value?.['name'], 'Contoso');
  });

  it('leads from a press to the input that it changed, and else leaves the focus where it was', async () => {
    const input = (id: string, value = '') => ({ type: 'Input.Text', id, label: id, value });
    const cart = (lines: readonly object[], find: string) =>
      withCard(
        [input('reseller'), ...lines, { ...input('find', find), inlineAction: submit('Find', { verb: 'find' }) }],
        [submit('Add', { verb: 'add' })],
      );
    onMessage(async ({ text: said, value, replyToId = '' }, to) => {
      if (said) await to.send(cart([], ''));
      const { verb, find } = (value ?? {}) as Readonly<Record<string, string>>;
      if (verb) await to.update(replyToId, cart(verb === 'add' ? [input('count', '1')] : [], find ?? ''));
    });
    await open();
    await chat.say('cart');
    await chat.log.getByLabel('find', { exact: true }).fill('e3');
    const old = await chat.log.getByLabel('find', { exact: true }).elementHandle();
    await chat.page.keyboard.press('Enter');
    await old?.waitForElementState('hidden');
    await chat.log.getByLabel('find', { exact: true }).and(chat.page.locator(':focus')).waitFor();
    await chat.button('add').press('Enter');
    await chat.log.getByLabel('count').and(chat.page.locator(':focus')).waitFor();
  });

  it('shows where the focus is, at every stop', async () => {
    await open();
    await reply.send(form);
    await chat.waitFor('Company name');
    await chat.page.locator('#trying').focus();
    const stops: string[] = [];
    for (let step = 0; step < 40 && !stops.includes('at the end'); step += 1) {
      const stop = await chat.page.evaluate<string>(
        `(() => {
          const { tagName, id, className } = document.activeElement;
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
          if (tagName === 'BODY') return 'at the end';
          const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
          return (isSeen ? 'seen: ' : 'not seen: ') + [tagName, id, className].join(' ');
        })()`,
      );
      stops.push(stop);
      await chat.page.keyboard.press('Tab');
    }
    assert.ok(stops.length > 12, stops.join('\n'));
    assert.deepEqual(
      stops.filter((stop) => stop.startsWith('not seen')),
      [],
    );
  });

  it('does not take the focus from someone who is typing', async () => {
    await open();
    await chat.page.locator('#text').pressSequentially('half a');
    await reply.send(form);
    await chat.waitFor('Step 2 of 5');
    await chat.page.keyboard.type(' word');
    assert.equal(await chat.page.locator('#text').inputValue(), 'half a word');
  });

  it('announces a card by its summary, not by its inputs', async () => {
    await open();
    await reply.send(form);
    await chat.waitFor('Company name');
    const article = chat.log.getByRole('article').last();
    assert.equal(await article.locator('.unseen').textContent(), 'Step 2 of 5: Company');
    assert.equal(await article.locator('.card').getAttribute('aria-live'), 'off');
    assert.equal(await chat.log.getAttribute('aria-live'), 'polite');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1000, 360]) {
      it(`is accessible in ${colorScheme} at ${String(width)} px, and needs no sideways scrolling`, async () => {
        await open({ colorScheme, width });
        await chat.say('https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example');
        await reply.send(form);
        await chat.waitFor('Step 2 of 5');
        await chat.screenshot(`chat-form-${colorScheme}-${String(width)}`);
        await reply.send(review);
        await reply.send({ type: 'typing' });
        await chat.waitFor('Подписки и лицензии');
        await chat.screenshot(`chat-review-${colorScheme}-${String(width)}`);
        await chat.scroll(100_000);
        await chat.screenshot(`chat-end-${colorScheme}-${String(width)}`);
        assert.deepEqual(await chat.violations(), []);
        assert.deepEqual(await chat.tooWide(), []);
      });
    }
  }
});
