import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { words } from '../../locales/words.ts';
import { launch, savePicture } from '../browser/browser.ts';
import { startProcess, type BotProcess } from '../reliability/bot.ts';
import { startPlayground, type Playground } from './playground.ts';
import { openPlayground, type PlaygroundPage } from './playgroundPage.ts';

describe('a partner in the Agents Playground', () => {
  let bot: BotProcess;
  let playground: Playground;
  let browser: Browser;
  let chat: PlaygroundPage;
  const picture = (name: string): Promise<string> => savePicture(chat.page, `playground-${name}`);

  before(async function () {
    this.timeout(200_000);
    bot = await startProcess();
    playground = await startPlayground(bot.url());
    browser = await launch();
    chat = await openPlayground(browser, playground.url);
  });
  after(async () => {
    await browser.close();
    await playground.stop();
    await bot.clear();
  });

  it('is greeted once, and begins', async () => {
    await chat.waitFor('Add a customer to Partner Center');
    assert.deepEqual(await chat.titles(), ['Customer Desk']);
    await picture('hello');
    await chat.press('Add customer');
    await chat.waitFor('Step 1 of 7');
    await chat.press('Next');
    await chat.waitFor('Step 2 of 7');
  });

  it('sees all faults beside the inputs, in the same card', async () => {
    const before = await chat.cards.count();
    await chat.press('Next');
    await chat.waitFor('fields need your attention');
    assert.equal(await chat.cards.count(), before);
    await picture('faults');
  });

  it('fills in company, contact, agreement and reseller, each card leaving its summary', async () => {
    await chat.fill('Company name', 'Northwind Traders');
    await chat.fill('Primary domain name', 'northwindtraders');
    await chat.fill('Address line 1', '1 Microsoft Way');
    await chat.fill('City', 'Redmond');
    await chat.choose('State', 'Washington');
    await chat.fill('ZIP code', '98052');
    await picture('company');
    await chat.press('Next');
    await chat.waitFor('Suggested address');
    await picture('address');
    await chat.press('Use it');
    await chat.waitFor('Step 3 of 7');
    await chat.fill('First name', 'Анна');
    await chat.fill('Last name', '王');
    await chat.fill('Email address', 'anna@northwind.example');
    await chat.press('Next');
    await chat.waitFor('Step 4 of 7');
    await chat.check('The customer has accepted the latest Microsoft Customer Agreement');
    await chat.pickToday('Agreement acceptance date');
    await picture('agreement');
    await chat.press('Next');
    await chat.waitFor('Step 5 of 7');
    await chat.choose('Reseller (MPN ID)', 'Coho Networks (4000102)');
    await chat.press('Next: Subscriptions');
    await chat.waitFor('Step 6 of 7');
    assert.deepEqual(await chat.titles(), [
      'Customer Desk',
      '✓ Country/region',
      '✓ Company',
      '✓ Primary contact',
      '✓ Microsoft Customer Agreement',
      '✓ Indirect reseller',
      'Subscriptions',
    ]);
  });

  it('finds an offer, and keeps the cart when help is asked for and the language is changed', async () => {
    await chat.fill('Find an offer', 'exchange plan 1');
    await chat.press('Find');
    await chat.waitFor('Exchange Online (Plan 1)');
    await chat.press('Add');
    await chat.fill('Number of licenses (1 to 10,000,000)', '25');
    await picture('subscriptions');
    await chat.press('Language');
    await chat.press('Русский');
    await chat.waitFor('Шаг 6 из 7');
    await picture('russian');
    await chat.say('язык');
    await chat.press('English');
    await chat.waitFor('Step 6 of 7');
    await chat.say('help');
    await chat.waitFor('start over');
    await picture('help');
    await chat.say('back');
    await chat.waitFor('Step 5 of 7');
    await chat.press('Next: Subscriptions');
    await chat.waitFor('Exchange Online (Plan 1)');
  });

  it('reviews, changes one part, and comes back to the review', async () => {
    await chat.press('Next: Review');
    await chat.waitFor('Step 7 of 7');
    await picture('review');
    await chat.press('Update', 3);
    await chat.waitFor('Step 3 of 7');
    await chat.fill('First name', 'Ана');
    await chat.press('Next: Review');
    await chat.waitFor('Ана');
    await picture('review-changed');
  });

  it('submits, sees the password once, and has it blanked out of the card by Done', async () => {
    await chat.press('Submit');
    await chat.waitFor('Setup info');
    await chat.waitFor('admin@northwindtraders.onmicrosoft.com');
    await picture('confirmation');
    const shown = await chat.password();
    assert.match(shown, /^\w{14}$/);
    const password = chat.page.getByText(shown);
    assert.equal(await password.count(), 1);
    const before = await chat.cards.count();
    await chat.press('Done');
    await chat.waitFor('no longer shown');
    assert.equal(await chat.cards.count(), before);
    assert.equal(await password.count(), 0);
    await picture('done');
  });

  it('finds the customer in the list', async () => {
    await chat.say('customers');
    await chat.waitFor('northwindtraders.onmicrosoft.com');
    await picture('customers');
    await chat.press('Open');
    await chat.waitFor('anna@northwind.example');
    await picture('customer');
  });

  it('imports customers from pasted rows, and is offered them as a file', async () => {
    await chat.say('import');
    await chat.waitFor('Import customers');
    await chat.fill(
      words('en').t('field.csv'),
      'Existing or new,Company name,Primary domain name\nexisting,Coho Winery,cohowinery.example',
    );
    await chat.press('Check');
    await chat.waitFor(words('en').say('importReview.existing', { n: 1 }));
    await picture('import');
    await chat.press('Submit');
    await chat.waitFor(words('en').t('importDone.title'));
    await chat.press('Customers');
    await chat.waitFor('cohowinery.example');
    await chat.press('Export');
    await chat.waitFor('opens in Excel');
    await chat.press('Export customers');
    // The Playground knows no file consent; on this machine a link comes as well.
    await chat.page.getByText('can be downloaded on this machine').waitFor();
    await picture('export');
  });
});
