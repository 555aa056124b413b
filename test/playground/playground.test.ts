import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { languageNames } from '../../locales/languageNames.ts';
import { words } from '../../locales/words.ts';
import { commandWords } from '../commandWords.ts';
import { launch, savePicture } from '../browser/browser.ts';
import { startProcess, type BotProcess } from '../reliability/bot.ts';
import { startPlayground, type Playground } from './playground.ts';
import { openPlayground, type PlaygroundPage } from './playgroundPage.ts';

const { t } = words('en');

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
    await chat.waitFor(t('button.addCustomer'));
    assert.deepEqual(await chat.titles(), [t('home.title')]);
    await picture('hello');
    await chat.press(t('button.addCustomer'));
    await chat.waitFor(t('field.companyName'));
  });

  it('sees all faults beside the inputs, in the same card', async () => {
    const before = await chat.cards.count();
    await chat.press(t('button.next'));
    await chat.waitFor(t('required.companyName'));
    assert.equal(await chat.cards.count(), before);
    await picture('faults');
  });

  it('fills in company, contact, agreement and reseller, each card in place of the one before', async () => {
    const before = await chat.cards.count();
    await chat.fill(t('field.companyName'), 'Northwind Traders');
    await chat.fill(t('field.domainPrefix'), 'northwindtraders');
    await chat.fill(t('field.addressLine1'), '1 Microsoft Way');
    await chat.fill(t('field.city'), 'Redmond');
    await chat.choose(t('stateType.state'), 'Washington');
    await chat.fill(t('zipType.zip'), '98052');
    await picture('company');
    await chat.press(t('button.next'));
    await chat.waitFor(t('address.suggested'));
    await picture('address');
    await chat.press(t('button.useIt'));
    await chat.waitFor(t('sections.contactAgreement'));
    await chat.fill(t('field.firstName'), 'Анна');
    await chat.fill(t('field.lastName'), '王');
    await chat.fill(t('field.email'), 'anna@northwind.example');
    await chat.check(t('field.accepted'));
    await picture('agreement');
    await chat.press(t('button.nextSubscriptions'));
    await chat.waitFor(t('sections.resellerSubscriptions'));
    await chat.choose(t('field.reseller'), 'Coho Networks');
    assert.equal(await chat.cards.count(), before);
  });

  it('finds an offer, and keeps the cart when help is asked for and the language is changed', async () => {
    await chat.fill(t('field.find'), 'exchange plan 1');
    await chat.press(t('button.find'));
    await chat.waitFor('Exchange Online (Plan 1)');
    await chat.press(t('button.add'));
    await chat.fill(t('unit.licenses'), '25');
    await picture('subscriptions');
    await chat.say(commandWords('language'));
    await chat.press(languageNames.ru);
    await chat.waitFor(words('ru').t('sections.resellerSubscriptions'));
    await picture('russian');
    await chat.say(commandWords('language', 'ru'));
    await chat.press(languageNames.en);
    await chat.waitFor(t('sections.resellerSubscriptions'));
    await chat.say(commandWords('help'));
    await chat.waitFor(commandWords('startOver'));
    await picture('help');
    await chat.say(commandWords('back'));
    // From help it leads to the cart as it stands; from there, a step back.
    await chat.waitFor(t('sections.resellerSubscriptions'));
    await chat.say(commandWords('back'));
    await chat.waitFor(t('sections.contactAgreement'));
    await chat.press(t('button.nextSubscriptions'));
    await chat.waitFor('Exchange Online (Plan 1)');
  });

  it('reviews, changes one part, and comes back to the review', async () => {
    await chat.press(t('button.nextReview'));
    await chat.waitFor(t('review.title'));
    await picture('review');
    await chat.press(t('button.update'), 2);
    await chat.waitFor(t('field.firstName'));
    await chat.fill(t('field.firstName'), 'Ана');
    await chat.press(t('button.nextReview'));
    await chat.waitFor('Ана');
    await picture('review-changed');
  });

  it('submits, sees the password once, and has it blanked out of the card by Done', async () => {
    await chat.press(t('button.submit'));
    await chat.waitFor(t('field.adminAccount'));
    await chat.waitFor('admin@northwindtraders.onmicrosoft.com');
    await picture('confirmation');
    const shown = await chat.password();
    assert.match(shown, /^\w{14}$/);
    const password = chat.page.getByText(shown);
    assert.equal(await password.count(), 1);
    const before = await chat.cards.count();
    await chat.press(t('button.done'));
    await chat.waitFor(t('password.blanked'));
    assert.equal(await chat.cards.count(), before);
    assert.equal(await password.count(), 0);
    await picture('done');
  });

  it('finds the customer in the list', async () => {
    await chat.say(commandWords('customers'));
    await chat.waitFor('northwindtraders.onmicrosoft.com');
    await picture('customers');
    await chat.press(t('button.open'));
    await chat.press(t('button.more'));
    await chat.waitFor('anna@northwind.example');
    await picture('customer');
  });

  it('imports customers from pasted rows, and is offered them as a file', async () => {
    await chat.say(commandWords('importCustomers'));
    await chat.waitFor(t('field.csv'));
    await chat.fill(
      t('field.csv'),
      'Existing or new,Company name,Primary domain name\nexisting,Coho Winery,cohowinery.example',
    );
    await chat.press(t('button.check'));
    await chat.waitFor(t('importReview.existing', { n: 1 }));
    await picture('import');
    await chat.press(t('button.submit'));
    await chat.waitFor(t('importDone.title'));
    await chat.press(t('button.customers'));
    await chat.waitFor('cohowinery.example');
    await chat.press(t('button.export'));
    await chat.press(t('button.exportCustomers'));
    // The Playground knows no file consent; on this machine a link comes as well.
    await chat.page.getByText(/\/files\//).waitFor();
    await picture('export');
  });
});
