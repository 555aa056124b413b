import assert from 'node:assert/strict';
import { locales, type Locale } from '../../locales/translator.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { existing, storedOf } from './existing.ts';
import { answersIn, asked, asks, changed, openSection, partnerOf, walkTo } from './walk.ts';

const bot = useTestBot();

/** Partners whose own country writes addresses in the language. */
const partners = { en: partnerOf(1), ru: partnerOf(14), 'zh-TW': partnerOf(13), 'zh-CN': partnerOf(10) };
/** A partner whose customers accept an agreement, in every language. */
const american = partnerOf(1);

/** Texts with bars between them, by the inputs that hold something else afterwards. */
type Table = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** Beside the card of a company that is filled in. */
const corrected: Table = {
  en: {
    'postalCode=98052': 'the postcode is wrong, 98052|zip is off, should be 98052',
    'companyName=Alpine Ski Lodge LLC': 'wrong company name, should be Alpine Ski Lodge LLC',
    'addressLine2=': 'no suite|there is no second address line|remove suite 4|leave line 2 blank',
    'addressLine1=5 Harbor Way city=Tacoma postalCode=98402 addressLine2=':
      'they moved to 5 Harbor Way, Tacoma WA 98402',
    'city=Spokane': "it's not Springfield, it's Spokane",
    'domainPrefix=wingtip': 'domain should be wingtip.onmicrosoft.com',
  },
  ru: {
    'postalCode=101990': 'не тот индекс, 101990|индекс неправильный, правильно 101990',
    'addressLine2=': 'убери вторую строку адреса|без офиса|второй строки нет',
    'addressLine1=Арбат 10 postalCode=119002 addressLine2=': 'переехали на Арбат 10, Москва 119002',
    'city=Тула': 'ошиблась с городом, Тула',
    'domainPrefix=vektor': 'домен vektor.onmicrosoft.com',
  },
  'zh-TW': {
    'postalCode=106': '郵遞區號錯了，是 106|郵遞區號不對 應該是 106',
    'addressLine2=': '第二行地址清空|不用3樓|沒有第二行地址',
    'addressLine2=6樓': '不是3樓是6樓',
    'companyName=宏遠國際股份有限公司': '公司名字要改成宏遠國際股份有限公司',
    'companyName=高山滑雪股份有限公司': '公司名稱少了股份 高山滑雪股份有限公司',
    'domainPrefix=yushan': '網域是 yushan.onmicrosoft.com',
  },
  'zh-CN': {
    'postalCode=100020': '邮编错了，是100020|邮编不对应该是100020',
    'addressLine2=': '第二行地址不要|不要3楼|第二行清空',
    'addressLine2=6楼': '6楼，不是3楼|不是3楼是6楼',
    'city=天津': '不是北京，是天津|城市填错了，是天津',
    'domainPrefix=hongda': '域名就定 hongda.partner.onmschina.cn',
  },
};

/** Beside the empty card of a company. */
const begun: Table = {
  en: {
    'addressLine1=100 main street city=springfield state=WA postalCode=98101': '100 main street springfield wa 98101',
    'postalCode=98004 city=bellevue state=WA addressLine1=12 lake avenue':
      'zip 98004 city bellevue state wa street 12 lake avenue',
    'companyName=Blue Yonder Airlines addressLine1=400 Pine St city=Seattle state=WA postalCode=98101':
      'Blue Yonder Airlines, 400 Pine St Seattle WA 98101',
    'companyName=Lucerne Publishing city=Bellevue state=WA':
      "company is Lucerne Publishing and they're in Bellevue, Washington",
  },
  ru: {
    'addressLine1=ул ленина 5 кв 12 city=москва postalCode=101000': 'ул ленина 5 кв 12 москва 101000',
    'companyName=вектор city=тверь postalCode=170100 addressLine1=улица советская 3':
      'название вектор город тверь индекс 170100 улица советская 3',
    'companyName=ООО «Северторг» addressLine1=ул. Мира, 7 city=Пермь postalCode=614000':
      'ООО «Северторг», ул. Мира, 7, Пермь, 614000',
  },
  'zh-TW': {
    'companyName=玉山科技 domainPrefix=yushan': '客戶名稱玉山科技網域yushan',
    'companyName=玉山科技 city=新竹市': '公司叫玉山科技 在新竹市',
    'domainPrefix=haide': 'haide 當網域',
  },
  'zh-CN': {
    'companyName=宏达贸易 domainPrefix=hongda postalCode=310000': '客户名称宏达贸易域名hongda邮编310000',
    'companyName=宏达贸易 city=杭州': '公司叫宏达贸易 在杭州',
    'companyName=宏达贸易有限公司 city=成都市 addressLine1=锦江区红星路三段1号 postalCode=610021':
      '宏达贸易有限公司 成都市锦江区红星路三段1号 610021',
  },
};

