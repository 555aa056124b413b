import assert from 'node:assert/strict';
import {
  columnLabel,
  type ColumnName,
  columnNames,
  columnOfHeader,
  knownHeader,
  readHeader,
  similarColumn,
} from '../../../forms/import/columns.ts';
import { locales } from '../../../locales/translator.ts';
import { words } from '../../../locales/words.ts';

/** Headers that people write, with the column they mean. */
const written: readonly (readonly [ColumnName, string])[] = [
  ['companyName', 'Company|Customer name|Организация|Компания|Наименование организации|公司|客戶名稱|客户名称|公司名'],
  ['domain', 'Domain|Tenant domain|Домен|網域|域名'],
  ['microsoftId', 'Tenant ID|Customer Tenant ID|Идентификатор клиента|租用戶識別碼|租户 ID'],
  ['country', 'Country|COUNTRY CODE|Страна|國家|国家'],
  ['addressLine1', 'Address|Street|Адрес|地址|街道地址|详细地址'],
  ['city', 'Town|Город|城市|鄉鎮市區|鄉/鎮/市/區'],
  ['state', 'State|Province|Регион|Область|省份|縣市|縣/市'],
  ['postalCode', 'Zip|ZIP Code|Postcode|Индекс|郵遞區號|邮编'],
  ['registrationNumber', 'Tax ID|ИНН|УНП|Регистрационный номер'],
  ['firstName', 'Given name|Имя|名字'],
  ['lastName', 'Surname|Фамилия|姓氏|姓|連絡人姓氏'],
  ['email', 'E-mail|Email|Mail|Эл. почта|電子郵件|邮箱'],
  ['phoneNumber', 'Phone|Tel.|Телефон|Тел.|電話|手机号'],
  ['accepted', 'MCA accepted|Соглашение принято|已接受合約|已接受协议'],
  ['dateAccepted', 'Date accepted|Acceptance date|Дата принятия|接受日期'],
  ['reseller', 'Reseller|MPN ID|Торговый посредник|轉銷商|经销商'],
  ['offer', 'Product|SKU|Offer|Продукт|Предложение|產品|供應項目|产品'],
  ['billing', 'Billing|Billing cycle|Периодичность|帳單週期|计费周期'],
  ['quantity', 'Qty|Seats|Licenses|Количество|Кол-во|Quantity|數量|数量|许可证数'],
  ['relationship', 'Взаимоотношения|Связь|Relationship|關係|关系'],
  ['kind', 'Type|New or existing|Вид|Тип|現有或新增|类型'],
];

/** Headers of files that earlier versions wrote, where they have other words for them now. */
const formerly: readonly (readonly [ColumnName, string])[] = [
  ['domain', 'Имя основного домена'],
  ['addressLine1', '地址行 1'],
  ['addressLine2', '地址行 2'],
  ['educationSegment', 'Сегмент образования'],
  ['reseller', '轉銷商（MPN 識別碼）'],
  [
    'gdap',
    'Связь администрирования по умолчанию (GDAP)|Права администратора по умолчанию (GDAP)|Предоставить нам права администратора (GDAP по умолчанию)|預設的系統管理員關係（GDAP）',
  ],
];

describe('the headers that people write', () => {
  for (const [name, headers] of [...written, ...formerly])
    it(`mean ${name}: ${headers}`, () => {
      for (const header of headers.split('|')) assert.equal(columnOfHeader(header), name, header);
    });

  it('mean one column each, in all languages together', () => {
    for (const locale of locales)
      for (const name of columnNames) {
        const { t } = words(locale);
        for (const header of [columnLabel(name, words(locale)), ...t(`alias.${name}`).split('|')])
          assert.equal(knownHeader(header)?.name, name, `${locale} ${header}`);
      }
  });

  it('leave the label its column where both are there', () => {
    const { columns } = readHeader(['Customer', 'Company name', 'Street', 'Address', 'Domain']);
    assert.deepEqual(
      columns.map((one) => one?.name),
      [undefined, 'companyName', 'addressLine1', undefined, 'domain'],
    );
  });

  it('count a number of licenses only beside its offer', () => {
    const { columns } = readHeader(['Company', 'Domain', 'Product', 'Qty', 'Seats']);
    assert.deepEqual(
      columns.map((one) => one?.name),
      ['companyName', 'domain', 'offer', 'quantity', undefined],
    );
  });
});

describe('a header that is not known', () => {
  const none = new Set<ColumnName>();
  for (const [header, name] of [
    ['Compnay name', 'companyName'],
    ['Adress', 'addressLine1'],
    ['Postal cod', 'postalCode'],
    ['Назвние компании', 'companyName'],
    ['現有或新增客戶', 'kind'],
    ['公司名稱們', 'companyName'],
  ] as const)
    it(`such as ${header} may mean ${name}`, () => assert.equal(similarColumn(header, none), name));

  it('means none where none is near, or where the file has it', () => {
    for (const header of ['Notes', 'Sales person', 'Примечание', '備註', 'x', ''])
      assert.equal(similarColumn(header, none), undefined, header);
    assert.equal(similarColumn('Compnay name', new Set(['companyName'])), undefined);
  });
});
