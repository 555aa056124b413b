import assert from 'node:assert/strict';
import { locales, type Locale } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer, pressAny, storedOf } from './existing.ts';
import { answersIn, changed, openSection, partnerOf, walkTo } from './walk.ts';

const bot = useTestBot();
const partner = partnerOf(2);
const called = (companyName: string) => changed(answersIn(), { company: { companyName } });

const kept = () => storedOf(bot(), partner);

type Table = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** Values of the company's card that are typed one after the other, with what the inputs hold then. */
const listed: Table = {
  en: {
    'postalCode=98101 addressLine1=1200 5th Ave': 'zip 98101, street 1200 5th Ave|ZIP: 98101; street: 1200 5th Ave',
    'postalCode=98101 state=WA': 'zip is 98101 and the state is Washington',
    'city=Seattle addressLine1=1200 5th Ave state=WA postalCode=98101': '1200 5th Ave, Seattle WA 98101',
    'companyName=Wide World Importers':
      'name’s Wide World Importers|company Wide World Importers|oops, name: Wide World Importers',
    'domainPrefix=wwi': 'put wwi as the domain',
  },
  ru: {
    'postalCode=98101 city=Казань': 'индекс 98101, город Казань|город: Казань; индекс: 98101',
    'postalCode=98101 addressLine1=Баумана, 5': 'индекс: 98101, улица: Баумана, 5',
    'companyName=ООО «Вектор Плюс»': 'компания ООО «Вектор Плюс»|ошиблась, название ООО «Вектор Плюс»',
  },
  'zh-TW': {
    'postalCode=98101 addressLine1=市府路 1 號': '郵遞區號 98101，街道 市府路 1 號|郵遞區號：98101，地址：市府路 1 號',
    'companyName=大同商行 city=高雄': '公司名稱大同商行，城市高雄|公司叫大同商行、城市是高雄',
    'domainPrefix=datong': '網域用 datong',
  },
  'zh-CN': {
    'postalCode=98101 addressLine1=中山东一路1号': '邮编98101，街道中山东一路1号|邮编：98101，街道：中山东一路1号',
    'companyName=宏达贸易 city=成都 postalCode=98101': '公司名宏达贸易，城市成都，邮编98101',
    'domainPrefix=hongda': '域名就用hongda',
  },
};

/** Questions whether an input must be filled in, beside the form and with none, by the answer. */
const asked: Table = {
  en: {
    needed:
      'is the city mandatory?|does a new customer need a zip code?|do i have to fill in the zip code for a new customer?',
    optional:
      'is the second address line mandatory?|do i really need the phone|can I skip the phone number?|is the domain mandatory?',
  },
  ru: {
    needed: 'Обязательно ли указывать город?|нужно ли заполнять индекс у нового клиента',
    optional: 'а второй адрес обязательно указывать?|можно без телефона?|телефон обязателен?|домен обязателен?',
    notAsked: 'Обязательно ли указывать ИНН для нового клиента?',
  },
  'zh-TW': {
    needed: '城市一定要填嗎？|新客戶的郵遞區號必填嗎',
    optional: '電話可以不填嗎|電話先不填|網域一定要填嗎',
    notAsked: '新客戶一定要填統一編號嗎？',
  },
  'zh-CN': {
    needed: '城市必须填吗|新客户的邮编是不是必填',
    optional: '手机号可以不填吗|新客户的地址第二行要不要填？|域名能不填吗',
    notAsked: '新客户必须要填统一社会信用代码吗？',
  },
};

/** Texts beside the card with the agreement, with the day that its input holds then; today is March 10, 2026, a Tuesday. */
const signed: Table = {
  en: {
    '2026-03-06':
      'signed last Friday|they accepted the agreement on Friday|agreement date March 6|agreement date: last friday',
    '2026-03-09': 'signed yesterday|the customer accepted it yesterday',
    same: 'the customer accepted the agreement|yes they accepted',
  },
  ru: {
    '2026-03-06': 'подписали в прошлую пятницу|подписано 6 марта|дата принятия: 06.03.2026',
    '2026-03-09': 'клиент подписал соглашение вчера',
    same: 'клиент принял соглашение',
  },
  'zh-TW': { '2026-03-06': '上週五簽的|簽約日期 3月6日', '2026-03-09': '昨天簽的', same: '客戶已接受合約' },
  'zh-CN': { '2026-03-06': '上周五签的|签约日期 3月6日', '2026-03-09': '昨天签了协议', same: '客户已经接受协议' },
};

