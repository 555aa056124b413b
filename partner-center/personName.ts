import { cleanText } from './text.ts';

/** Why Partner Center would refuse a contact's first or last name. */
export type PersonNameFault = 'too-short' | 'too-long' | 'no-letters' | 'placeholder';

// Only words that are nobody's name: Tester, Sample, Null, Root and Na are people.
const placeholders = new Set(
  [
    'test|testing|fake|n/a|none|nobody|no name|noname|asdf|asdfgh|qwerty|dummy|placeholder|unknown|anonymous|firstname|lastname',
    'first name|last name|admin|administrator|тест|админ|администратор|никто|нет|测试|測試|管理员|管理員|系統管理員|无名|無名',
  ]
    .join('|')
    .split('|'),
);

// A Chinese name may be one character, and so is nearly every Korean family name.
const mayStandAlone = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;

const isPlaceholder = (name: string): boolean =>
  placeholders.has(name.toLowerCase()) || (/^(.)\1{2,}$/iu.test(name) && !mayStandAlone.test(name));

/** The first rule a first or last name breaks (rules of 2024-02-05); at most 50 UTF-16 units. */
export const personNameFault = (name: string): PersonNameFault | undefined => {
  const text = cleanText(name);
  if (text === '') return 'too-short';
  if (text.length > 50) return 'too-long';
  if (!/\p{L}/u.test(text)) return 'no-letters';
  if (/^.$/u.test(text) && !mayStandAlone.test(text)) return 'too-short';
  return isPlaceholder(text) ? 'placeholder' : undefined;
};
