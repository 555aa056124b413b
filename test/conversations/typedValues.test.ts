import assert from 'node:assert/strict';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { openSection, partnerOf } from './walk.ts';

const bot = useTestBot();

const person = (partner: number): Client =>
  client(bot(), { manner: 'teams', partner: partnerOf(partner), locale: 'en-US' });

const valuesOf = (user: Client): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(user.inputs()).map(([name, { value }]) => [name, value]));

async function companyForm(user: Client, name: string): Promise<void> {
  await user.say(`add customer ${name}`);
  while (openSection(user) !== 'company') await user.press('next');
}

/** Texts that speak of an input and give it no value. */
const noValues = [
  'the domain is taken',
  'the domain is already taken, what now',
  'company name is too long',
  'city is missing, sorry',
  'zip is required',
  'домен занят',
  'название слишком длинное',
  'город с опечаткой',
  'индекс неверный, что делать',
  '域名被占用了咋办',
  '公司名少打了个字',
  '城市填错了怎么改',
  '邮编不知道',
  '網域被占用了怎麼辦',
  '公司名少打了個字',
  '城市填錯了怎麼改',
  '郵遞區號不知道',
];

/** Texts with a value behind more than its label, by the input and the value. */
const values: readonly (readonly [text: string, input: string, value: string])[] = [
  ['the city is wrong, it should be Tacoma', 'city', 'Tacoma'],
  ['the company name is Good Eats', 'companyName', 'Good Eats'],
  ['the domain should be wingtip-toys', 'domainPrefix', 'wingtip-toys'],
  ['город не тот, надо Казань', 'city', 'Казань'],
  ['название компании теперь Северный ветер', 'companyName', 'Северный ветер'],
  ['地址写错了，应该是文三路478号', 'addressLine1', '文三路478号'],
  ['公司名不对，改成华为技术', 'companyName', '华为技术'],
  ['地址寫錯了，應該是松高路 9 號', 'addressLine1', '松高路 9 號'],
  ['城市不對，改成台中市', 'city', '台中市'],
];

/** Companies with the details behind their names, each by the number of its partner. */
const companies: readonly (readonly [text: string, partner: number, values: Readonly<Record<string, string>>])[] = [
  [
    'new client Adventure Works, domain adventureworks.com, contact is Megan Bowen megan@adventureworks.com',
    2,
    { companyName: 'Adventure Works', domainPrefix: 'adventureworks' },
  ],
  [
    'can you create a customer for Lamna Healthcare in Dallas, Texas',
    2,
    { companyName: 'Lamna Healthcare', city: 'Dallas', state: 'TX' },
  ],
  [
    'Dana Wells - Adventure Works, 1200 5th Ave, Seattle, WA 98101, dana.wells@adventure-works.com',
    2,
    { companyName: 'Adventure Works', addressLine1: '1200 5th Ave', city: 'Seattle', postalCode: '98101' },
  ],
  [
    'новый клиент АО Техносфера, сайт technosfera.ru',
    14,
    { companyName: 'АО Техносфера', domainPrefix: 'technosfera' },
  ],
  ['добавить заказчика Глобус Трейд из Казани', 14, { companyName: 'Глобус Трейд', city: 'Казань' }],
  [
    'ООО "Меридиан" ИНН 7707083893 КПП 540601001 ОГРН 1025402451234 юр. адрес: 630099, Новосибирск, Красный проспект 25',
    14,
    { companyName: 'ООО "Меридиан"', registrationNumber: '7707083893', city: 'Новосибирск', postalCode: '630099' },
  ],
  [
    '帮我录一下这家：成都瑞丰商贸有限公司 统一社会信用代码 91510100MA6CT8K412',
    11,
    { companyName: '成都瑞丰商贸有限公司' },
  ],
  [
    '有个新客户要开户，杭州青木文化传媒，域名 qingmu-media.cn，联系人周洁 13857112233',
    11,
    { companyName: '杭州青木文化传媒', domainPrefix: 'qingmumedia' },
  ],
  [
    '新客戶建檔：日升科技有限公司 聯絡人 王大明 02-2799-1234 david.wang@risesun.com.tw',
    13,
    { companyName: '日升科技有限公司', domainPrefix: 'risesun' },
  ],
  [
    '要幫新客戶開通，晨星資訊股份有限公司，統編 24536806，台北市內湖區瑞光路 513 號 5 樓',
    13,
    { companyName: '晨星資訊股份有限公司', city: '內湖區', addressLine1: '瑞光路' },
  ],
];

describe('a value that is typed', () => {
  it('is put into no input where it is none of its kind', async () => {
    const user = person(2);
    await companyForm(user, 'Tailspin Toys');
    const before = valuesOf(user);
    for (const text of noValues) {
      await user.say(text);
      if (openSection(user) !== 'company') await user.press('resume');
      assert.deepEqual(valuesOf(user), before, text);
    }
  });

  it('is found behind all that is said before it', async () => {
    const user = person(2);
    await companyForm(user, 'Tailspin Toys');
    for (const [text, input, value] of values) {
      await user.say(text);
      assert.equal(valuesOf(user)[input], value, text);
    }
    await user.say('put Bellevue, WA as the city');
    const { city, state } = valuesOf(user);
    assert.deepEqual([city, state], ['Bellevue', 'WA']);
  });

  it('names the contact of the form without the word that joins it to its label', async () => {
    for (const text of [
      'contact is Dana Wells, dana.wells@tailspintoys.com, 206-555-0119',
      'контактное лицо: Dana Wells, dana.wells@tailspintoys.com',
      '联系人是 Dana Wells 邮箱 dana.wells@tailspintoys.com',
      '聯絡人換成 Dana Wells dana.wells@tailspintoys.com',
    ]) {
      const user = person(2);
      await companyForm(user, 'Tailspin Toys');
      await user.press('next', { addressLine1: '1 Main St', city: 'Seattle', state: 'WA', postalCode: '98101' });
      await user.say(text);
      const { firstName, lastName, email } = valuesOf(user);
      assert.deepEqual([firstName, lastName, email], ['Dana', 'Wells', 'dana.wells@tailspintoys.com'], text);
    }
  });
});

describe('a new customer that is typed with details', () => {
  for (const [text, partner, expected] of companies)
    it(`fills the form in, its name without them: ${text.slice(0, 40)}`, async () => {
      const user = person(partner);
      await user.say(text);
      while (openSection(user) !== 'company') await user.press('next');
      const seen = valuesOf(user);
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, seen[name]])), expected);
    });
});