/** Texts beside a cart with 5 yearly licenses of E3 and 1 of Business: its lines then, with `m` for a monthly plan. */
const carts: Table = {
  en: {
    'e3 5m, business 1m': 'make it monthly|monthly billing please|billed monthly|can it be monthly?',
    'e3 5m, business 1': 'e3 monthly|monthly for e3, yearly for business',
    'e3 10, business 1': 'double the e3',
    'e3 5, business 2': 'one more of the first',
    'e3 5': 'actually forget business|remove the first line|without the business thing',
    'business 1': 'remove the last line|drop the second one',
    'premium 5, business 1': 'swap e3 for business premium|business premium instead of e3',
    'e3 5, business 15': 'business fifteen',
    none: '3 years|three year term',
  },
  ru: {
    'e3 5m, business 1m': 'помесячно|оплата ежемесячно|а можно помесячно?|поменяй на помесячную',
    'e3 10, business 1': 'е3 в два раза больше',
    'e3 5, business 2': 'ещё одну первой',
    'e3 5': 'уберите первую строку',
    'business 1': 'уберите последнюю строку|убери вторую',
    'premium 5, business 1': 'вместо E3 поставьте Business Premium|замени e3 на business premium',
    none: 'на три года',
  },
  'zh-TW': {
    'e3 5m, business 1m': '改成月繳|月付|可以月繳嗎？|付款改每月',
    'e3 10, business 1': 'e3 數量加倍',
    'e3 5, business 2': '第一個再多一個',
    'e3 5': '刪掉第一行|business 那個不要',
    'business 1': '刪掉最後一行|第二個不要了',
    'premium 5, business 1': '把 E3 換成 Business Premium',
    'e3 5, business 15': 'business 十五個|business 改成十五個',
    'e3 1200, business 1': 'E3 一千二百個|一千二百個 E3',
    none: '合約三年',
  },
  'zh-CN': {
    'e3 5m, business 1m': '按月付|改月付|能按月付吗？',
    'e3 10, business 1': 'e3翻倍',
    'e3 5, business 2': '第一个再加一个',
    'e3 5': '删掉第一行|不要那个business',
    'business 1': '删掉最后一行|第二个不要了',
    'premium 5, business 1': '把E3换成Business Premium',
    'e3 5, business 30': 'business 三十个|business改成三十',
    'e3 1200, business 1': 'E3 一千二百个|一千二百个E3',
    none: '签三年',
  },
};

/** Texts beside the card of a customer that name nobody, with the button or the number that the card shown then has. */
const ofCustomer: Table = {
  en: {
    'quantity=30': 'bump it to 30',
    'quantity=6': '5 more|add 5 more for them',
    'manage ': 'what do they have|when does it renew',
    'suspend ': 'suspend them|stop the auto renewal',
    history: 'who touched this last|what did they change',
    mail: 'send them the login steps',
  },
  ru: {
    'quantity=6': 'добавьте им 5 лицензий',
    'manage ': 'какие у них подписки',
    'suspend ': 'отключите автопродление|приостанови их',
    history: 'история изменений',
    mail: 'пришлите им инструкцию для входа',
  },
  'zh-TW': {
    'quantity=6': '多五個|幫他們加五個',
    'manage ': '他們有什麼訂閱',
    'suspend ': '把自動續約關掉|先幫他停掉',
    history: '最近誰改過',
    mail: '寄登入說明給他們',
  },
  'zh-CN': {
    'quantity=6': '加5个|再给他们加五个',
    'manage ': '他家都买了啥|几号到期',
    'suspend ': '别自动续了|先给他停了',
    history: '谁动过',
    mail: '把登录步骤发给他们',
  },
};

/** Texts that go on with a draft: the one open beneath another card, and the one named. */
const goesOn: Readonly<Record<Locale, { readonly ahead: string; readonly named: string }>> = {
  en: {
    ahead: 'go on|next|continue|carry on',
    named: 'continue Fabrikam|go on with the draft of Fabrikam|resume fabrikam',
  },
  ru: { ahead: 'дальше|продолжай|продолжить', named: 'продолжить Fabrikam|продолжи черновик Fabrikam' },
  'zh-TW': { ahead: '繼續|下一步|接著來', named: '繼續 Fabrikam|接著做 Fabrikam' },
  'zh-CN': { ahead: '继续|下一步|接着来', named: '继续 Fabrikam|接着填 Fabrikam 的草稿' },
};

