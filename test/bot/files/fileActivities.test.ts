import assert from 'node:assert/strict';
import { rowsActivity } from '../../../bot/files/fileActivities.ts';
import { words } from '../../../locales/words.ts';

const spoken = words('en');
const handed = (content: string, type = 'text/csv; charset=utf-8') => ({
  id: 'f1',
  file: { partner: 'p', userId: 'u', name: 'customers.csv', type, content: Buffer.from(content) },
  order: {
    request: { kind: 'customers' as const },
    userId: 'u',
    userName: '',
    language: spoken.locale,
    at: '2026-03-10T09:00:00.000Z',
    today: '2026-03-10',
    conversation: {},
  },
});

describe('a file in a Teams that takes none from bots', () => {
  it('is given as rows to copy, without what only files begin with', () => {
    const { text, textFormat, attachments } = rowsActivity(handed('\uFEFFName\r\nContoso\r\n'));
    assert.equal(text, `${spoken.t('file.asRows', { name: 'customers.csv' })}\n\nName\r\nContoso\r\n`);
    assert.deepEqual([textFormat, attachments], ['plain', undefined]);
  });

  it('is said to be too long, or no text, where that is so', () => {
    const said = spoken.t('file.notHere', { name: 'customers.csv' });
    assert.equal(rowsActivity(handed('x'.repeat(13_000))).text, said);
    assert.equal(
      rowsActivity(handed('PK', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).text,
      said,
    );
  });
});
