import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer, storedOf } from './existing.ts';
import { answersIn, changed, openSection, partnerOf } from './walk.ts';

const { t } = words('en');
const bot = useTestBot();
const partner = partnerOf(2);
const called = (companyName: string) => changed(answersIn(), { company: { companyName } });
const person = (): Client => client(bot(), { manner: 'teams', partner, locale: 'en-US' });

/** Sentences that name a customer among other words, by that customer and a button of the card that they open. */
const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Fourth Coffee': {
    'customerDetails ': 'who is it at fourthcofee we deal with?',
    'suspend ':
      'Fourth Coffee hasn’t paid in two months, suspend their stuff|turn fourth coffee back on, they paid|fourth coffee второй месяц не платит, приостановите|fourth coffee оплатил, включаем обратно|fourth coffee一直没回款，先给停了|fourth coffee 欠款，先停用',
    'setLicenses ': 'Fourth Coffee let two people go, take 1 off their E3|в fourth coffee ушел человек, убери 1 e3',
  },
  藍天科技: {
    'suspend ': '蓝天钱到账了，可以重新开通了|藍天的款項收到了，幫他們恢復|把蓝天的E3恢复一下',
    'setLicenses ': '藍天那邊離職三個人，E3 少三個|蓝天那边走了三个人，E3少三个',
    'setPassword ': '藍天的管理員忘記密碼了|给蓝天重置一下密码',
  },
  'ООО «Ромашка»': {
    'suspend ': 'Ромашка второй месяц не платит, приостановите|ромашка оплатила, включаем обратно',
    'setPassword ': 'Клиент Ромашка забыл пароль админа',
  },
};

/** Orders of two offers for one customer. */
const twoOffers = [
  'Fourth Coffee wants 25 E5 and 10 Visio Online Plan 2',
  'order 25 Business Essentials and 10 visio online plan 2 for fourth coffee',
  'для fourth coffee нужно 25 Business Essentials и 10 Visio Online Plan 2',
  '给fourth coffee订25个Business Essentials和10个Visio Online Plan 2',
  '幫 fourth coffee 訂 25 個 Business Essentials 和 10 個 Visio Online Plan 2',
];

/** Orders for two customers. */
const twoCustomers = [
  '3 visio online plan 2 for Fourth Coffee and Northwind',
  'по 3 visio online plan 2 для Fourth Coffee и Northwind',
  '藍天、Northwind兩家各訂 3 個 Visio Online Plan 2',
  '蓝天、Northwind两家都要3个Visio Online Plan 2',
];

/** Licenses of the E3 wished for, of whom has one, in sentences with much else in them: mistyped, declined, in another script. */
const licensesAmongWords: readonly (readonly [text: string, name: string, quantity: string])[] = [
  ['I was on the phone with northwnd, they’d like 5 more of the e3 ones', 'Northwind Traders', '6'],
  ['the people at fourthcofee say their e3 should go to 9', 'Fourth Coffee', '9'],
  ['so as of monday nortwind, which grew a bit, needs 3 more e3 licenses', 'Northwind Traders', '4'],
  ['over at contoso retail someone asked for e3 to be 12', 'Contoso Retail', '12'],
  ['Rita from Fourth Coffee called, she wants 2 extra e3 seats', 'Fourth Coffee', '3'],
  ['у форт кофе пополнение, прибавь им 3 е3', 'Fourth Coffee', '4'],
  ['тут из нортвинда писали, сделай им 8 е3', 'Northwind Traders', '8'],
  ['контосо ритейлу добавь ещё 4 лицензии е3', 'Contoso Retail', '5'],
  ['в ромашке нанимают, увеличь им е3 на 2', 'ООО «Ромашка»', '3'],
  ['Слушай, у Ромашки теперь должно быть 11 е3', 'ООО «Ромашка»', '11'],
  ['northwnd那边来电话了，E3改成8个', 'Northwind Traders', '8'],
  ['听说蓝天科技扩编了，给他们E3再加4个', '藍天科技', '5'],
  ['fourthcofee说人不够，E3多加3个', 'Fourth Coffee', '4'],
  ['contoso retail那边的E3调到12个', 'Contoso Retail', '12'],
  ['我刚跟蓝天通过话，E3改成9个', '藍天科技', '9'],
  ['northwnd 那邊來電，E3 改成 8 個', 'Northwind Traders', '8'],
  ['聽說藍天科技擴編了，幫他們 E3 再加 4 個', '藍天科技', '5'],
  ['fourthcofee 說人手不夠，E3 多加 3 個', 'Fourth Coffee', '4'],
  ['contoso retail 那邊的 E3 調到 12 個', 'Contoso Retail', '12'],
  ['我剛跟藍天通過電話，E3 改成 9 個', '藍天科技', '9'],
];

