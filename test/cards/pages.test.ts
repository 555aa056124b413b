import assert from 'node:assert/strict';
import { historyCard } from '../../cards/customers/historyCard.ts';
import { subscriptionsCard } from '../../cards/customers/subscriptionCards.ts';
import { type Card, fitsSizeLimit } from '../../cards/elements.ts';
import { mark, planted } from '../../gallery/hostileText.ts';
import { now, ref, subscription } from '../../gallery/subscriptionStates.ts';
import { locales } from '../../locales/translator.ts';
import { words, type Words } from '../../locales/words.ts';
import type { AuditLine } from '../../model/auditLine.ts';
import { buttonsOf } from '../cardReading.ts';
import { runs } from './parts.ts';

const total = 40;
const numbers = Array.from({ length: total }, (_none, at) => at);

/** A name that is as hard as can be, and like no other. */
const nameOf = (at: number): string => `#${String(at).padStart(2, '0')} ${planted(90)}`;

const seen = (card: Card): number[] => [
  ...new Set(
    runs(card).flatMap((text) =>
      [...text.matchAll(/#(\d\d) /g)].map(([, at]) => Number(at)).filter(() => text.includes(mark)),
    ),
  ),
];

type Page = (spoken: Words, from: number) => Card;

const subscriptions: Page = (spoken, from) =>
  subscriptionsCard({
    words: spoken,
    ref,
    companyName: planted(255),
    now,
    from,
    orders: [],
    canManage: true,
    subscriptions: numbers.map((at) => subscription({ id: `s${String(at)}`, name: nameOf(at) })),
  });

const history: Page = (spoken, from) =>
  historyCard({
    words: spoken,
    ref,
    companyName: planted(255),
    from,
    clock: {},
    lines: numbers.map((at): AuditLine => ({
      at: '2026-03-02T10:00:00.000Z',
      userId: 'u',
      userName: planted(255),
      record: ref,
      action: 'status',
      outcome: 'refused',
      reason: 'other',
      code: '600009',
      correlationId: ref,
      data: { subscription: nameOf(at), status: 'suspended' },
    })),
  });

/** Where the button to the next page leads; undefined on the last one. */
const nextOf = (card: Card, spoken: Words): number | undefined => {
  const next = buttonsOf({ id: '', content: { ...card } }).find(({ title }) => title === spoken.t('button.nextPage'));
  const [, from] = /(\d+)$/.exec(next?.data['argument'] ?? '') ?? [];
  return from === undefined ? undefined : Number(from);
};

for (const locale of locales)
  for (const [what, page] of Object.entries({ subscriptions, history }))
    it(`a list of ${what} with the longest names is paged through without a gap, each page small enough: ${locale}`, () => {
      const spoken = words(locale);
      const shown: number[] = [];
      for (let from: number | undefined = 0; from !== undefined;) {
        const card: Card = page(spoken, from);
        assert.ok(fitsSizeLimit(card));
        const here = seen(card);
        assert.ok(here.length > 0);
        assert.ok(
          runs(card).includes(spoken.t('list.position', { from: from + 1, to: from + here.length, of: total })),
        );
        shown.push(...here);
        from = nextOf(card, spoken);
      }
      assert.deepEqual(shown, numbers);
    });