const again: Readonly<Record<Locale, string>> = {
  en: 'again|once more|do it again',
  ru: 'ещё раз|повтори',
  'zh-TW': '再一次|再來一次',
  'zh-CN': '再来一次|再一遍',
};

/** Texts that put the bundle “Starter” into the cart: of the customer named, of the one whose card is open, or into the open cart. */
const bundled: Readonly<
  Record<Locale, { readonly alone: string; readonly ofCustomer: string; readonly cart: string }>
> = {
  en: {
    alone: 'order the starter bundle for fourth coffee|give fourth coffee the starter bundle',
    ofCustomer: 'add the starter bundle|order the starter bundle for them',
    cart: 'put in the starter bundle',
  },
  ru: {
    alone: 'закажи Fourth Coffee набор starter',
    ofCustomer: 'закажи им набор starter',
    cart: 'положи набор starter',
  },
  'zh-TW': { alone: '幫 fourth coffee 訂 starter 組合', ofCustomer: '幫他們訂 starter 組合', cart: '加 starter 組合' },
  'zh-CN': { alone: '给fourth coffee订starter套餐', ofCustomer: '给他们订starter套餐', cart: '放入starter套餐' },
};

const each = (table: Table, locale: Locale): readonly (readonly [expected: string, text: string])[] =>
  Object.entries(table[locale]).flatMap(([expected, texts]) =>
    texts.split('|').map((text) => [expected, text] as const),
  );

/** The cart's lines, as the table writes them. */
function linesOf(user: Client): string {
  const names = {
    'Office 365 Enterprise E3': 'e3',
    'Microsoft 365 Business': 'business',
    'Office 365 Business Premium': 'premium',
  };
  const inputs = user.inputs();
  const there = user.texts().flatMap((text) => (text in names ? [names[text as keyof typeof names]] : []));
  const counts = Object.keys(inputs).filter((name) => name.startsWith('count-'));
  return counts
    .map((name, index) => {
      const plan = inputs[name.replace('count', 'plan')]?.value;
      return `${there[index] ?? ''} ${inputs[name]?.value ?? ''}${plan === '1' ? 'm' : ''}`;
    })
    .toSorted((one, other) => order.indexOf(one.slice(0, 2)) - order.indexOf(other.slice(0, 2)))
    .join(', ');
}

const order = ['e3', 'pr', 'bu'];

