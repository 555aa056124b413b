import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { client, type Client } from '../client.ts';
import { commandWords } from '../commandWords.ts';
import { everythingIn, useTestBot } from '../testBot.ts';
import { useRestBot } from './restBot.ts';
import { ways } from './ways.ts';
import { answersIn, changed, openSection, partnerOf, submit, walkTo, type Answers } from './walk.ts';

const { t } = words('en');

/** Names of the inputs at fault on the newest card. */
const faultsOf = (user: Client): string[] => Object.keys(user.faults()).filter((name) => name !== '');

describe('a domain input left empty', () => {
  const bot = useTestBot();
  let count = 0;

  /** Answers without a domain, for a company nobody has added, and the prefix that is made from its name. */
  function nameless(country = 'US'): { answers: Answers; prefix: string; companyName: string } {
    const n = `${String((count += 1))}x${String(process.pid)}`;
    const companyName = `Blue Wave ${n} GmbH`;
    const answers = changed(answersIn(country), { company: { companyName, domainPrefix: '' } });
    return { answers, prefix: `bluewave${n}`, companyName };
  }

  const add = async (user: Client, answers: Answers): Promise<void> => {
    await user.say('add customer');
    await walkTo(user, 'review', answers);
    await submit(user);
  };

  /** The company's card, sent without a domain whose proposal somebody has. */
  async function taken(answers: Answers, locale = 'en-US'): Promise<Client> {
    await add(client(bot(), { manner: 'teams', partner: partnerOf(2) }), answers);
    const user = client(bot(), { manner: 'teams', partner: partnerOf(1), locale });
    await user.say('add customer');
    await user.press('next', answers.company);
    return user;
  }

  for (const [manner, locale] of ways)
    it(`takes the one made from the company’s name by the same press, and says so before Submit (${manner}, ${locale})`, async () => {
      const { answers, prefix } = nameless();
      const user = client(bot(), { manner, locale });
      await user.say(commandWords('addCustomer', locale));
      assert.deepEqual(faultsOf(user), []);
      assert.equal(user.inputs()['domainPrefix']?.placeholder, words(locale).t('company.domainPlaceholder'));
      await walkTo(user, 'review', answers, locale);
      assert.ok(user.texts().some((text) => text.includes(`${prefix}.onmicrosoft.com`)));
      assert.ok(user.texts().includes(words(locale).t('review.domain')));
      await user.press('submit');
      await user.until(words(locale).t('confirmation.title'));
      assert.equal((await bot().customersOf(partnerOf(1)))[0]?.domain, `${prefix}.onmicrosoft.com`);
    });

  it('stays in the input by Back and Update, and is made anew when the name it was made of is corrected, or it is emptied', async () => {
    const { answers, prefix } = nameless();
    const user = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    const domain = (): string | undefined => user.inputs()['domainPrefix']?.value;
    await user.say('add customer');
    await walkTo(user, 'contact', answers);
    await user.press('back');
    assert.equal(domain(), prefix);
    const corrected = nameless();
    await user.press('next', { companyName: corrected.companyName });
    await walkTo(user, 'review', answers);
    await user.press('update company');
    assert.equal(domain(), corrected.prefix);
    await user.press('next', { domainPrefix: `typed${prefix}` });
    const other = nameless();
    await user.press('update company');
    await user.press('next', { companyName: other.companyName });
    await user.press('update company');
    assert.equal(domain(), `typed${prefix}`, 'one that was typed is nobody’s but theirs');
    await user.press('next', { domainPrefix: '' });
    await user.press('update company');
    assert.equal(domain(), other.prefix);
  });

  it('stays where a client leaves out what nobody touched', async () => {
    const { answers, prefix } = nameless();
    const user = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    await user.say('add customer');
    await walkTo(user, 'contact', answers);
    await user.press('back');
    const leftOut = Object.keys(user.inputs()).map((name): [string, string] => [name, '']);
    await user.press('next', { ...Object.fromEntries(leftOut), city: 'Tacoma' });
    assert.equal(user.inputs()['domainPrefix']?.value, prefix);
    assert.ok(faultsOf(user).includes('domainPrefix'));
  });

  it('has no fault of its own while another input has one, and is made from the name that is right then', async () => {
    const { answers, prefix, companyName } = nameless();
    const user = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    await user.say('add customer');
    await user.press('next');
    assert.ok(!faultsOf(user).includes('domainPrefix'));
    await user.press('next', { ...answers.company, companyName: 'Inc.' });
    assert.deepEqual(faultsOf(user), ['companyName']);
    assert.equal(user.inputs()['domainPrefix']?.value, '');
    await user.press('next', { companyName });
    assert.equal(openSection(user), 'contact');
    await user.press('back');
    assert.equal(user.inputs()['domainPrefix']?.value, prefix);
  });

  it('is asked for where the name has nothing to make one of', async () => {
    const { answers } = nameless();
    const user = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    await user.say('add customer');
    await user.press('next', { ...answers.company, companyName: 'اع' });
    assert.deepEqual(faultsOf(user), ['domainPrefix']);
    await user.press('next', { domainPrefix: `mende${String(process.pid)}` });
    assert.equal(openSection(user), 'contact');
  });

  for (const [country, number, companyName, prefix] of [
    ['CN', 10, '高山滑雪有限公司', 'gaoshanhuaxue'],
    ['TW', 13, '高山滑雪股份有限公司', 'gaoshanhuaxue'],
    ['RU', 14, 'ООО «Ромашка»', 'romashka'],
  ] as const)
    it(`is made from a name in the script of ${country}`, async () => {
      const user = client(bot(), { manner: 'teams', partner: partnerOf(number) });
      await user.say('add customer');
      await walkTo(user, 'contact', changed(answersIn(country), { company: { companyName, domainPrefix: '' } }));
      await user.press('back');
      assert.equal(user.inputs()['domainPrefix']?.value, prefix);
    });

  it('offers two free ones where the proposal is taken, and one press takes one and goes on', async () => {
    const { answers, prefix } = nameless();
    const user = await taken(answers);
    assert.equal(openSection(user), 'company');
    assert.equal(user.inputs()['domainPrefix']?.value, prefix);
    assert.deepEqual(user.named('takeDomain '), [`takeDomain ${prefix}gmbh`, `takeDomain ${prefix}us`]);
    assert.ok(user.has('invite'), 'the customer may be somebody who has a tenant');
    await user.press(`takeDomain ${prefix}us`);
    assert.equal(openSection(user), 'contact');
    await walkTo(user, 'review', answers);
    await submit(user);
    assert.equal((await bot().customersOf(partnerOf(1)))[0]?.domain, `${prefix}us.onmicrosoft.com`);
  });

  it('keeps what else was changed beside the offered ones, judges it, and takes no domain that is none', async () => {
    const { answers, prefix } = nameless();
    const user = await taken(answers);
    await user.press(`takeDomain ${prefix}us`, { city: '' });
    assert.deepEqual(faultsOf(user), ['city']);
    assert.equal(user.inputs()['domainPrefix']?.value, `${prefix}us`);
    await user.press('next', { city: 'Springfield' });
    assert.equal(openSection(user), 'contact');
    const forged = await taken(nameless().answers);
    const [first] = forged.named('takeDomain ');
    assert.ok(first);
    await forged.send(forged.pressed(first, {}, undefined, { argument: 'not a domain' }));
    assert.equal(openSection(forged), 'company');
    assert.deepEqual(faultsOf(forged), ['domainPrefix']);
  });

  it('offers others for a typed domain that is taken, too', async () => {
    const { answers, prefix, companyName } = nameless();
    const user = await taken({ ...answers, company: { ...answers.company, domainPrefix: `sea${prefix.slice(8)}` } });
    assert.deepEqual(user.named('takeDomain '), [`takeDomain ${prefix}`, `takeDomain ${prefix}gmbh`]);
    assert.ok(companyName.length > 0);
  });

  it('offers others when the domain is taken by the time of Submit', async () => {
    const { answers, prefix } = nameless();
    const user = client(bot(), { manner: 'teams', partner: partnerOf(1) });
    await user.say('add customer');
    await walkTo(user, 'review', answers);
    await add(client(bot(), { manner: 'teams', partner: partnerOf(2) }), answers);
    await user.press('submit');
    assert.equal(openSection(user), 'company');
    await user.press(`takeDomain ${prefix}gmbh`);
    await walkTo(user, 'review', answers);
    await submit(user);
    assert.equal((await bot().customersOf(partnerOf(1)))[0]?.domain, `${prefix}gmbh.onmicrosoft.com`);
  });

  it('is in what is stored, also of the draft of a company whose domain is taken', async () => {
    const { answers, prefix } = nameless();
    const user = await taken(answers);
    assert.ok(user.has('takeDomain '));
    assert.ok((await everythingIn(bot().folder)).includes(`"domainPrefix":"${prefix}"`));
  });

  it(`says of an own customer that it is one, and offers other domains beside “${t('button.customers')}”`, async () => {
    const { answers, prefix } = nameless();
    await add(client(bot(), { manner: 'teams', partner: partnerOf(1) }), answers);
    const user = client(bot(), { manner: 'teams', partner: partnerOf(1) });
    await user.say('add customer');
    await user.press('next', answers.company);
    assert.ok(user.has('command customers'));
    await user.press(`takeDomain ${prefix}us`);
    assert.equal(openSection(user), 'contact');
  });
});

