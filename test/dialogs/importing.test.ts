import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { csvOf, newRow } from '../conversations/importing/files.ts';
import { partnerOf } from '../conversations/walk.ts';
import { openDesk, userId } from './desk.ts';

const { t } = words('en');

describe('a file with more new customers than passwords can be stored', () => {
  const csv = csvOf(Array.from({ length: 52 }, () => newRow()));
  const partner = { ...partnerOf(2), users: { [userId]: ['add'] as const } };

  it('has fifty taken at Microsoft, and the others named', async () => {
    const desk = openDesk(partner, { real: true });
    await desk.press({ verb: 'importText', csv });
    assert.ok(desk.said.includes(t('importReview.new', { n: 50 })), desk.said);
    assert.ok(desk.said.includes(t('importReview.faulty', { n: 2 })));
    assert.ok(desk.said.includes(t('import.fault.tooManyNew', { n: 50 })));
    assert.ok(desk.said.includes(t('importReview.passwords')));
  });

  it('is taken whole in practice, where the first fifty get a card', async () => {
    const desk = openDesk(partner);
    await desk.press({ verb: 'importText', csv });
    assert.ok(desk.said.includes(t('importReview.new', { n: 52 })), desk.said);
    assert.ok(desk.said.includes(t('importReview.practiceCards', { n: 50 })));
  });
});