/** Beside the card of an American company's contact and agreement, filled in and signed by the contact; today is March 10, 2026. */
const signed: Table = {
  en: {
    'lastName=Brandt': 'no, her surname is Brandt',
    'email=ana.lima@alpine.example': 'email is wrong, ana.lima@alpine.example',
    'firstName=Mira lastName=Novak': 'the contact is Mira Novak',
    'phoneNumber=': 'remove the phone number|no phone',
    'signer=other': 'someone else signed|the signer is somebody else: Omar Haddad, omar@alpine.example',
    'dateAccepted=2026-03-10': 'signed today|today’s date',
  },
  ru: {
    'lastName=Брандт': 'нет, фамилия у неё Брандт|фамилия неправильная, Брандт',
    'firstName=Мария lastName=Орлова': 'её зовут Мария Орлова',
    'phoneNumber=': 'телефон удали|телефона нет',
    'signer=other': 'подписант другой|подписывал директор, Игорь Белов, belov@alpine.example',
    'dateAccepted=2026-03-10': 'подписали сегодня|дата сегодняшняя',
  },
  'zh-TW': {
    'lastName=林 firstName=佳蓉 email=jiarong.lin@chenguang.example':
      '聯絡人是林佳蓉，jiarong.lin@chenguang.example，0912-345-678',
    'lastName=李': '不對 她姓李',
    'lastName=陳 firstName=大文': '姓陳名大文',
    'phoneNumber=': '電話刪掉',
    'signer=other': '簽署人是別人|簽約人 張志強 chang@alpine.example|不是他簽的 是別人',
    'dateAccepted=2026-03-10': '日期填今天|簽約日期寫今天',
  },
  'zh-CN': {
    'lastName=林 firstName=佳蓉 email=jiarong.lin@chenguang.example': '联系人是林佳蓉，jiarong.lin@chenguang.example',
    'lastName=凌': '姓错了，姓凌',
    'email=lin@alpine.example': '邮箱不对 lin@alpine.example',
    'phoneNumber=': '电话不填了|电话删掉',
    'signer=other': '签署人是另一个人|签约人 张伟 zhangwei@alpine.example',
    'dateAccepted=2026-03-10': '日期就写今天',
  },
};

/** Beside the card of the contact: what leads to the company's once more; and what takes the address of the customer Contoso. */
const ways: Readonly<Record<Locale, { readonly back: string; readonly code: string; readonly address: string }>> = {
  en: { back: 'wait go back to the address', code: 'oh wait the zip is 98109', address: 'same address as contoso' },
  ru: { back: 'вернись к адресу|назад к компании', code: 'ой индекс 98109', address: 'адрес такой же как у contoso' },
  'zh-TW': { back: '回到地址那邊|回公司資料', code: '等等 郵遞區號是98109', address: '地址跟 contoso 一樣' },
  'zh-CN': { back: '回到地址那一步|返回公司资料', code: '等下 邮编是98109', address: '地址和contoso一样' },
};

/** Beside the card of a company whose domain is taken: one of those offered by its place, another, and one of one's own. */
const taken: Readonly<Record<Locale, { readonly first: string; readonly own: string }>> = {
  en: { first: 'take another domain|take the first one', own: 'then use alpine2026|that one is taken, use alpine2026' },
  ru: { first: 'возьми другой домен|давай первый вариант', own: 'тогда давай alpine2026' },
  'zh-TW': { first: '換一個網域', own: '那改用 alpine2026|被用掉了 那用 alpine2026' },
  'zh-CN': { first: '换个域名|第一个就行', own: '那就用alpine2026吧|被占了就用alpine2026' },
};

