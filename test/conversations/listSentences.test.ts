import assert from 'node:assert/strict';
import { asksForNextPage, asksForPreviousPage } from '../../dialogs/corrections/corrections.ts';
import { locales, type Locale } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import type { Customer } from '../../model/customer.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer, pressAny, storedOf } from './existing.ts';
import { answersIn, changed, partnerOf } from './walk.ts';

const bot = useTestBot();
const partner = partnerOf(2);

type Texts = Readonly<Record<Locale, string>>;
type Table = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** Texts that would narrow the list down or sort it, beside it and with no list. */
const narrowed: Texts = {
  en: 'those with e3|who has visio|customers in Seattle|newest first|oldest at the top|sort by name|just the german ones|anyone in Tacoma?|the ones without subscriptions|customers with more than 10 licenses',
  ru: 'у кого е3|у кого есть visio|из Германии|только немецкие|старых наверх|клиенты из Сиэтла|по алфавиту|без подписок|у кого больше 10 лицензий',
  'zh-TW':
    '有 e3 的|誰有 visio|德國的|西雅圖的客戶|最新的排前面|舊的放上面|有在高雄的嗎|按名稱排|沒有訂閱的|超過 10 個授權的客戶',
  'zh-CN':
    '有E3的|哪些客户买了visio|德国的|西雅图的客户|最新的在前|老的放前面|有在成都的吗|按名字排序|没有订阅的|许可证超过10个的客户',
};

/** Texts beside the list of Tailspin Toys, Fabrikam and Contoso, by whom they open. */
const places: Table = {
  en: {
    'Tailspin Toys': 'the first one|1',
    'Fabrikam Inc':
      'the second one|open number 2|second to last|look at the second customer|last but one|um the the second one please|give me the second',
    'Contoso Ltd': 'open the last one|the bottom one|third please',
  },
  ru: {
    'Tailspin Toys': 'первый|верхнего',
    'Fabrikam Inc':
      'второго|второй снизу|покажи второго клиента|второй сверху|предпоследний|ну второго открой пожалуйста',
    'Contoso Ltd': 'открой последнего|самый последний|третьего',
  },
  'zh-TW': {
    'Tailspin Toys': '第一個|看最上面的',
    'Fabrikam Inc': '看第2個|倒數第二個|點第二家|呃第二個麻煩開一下',
    'Contoso Ltd': '開最後一個|第三個謝謝',
  },
  'zh-CN': {
    'Tailspin Toys': '第一个|看最上面的',
    'Fabrikam Inc': '看第2个|倒数第二个|点第二家|那个第二个帮我开一下',
    'Contoso Ltd': '打开最后一个|第三家',
  },
};

/** Texts beside Contoso's subscriptions, E3 and Business, by the subscription whose card they open, or its number of licenses. */
const subscriptions: Table = {
  en: {
    'Office 365 Enterprise E3': 'the first one|the e3 one|show the e3 subscription|suspend the first one',
    'Microsoft 365 Business': 'the last one|cancel the second one|the business one|kill the second|and the business?',
    'Microsoft 365 Business=7': 'business 7|Business: 7',
  },
  ru: {
    'Office 365 Enterprise E3': 'первая|которая e3|открой e3|приостанови первую',
    'Microsoft 365 Business': 'последняя|отмени вторую подписку|вторую отмени|та что business|а business?',
    'Microsoft 365 Business=7': 'business 7',
  },
  'zh-TW': {
    'Office 365 Enterprise E3': '第一個|e3那個|停掉第一個',
    'Microsoft 365 Business': '最後一個|把第二個停掉|business那個|那business呢',
    'Microsoft 365 Business=7': 'business 7個|business加6個',
  },
  'zh-CN': {
    'Office 365 Enterprise E3': '第一个|e3那个|停掉第一个',
    'Microsoft 365 Business': '最后一个|把第二个停了|business那个|那business呢',
    'Microsoft 365 Business=7': 'business 7个|business加6个',
  },
};

