import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { locales } from '../../model/languages.ts';
import { chatUsers } from '../../chat-page/server/conversations.ts';
import { words } from '../../locales/words.ts';
import { commandWords } from '../commandWords.ts';
import { fillIn } from './adding.ts';
import type { ChatPage } from './browser.ts';
import { partOf } from '../reliability/moments.ts';
import { startDesk, type Desk } from './desk.ts';

describe('a partner in the chat page', function () {
  let desk: Desk;

  before(async () => {
    desk = await startDesk();
  });

  after(() => desk.stop());

  it('adds a customer from hello to Done, and finds it in the list', async () => {
    const chat = await desk.open({ height: 1000 });
    await chat.waitForButton('command addCustomer');
    await fillIn(chat);
    await chat.screenshot('review');
    await chat.press('submit');
    await chat.waitForButton('done');
    await chat.waitFor('admin@northwindtraders.onmicrosoft.com');
    await chat.screenshot('confirmation');
    assert.deepEqual(await chat.violations(), []);
    await chat.press('done');
    await chat.waitFor(words('en').t('password.blanked'));
    await chat.say(commandWords('customers'));
    await chat.waitFor('northwindtraders.onmicrosoft.com');
    await chat.press('customer');
    await chat.press('customerDetails');
    await chat.waitFor('Robin Field');
    await chat.screenshot('customer');
    await chat.close();
  });

  it('answers every press with a new card where the client leaves cards as they were', async () => {
    const chat = await desk.open({ height: 1000 });
    await chat.set('client', 'ignoring');
    await chat.waitForButton('command addCustomer');
    const answers = chat.log.locator('article.theirs');
    const press: ChatPage['press'] = async (name) => {
      const before = await answers.count();
      await chat.press(name);
      await answers.nth(before).waitFor();
    };
    await fillIn({ ...chat, press }, 'northwindtoys');
    await press('submit');
    await chat.waitForButton('done');
    await chat.waitFor('admin@northwindtoys.onmicrosoft.com');
    await press('done');
    await chat.close();
  });

  it('downloads the list of customers as a file, from the chat page itself', async () => {
    const chat = await desk.open({ height: 1000 });
    await chat.say(commandWords('customers'));
    await chat.press('export');
    await chat.press('exportFile customers');
    const link = chat.log.locator('a.file').last();
    await link.waitFor();
    await chat.screenshot('export');
    assert.deepEqual(await chat.violations(), []);
    const [download] = await Promise.all([chat.page.waitForEvent('download'), link.click()]);
    assert.match(download.suggestedFilename(), /^customers-\d{4}-\d\d-\d\d\.xlsx$/);
    // A workbook is an archive.
    assert.match(await readFile(await download.path(), 'latin1'), /^PK/);
    await chat.close();
  });

  for (const [index, locale] of partOf(locales.filter((one) => one !== 'en')).entries()) {
    it(`keeps what was typed through Cancel, in ${locale} and at phone width`, async () => {
      const { t } = words(locale);
      const chat = await desk.open({ width: 360, height: 800, locale });
      await chat.set('user', chatUsers[index]?.id ?? '');
      await chat.press('command addCustomer');
      await chat.waitFor(t('form.step', { n: 1, m: 4 }));
      await chat.fill('companyName', 'Ромашка 洋甘菊');
      await chat.screenshot(`company-${locale}`);
      assert.deepEqual(await chat.tooWide(), []);
      assert.deepEqual(await chat.violations(), []);
      await chat.press('cancel');
      await chat.waitFor(t('cancel.title'));
      await chat.screenshot(`cancel-${locale}`);
      await chat.press('resume');
      await chat.waitFor(t('form.step', { n: 1, m: 4 }));
      const name = chat.input('companyName');
      assert.equal(await name.inputValue(), 'Ромашка 洋甘菊');
      await chat.close();
    });
  }

  /** To the company card of a new customer, whether or not the user has begun another one. */
  const beginAnew = async (chat: ChatPage): Promise<void> => {
    const step = words('en').t('form.step', { n: 1, m: 4 });
    await chat.waitForButton('command addCustomer');
    await chat.say(commandWords('addCustomer'));
    const begun = chat.button('newDraft');
    await begun.or(chat.log.getByText(step)).last().waitFor();
    if ((await begun.count()) > 0) await chat.press('newDraft');
    await chat.waitFor(step);
  };

  it('keeps what stands in a card’s inputs when the page is loaded again, and when cancel is typed', async () => {
    const chat = await desk.open({ height: 900 });
    const { t } = words('en');
    await chat.set('user', chatUsers[2]?.id ?? '');
    await beginAnew(chat);
    await chat.fill('companyName', 'Fjord Works');
    await chat.choose('state', 'Washington');
    const value = (): Promise<string> => chat.input('companyName').inputValue();
    await chat.page.reload();
    await chat.waitFor(t('form.step', { n: 1, m: 4 }));
    assert.equal(await value(), 'Fjord Works');
    await chat.say(commandWords('cancel'));
    await chat.waitFor(t('cancel.title'));
    await chat.press('resume');
    await chat.waitUntilGone(t('cancel.title'));
    assert.equal(await value(), 'Fjord Works');
    await chat.press('next');
    await chat.waitFor(t('form.faults', { n: 3 }));
    assert.equal(await value(), 'Fjord Works');
    await chat.close();
  });

  it('brings the first input at fault into sight on a card that is longer than the screen', async () => {
    const chat = await desk.open({ height: 720 });
    const { t } = words('en');
    await chat.set('user', chatUsers[1]?.id ?? '');
    await beginAnew(chat);
    await chat.fill('companyName', 'Fjord Works');
    await chat.fill('domainPrefix', 'not a domain');
    await chat.press('next');
    await chat.waitFor(t('form.faults', { n: 5 }));
    const domain = chat.input('domainPrefix');
    assert.ok(await chat.focused(domain));
    const [input, list] = [await domain.boundingBox(), await chat.log.boundingBox()];
    assert.ok(input && list && input.y >= list.y && input.y + input.height <= list.y + list.height);
    await chat.close();
  });
});