describe('what is typed beside a card', () => {
  let id = '';

  before(async () => {
    const user = client(bot(), { manner: 'teams', partner });
    id = (await existing(bot(), user, partner, [offer.business], called('Fourth Coffee'))).id;
    await pressAny(user, 'addSubscription', id);
    await user.send(user.pressed('next', {}, undefined, { verb: 'add', argument: offer.e3, find: '' }));
    await user.press('nameBundle');
    await user.press('saveBundle', { bundleName: 'Starter' });
  });

  for (const locale of locales) {
    const { t } = words(locale);
    const person = async (): Promise<Client> => {
      const user = client(bot(), { manner: 'teams', partner, locale });
      await user.hello();
      return user;
    };
    const form = async (): Promise<Client> => {
      const user = await person();
      await user.say('add customer');
      return user;
    };

    it(`fills in each input that is named: ${locale}`, async () => {
      for (const [expected, text] of each(listed, locale)) {
        const user = await form();
        await user.say(text);
        for (const pair of expected.split(/ (?=[A-Za-z\d]+=)/)) {
          const [name = '', value = ''] = pair.split('=');
          assert.equal(user.inputs()[name]?.value, value, `${text}: ${name}`);
        }
        assert.equal(openSection(user), 'company', text);
      }
    });

    it(`answers whether an input must be filled in, and begins nothing: ${locale}`, async () => {
      for (const [expected, text] of each(asked, locale))
        for (const begin of [person, form]) {
          const user = await begin();
          const before = user.title();
          await user.say(text);
          const key = `typed.${expected}` as 'typed.needed' | 'typed.optional' | 'typed.notAsked';
          const [beginning = '', end = ''] = t(key, { label: '…' }).split('…');
          assert.ok(
            user.lines().some((line) => line.startsWith(beginning) && line.endsWith(end)),
            `${text}: ${user.lines().join()} ${user.title()}`,
          );
          assert.equal(user.title(), before, text);
        }
    });

    it(`notes the day on which the customer accepted, and ticks nothing: ${locale}`, async () => {
      const user = await form();
      await walkTo(user, 'contact', called('Wingtip'), locale);
      const shown = user.inputs()['dateAccepted']?.value;
      for (const [expected, text] of each(signed, locale)) {
        const former = user.inputs()['dateAccepted']?.value ?? shown;
        await user.say(text);
        assert.equal(user.inputs()['dateAccepted']?.value, expected === 'same' ? former : expected, text);
        assert.notEqual(user.inputs()['accepted']?.value, 'true', text);
        if (expected === 'same')
          assert.ok(user.lines().includes(t('typed.tick', { title: t('field.accepted') })), text);
      }
    });

    it(`corrects the cart's billing, offers and lines: ${locale}`, async () => {
      for (const [expected, text] of each(carts, locale)) {
        const user = await person();
        await pressAny(user, 'addSubscription', id);
        for (const argument of [offer.e3, offer.business])
          await user.send(user.pressed('next', {}, undefined, { verb: 'add', argument, find: '' }));
        await user.say('e3: 5');
        await user.say(text);
        const lines = linesOf(user);
        if (expected === 'none') assert.ok(user.lines().includes(t('typed.noPlan')), text);
        assert.equal(lines, expected === 'none' ? 'e3 5, business 1' : expected, `${text} (${user.title()})`);
      }
    });

    it(`means the customer whose card is open where it names nobody, and changes nothing: ${locale}`, async () => {
      const stands = await kept();
      for (const [expected, text] of each(ofCustomer, locale)) {
        const user = await person();
        await pressAny(user, 'customer', id);
        await user.say(text);
        const [name = '', value] = expected.split('=');
        if (value !== undefined) assert.equal(user.inputs()[name]?.value, value, text);
        else if (expected === 'history') assert.equal(user.title(), t('history.title'), text);
        else if (expected === 'mail') assert.ok(user.inputs()['mailLanguage'], `${text} (${user.title()})`);
        else assert.ok(user.named(expected as 'manage ').length > 0, `${text} (${user.title()})`);
        if (value === undefined)
          assert.ok(
            user.texts().some((line) => line.includes('Fourth Coffee')),
            text,
          );
      }
      assert.deepEqual(await kept(), stands);
    });

    it(`goes on with the form beneath another card, or with the draft that is named: ${locale}`, async () => {
      const user = await form();
      await user.say('company name: Fabrikam');
      await user.say('add customer Proseware');
      if (user.has('newDraft')) await user.press('newDraft');
      for (const text of goesOn[locale].named.split('|')) {
        await user.say('customers');
        await user.say(text);
        assert.equal(user.inputs()['companyName']?.value, 'Fabrikam', text);
      }
      for (const text of goesOn[locale].ahead.split('|')) {
        await user.say('renewals');
        await user.say(text);
        assert.equal(user.inputs()['companyName']?.value, 'Fabrikam', text);
      }
    });

    it(`puts a bundle that is named into a cart, and orders nothing: ${locale}`, async () => {
      const stands = await kept();
      const ways = {
        alone: () => Promise.resolve(),
        ofCustomer: (user: Client) => pressAny(user, 'customer', id),
        cart: (user: Client) => pressAny(user, 'addSubscription', id),
      };
      for (const [way, open] of Object.entries(ways))
        for (const text of bundled[locale][way as keyof typeof ways].split('|')) {
          const user = await person();
          await open(user);
          await user.say(text);
          assert.equal(linesOf(user), 'e3 1', `${text} (${user.title()})`);
        }
      assert.deepEqual(await kept(), stands);
    });

    it(`says how something is repeated where it names nobody: ${locale}`, async () => {
      const user = await person();
      for (const text of again[locale].split('|')) {
        await user.say(text);
        assert.ok(user.lines().includes(t('sentence.noRepeat')), text);
      }
    });
  }
});
