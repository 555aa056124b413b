import assert from 'node:assert/strict';
import { countryName } from '../../partner-center/rules/countries.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { words } from '../../locales/words.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer } from './existing.ts';
import { answersIn, changed, openSection, partnerOf } from './walk.ts';

const { t } = words('en');
const bot = useTestBot();
const partner = partnerOf(2);
const european = samplePartners.find(({ country }) => country === 'FR') ?? partner;

const person = (locale = 'en-US'): Client => client(bot(), { manner: 'teams', partner, locale });

const toCompany = async (user: Client): Promise<void> => {
  while (openSection(user) !== 'company') await user.press('next');
};

describe('a sentence that says more than one thing', () => {
  before(async () => {
    const named = changed(answersIn(), { company: { companyName: 'Contoso Ltd' } });
    await existing(bot(), person(), partner, [offer.e3], named);
  });

  it('begins a customer with all that stands behind its name', async () => {
    for (const text of [
      'add customer Fabrikam Inc, 12 Elm St, Dallas TX 75201, contact Jane Roe jane@fabrikam.example',
      'добавь клиента Fabrikam Inc, 12 Elm St, Dallas TX 75201, Jane Roe, jane@fabrikam.example',
      '添加客户 Fabrikam Inc，12 Elm St，Dallas TX 75201，Jane Roe，jane@fabrikam.example',
      '新增客戶 Fabrikam Inc，12 Elm St，Dallas TX 75201，Jane Roe，jane@fabrikam.example',
    ]) {
      const user = person();
      await user.say(text);
      await toCompany(user);
      const { companyName, city, postalCode } = user.inputs();
      assert.deepEqual([companyName?.value, city?.value, postalCode?.value], ['Fabrikam Inc', 'Dallas', '75201'], text);
    }
  });

  it('begins a customer with the number that stands behind its label', async () => {
    for (const text of [
      'оформить ООО «Лютик», ИНН 7707083893',
      'оформи ООО Лютик, ИНН 7707083893',
      'завести ООО «Лютик» ИНН 7707083893',
    ]) {
      const user = client(bot(), { manner: 'teams', partner: partnerOf(14) });
      await user.say(text);
      const { companyName, registrationNumber } = user.inputs();
      assert.equal(registrationNumber?.value, '7707083893', text);
      assert.match(companyName?.value ?? '', /Лютик»?$/u, text);
    }
  });

  it('copies a customer under the name that is typed, also where it is asked which one is meant', async () => {
    const user = person();
    await user.say('set up Wingtip Toys same as Contoso Ltd');
    assert.equal(user.inputs()['companyName']?.value, 'Wingtip Toys');
    assert.ok(user.texts().some((line) => line.includes(t('customer.copied', { name: 'Contoso Ltd' }))));
  });

  it('says of an input beside the form that its value is wrong, where it is asked, or keeps it for later', async () => {
    for (const text of ['wrong country', 'the country is wrong', 'не та страна', '国家选错了', '國家不對']) {
      const user = person();
      await user.say('add customer Tailspin Ltd');
      await toCompany(user);
      await user.say(text);
      assert.equal(openSection(user), 'country', text);
    }
    for (const text of ['city is wrong', 'неправильный город', '城市填错了', '城市填錯了']) {
      const user = person();
      await user.say('add customer Tailspin Ltd');
      await toCompany(user);
      await user.say(text);
      assert.equal(openSection(user), 'company', text);
      assert.equal(user.lines().length, 1, text);
    }
    for (const text of ['phone 206 555 0100', 'телефон 206 555 0100', '手机号 206 555 0100', '手機號 206 555 0100']) {
      const user = person();
      await user.say('add customer Tailspin Ltd');
      await toCompany(user);
      await user.say(text);
      assert.ok(user.lines().includes(t('typed.kept', { value: '206 555 0100' })), text);
      await user.press('next', { addressLine1: '1 Main St', city: 'Seattle', state: 'WA', postalCode: '98101' });
      assert.match(user.inputs()['phoneNumber']?.value ?? '', /206/u, text);
    }
  });

  it('begins a customer in the country that is named, or says that it cannot be there', async () => {
    for (const [text, code] of [
      ['help me add a customer in Austria', 'AT'],
      ['добавь клиента в Австрии', 'AT'],
      ['添加一个奥地利的客户', 'AT'],
      ['新增一個在奧地利的客戶', 'AT'],
    ] as const) {
      const user = client(bot(), { manner: 'teams', partner: european, locale: 'en-US' });
      await user.say(text);
      assert.ok(
        user.texts().some((line) => line.includes(countryName(code, 'en'))),
        text,
      );
      await toCompany(user);
      assert.equal(user.inputs()['companyName']?.value ?? '', '', text);
    }
    for (const text of [
      'help me add a customer in Canada',
      'добавь нового клиента в Канаде',
      '添加一个加拿大的客户',
      '新增一個在加拿大的客戶',
    ]) {
      const user = person();
      await user.say(text);
      assert.ok(user.texts().includes(t('sentence.noMarket', { country: countryName('CA', 'en') })), text);
    }
    const user = person();
    await user.say('add customer Tailspin Ltd in Canada');
    assert.ok(user.texts().includes(t('sentence.noMarket', { country: countryName('CA', 'en') })));
    await user.say('drafts');
    assert.deepEqual(user.named('continueDraft '), [], 'no form is begun for another country');
  });

  it('begins no form where its details are of a country that the partner cannot add customers in', async () => {
    const user = client(bot(), { manner: 'teams', partner: partnerOf(14) });
    await user.say('add customer ТОО «Степь», Алматы, Айгуль Сейтова a.seitova@step.kz +7 727 250 11 22');
    assert.ok(user.texts().includes(t('sentence.noMarket', { country: countryName('KZ', 'en') })), user.title());
    assert.ok(!user.has('next'), 'a form would be for another country');
    await user.say('add customer ООО «Степь», Москва, Айгуль Сейтова a.seitova@step.kz +7 495 250 11 22');
    assert.equal(openSection(user), 'company', 'one sign alone tells no country');
  });

  it('says where a history stands that is asked for of nobody', async () => {
    for (const text of ['show the history', 'открой журнал']) {
      const user = person();
      await user.say(text);
      assert.ok(user.lines().includes(t('sentence.historyWhere', { title: t('button.history') })), text);
      assert.equal(user.title(), t('customers.title'), text);
    }
  });

  it('offers both wishes of a message that has two, each with its own card', async () => {
    for (const text of [
      'set contoso to 8, and can you show the history of contoso',
      'увеличь contoso до 8 и покажи историю contoso',
      '把contoso改成8个，再看看contoso的历史',
      '把contoso改成8個，再看看contoso的歷程',
    ]) {
      const user = person();
      await user.say(text);
      assert.equal(user.title(), t('sentence.twoWishes'), text);
      const [first = 'wish', second = 'wish'] = user.named('wish ');
      const asked = user.card();
      await user.press(first);
      assert.equal(user.title(), t('licenses.title'), text);
      await user.press(second, {}, asked);
      assert.equal(user.title(), t('history.title'), text);
    }
  });

  it('reads a sentence by the customer who is named in it where it is not understood otherwise', async () => {
    const user = person();
    for (const text of [
      'put contoso on hold till they settle the invoice',
      'contoso, ну приостанови их что ли',
      'contoso 那帮人又没动静了，停了吧',
      'contoso那帮人又没动静了停了吧',
      'contoso 那幫人又沒動靜了，停了吧',
    ]) {
      await user.say(text);
      assert.ok(user.named('suspend ').length > 0, `${text}: ${user.title()}`);
    }
  });

  it('shows what comes nearest where nobody is named, and says where a list has more than was asked for', async () => {
    const user = person();
    await user.say('which of them use Copilot?');
    assert.ok(
      [t('customers.title'), t('chart.licenses'), t('sentence.didYouMean')].includes(user.title()),
      user.title(),
    );
    await user.say('customers without subscriptions');
    assert.ok(user.lines().includes(t('sentence.isWider', { title: t('button.export') })));
    assert.equal(user.title(), t('customers.title'));
  });

  it('says that a button must be pressed where a question is answered with yes', async () => {
    const user = person();
    await user.say('suspend contoso');
    await user.press(user.named('suspend ')[0] ?? 'suspend');
    for (const text of ['yes', 'go ahead', 'да', '对', '對']) {
      await user.say(text);
      assert.ok(
        user.lines().some((line) => line.startsWith(t('typed.press', { title: '' }).slice(0, 20))),
        text,
      );
      assert.ok(
        user.cards().some((card) => card !== undefined),
        text,
      );
    }
  });

  it('says that a number it shall fall to is more than there is, in every language', async () => {
    const user = person();
    for (const text of ['reduce contoso to 8', 'уменьши contoso до 8', '把 contoso 减到 8', '把 contoso 減到 8']) {
      await user.say(text);
      assert.equal(user.title(), t('licenses.title'), text);
      assert.ok(user.lines().includes(t('sentence.isMore', { n: 8, now: 1 })), text);
    }
    await user.say('increase contoso to 8');
    assert.deepEqual(user.lines(), []);
  });
});