/** Texts that order for Fabrikam what Contoso has: of whomever, and of Fabrikam while its card is open. */
const alike: Readonly<Record<Locale, { readonly named: string; readonly open: string; readonly nobody: string }>> = {
  en: {
    named:
      'give fabrikam the same as contoso|same for fabrikam as contoso|fabrikam gets the same licenses as contoso|fabrikam wants what contoso has',
    open: 'same as contoso|give them the same as contoso|just like contoso',
    nobody: 'same as contoso',
  },
  ru: {
    named:
      'сделай fabrikam как у contoso|fabrikam то же самое что у contoso|оформи fabrikam точно как у contoso|закажи для fabrikam то же, что у contoso',
    open: 'как у contoso|то же самое как у contoso',
    nobody: 'как у contoso',
  },
  'zh-TW': {
    named:
      'fabrikam 比照 contoso|fabrikam 跟 contoso 一樣|幫 fabrikam 訂和 contoso 一樣的訂閱|fabrikam 照 contoso 的開',
    open: '和Contoso一樣|比照 contoso',
    nobody: '和Contoso一樣',
  },
  'zh-CN': {
    named: 'fabrikam跟contoso一样|fabrikam 比照 contoso|给fabrikam订和contoso一样的订阅|fabrikam照着contoso开',
    open: '和Contoso一样|比照contoso',
    nobody: '和Contoso一样',
  },
};

/** Texts that find the only customer with “toys” in its name, beside the list. */
const parts: Texts = {
  en: 'the one with toys in the name|the one with toys in it|any customers with toys in their name',
  ru: 'тот что с toys|тот, у которого в названии toys|клиенты с toys в названии',
  'zh-TW': '名字有toys的|名稱裡帶toys的那家',
  'zh-CN': '名字里带toys的|名称含toys的那家',
};

/** Texts that ask for the whole list again. */
const whole: Texts = {
  en: 'back to the full list|show me everyone|clear the filter',
  ru: 'весь список|назад к списку|покажи всех|сбрось фильтр',
  'zh-TW': '回到全部|顯示全部|清除篩選',
  'zh-CN': '回到全部|显示全部|清除筛选',
};

const nextPages: Texts = {
  en: 'next page|show more|load more|the rest|more please|go to page 2|next 15 please',
  ru: 'следующая страница|ещё|покажи ещё|остальные|загрузи ещё|страница 2|следующие 15',
  'zh-TW': '下一頁|更多|還有嗎|再多列一些|載入更多|到第二頁|後面15個',
  'zh-CN': '下一页|更多|还有吗|加载更多|剩下的|翻到第二页|后面15个',
};

const previousPages: Texts = {
  en: 'previous page|prev page|page back|back to the first page',
  ru: 'предыдущая страница|страница назад|на первую страницу',
  'zh-TW': '上一頁|往前翻|回到第一頁',
  'zh-CN': '上一页|往前翻|回到第一页',
};

/** Texts that ask for what stands on the customer’s card, beside it: no word of the trade is explained. */
const facts: Texts = {
  en: 'domain?|where are they based|tenant id?|who is the contact',
  ru: 'домен?|где они находятся|кто контактное лицо',
  'zh-TW': '網域？|他們在哪裡|聯絡人是誰|合約誰簽的',
  'zh-CN': '域名？|他们在哪儿|联系人是谁|协议谁签的',
};

const split = (texts: string): readonly string[] => texts.split('|');

const each = (table: Table, locale: Locale): readonly (readonly [expected: string, text: string])[] =>
  Object.entries(table[locale]).flatMap(([expected, texts]) => split(texts).map((text) => [expected, text] as const));

