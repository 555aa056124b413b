import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { chatPage } from '../../locales/chatPage.ts';
import { locales } from '../../locales/translator.ts';
import { launch, openChat, type ChatPage, type Look } from './browser.ts';
import { form, submit, text, withCard } from './sampleCards.ts';
import { startStubBot, type Received, type Reply, type StubBot } from './stubBot.ts';

const greeting = 'Hello, I am the stub.';
const offline = [/ERR_|404/];
const tall = (title: string) =>
  withCard(
    Array.from({ length: 40 }, (_none, n) => text(`${title} ${String(n)}`)),
    [submit('Next', { verb: 'next' })],
  );

describe('using the chat page', () => {
  let browser: Browser;
  let bot: StubBot;
  let chat: ChatPage;
  let reply: Reply;
  let kept: string[];

  const files = {
    endings: ['.csv', '.xlsx', '.vcf'],
    megabytes: 1,
    keep: ({ name }: { name: string }) => `http://127.0.0.1/files/${String(kept.push(name))}`,
  };
  const begin = async (port = 0): Promise<void> => {
    bot = await startStubBot({ files }, port);
    bot.script = async (activity, to) => {
      reply = to;
      if (activity.type === 'conversationUpdate') await to.send({ text: greeting });
    };
  };
  const open = async (look: Look = {}): Promise<void> => {
    chat = await openChat(browser, bot.url, look);
    await chat.waitFor(greeting);
  };
  const said = (): Received[] => bot.received.filter(({ type }) => type === 'message');
  const box = () => chat.page.locator('#text');
  const seen = (id: string) => chat.page.locator(`#${id}`);
  const waitForTexts = async (texts: string[]): Promise<void> => {
    await chat.waitFor(texts.at(-1) ?? '');
    assert.deepEqual(
      said().map((one) => one.text),
      texts,
    );
  };

  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());
  beforeEach(async () => {
    kept = [];
    await begin();
  });
  afterEach(async () => {
    await chat.close();
    await bot.close();
  });

  /** Drags files over the page and drops them there. */
  const drag = (event: 'dragover' | 'drop', names: Readonly<Record<string, number>>): Promise<void> =>
    chat.page.evaluate<void>(
      `(() => {
        const dataTransfer = new DataTransfer();
        for (const [name, size] of Object.entries(${JSON.stringify(names)}))
          dataTransfer.items.add(new File(['x'.repeat(size)], name));
        document.body.dispatchEvent(new DragEvent('${event}', { dataTransfer, bubbles: true, cancelable: true }));
      })()`,
    );

  for (const locale of locales) {
    it(`says who tries it, and opens the choices by the keyboard and closes them again, in ${locale}`, async () => {
      await open({ locale });
      const { page } = chat;
      const trying = seen('trying');
      const [title, name] = [chatPage[locale].tryingAs.replace('{name}', 'Robin Field'), 'Northwind Cloud'];
      for (const part of [title, name, chatPage[locale].types['indirect-provider'], chatPage[locale].clouds.global])
        assert.ok((await trying.textContent())?.includes(part), part);
      await trying.focus();
      await page.keyboard.press('Enter');
      await seen('choices').waitFor();
      assert.ok(await chat.focused(seen('user')));
      assert.deepEqual(await chat.violations(), []);
      await chat.screenshot(`choices-${locale}`);
      await page.keyboard.press('ArrowDown');
      await page.getByText('林怡君').first().waitFor();
      await page.keyboard.press('Escape');
      await seen('choices').waitFor({ state: 'hidden' });
      assert.ok(await chat.focused(trying));
      assert.ok((await trying.textContent())?.includes('林怡君'));
    });
  }

  it('says the product’s name once, and shows its icon there and on the tab', async () => {
    await open();
    assert.equal(await chat.page.getByText(chatPage.en.title).count(), 1);
    assert.equal(await chat.page.title(), chatPage.en.title);
    for (const icon of ['link[rel=icon]', 'header img']) {
      const path = (await chat.page.locator(icon).getAttribute(icon.startsWith('link') ? 'href' : 'src')) ?? '';
      const answer = await fetch(bot.url + path);
      assert.equal(answer.headers.get('content-type'), 'image/svg+xml', icon);
      assert.match(await answer.text(), /<svg/);
    }
    assert.ok(await chat.page.evaluate<boolean>(`document.querySelector('header img').naturalWidth > 0`));
  });

  it('is dark or light as the system, or as it was chosen here before', async () => {
    await open({ colorScheme: 'light' });
    const ground = (): Promise<string> => chat.page.evaluate(`getComputedStyle(document.body).backgroundColor`);
    const light = await ground();
    await chat.page.emulateMedia({ colorScheme: 'dark' });
    const dark = await ground();
    assert.notEqual(dark, light);
    await chat.set('appearance', 'light');
    assert.equal(await ground(), light);
    await chat.page.reload();
    await chat.waitFor(greeting);
    assert.equal(await ground(), light);
    await chat.set('appearance', 'system');
    assert.equal(await ground(), dark);
    await chat.page.emulateMedia({ colorScheme: 'light' });
    await chat.set('appearance', 'dark');
    assert.equal(await ground(), dark);
  });

  it('shows beside the conversation what the newest home card says is waiting, and takes a press there', async () => {
    const home = (waits: string) =>
      withCard([
        text('Home'),
        {
          type: 'Container',
          id: 'agenda',
          items: [text(waits), { type: 'ActionSet', actions: [submit('Go', { verb: 'go' })] }],
        },
      ]);
    await open({ width: 1500 });
    assert.equal(await seen('today').isVisible(), false);
    const first = await reply.send(home('One waits'));
    await seen('today').getByText('One waits').waitFor();
    assert.equal(await seen('today').getByText('Home').count(), 0);
    for (const look of [{ colorScheme: 'dark' }, { colorScheme: 'light' }, { forcedColors: 'active' }] as const) {
      await chat.page.emulateMedia(look);
      assert.deepEqual(await chat.violations(), []);
    }
    await chat.screenshot('today');
    const newest = await reply.send(home('Two wait'));
    await seen('today').getByText('Two wait').waitFor();
    // Another card in the place of an older one changes nothing.
    await reply.update(first, withCard([text('Company')]));
    const go = seen('today').locator('button[data-verb=go]');
    await go.press('Enter');
    await reply.update(newest, withCard([text('Contact')]));
    await chat.waitFor('Contact');
    await go.press('Enter');
    await reply.send({ text: 'both came' });
    await chat.waitFor('both came');
    // The second must not take the place of the card that stands there now.
    assert.deepEqual(
      said().map(({ value, replyToId }) => [value?.['verb'], replyToId]),
      [
        ['go', newest],
        ['go', undefined],
      ],
    );
    await chat.page.setViewportSize({ width: 390, height: 800 });
    assert.equal(await seen('today').isVisible(), false);
    await chat.page.setViewportSize({ width: 1500, height: 800 });
    await seen('fresh').click();
    await seen('today').waitFor({ state: 'hidden' });
  });

  it('speaks the language whose name is typed, or whose button is pressed', async () => {
    await open();
    await chat.say(chatPage.ru.languageName.toLowerCase());
    await chat.waitFor(chatPage.ru.languageName.toLowerCase());
    assert.equal(await seen('language').inputValue(), 'ru');
    assert.equal(await box().getAttribute('placeholder'), chatPage.ru.message);
    assert.equal(await seen('today-title').textContent(), chatPage.ru.today);
    await reply.send(withCard([text('Choose')], [submit('繁體中文', { verb: 'setLanguage', argument: 'zh-TW' })]));
    await chat.waitFor('Choose');
    await chat.press('setLanguage zh-TW');
    assert.equal(await box().getAttribute('placeholder'), chatPage['zh-TW'].message);
  });

  it('shows what waits in no former language', async () => {
    const home = withCard([{ type: 'Container', id: 'agenda', items: [text('One waits')] }]);
    await open({ width: 1500 });
    await reply.send(home);
    await seen('today').waitFor();
    await chat.set('language', 'ru');
    await seen('today').waitFor({ state: 'hidden' });
    await chat.page.reload();
    await chat.waitFor(greeting);
    assert.equal(await seen('today').isVisible(), false);
    await reply.send(home);
    await seen('today').waitFor();
  });

  it('can be tried as a client that leaves cards as they were', async () => {
    await open();
    await chat.set('client', 'ignoring');
    await chat.waitFor(greeting);
    const card = await reply.send(withCard([text('As it was')]));
    await chat.waitFor('As it was');
    await reply.update(card, withCard([text('As it is')]));
    await reply.remove(card);
    await reply.send({ text: 'afterwards' });
    await chat.waitFor('afterwards');
    assert.equal(await chat.log.getByText('As it was').count(), 1);
    await chat.page.reload();
    await chat.waitFor('afterwards');
    assert.equal(await seen('client').inputValue(), 'ignoring');
  });

  it('is accessible where the system chooses the colours, with its choices open and a file over it', async () => {
    await open();
    await chat.page.emulateMedia({ forcedColors: 'active' });
    await reply.send(form);
    await seen('trying').click();
    await drag('dragover', { 'a.csv': 1 });
    await seen('drop').waitFor();
    await chat.screenshot('forced-colors');
    assert.deepEqual(await chat.violations(), []);
    assert.equal(await chat.page.evaluate(`document.getAnimations().length`), 0);
  });

  it('sends files that are dropped, and names those that are not read, are too large or empty', async () => {
    await open();
    await drag('dragover', { 'a.csv': 1 });
    await seen('drop').waitFor();
    for (const ending of files.endings) assert.ok((await seen('drop').textContent())?.includes(ending), ending);
    await drag('drop', { 'a.CSV': 1, 'b.vcf': 2, 'c.pdf': 1, 'd.xlsx': 1024 * 1024 + 1, 'e.csv': 0 });
    await seen('drop').waitFor({ state: 'hidden' });
    await waitForTexts(['a.CSV', 'b.vcf']);
    assert.deepEqual(kept, ['a.CSV', 'b.vcf']);
    const lines = ((await seen('refused').textContent()) ?? '').split('\n');
    assert.deepEqual(
      lines.map((line) => /[cde]\.\w+/.exec(line)?.[0]),
      ['c.pdf', 'd.xlsx', 'e.csv'],
    );
    await chat.screenshot('refused-files');
    assert.deepEqual(await chat.violations(), []);
    await chat.say('never mind');
    await chat.waitFor('never mind');
    await seen('refused').waitFor({ state: 'hidden' });
  });

  it('takes a dragged text for no file', async () => {
    await open();
    await chat.page.evaluate(
      `(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData('text/plain', 'words');
        document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
      })()`,
    );
    assert.ok(await seen('drop').isHidden());
  });

  it('sends the lines of what is pasted, and lets a line be begun in the box', async () => {
    await open();
    await box().focus();
    await chat.page.keyboard.insertText('Contoso Ltd\n1 Main Street');
    await chat.page.keyboard.press('Shift+Enter');
    await chat.page.keyboard.type('Seattle');
    await chat.page.keyboard.press('Enter');
    await chat.waitFor('Seattle');
    assert.deepEqual(
      said().map((one) => one.text),
      ['Contoso Ltd\n1 Main Street\nSeattle'],
    );
  });

  it('brings back by the arrows what was typed before, also after loading again, and leaves one’s own text alone', async () => {
    await open();
    for (const one of ['first', 'second\nline']) {
      await chat.say(one);
      await chat.waitFor(one.split('\n')[0] ?? '');
    }
    await drag('drop', { 'a.csv': 1 });
    await chat.waitFor('a.csv');
    await chat.page.reload();
    await chat.waitFor('a.csv');
    await box().focus();
    const after = async (...keys: string[]): Promise<string> => {
      for (const key of keys) await chat.page.keyboard.press(key);
      return box().inputValue();
    };
    assert.equal(await after('ArrowUp'), 'second\nline');
    assert.equal(await after('ArrowUp', 'ArrowUp'), 'first');
    assert.equal(await after('ArrowDown'), 'second\nline');
    assert.equal(await after('ArrowDown'), '');
    await chat.page.keyboard.type('mine');
    assert.equal(await after('ArrowUp', 'ArrowDown'), 'mine');
  });

  it('leaves a reader who has scrolled up there, and leads to the new messages', async () => {
    await open();
    await reply.send(tall('Old'));
    await chat.waitFor('Old 39');
    await chat.scroll(0);
    await reply.send({ text: 'first news' });
    await reply.send(tall('New'));
    await seen('newer').waitFor();
    assert.equal(await chat.scroll(), 0);
    await chat.screenshot('new-messages');
    assert.deepEqual(await chat.violations(), []);
    await seen('newer').click();
    await seen('newer').waitFor({ state: 'hidden' });
    const [news, log] = await Promise.all([chat.log.getByText('first news').boundingBox(), chat.log.boundingBox()]);
    assert.ok(news && log && news.y >= log.y && news.y + news.height <= log.y + log.height);
    assert.ok(await chat.focused(chat.log));
    // One's own words, and the answer to them, are followed.
    await chat.scroll(0);
    await chat.say('my words');
    await chat.waitFor('my words');
    await reply.send({ text: 'an answer' });
    await chat.waitFor('an answer');
    const answer = await chat.log.getByText('an answer').boundingBox();
    assert.ok(answer && log && answer.y + answer.height <= log.y + log.height);
    assert.ok(await seen('newer').isHidden());
  });

  it('keeps what is typed on a draft’s card through a new conversation', async () => {
    await open();
    const ofDraft = JSON.parse(JSON.stringify(form).replaceAll('t-1', 'draft.3.company')) as object;
    await reply.send(ofDraft);
    await chat.waitFor('Company name');
    await chat.fill('name', 'Contoso');
    await seen('fresh').click();
    await chat.waitUntilGone('Company name');
    await chat.waitFor(greeting);
    await reply.send(ofDraft);
    await chat.waitFor('Company name');
    assert.equal(await chat.input('name').inputValue(), 'Contoso');
  });

  it('begins a conversation by itself when the bot that comes back does not know the partner of the former one', async () => {
    await open({ allowed: offline });
    const port = Number(new URL(bot.url).port);
    await bot.close();
    await seen('lost').waitFor();
    bot = await startStubBot(
      { partners: () => [{ tenantId: 'other', name: 'Other', type: 'direct-bill', cloud: 'china', country: 'CN' }] },
      port,
    );
    bot.script = async ({ type }, to) => void (type === 'conversationUpdate' && (await to.send({ text: 'And now?' })));
    await chat.waitFor('And now?');
    await seen('lost').waitFor({ state: 'hidden' });
    assert.ok((await seen('trying').textContent())?.includes('Other'));
    assert.equal(await seen('attach').isVisible(), false);
  });

  it('shows beside the conversation, where there is room, what can be typed: commands are sent, examples put into the box', async () => {
    await open({ width: 1280 });
    const { commands, examples } = chatPage.en;
    await chat.page.locator('#places button').first().click();
    await waitForTexts([commands[0]]);
    await chat.page.locator('#examples button').first().click();
    assert.equal(await box().inputValue(), examples[0]);
    assert.ok(await chat.focused(box()));
    assert.equal(said().length, 1);
    assert.deepEqual(await chat.violations(), []);
    await chat.page.setViewportSize({ width: 1000, height: 800 });
    await seen('shortcuts').waitFor({ state: 'hidden' });
  });

  it('keeps the message box in sight above the keyboard of a phone, which a press does not bring up', async () => {
    await open({ width: 390, height: 844, touch: true });
    await reply.send(form);
    await chat.waitFor('Company name');
    const id = await reply.send(withCard([text('Small')], [submit('Next', { verb: 'add' })]));
    bot.script = (activity, to) => (activity.value ? to.update(id, form) : undefined);
    await chat.button('add').tap();
    await chat.log.getByText('Small').waitFor({ state: 'detached' });
    assert.ok(await chat.focused(chat.log.locator('.card').last()));
    await box().tap();
    // What a keyboard takes from the page, in a browser that knows interactive-widget.
    for (const height of [520, 420]) {
      await chat.page.setViewportSize({ width: 390, height });
      const place = await box().boundingBox();
      assert.ok(place && place.y > 0 && place.y + place.height <= height, JSON.stringify(place));
      await chat.screenshot(`keyboard-${String(height)}`);
    }
    assert.ok(await chat.focused(box()));
    assert.deepEqual(await chat.tooWide(), []);
  });

  for (const width of [320, 360, 390, 430]) {
    it(`has inputs beneath each other and all of its bars on a phone of ${String(width)} px`, async () => {
      await open({ width, height: 700 });
      const input = (id: string) => ({ type: 'Input.Text', id, label: `Label of ${id}` });
      const column = (id: string) => ({ type: 'Column', width: 'stretch', items: [input(id)] });
      await reply.send(
        withCard([{ type: 'ColumnSet', columns: [column('one'), column('two')] }], [submit('Next', { verb: 'next' })]),
      );
      await chat.waitFor('Label of two');
      const [one, two, send] = await Promise.all([
        chat.input('one').boundingBox(),
        chat.input('two').boundingBox(),
        chat.page.locator('#composer button[type=submit]').boundingBox(),
      ]);
      assert.ok(one && two && send);
      assert.ok(two.y > one.y + one.height, JSON.stringify({ one, two }));
      assert.ok(one.width > width - 80 && two.width === one.width, JSON.stringify({ one, two }));
      assert.ok(send.x + send.width <= width && send.y + send.height <= 700);
      await chat.screenshot(`stacked-${String(width)}`);
      assert.deepEqual(await chat.tooWide(), []);
    });
  }
});