/** Orders of six Visio Online Plan 2 for several customers at once, each with how many they are. */
const ordersForSeveral: readonly (readonly [text: string, customers: number])[] = [
  ['both contosos want 6 visio online plan 2', 2],
  ['can you get the two contosos 6 visio online plan 2 each', 2],
  ['northwind, fourth coffee and contoso retail need 6 visio online plan 2', 3],
  ['can nortwind and fourth coffee both get 6 visio online plan 2', 2],
  ['обеим контосо добавь по 6 visio online plan 2', 2],
  ['для обоих контосо закажи 6 visio online plan 2', 2],
  ['ромашке, нортвинду и форт кофе надо по 6 visio online plan 2', 3],
  ['нортвинду и ромашке закажи по 6 visio online plan 2', 2],
  ['两家contoso都加6个Visio Online Plan 2', 2],
  ['给蓝天、contoso retail和Northwind这三家都买6个Visio Online Plan 2', 3],
  ['蓝天跟fourth coffee各要6个Visio Online Plan 2', 2],
  ['蓝天和northwind两家各加6个Visio Online Plan 2', 2],
  ['兩家 contoso 都要加 6 個 Visio Online Plan 2', 2],
  ['幫藍天、contoso retail 還有 Northwind 這三家都訂 6 個 Visio Online Plan 2', 3],
  ['藍天跟 fourth coffee 各要 6 個 Visio Online Plan 2', 2],
  ['藍天和 northwind 兩間各加 6 個 Visio Online Plan 2', 2],
];

/** Texts by which one thing is denied and another wished, of Fourth Coffee. */
const notThisButThat = [
  'don’t cancel Fourth Coffee, just suspend it',
  'please do not cancel fourth coffee, suspend them',
  'Fourth Coffee не отменять, а приостановить',
  'не отменяйте подписку Fourth Coffee, просто приостановите',
  'Fourth Coffee的E3别取消，先暂停',
  'Fourth Coffee的E3不要自动续了',
  'Fourth Coffee 的 E3 不要自動續約',
  'Fourth Coffee 說要暫停了，先不要取消',
];

/** Texts by which nothing shall be done, however a name stands in them. */
const deniedWholly = [
  'don’t touch Fourth Coffee until Friday',
  'Fourth Coffee ничего не покупайте, они ещё думают',
  'Fourth Coffee先别动',
  'Fourth Coffee 先別動',
];

/** Texts by which the question whether to suspend is left. */
const leaving = [
  'leave it, all good, thanks',
  'forget it',
  'оставь как есть, спасибо',
  'не будем',
  '不停了，谢谢',
  '留著吧',
];

const companies = ['Fourth Coffee', 'Northwind Traders', '藍天科技', 'ООО «Ромашка»', 'Contoso Ltd', 'Contoso Retail'];

