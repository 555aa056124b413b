import assert from 'node:assert/strict';
import { personNameFault } from '../../../partner-center/rules/contact.ts';

const good = ['Anna', '王', '김', 'Ёлкина', "O'Neill", 'Jean-Luc', 'Null', 'Tester', 'Na', 'Ng', '林林林', 'José 3rd'];

const bad: readonly (readonly [string, string])[] = [
  ['', 'too-short'],
  ['   ', 'too-short'],
  ['A', 'too-short'],
  ['Я', 'too-short'],
  ['1', 'no-letters'],
  ['123', 'no-letters'],
  ['--', 'no-letters'],
  ['😀😀', 'no-letters'],
  ['Test', 'placeholder'],
  ['Admin', 'placeholder'],
  ['administrator', 'placeholder'],
  ['Nobody', 'placeholder'],
  ['Администратор', 'placeholder'],
  ['管理員', 'placeholder'],
  ['N/A', 'placeholder'],
  ['ТЕСТ', 'placeholder'],
  ['測試', 'placeholder'],
  ['First Name', 'placeholder'],
  ['aaaa', 'placeholder'],
  ['x'.repeat(51), 'too-long'],
];

describe("contacts' names", () => {
  for (const name of good) it(`takes ${name}`, () => assert.equal(personNameFault(name), undefined));
  for (const [name, fault] of bad)
    it(`refuses ${JSON.stringify(name)} as ${fault}`, () => assert.equal(personNameFault(name), fault));

  it('counts 50 UTF-16 units, as the service does', () => {
    assert.equal(personNameFault('ab'.repeat(25)), undefined);
    assert.equal(personNameFault('𠀀'.repeat(25)), undefined);
    assert.equal(personNameFault('𠀀'.repeat(26)), 'too-long');
  });
});
