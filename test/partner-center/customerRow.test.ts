import assert from 'node:assert/strict';
import { customerSortKey } from '../../partner-center/cachedList.ts';

/** Names in the order of a list. */
const sorted = (...names: string[]): string[] =>
  names
    .map((name) => ({ name, key: customerSortKey(name, 'id') }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ name }) => name);

describe('customers in a list', () => {
  it('stand by the sounds of their Chinese names, both scripts of one character together', () => {
    assert.deepEqual(sorted('一心', '丁丁', '台北', '三井', '阿里', '臺灣', '高山'), [
      '阿里',
      '丁丁',
      '高山',
      '三井',
      '台北',
      '臺灣',
      '一心',
    ]);
  });

  it('stand before Chinese ones where they are Latin or Russian, and whatever case and marks they have', () => {
    assert.deepEqual(sorted('阿里', 'Ромашка', 'zeta', 'Étoile', 'alpha', 'Берёзка'), [
      'alpha',
      'Étoile',
      'zeta',
      'Берёзка',
      'Ромашка',
      '阿里',
    ]);
  });

  it('have a place each, however rare a character is', () => {
    assert.deepEqual(sorted('𠮷野', '阿里', '龘'), ['阿里', '龘', '𠮷野']);
  });
});