describe('a domain proposed with Partner Center by HTTP', () => {
  const bot = useRestBot();
  const contoso = changed(answersIn(), { company: { companyName: 'Contoso, Ltd.', domainPrefix: '' } });

  /** The company's card, sent with no domain. */
  async function sent(answers: Answers): Promise<Client> {
    const user = bot().person({ partner: partnerOf(2) });
    await user.say('add customer');
    await user.press('next', answers.company);
    return user;
  }

  const checked = (): string[] =>
    bot()
      .simulator.calls()
      .filter(({ method }) => method === 'HEAD')
      .map(({ path }) => path.replace('/v1/domains/', ''));

  it('is asked about once where it is free', async () => {
    const user = await sent(changed(contoso, { company: { companyName: 'Coho Winery Inc' } }));
    assert.equal(openSection(user), 'contact');
    assert.deepEqual(checked(), ['cohowinery.onmicrosoft.com']);
  });

  it('has two free ones beside it where it is taken', async () => {
    const user = await sent(contoso);
    assert.deepEqual(user.named('takeDomain '), ['takeDomain contosoltd', 'takeDomain contosous']);
    await user.press('takeDomain contosous');
    assert.equal(openSection(user), 'contact');
  });

  it('has none beside it that could not be checked', async () => {
    const [method, times] = ['HEAD', 4] as const;
    bot().simulator.fault({ kind: '500', method, path: '/v1/domains/contosoltd.onmicrosoft.com', times });
    bot().simulator.fault({ kind: '500', method, path: '/v1/domains/contoso2.onmicrosoft.com', times });
    const user = await sent(contoso);
    assert.deepEqual(user.named('takeDomain '), ['takeDomain contosous', 'takeDomain contoso3']);
  });

  it('is taken unchecked, and named, where Partner Center does not say whether it is free', async () => {
    bot().simulator.fault({ kind: '500', method: 'HEAD', path: '/v1/domains/*', times: 4 });
    const user = await sent(changed(contoso, { company: { companyName: 'Coho Vineyard' } }));
    assert.equal(openSection(user), 'contact');
    assert.ok(
      user.lines().some((line) => line.includes('cohovineyard.onmicrosoft.com')),
      user.lines().join(),
    );
  });
});
