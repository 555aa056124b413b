import assert from 'node:assert/strict';
import { historyCard } from '../../cards/customers/historyCard.ts';
import { importProgressCard } from '../../cards/import/importResultCards.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { zeroCounts } from '../../model/import.ts';

describe('what a card says was done', () => {
  for (const locale of locales) {
    const spoken = words(locale);
    const historyOf = (data: Readonly<Record<string, string>>): string =>
      JSON.stringify(
        historyCard({
          words: spoken,
          ref: 'r1',
          companyName: 'Alpine',
          from: 0,
          clock: {},
          lines: [{ at: '2026-03-02T10:00:00.000Z', userId: 'u', record: 'r1', action: 'stop', outcome: 'done', data }],
        }),
      );

    it(`to several subscriptions names each once, with its count, and what was done to it: ${locale}`, () => {
      const canceled = spoken.list([spoken.t('form.pair', { label: 'Teams', hint: 2 }), 'Exchange']);
      assert.ok(
        historyOf({ canceled: 'Teams\nTeams\nExchange', suspended: '' }).includes(
          spoken.t('past.stopCanceled', { names: canceled }),
        ),
      );
      assert.ok(
        historyOf({ canceled: '', suspended: 'Teams' }).includes(spoken.t('past.stopSuspended', { names: 'Teams' })),
      );
      assert.ok(
        historyOf({ canceled: 'Teams\nTeams\nExchange', suspended: 'Azure' }).includes(
          spoken.t('past.stopBoth', { canceled, suspended: 'Azure' }),
        ),
      );
    });

    it(`of an import no longer says that it runs, once all its rows are done: ${locale}`, () => {
      const titled = (done: number) =>
        JSON.stringify(importProgressCard(spoken, { id: 'i', done, all: 4, counts: zeroCounts(), stopping: true }));
      const running = spoken.t('importProgress.title');
      assert.deepEqual(
        [titled(3), titled(4)].map((card) => card.includes(running)),
        [true, false],
      );
      assert.equal(titled(4).includes(spoken.t('import.stopping')), false);
    });
  }
});
