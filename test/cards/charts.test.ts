import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Chart, chartKinds, chartOf, sumOf, type ChartKind } from '../../cards/charts/chart.ts';
import { chartPng } from '../../cards/charts/chartPicture.ts';
import { chartCard } from '../../cards/charts/chartCard.ts';
import { type Locale, locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { textsOf } from '../cardReading.ts';
import { sampleSubscription } from '../partner-center/sampleSubscription.ts';
import { chartIn, lyingBars, pictureOf, standingBars } from './chartPicture.ts';

const now = new Date('2026-11-28T10:00:00Z');
const english = words('en');

const sold = (more: Partial<Subscription>): Subscription =>
  sampleSubscription({ ends: '2027-03-02T00:00:00Z', ...more });

const shownCard = (kind: ChartKind, subscriptions: readonly Subscription[], spoken = english) => {
  const chart = chartOf(kind, subscriptions, now, spoken);
  const card = chartCard({ words: spoken, day: '2026-11-28', chart, customers: 3, unread: [] });
  return { chart, card: { id: '', content: card as unknown as Readonly<Record<string, unknown>> } };
};

const anySubscription: fc.Arbitrary<Subscription> = fc
  .record({
    name: fc.integer({ min: 1, max: 30 }).map((n) => `Offer ${String(n)}`),
    quantity: fc.integer({ min: 0, max: 100_000 }),
    unit: fc.constantFrom('Licenses', 'Add-On Licenses', 'Usage-based', 'Instances', ''),
    status: fc.constantFrom('active', 'suspended', 'expired', 'deleted', 'pending', 'disabled'),
    commerce: fc.constantFrom('new' as const, 'legacy' as const, 'azure' as const, 'unknown' as const),
    trial: fc.boolean(),
    ends: fc.integer({ min: -40, max: 900 }).map((days) => new Date(now.getTime() + days * 86_400_000).toISOString()),
  })
  .map(sold);

describe('a chart', () => {
  for (const kind of chartKinds)
    it(`of ${kind} has the same numbers in the text, in Teams' chart and in the picture, and they add up`, () => {
      fc.assert(
        fc.property(fc.array(anySubscription, { maxLength: 40 }), fc.constantFrom(...locales), (all, locale) => {
          const { chart, card } = shownCard(kind, all, words(locale));
          const texts = textsOf(card);
          const drawn = chartIn(card);
          if (sumOf(chart.bars) === 0) return assert.equal(drawn, undefined);
          assert.ok(drawn);
          assert.ok(chart.bars.length <= 13);
          assert.deepEqual(
            drawn.data.map(({ y }) => y),
            chart.bars.map(({ n }) => n),
          );
          for (const bar of chart.bars.filter(({ n }) => n > 0)) {
            const at = texts.findIndex((text) => text.endsWith(bar.name));
            assert.equal(texts[at + 1], bar.counted, bar.name);
          }
          const total = words(locale).t(kind === 'licenses' ? 'count.licenses' : 'count.subscriptions', {
            n: sumOf(chart.bars),
          });
          const count = chart.bars.length;
          if (count === 1) return assert.equal<unknown>(drawn.fallback, 'drop');
          assert.equal(texts[texts.indexOf(words(locale).t('chart.total')) + 1], total);
          const picture = pictureOf(drawn);
          const lengths = kind === 'licenses' ? lyingBars(picture, count) : standingBars(picture, count);
          const most = Math.max(...chart.bars.map(({ n }) => n));
          for (const [at, { n }] of chart.bars.entries()) {
            const wanted = (n / most) * Math.max(...lengths);
            const length = lengths[at] ?? 0;
            assert.ok(
              n === 0 ? length === 0 : Math.abs(length - wanted) <= 2 && length >= 2,
              `${String(n)}: ${String(length)}`,
            );
          }
        }),
        { numRuns: 40 },
      );
    });

  it('of licenses counts those of active subscriptions, by the name of the offer and not a name somebody gave', () => {
    const { chart } = shownCard('licenses', [
      sold({ quantity: 3 }),
      sold({ name: 'For Ana', offerName: 'Microsoft 365 E3', quantity: 4 }),
      sold({ name: 'Trial', trial: true, quantity: 25 }),
      sold({ name: 'Suspended', status: 'suspended' }),
      sold({ name: 'Ended', status: 'expired' }),
      sold({ name: 'Azure plan', commerce: 'azure', unit: 'Usage-based', quantity: 1 }),
      sold({ name: 'Servers', unit: 'Instances' }),
    ]);
    assert.deepEqual(
      chart.bars.map(({ name, n }) => [name, n]),
      [
        ['Trial', 25],
        ['Microsoft 365 E3', 7],
      ],
    );
  });

  it('of licenses says the number of a single offer once, beside its name', () => {
    const texts = textsOf(shownCard('licenses', [sold({ quantity: 3 }), sold({ quantity: 4 })]).card);
    const counted = english.t('count.licenses', { n: 7 });
    assert.equal(texts[texts.indexOf('Microsoft 365 E3') + 1], counted);
    assert.equal(texts.filter((text) => text === counted).length, 1);
  });

  it('of licenses has no number of a line in the picture of a single offer', () => {
    const bars = (...marks: readonly number[]) =>
      marks.map((mark) => ({ name: 'E3', n: 20, counted: '20', written: '20', mark }));
    const picture = (...marks: readonly number[]): string =>
      chartPng({ kind: 'licenses', bars: bars(...marks), total: '20' } as unknown as Chart, 1).toString('base64');
    assert.equal(picture(1), picture(7));
    assert.notEqual(picture(1, 2), picture(7, 8));
  });

  for (const kind of chartKinds)
    it(`of ${kind} has its numbers in the picture as each language writes them`, () => {
      const [some, thousands] = [5, 1240].map((quantity) => [
        sold({ quantity }),
        ...Array.from({ length: kind === 'renewals' ? quantity - 1 : 0 }, () => sold({})),
        sold({ name: 'Visio', ends: '2027-05-02T00:00:00Z' }),
      ]);
      const pictureIn = (locale: Locale, all: readonly Subscription[] = []): string =>
        chartIn(shownCard(kind, all, words(locale)).card)?.fallback.url ?? assert.fail('no picture');
      for (const locale of locales) {
        assert.equal(pictureIn(locale, some), pictureIn('en', some));
        const commas = words(locale).number(1240).includes(',');
        assert.equal(pictureIn(locale, thousands) === pictureIn('en', thousands), commas, locale);
      }
      assert.notEqual(pictureIn('ru', thousands), pictureIn('en', thousands));
    });

  it('of licenses has twelve bars at most, the last for all others', () => {
    const offers = Array.from({ length: 30 }, (_none, at) => sold({ name: `Offer ${String(at)}`, quantity: at + 1 }));
    const { chart, card } = shownCard('licenses', offers);
    assert.equal(chart.bars.length, 12);
    assert.equal(chart.bars.at(-1)?.name, english.t('chart.otherOffers', { n: 19 }));
    assert.equal(chart.bars.at(-1)?.n, (19 * 20) / 2);
    assert.ok(textsOf(card).includes(english.t('count.licenses', { n: 465 })));
  });

  it('of renewals counts each subscription once in its month, to the same month of next year, and tells of later ones', () => {
    const { chart, card } = shownCard('renewals', [
      sold({ ends: '2026-11-28T00:00:00Z' }),
      sold({ ends: '2026-11-27T00:00:00Z' }),
      sold({ ends: '2027-10-31T00:00:00Z', status: 'suspended' }),
      sold({ ends: '2027-11-28T00:00:00Z' }),
      sold({ ends: '2027-12-01T00:00:00Z' }),
      sold({ ends: '2027-03-01T00:00:00Z', commerce: 'legacy' }),
      sold({ ends: '2027-03-31T00:00:00Z', status: 'deleted' }),
    ]);
    assert.deepEqual(
      chart.bars.map(({ n }) => n),
      [1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1],
    );
    assert.equal(chart.bars[1]?.name, english.month('2026-12'));
    assert.ok(textsOf(card).includes(english.t('chart.later', { n: 1 })));
  });

  it('is written in ink that stands out from the ground of the picture, whatever the ground of the card', () => {
    for (const kind of chartKinds) {
      const drawn = chartIn(shownCard(kind, [sold({}), sold({ name: 'Visio' })]).card);
      assert.ok(drawn);
      const { width, height, at } = pictureOf(drawn);
      const pixels = Array.from({ length: width * height }, (_none, n) => at(n % width, Math.floor(n / width)));
      assert.ok(pixels.every(([, , , opacity]) => opacity === 255));
      assert.deepEqual(at(0, 0).slice(0, 3), [255, 255, 255]);
      assert.ok(pixels.some(([red = 0, green = 0, blue = 0]) => Math.max(red, green, blue) < 0x40));
    }
  });

  it('says in words that a picture is there, what it is of, and where its numbers are', () => {
    for (const locale of locales) {
      const { t } = words(locale);
      const chart = chartIn(shownCard('renewals', [sold({})], words(locale)).card);
      assert.equal(chart?.fallback.altText, t('chart.alt', { title: t('chart.renewals') }));
    }
  });
});