const second = { en: 'Suite 4', ru: 'офис 4', 'zh-TW': '3 樓', 'zh-CN': '3 楼' };
const countries = { en: 'US', ru: 'RU', 'zh-TW': 'TW', 'zh-CN': 'CN' };
const contact = { phoneNumber: '206 555 0100' };

const each = (table: Table, locale: Locale): readonly (readonly [expected: string, text: string])[] =>
  Object.entries(table[locale]).flatMap(([expected, texts]) =>
    texts.split('|').map((text) => [expected, text] as const),
  );

const values = (user: Client): Record<string, string> =>
  Object.fromEntries(Object.entries(user.inputs()).map(([name, { value }]) => [name, value]));

/** The inputs with the changes that a row of a table expects. */
const expectedOf = (before: Record<string, string>, row: string): Record<string, string> => ({
  ...before,
  ...Object.fromEntries(row.split(/ (?=[A-Za-z\d]+=)/).map((pair) => pair.split('=') as [string, string])),
});

describe('what is wished beside the open form of a new customer', () => {
  for (const locale of locales) {
    const begin = async (partner = partners[locale]): Promise<Client> => {
      const user = client(bot(), { manner: 'teams', partner, locale });
      await user.hello();
      await user.say('add customer');
      return user;
    };
    const answers = (country: string) =>
      changed(answersIn(country), { company: { addressLine2: second[locale] }, contact });
    const says = async (user: Client, text: string, row: string): Promise<void> => {
      const expected = expectedOf(values(user), row);
      const section = openSection(user);
      await user.say(text);
      assert.deepEqual(values(user), expected, `${text} (${user.title()})`);
      assert.equal(openSection(user), section, text);
    };

    it(`corrects, moves and empties what the company’s card holds: ${locale}`, async () => {
      for (const [row, text] of each(corrected, locale)) {
        const user = await begin();
        await user.press('next', asked(user, answers(countries[locale]).company));
        await user.press('back');
        await says(user, text, row);
      }
    });

    it(`fills in what a text gives without marks: ${locale}`, async () => {
      for (const [row, text] of each(begun, locale)) await says(await begin(), text, row);
    });

    it(`corrects the contact, the signer and the day: ${locale}`, async () => {
      const filled = answers('US');
      for (const [row, text] of each(signed, locale)) {
        const user = await begin(american);
        await walkTo(user, 'contact', filled, locale);
        await user.press('next', { ...asked(user, filled.contact), ...asked(user, filled.agreement) });
        await user.press('back');
        await says(user, text, row);
      }
    });

    it(`goes back to an earlier card, also with a value for it: ${locale}`, async () => {
      for (const text of [...ways[locale].back.split('|'), ways[locale].code]) {
        const user = await begin(american);
        await walkTo(user, 'contact', answers('US'), locale);
        await user.say(text);
        assert.ok(asks(user, 'company'), `${text} (${user.title()})`);
        assert.equal(values(user)['postalCode'], text === ways[locale].code ? '98109' : '98101', text);
      }
    });

    it(`takes the address of a customer, or another domain, and changes nothing: ${locale}`, async () => {
      const owner = client(bot(), { manner: 'teams', partner: american });
      await owner.hello();
      const company = { companyName: `Contoso`, addressLine1: '7 Pike Place', city: 'Tacoma' };
      const known = await bot().customersOf(american);
      const one =
        known.find(({ companyName }) => companyName === 'Contoso') ??
        (await existing(bot(), owner, american, [], changed(answersIn('US'), { company })));
      const stands = await storedOf(bot(), american);
      const user = await begin(american);
      await says(user, ways[locale].address, 'addressLine1=7 Pike Place city=Tacoma state=WA postalCode=98101');
      for (const [place, texts] of Object.entries(taken[locale]))
        for (const text of texts.split('|')) {
          const other = await begin(american);
          const domainPrefix = one.domain.split('.')[0] ?? '';
          await other.press('next', { ...asked(other, answers('US').company), domainPrefix });
          const [first = ''] = other.named('takeDomain ');
          await says(other, text, `domainPrefix=${place === 'own' ? 'alpine2026' : first.replace('takeDomain ', '')}`);
        }
      assert.deepEqual(await storedOf(bot(), american), stands);
    });
  }
});
