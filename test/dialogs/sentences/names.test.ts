import assert from 'node:assert/strict';
import { understand } from '../../../dialogs/sentences/grammar.ts';

/** Beginnings of a sentence that adds a customer, in each language. */
const beginnings = ['add customer', 'добавить клиента', '新增客戶', '添加客户'];

/** Names as they are typed, each with the one that is put into the form. */
const typedNames: Readonly<Record<string, string>> = {
  'ООО «Ромашка»': 'ООО «Ромашка»',
  'АО "Альфа"': 'АО "Альфа"',
  '«Ромашка» Москва': '«Ромашка» Москва',
  '«ООО «Ромашка»»': 'ООО «Ромашка»',
  '"Contoso" Bakery (UK) Ltd.': '"Contoso" Bakery (UK) Ltd.',
  '"Contoso" and "Fabrikam"': '"Contoso" and "Fabrikam"',
  'Contoso (UK)': 'Contoso (UK)',
  '山城「咖啡」': '山城「咖啡」',
  '晨光（上海）科技有限公司': '晨光（上海）科技有限公司',
  '（晨光）': '晨光',
  '"Contoso Ltd."': 'Contoso Ltd.',
  '“Contoso”,': 'Contoso',
  '„Contoso“': 'Contoso',
  '(Contoso)': 'Contoso',
  '«Contoso»!': 'Contoso',
  '"Contoso': 'Contoso',
  'Contoso"': 'Contoso',
  'Contoso).': 'Contoso',
  'Contoso.': 'Contoso',
  '«Contoso».': 'Contoso',
  'Contoso, Inc.': 'Contoso, Inc.',
};

describe('a typed name', () => {
  for (const [typed, name] of Object.entries(typedNames))
    it(`loses the marks around all of it and keeps those within: ${typed}`, () => {
      for (const beginning of beginnings)
        assert.deepEqual(understand(`${beginning} ${typed}`), { kind: 'newCustomer', name }, beginning);
    });
});