describe('a customer who is named among other words', () => {
  before(async () => {
    const user = person();
    for (const name of companies) await existing(bot(), user, partner, [offer.e3], called(name));
  });

  it('is found, and what is wished is opened without asking whom it is for', async () => {
    const user = person();
    const stands = await storedOf(bot(), partner);
    for (const [name, wishes] of Object.entries(named))
      for (const [button, texts] of Object.entries(wishes))
        for (const text of texts.split('|')) {
          await user.say(text);
          assert.ok(user.has(button as 'suspend '), `${text}: ${user.title()}`);
          assert.ok(
            user.texts().some((line) => line.includes(name)),
            `${text}: ${user.texts().join(' · ')}`,
          );
        }
    assert.deepEqual(await storedOf(bot(), partner), stands);
  });

  it('is another one where a word with a capital stands beside the name', async () => {
    const user = person();
    await user.say('suspend Fourth Coffee Suites');
    assert.ok(!user.has('suspend '), user.title());
  });

  it('has both offers of an order in one cart', async () => {
    for (const text of twoOffers) {
      const user = person();
      await user.say(text);
      const { 'count-0': one, find } = user.inputs();
      assert.equal(openSection(user), 'subscriptions', `${text}: ${user.title()}`);
      assert.ok(one !== undefined && (find?.value !== '' || user.inputs()['count-1'] !== undefined), text);
    }
  });

  it('has one order with another one who is named beside', async () => {
    for (const text of twoCustomers) {
      const user = person();
      await user.say(text);
      assert.equal(user.inputs()['count-0']?.value, '3', `${text}: ${user.title()}`);
      const titles = ['Fourth Coffee', 'Northwind Traders', '藍天科技'].map((company) =>
        t('purpose.several', { company, n: 1 }),
      );
      assert.ok(
        user.texts().some((line) => titles.includes(line)),
        `${text}: ${user.texts().join(' · ')}`,
      );
    }
  });

  it('has the number of licenses filled in that a long sentence says', async () => {
    for (const [text, name, quantity] of licensesAmongWords) {
      const user = person();
      await user.say(text);
      assert.equal(user.inputs()['quantity']?.value, quantity, `${text}: ${user.title()} ${user.lines().join(' ')}`);
      assert.ok(user.texts().includes(name), `${text}: ${user.texts().join(' · ')}`);
    }
  });

  it('is managed where one thing is denied and another one wished', async () => {
    for (const text of notThisButThat) {
      const user = person();
      await user.say(text);
      assert.ok(user.has('suspend '), `${text}: ${user.title()}`);
    }
    for (const text of deniedWholly) {
      const user = person();
      await user.say(text);
      assert.equal(user.title(), t('sentence.nothingDone'), text);
    }
  });

  it('is left as it is by who declines the question in other words than no', async () => {
    const stands = await storedOf(bot(), partner);
    for (const text of leaving) {
      const user = person();
      await user.say('suspend fourth coffee');
      await user.press('suspend ');
      const question = user.title();
      await user.say(text);
      assert.ok(user.has('suspend ') && user.title() !== question, `${text}: ${user.title()}`);
    }
    assert.deepEqual(await storedOf(bot(), partner), stands);
  });

  it('is one of several for whom an order is filled in', async () => {
    for (const [text, customers] of ordersForSeveral) {
      const user = person();
      await user.say(text);
      assert.equal(user.inputs()['count-0']?.value, '6', `${text}: ${user.title()} ${user.texts().join(' · ')}`);
      const titles = companies.map((company) => t('purpose.several', { company, n: customers - 1 }));
      assert.ok(
        user.texts().some((line) => titles.includes(line)),
        `${text}: ${user.texts().join(' · ')}`,
      );
    }
  });

  it('is not invited by words that name nobody', async () => {
    for (const [text, name] of [
      ['send Trey Research a reseller relationship request', 'Trey Research'],
      ['i need the invite link for a customer who is with another partner', ''],
      ['отправить приглашение клиенту, который сидит у другого партнёра', ''],
      ['要發經銷商關係邀請給大同貿易', '大同貿易'],
      ['发经销商关系邀请给大同贸易', '大同贸易'],
    ] as const) {
      const user = person();
      await user.say(text);
      assert.equal(user.inputs()['mailCompany']?.value ?? '', name, text);
      assert.equal(user.title(), t('invite.title'), text);
    }
  });
});

describe('a text beside a list', () => {
  it('asks for other days of its renewals', async () => {
    for (const text of [
      'only the ones in the next 60 days',
      'только ближайшие 60 дней',
      '60天的也看看',
      '只看 60 天內的',
    ]) {
      const user = person();
      await user.say('renewals');
      await user.say(text);
      assert.ok(
        user.named('renewals ').every((name) => !name.includes('60')),
        `${text}: ${user.title()}`,
      );
      assert.ok(user.named('renewals ').length > 0, text);
    }
  });

  it('asks for the chart or the export of what it shows', async () => {
    for (const text of ['show me the chart', 'покажи диаграмму', '看图表', '給我看圖']) {
      const user = person();
      await user.say('subscriptions of northwind');
      await user.say(text);
      assert.ok(user.texts().includes('Northwind Traders'), `${text}: ${user.title()}`);
    }
    for (const text of ['export this', 'выгрузи это в excel', '导出来', '匯出來']) {
      const user = person();
      await user.say('customers');
      await user.press('findCustomers', { findCustomer: 'o' });
      await user.say(text);
      assert.ok(user.texts().includes(t('export.found')), `${text}: ${user.title()}`);
    }
  });

  it('shows which bundles there are where one is named that there is none of', async () => {
    for (const text of [
      'use the starter bundle for Fourth Coffee',
      'набор стартовый для Fourth Coffee',
      '用标准组合给Fourth Coffee下单',
      '用新創組合包幫 Fourth Coffee 下單',
    ]) {
      const user = person();
      await user.say(text);
      assert.equal(user.title(), t('bundle.listTitle'), text);
    }
  });

  it('goes from the review to the input that is said to be wrong', async () => {
    for (const text of ['the company name is wrong', 'название с ошибкой', '公司名少打了个字', '公司名少打了個字']) {
      const user = person();
      await user.say('add customer Tailspin Toys');
      while (openSection(user) !== 'company') await user.press('next');
      await user.press('next', { addressLine1: '1 Main St', city: 'Seattle', state: 'WA', postalCode: '98101' });
      await user.say(text);
      assert.ok(user.lines().length > 0 || openSection(user) === 'company', text);
    }
  });
});