describe('what is typed to find and manage customers', () => {
  const customers: Customer[] = [];

  before(async () => {
    const user = client(bot(), { manner: 'teams', partner });
    const offers = { 'Contoso Ltd': [offer.e3, offer.business], 'Fabrikam Inc': [], 'Tailspin Toys': [] };
    for (const [companyName, bought] of Object.entries(offers))
      customers.push(await existing(bot(), user, partner, bought, changed(answersIn(), { company: { companyName } })));
  });

  const idOf = (name: string): string => customers.find(({ companyName }) => companyName === name)?.id ?? '';

  for (const locale of locales) {
    const { t } = words(locale);
    const person = async (): Promise<Client> => {
      const user = client(bot(), { manner: 'teams', partner, locale });
      await user.hello();
      return user;
    };
    const beside = async (verb: string, name: string, text: string): Promise<Client> => {
      const user = await person();
      await pressAny(user, verb, idOf(name));
      await user.say(text);
      return user;
    };

    it(`says that the list is not narrowed down or sorted, and shows all: ${locale}`, async () => {
      for (const text of split(narrowed[locale]))
        for (const hasList of [true, false]) {
          const user = await person();
          if (hasList) await user.say('customers');
          await user.say(text);
          assert.ok(user.lines().includes(t('sentence.isWider', { title: t('button.export') })), text);
          assert.equal(user.title(), t('customers.title'), text);
        }
    });

    it(`opens the customer at a place of the list: ${locale}`, async () => {
      for (const [name, text] of each(places, locale)) {
        const user = await person();
        await user.say('customers');
        await user.say(text);
        assert.ok(user.has(`history ${idOf(name)}`), `${text}: ${user.title()}`);
      }
    });

    it(`finds by a part of the name, and shows the whole list again: ${locale}`, async () => {
      for (const text of split(parts[locale])) {
        const user = await person();
        await user.say('customers');
        await user.say(text);
        assert.ok(user.has(`history ${idOf('Tailspin Toys')}`), `${text}: ${user.title()}`);
      }
      for (const text of split(whole[locale])) {
        const user = await person();
        await user.say('customers');
        await user.press('findCustomers', { findCustomer: 'toys' });
        await user.say(text);
        assert.equal(user.named('customer ').length, customers.length, text);
      }
    });

    it(`opens a subscription by its place or offer, and changes nothing: ${locale}`, async () => {
      const stands = await storedOf(bot(), partner);
      for (const [expected, text] of each(subscriptions, locale)) {
        const user = await beside('subscriptions', 'Contoso Ltd', text);
        const [name = '', number] = expected.split('=');
        assert.ok(user.texts().includes(name), `${text}: ${user.title()}`);
        assert.equal(user.title(), t(number === undefined ? 'manage.title' : 'licenses.title'), text);
        assert.equal(user.inputs()['quantity']?.value, number, text);
      }
      assert.deepEqual(await storedOf(bot(), partner), stands);
    });

    it(`fills in a cart with what another customer has, and orders nothing: ${locale}`, async () => {
      const stands = await storedOf(bot(), partner);
      const isFilled = (user: Client): boolean =>
        user.texts().includes(t('bundle.putIn', { n: 2 })) &&
        user.texts().some((text) => text.includes('Fabrikam Inc'));
      for (const text of split(alike[locale].named)) {
        const user = await person();
        await user.say(text);
        assert.ok(isFilled(user), `${text}: ${user.title()}`);
      }
      for (const text of split(alike[locale].open)) {
        const user = await beside('customer', 'Fabrikam Inc', text);
        assert.ok(isFilled(user), `${text}: ${user.title()}`);
      }
      for (const text of split(alike[locale].nobody)) {
        const user = await person();
        await user.say(text);
        assert.ok(user.lines().includes(t('sentence.alikeWhom', { name: 'Contoso Ltd' })), text);
      }
      const bare = await person();
      await bare.say('give contoso the same as fabrikam');
      assert.ok(bare.lines().includes(t('sentence.hasNothing', { name: 'Fabrikam Inc' })));
      assert.deepEqual(await storedOf(bot(), partner), stands);
    });

    it(`says by what customers are found where nobody is: ${locale}`, async () => {
      const user = await person();
      await user.say('Dana Wellington');
      assert.equal(user.title(), t('sentence.nothingFound'));
      assert.ok(user.texts().includes(t('sentence.noCustomer', { name: 'Dana Wellington' })));
      assert.ok(user.texts().includes(t('sentence.foundBy')));
    });

    it(`knows a wish for another page, and says where there is none: ${locale}`, async () => {
      for (const text of split(nextPages[locale])) assert.ok(asksForNextPage(text), text);
      for (const text of split(previousPages[locale])) {
        assert.ok(asksForPreviousPage(text), text);
        const user = await person();
        await user.say('customers');
        await user.say(text);
        assert.ok(user.lines().includes(t('typed.noMore')), text);
      }
    });

    it(`shows the card of the customer on the screen again for what stands on it: ${locale}`, async () => {
      for (const text of split(facts[locale])) {
        const user = await beside('subscriptions', 'Contoso Ltd', text);
        assert.ok(user.has(`history ${idOf('Contoso Ltd')}`), `${text}: ${user.title()}`);
      }
    });
  }
});
