import assert from 'node:assert/strict';
import { historyCard } from '../../cards/customers/historyCard.ts';
import { locales } from '../../model/languages.ts';
import { words } from '../../locales/words.ts';
import type { AuditLine } from '../../model/auditLine.ts';
import { textsOf } from '../cardReading.ts';

const line: AuditLine = {
  at: '2026-03-01T10:00:00.000Z',
  userId: 'u1',
  action: 'order',
  record: 'r1',
  data: { offers: 'Office 365 E3\nAzure', refused: '' },
  outcome: 'done',
};
const offers = [{ offerName: 'Office 365 E3', quantity: 25 }, { offerName: 'Azure' }];

describe('the history of an order', () => {
  for (const locale of locales) {
    const spoken = words(locale);
    const { t } = spoken;
    const said = (one: Partial<AuditLine>): string =>
      textsOf({
        id: '',
        content: {
          ...historyCard({
            words: spoken,
            ref: 'r1',
            companyName: 'Contoso',
            lines: [{ ...line, ...one }],
            clock: {},
            from: 0,
          }),
        },
      }).join('\n');
    const named = spoken.list([t('cart.times', { n: 25, name: 'Office 365 E3' }), 'Azure']);

    it(`says how many licenses, of the order of a new customer too (${locale})`, () => {
      const ordered = t('past.order', { offers: named });
      assert.ok(said({ offers }).includes(ordered), said({ offers }));
      assert.ok(said({ action: 'subscriptions', data: {}, offers }).includes(ordered));
    });

    it(`says what was tried and that it was refused, not what to do (${locale})`, () => {
      const refused = said({ outcome: 'refused', offers });
      assert.ok(refused.includes(t('history.order', { offers: named })), refused);
      assert.notEqual(t('history.order', { offers: named }), t('past.order', { offers: named }));
    });

    it(`of an older version names the offers alone (${locale})`, () => {
      assert.ok(said({}).includes(t('past.order', { offers: spoken.list(['Office 365 E3', 'Azure']) })));
      assert.ok(said({ action: 'subscriptions', data: {} }).includes(t('past.subscriptions')));
    });
  }
});
