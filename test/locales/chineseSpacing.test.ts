import assert from 'node:assert/strict';
import { chineseSentence } from '../../locales/chineseSpacing.ts';
import { words } from '../../locales/words.ts';

const filled = (sentence: string, name: string): string => chineseSentence(sentence, () => name);

describe('a blank between Chinese and other letters', () => {
  it('keeps the sign of an order beside its number', () => {
    for (const locale of ['zh-TW', 'zh-CN'] as const)
      assert.match(words(locale).t('form.step', { n: 3, m: 8 }), /^第\u00A03\u00A0步/);
  });

  it('stands beside a Latin name and not beside a Chinese one', () => {
    assert.equal(filled('{company} 的帳戶資訊', 'Contoso'), 'Contoso 的帳戶資訊');
    assert.equal(filled('{company} 的帳戶資訊', '高山股份有限公司'), '高山股份有限公司的帳戶資訊');
    assert.equal(filled('請授權 {partner} 成為', '高山（上海）'), '請授權高山（上海）成為');
    assert.equal(filled('請授權 {partner} 成為', 'Fabrikam Taiwan'), '請授權 Fabrikam Taiwan 成為');
    assert.equal(filled('下载 {name}：', 'customers.csv'), '下载 customers.csv：');
    assert.equal(filled('{offer}和 Visio', 'Basic (Nonprofit)'), 'Basic (Nonprofit) 和 Visio');
    assert.equal(filled('{offer}（附加元件）', 'Basic (Nonprofit)'), 'Basic (Nonprofit)（附加元件）');
  });

  it('holds a number together with the word that counts with it, and no name that ends in one', () => {
    assert.equal(filled('已有{n}个客户', '5'), '已有 5\u00A0个客户');
    assert.equal(filled('{n} 個授權', '1,240'), '1,240\u00A0個授權');
    assert.equal(filled('{offer}的授權', 'Microsoft 365'), 'Microsoft 365 的授權');
    assert.equal(filled('{offer}的授權', 'Office 365 E3'), 'Office 365 E3 的授權');
  });

  it('follows a name that ends in a full stop, which is the only one', () => {
    assert.equal(filled('已放入 {name}。', 'Contoso Ltd.'), '已放入 Contoso Ltd.');
    assert.equal(filled('已放入 {name}。请稍后重试。', 'Contoso Ltd.'), '已放入 Contoso Ltd. 请稍后重试。');
    assert.equal(filled('已放入 {name}。', 'Contoso'), '已放入 Contoso。');
  });

  it('parts a sentence from one in Latin letters, and a quotation ends in a full stop before another sentence', () => {
    const said = (...parts: string[]): string => words('zh-TW').sentences(parts);
    assert.equal(said('有 2 個。', '公司。'), '有 2 個。公司。');
    assert.equal(said('', '表示：「No such city」', '代碼：3'), '表示：「No such city」。代碼：3');
    assert.equal(said('表示：「No such city.」', '代碼：3'), '表示：「No such city.」代碼：3');
    assert.equal(said('No such city.', '代碼：3'), 'No such city. 代碼：3');
  });

  it('is not put into a name, nor beside punctuation', () => {
    assert.equal(filled('「{name}」不存在', '高 山 Ski'), '「高 山 Ski」不存在');
    assert.equal(filled('{name}：找不到', 'Ski'), 'Ski：找不到');
    assert.equal(filled('{name}', ''), '');
  });

  it('stands inside a date and not behind it', () => {
    const chinese = words('zh-TW');
    const text = chinese.t('drafts.line', { n: 1, m: 7, until: chinese.day('2027-11-28') }).replaceAll('\u00A0', ' ');
    assert.ok(text.endsWith('保留至 2027 年 11 月 28 日'), text);
  });
});
