import assert from 'node:assert/strict';
import { locales } from '../../model/languages.ts';
import { words } from '../../locales/words.ts';
import { sentencesOf } from '../dialogs/sentences/tables.ts';
import { client, newest, type Client } from '../client.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer, storedOf } from './existing.ts';
import { answersIn, changed, openSection, partnerOf, walkTo } from './walk.ts';

const { t } = words('en');
const bot = useTestBot();
const partner = partnerOf(2);
const called = (companyName: string) => changed(answersIn(), { company: { companyName } });

const person = (locale = 'en-US'): Client => client(bot(), { manner: 'teams', partner, locale });

const kept = () => storedOf(bot(), partner);

describe('what is typed', () => {
  before(async () => {
    const user = person();
    await existing(bot(), user, partner, [offer.e3], called('Contoso Ltd'));
    await existing(bot(), user, partner, [offer.business, offer.e3], called('Ромашка'));
    await existing(bot(), user, partner, [], called('Blue Wave'));
    await existing(bot(), user, partner, [], called('Blue Yonder'));
  });

  it('finds the one customer of a name, also mistyped, and lists several', async () => {
    const user = person();
    for (const text of [
      'contoso',
      'find contoso',
      'where is Contoso Ltd?',
      'contosso',
      'найди ромашку',
      'find contosso',
      'найди контосо',
      'romashka',
    ]) {
      await user.say(text);
      assert.ok(user.has('subscriptions ') || user.texts().some((line) => /Contoso Ltd|Ромашка/.test(line)), text);
      assert.notEqual(user.title(), t('customers.title'), text);
    }
    await user.say('customers blue');
    assert.equal(user.title(), t('customers.title'));
    assert.equal(user.named('customer ').length, 2);
    await user.say('find nobody at all');
    assert.equal(user.title(), t('sentence.nothingFound'));
  });

  it('asks which customer where several are meant, and goes on with the one chosen', async () => {
    const user = person();
    await user.say('subscriptions of blue');
    assert.equal(user.title(), t('sentence.whichCustomer'));
    const [first] = user.named('subscriptions ');
    assert.ok(first);
    await user.press(first);
    assert.ok(user.texts().some((line) => line.includes('Blue')));
    assert.ok(user.has('customer '));
  });

  it('opens nobody else where a word of the name is in no customer’s name', async () => {
    const user = person();
    for (const text of [
      'Contoso Suites',
      'add 3 e3 to Contoso Suites',
      'suspend Contoso Suites',
      'change Contoso Suites to 30',
    ]) {
      await user.say(text);
      assert.equal(user.title(), t('sentence.whichCustomer'), text);
    }
  });

  it('opens one order for two customers that are named both, and drops none', async () => {
    const user = person();
    for (const text of [
      'add 5 e5 to contoso and blue wave',
      'добавь 5 e5 для contoso и ромашки',
      '给 contoso 和 blue wave 加 5 个 e5',
      '幫 contoso 和 blue wave 加 5 個 e5',
    ]) {
      await user.say(text);
      if (user.title() === t('sentence.whichOffer')) await user.press(user.named('fillIn ')[0] ?? 'fillIn');
      assert.equal(openSection(user), 'subscriptions', text);
      assert.equal(user.inputs()['count-0']?.value, '5', text);
      const both = t('purpose.several', { company: 'Contoso Ltd', n: 1 });
      assert.ok(
        user.texts().some((line) => line.includes(both)),
        `${text}: ${user.texts().join(' | ')}`,
      );
    }
    for (const text of ['bulk order for contoso and blue wave', 'массовый заказ для contoso и blue wave']) {
      await user.say(text);
      assert.equal(user.title(), t('several.title'), text);
      assert.equal(Object.values(user.inputs()).filter(({ value }) => /^[a-z0-9:]{8,}/i.test(value)).length, 2, text);
    }
    await user.say('suspend contoso and blue wave');
    assert.equal(user.title(), t('sentence.oneFirst'), 'one at a time');
    assert.equal(user.named('fillIn ').length, 2);
  });

  it('asks for whom an order is that names nobody, in every language', async () => {
    const user = person();
    for (const text of [
      'add 5 business premium',
      'please order 5 x Business Premium licenses',
      'buy 30 e3',
      'добавить 5 business premium',
      'закажи 5 E3, пожалуйста',
      '新增 5 business premium',
      '訂購 5 個 E3',
      '添加 5 个 business premium',
      '订购 5 个 E3',
    ]) {
      await user.say(text);
      assert.equal(user.title(), t('sentence.whichCustomer'), text);
      assert.ok(user.texts().includes(t('sentence.forWhom')), text);
      await user.press('command customers');
      assert.equal(user.title(), t('customers.title'), text);
    }
  });

  it('fills in the cart for a customer, and orders nothing', async () => {
    const user = person();
    const before = await kept();
    await user.say('add 5 business premium to contoso');
    assert.equal(openSection(user), 'subscriptions');
    assert.equal(user.inputs()['count-0']?.value, '5');
    await user.say('add 5 business premium to contoso');
    await user.say('drafts');
    assert.equal(user.named('continueDraft ').length, 1, 'the same wish is one draft');
    await user.say('add 5 e5 to blue');
    assert.equal(user.title(), t('sentence.whichCustomer'));
    await user.press(user.named('fillIn ')[0] ?? 'fillIn');
    assert.ok([t('sentence.whichOffer'), t('section.subscriptions')].includes(user.title()));
    assert.deepEqual(await kept(), before);
  });

  it('fills in the license change, and buys nothing', async () => {
    const user = person();
    const before = await kept();
    for (const [text, value] of [
      ['contoso: 30 e3', '30'],
      ['change contoso to 30', '30'],
      ['add 5 licenses to contoso', '6'],
      ['add -1 e3 to contoso', '0'],
    ] as const) {
      await user.say(text);
      assert.equal(user.title(), t('licenses.title'), text);
      assert.equal(user.inputs()['quantity']?.value, value, text);
    }
    await user.say('измени ромашку на 30');
    assert.equal(user.title(), t('sentence.whichSubscription'));
    assert.equal(user.texts().filter((line) => line.includes(t('count.licenses', { n: 1 }))).length, 2);
    await user.press(user.named('licenses ')[0] ?? 'licenses');
    assert.equal(user.inputs()['quantity']?.value, '30');
    assert.deepEqual(await kept(), before);
  });

  it('offers to change the licenses only where they can be, and to reactivate what is suspended', async () => {
    const user = person();
    await existing(bot(), user, partner, [offer.business, offer.e3], called('Tailwind'));
    const suspend = async (at: number): Promise<void> => {
      await user.say('subscriptions of tailwind');
      await user.press(user.named('manage ')[at] ?? 'manage');
      await user.press('suspend');
      await user.press('setStatus');
      await user.until(t('changed.title'));
    };
    await suspend(0);
    await user.say('change tailwind to 30');
    assert.equal(user.title(), t('licenses.title'), 'one is left whose licenses can be changed');
    await suspend(1);
    await user.say('tailwind: 30 e3');
    assert.equal(user.title(), t('manage.title'));
    assert.ok(user.has('reactivate '));
  });

  it('lists the offers a name may mean, the best seller first, and keeps what was searched for', async () => {
    const user = person();
    await user.say('add 3 office 365 to blue wave');
    assert.equal(user.title(), t('sentence.whichOffer'));
    const [first = ''] = user.texts().filter((line) => line.startsWith('Office 365'));
    assert.equal(first, 'Office 365 Enterprise E3');
    const [choice = 'fillIn'] = user.named('fillIn ');
    await user.send(user.pressed(choice, {}, undefined, { wish: 'search', offer: '' }));
    assert.equal(openSection(user), 'subscriptions');
    assert.equal(user.inputs()['find']?.value, 'office 365');
  });

  it('opens the invitation for the company that is named, in every language', async () => {
    for (const text of [
      'invite Adventure Works',
      '邀請 Adventure Works',
      '给 Adventure Works 发邀请',
      'пригласи Adventure Works',
    ]) {
      const user = person();
      await user.say(text);
      assert.equal(user.title(), t('invite.title'), text);
      assert.equal(user.inputs()['mailCompany']?.value, 'Adventure Works', text);
    }
  });

  it('finds the customer that stands in a sentence it does not understand otherwise', async () => {
    const user = person();
    for (const text of ['contoso seems to be unhappy with everything', 'cancel contoso', 'the whole contoso thing']) {
      await user.say(text);
      assert.ok(
        user.texts().some((line) => line.includes('Contoso Ltd')),
        text,
      );
      assert.ok(user.has('subscriptions '), text);
    }
    await user.say('never delete contoso');
    assert.ok(!user.has('subscriptions '), 'a refusal opens nothing');
  });

  it('opens the subscription that shall be suspended, canceled or reactivated, in every language, and leaves it as it is', async () => {
    const user = person();
    await existing(bot(), user, partner, [offer.e3], called('Northwind'));
    const from = bot().partnerCenter.calls.length;
    for (const text of [
      'suspend northwind',
      "cancel northwind's subscription",
      'reactivate northwind',
      'suspend the e3 of northwind',
      'приостанови northwind',
      'отмени подписку northwind',
      '暂停 northwind',
      '取消 northwind 的订阅',
      '暫停 northwind',
      '恢復 northwind 的訂閱',
    ]) {
      await user.say('hello');
      await user.say(text);
      assert.equal(user.title(), t('manage.title'), text);
      assert.ok(user.has('suspend '), text);
    }
    await user.say('приостанови ромашку');
    assert.equal(user.title(), t('button.subscriptions'), 'several can be meant');
    for (const text of [
      'suspend the e3 of ромашка',
      'приостанови e3 у ромашка',
      '暂停ромашка的E3',
      '恢復ромашка的E3',
    ]) {
      await user.say(text);
      assert.equal(user.title(), t('manage.title'), text);
    }
    await user.say('suspend blue');
    assert.equal(user.title(), t('sentence.whichCustomer'));
    await user.press(user.named('fillIn ')[0] ?? 'fillIn');
    assert.equal(user.title(), t('button.subscriptions'), 'none can be meant');
    assert.ok(
      bot()
        .partnerCenter.calls.slice(from)
        .every(({ requestId }) => requestId === undefined),
    );
  });

  it('begins a customer with its name, and keeps a draft that was open', async () => {
    const user = person();
    await user.say('add customer Fabrikam Ltd');
    while (openSection(user) !== 'company') await user.press('next');
    assert.equal(user.inputs()['companyName']?.value, 'Fabrikam Ltd');
    await user.say('add customer Tailspin Toys');
    while (openSection(user) !== 'company') await user.press('next');
    assert.equal(user.inputs()['companyName']?.value, 'Tailspin Toys');
    await user.say('drafts');
    assert.equal(user.named('continueDraft ').length, 2);
  });

  it('leaves an open form alone when a name is typed as an answer, and offers both', async () => {
    const user = person();
    await user.say('add customer Fabrikam Ltd');
    await user.say('Contoso');
    assert.equal(user.title(), t('sentence.formOpen'));
    await user.press(user.named('continueDraft ')[0] ?? 'continueDraft');
    assert.ok(openSection(user) !== undefined);
    await user.say('Blue');
    await user.press('findCustomers');
    assert.equal(user.title(), t('customers.title'));
    assert.equal(user.named('customer ').length, 2);
  });

  it('leads away from an open form, and “back” leads to it as it stands, and then a step back', async () => {
    const user = person();
    await user.say('add customer Fabrikam Ltd');
    await walkTo(user, 'contact', answersIn());
    await user.press('next', { firstName: 'Eva' });
    for (const away of ['Contoso', 'find contoso', 'customers', 'hello', 'help']) {
      await user.say(away);
      await user.say('back');
      assert.equal(openSection(user), 'contact', away);
      assert.equal(user.inputs()['firstName']?.value, 'Eva');
    }
    await user.say('back');
    assert.equal(openSection(user), 'company');
  });

  it('leaves the form beneath an answer to typing: its buttons, its inputs and “continue”', async () => {
    const user = person();
    await user.say('add customer Fabrikam Ltd');
    await walkTo(user, 'company', answersIn());
    for (const aside of ['Contoso', 'the quick brown fox jumps', 'what is GDAP?', 'thanks a lot', 'help']) {
      await user.say(aside);
      assert.equal(openSection(user), undefined, aside);
      await user.say('city: Tacoma');
      assert.equal(openSection(user), 'company', aside);
      assert.equal(user.inputs()['city']?.value, 'Tacoma', aside);
      await user.say(aside);
      await user.say('change country');
      assert.equal(openSection(user), 'country', aside);
      await user.say('back');
    }
    await user.say('customers');
    await user.say('continue');
    assert.equal(openSection(user), 'company', 'the form, and no list of drafts');
    await user.say('drafts');
    await user.say('city: Olympia');
    await user.say('back');
    assert.equal(user.inputs()['city']?.value, 'Tacoma', 'typed at a list, it is nothing for the form');
  });

  it('takes an order for nobody as one for the cart that is open, also of an offer that is not found', async () => {
    const user = person();
    await user.say('add customer Fabrikam Ltd');
    await walkTo(user, 'subscriptions', answersIn());
    await user.say('加 12 個 商務標準版');
    assert.equal(openSection(user), 'subscriptions', user.title());
    assert.equal(user.inputs()['find']?.value, 'business standard');
  });

  it('says to press the button where the question stands already', async () => {
    const user = person();
    await user.say('add customer Fabrikam Ltd');
    await user.say('cancel');
    await user.say('cancel');
    assert.ok(user.lines().includes(t('typed.press', { title: t('button.deleteDraft') })));
    assert.ok(user.has('discard'));
  });

  it('says nothing of a form that is not on the screen, and brings up no question of it in another language', async () => {
    const user = person();
    await user.say('add customer Fabrikam Ltd');
    await walkTo(user, 'subscriptions', answersIn());
    await user.say('cancel');
    assert.ok(user.has('discard'));
    await user.say('customers');
    await user.say('Contoso');
    assert.ok(
      user.texts().some((line) => line.includes('Contoso Ltd')),
      user.title(),
    );
    await user.say('enterprise e3');
    assert.notEqual(openSection(user), 'subscriptions');
    await user.say('the quick brown fox jumps');
    assert.ok(!user.texts().includes(t('form.open')), 'no card is open');
    await user.say('Русский');
    assert.equal(user.title(), words('ru').t('home.title'));
    await user.say('language');
    await user.press('setLanguage en');
    assert.equal(user.title(), t('home.title'));
    await user.say('back');
    assert.ok(user.has('discard'), 'it is kept as it was');
    await user.say('language');
    await user.say('Русский');
    assert.ok(user.has('discard'), 'asked for at the form');
  });

  it('is looked for in the cart that is open, where it may name an offer', async () => {
    const user = person();
    await user.say('add customer Fabrikam Ltd');
    await walkTo(user, 'subscriptions', answersIn());
    for (const text of ['enterprise e3', 'office 365 business']) {
      await user.say(text);
      assert.equal(openSection(user), 'subscriptions', text);
      const { value = '' } = user.inputs()['find'] ?? {};
      assert.ok(value !== '' && text.toLowerCase().includes(value.toLowerCase()), text);
      assert.ok(user.has('add'), text);
    }
    await user.say('5 business premium');
    assert.equal(user.inputs()['count-0']?.value, '5', 'the one offer that is meant, as many as are wished');
    await user.say('5 exchange online');
    assert.equal(user.inputs()['find']?.value, 'exchange online', 'without the number');
    await user.press(newest(user, 'add'));
    assert.equal(user.inputs()['count-1']?.value, '5', 'the number is that of the offer that was looked for');
    await user.say('Contoso');
    assert.equal(user.title(), t('sentence.formOpen'), 'no offer: it may be a customer');
  });

  it('says how far the renewals reach where later ones are asked for, in every language', async () => {
    for (const locale of locales) {
      const user = person(locale);
      const { t: said } = words(locale);
      const asked = {
        en: 'renewals in 365 days',
        ru: 'продления на 365 дней',
        'zh-CN': '365 天内续订',
        'zh-TW': '365 天內續約',
      };
      await user.say(asked[locale]);
      assert.equal(user.title(), said('renewals.title'), locale);
      assert.ok(user.lines().includes(said('renewals.most', { days: 90 })), locale);
    }
    const user = person();
    await user.say('renewals in 60 days');
    assert.deepEqual(user.lines(), []);
  });

  it('is answered in words and leads on, in every language', async () => {
    for (const locale of locales) {
      const user = person(locale);
      await user.say('gdap');
      assert.equal(user.title(), words(locale).t('topic.gdap'));
      assert.ok(user.has('command addCustomer'));
      await user.say('👍');
      assert.ok(user.has('command help'));
    }
  });
});

