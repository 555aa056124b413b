import assert from 'node:assert/strict';
import { client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { openSection, partnerOf } from './walk.ts';

const bot = useTestBot();

/** A new customer in a sentence: dictated, mistyped, with its details behind the name; and the inputs that are filled in. */
type Told = readonly (readonly [text: string, inputs: Readonly<Record<string, string>>])[];

const english: Told = [
  [
    'so uh new customer um Elm Street Bakery, domain is elmbakery dot onmicrosoft dot com',
    { companyName: 'Elm Street Bakery', domainPrefix: 'elmbakery' },
  ],
  [
    'okay new customer, Red Fern Airlines, domain redfern onmicrosoft com',
    { companyName: 'Red Fern Airlines', domainPrefix: 'redfern' },
  ],
  ['adn customer Old Mill Importers', { companyName: 'Old Mill Importers' }],
  ['ad a customer called Larkspur Toys', { companyName: 'Larkspur Toys' }],
  ['new cusotmer Quill Corporation', { companyName: 'Quill Corporation' }],
  [
    'set up a new customer please the name is Heron Inc and the city is Portland',
    { companyName: 'Heron Inc', city: 'Portland' },
  ],
  [
    'new client umm Maple Design Institute comma the street is 22 Oak Avenue',
    { companyName: 'Maple Design Institute', addressLine1: '22 Oak Avenue' },
  ],
  ['please create customer Ivy Travel phone 206 555 0147', { companyName: 'Ivy Travel' }],
  [
    'new customer Birch Dental domain birchdental city Boise',
    { companyName: 'Birch Dental', domainPrefix: 'birchdental', city: 'Boise' },
  ],
  ['hey, new customer, the name is Acorn Legal, city Reno', { companyName: 'Acorn Legal', city: 'Reno' }],
];

const russian: Told = [
  ['новый клиент ООО «Бриг», ИНН 7707083893', { companyName: 'ООО «Бриг»', registrationNumber: '7707083893' }],
  ['запиши нового клиента Кречет, ИНН 7707083893', { companyName: 'Кречет', registrationNumber: '7707083893' }],
  ['дбавь клиента Клён Плюс', { companyName: 'Клён Плюс' }],
  [
    'так, новый клиент ООО Базальт город Пермь улица Ленина дом 12',
    { companyName: 'ООО Базальт', city: 'Пермь', addressLine1: 'улица Ленина дом 12' },
  ],
  ['занеси нового клиента Тихий берег, телефон 8 812 555 01 22', { companyName: 'Тихий берег' }],
  ['новый клиет Заря', { companyName: 'Заря' }],
  ['эээ новый клиент, называется Рассвет, домен rassvet', { companyName: 'Рассвет', domainPrefix: 'rassvet' }],
  [
    'давай заведём клиента Мирт домен mirtplus точка onmicrosoft точка com',
    { companyName: 'Мирт', domainPrefix: 'mirtplus' },
  ],
  ['слушай, новый клиент, Полярная сова, город Мурманск', { companyName: 'Полярная сова', city: 'Мурманск' }],
  ['ну, новый клиент, эм, Синий кит, домен sinijkit', { companyName: 'Синий кит', domainPrefix: 'sinijkit' }],
];

const taiwanese: Told = [
  ['新曾客戶 海棠文創', { companyName: '海棠文創' }],
  ['新增客護 川流物流', { companyName: '川流物流' }],
  ['新贈客戶 和田貿易', { companyName: '和田貿易' }],
  ['新客戶：玉山貿易股份有限公司，統一編號 12345675', { companyName: '玉山貿易股份有限公司' }],
  ['呃新客戶嗯叫綠雲廣告，網域是 luyunad', { companyName: '綠雲廣告', domainPrefix: 'luyunad' }],
  ['幫我建一個新客戶，公司叫松林設計，電話 02-5550-1234', { companyName: '松林設計' }],
  ['新客戶 榕樹食品 網域 rongshu', { companyName: '榕樹食品', domainPrefix: 'rongshu' }],
  ['加一個新客戶 梧桐餐飲，網域 wutong', { companyName: '梧桐餐飲', domainPrefix: 'wutong' }],
  ['好，新客戶，竹風科技，網域 zhufeng', { companyName: '竹風科技', domainPrefix: 'zhufeng' }],
  ['新增客戶 石橋科技，統編 12345675', { companyName: '石橋科技' }],
];

const mainland: Told = [
  ['新曾客户 海棠文化', { companyName: '海棠文化' }],
  ['添佳客户 川流物流', { companyName: '川流物流' }],
  ['新增客护 和田贸易', { companyName: '和田贸易' }],
  ['新客户：上海玉山贸易有限公司，统一社会信用代码91310000MA1K12345X', { companyName: '上海玉山贸易有限公司' }],
  ['呃新客户嗯叫绿云广告，域名是luyunad', { companyName: '绿云广告', domainPrefix: 'luyunad' }],
  ['帮我录一个新客户，公司叫苏州松林设计，电话0512-55501234', { companyName: '苏州松林设计' }],
  ['新增客户 杭州榕树科技有限公司 域名 rongshu', { companyName: '杭州榕树科技有限公司', domainPrefix: 'rongshu' }],
  ['加个新客户 广州梧桐餐饮，域名wutong', { companyName: '广州梧桐餐饮', domainPrefix: 'wutong' }],
  ['好，新客户，竹风科技，域名zhufeng', { companyName: '竹风科技', domainPrefix: 'zhufeng' }],
  ['客户新增：成都石桥食品有限公司', { companyName: '成都石桥食品有限公司' }],
];

describe('a new customer who is told of in a sentence', () => {
  for (const [locale, number, told] of [
    ['en', 2, english],
    ['ru', 14, russian],
    ['zh-TW', 13, taiwanese],
    ['zh-CN', 11, mainland],
  ] as const)
    it(`has its name and the values beside it in their inputs: ${locale}`, async () => {
      for (const [text, inputs] of told) {
        const user = client(bot(), { manner: 'teams', partner: partnerOf(number), locale });
        await user.say(text);
        assert.equal(openSection(user), 'company', text);
        const filled = user.inputs();
        const seen = Object.fromEntries(Object.keys(inputs).map((name) => [name, filled[name]?.value]));
        assert.deepEqual(seen, inputs, text);
      }
      assert.deepEqual(await bot().customersOf(partnerOf(number)), []);
    });
});