describe('a sentence of each kind', () => {
  for (const manner of ['emulator', 'teams'] as const)
    it(`opens its card in the manner of ${manner}`, async () => {
      const [first = partner] = samplePartners;
      const own = manner === 'teams' ? partner : first;
      const user = client(bot(), { manner, partner: own, locale: 'en-US' });
      await existing(bot(), user, own, [offer.e3], called('Wide World Importers'));
      await existing(bot(), user, own, [], called('Wide Awake Coffee'));
      // Teams sends the mention of the bot along with the text.
      const say = (text: string): Promise<unknown> =>
        user.say(manner === 'teams' ? `<at>Customer Desk</at> ${text}` : text);
      for (const [text, title] of [
        ['find wide', 'customers.title'],
        ['subscriptions of wide world importers', 'button.subscriptions'],
        ['history of wide world importers', 'history.title'],
        ['wide world importers: 30 e3', 'licenses.title'],
        ['history of wide', 'sentence.whichCustomer'],
        ['add 3 office 365 to wide awake coffee', 'sentence.whichOffer'],
        ['renewals next month', 'renewals.title'],
        ['invite Adventure Works', 'invite.title'],
        ['what is GDAP?', 'topic.gdap'],
        ['thanks a lot', 'smallTalk.thanks'],
        ['where is nobody', 'sentence.nothingFound'],
      ] as const) {
        await say(text);
        assert.equal(user.title(), t(title), text);
      }
      await say('add 5 business premium to wide awake coffee');
      assert.equal(openSection(user), 'subscriptions');
      assert.equal(user.inputs()['count-0']?.value, '5');
      await say('add customer Tailspin Toys');
      while (openSection(user) !== 'company') await user.press('next', {});
      assert.equal(user.inputs()['companyName']?.value, 'Tailspin Toys');
      await say('wide awake coffee');
      assert.equal(user.title(), t('sentence.formOpen'));
    });
});

describe('no sentence', () => {
  for (const locale of locales)
    it(`of those typed in ${locale} changes anything but the user’s own drafts`, async function () {
      // Over a thousand messages, one after the other, whatever else the machine does.
      this.timeout(600_000);
      const before = await kept();
      const from = bot().partnerCenter.calls.length;
      let user = person(locale);
      for (const [index, [text]] of sentencesOf[locale].entries()) {
        // Someone new now and then: a user has only so many drafts.
        if (index % 15 === 0) user = person(locale);
        await user.say(text);
      }
      assert.deepEqual(await kept(), before);
      const changing = bot()
        .partnerCenter.calls.slice(from)
        .filter(({ requestId }) => requestId !== undefined);
      assert.deepEqual(changing, []);
    });
});
