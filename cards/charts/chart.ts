import type { Words } from '../../locales/words.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { licensesByOffer, renewalsByMonth } from '../../partner-center/subscriptionCounts.ts';
import { shortened } from '../elements.ts';

/** Kinds of charts, as buttons carry them. */
export const chartKinds = ['licenses', 'renewals'] as const;

/** Licenses by offer, or renewals by month. */
export type ChartKind = (typeof chartKinds)[number];

/** Keys of a chart's title, of the button that leads to it from the other one, of the sentence that says what is counted, and of the one where there is nothing. */
export const chartTexts = {
  licenses: {
    title: 'chart.licenses',
    button: 'button.chartLicenses',
    counted: 'chart.licensesCounted',
    none: 'chart.licensesNone',
  },
  renewals: {
    title: 'chart.renewals',
    button: 'button.chartRenewals',
    counted: 'chart.renewalsCounted',
    none: 'chart.renewalsNone',
  },
} as const satisfies Readonly<Record<ChartKind, object>>;

/** One bar: its name, its number, and the number that stands at it in the picture. */
export interface Bar {
  readonly name: string;
  readonly n: number;
  readonly counted: string;
  /** The number as the language writes it. */
  readonly written: string;
  /** Place in the list, counted from 1; of a month its number in the year. */
  readonly mark: number;
  /** Year of a month that begins a year, or the chart. */
  readonly year?: number;
  /** True for all others together. */
  readonly others?: boolean;
}

/** A chart, as the picture draws it and the text beside it tells it. */
export interface Chart {
  readonly kind: ChartKind;
  /** At most 12 offers, or 13 months. */
  readonly bars: readonly Bar[];
  /** The sum of the bars, in words. */
  readonly total: string;
  /** The others, which are in no bar, in words. */
  readonly beyond?: string;
}

/** Maximum of bars of offers. */
const maxBars = 12;

/** The chart of these subscriptions: picture and text have their numbers from here. */
export const chartOf = (kind: ChartKind, subscriptions: readonly Subscription[], now: Date, words: Words): Chart =>
  kind === 'licenses' ? licensesChart(subscriptions, words) : renewalsChart(subscriptions, now, words);

/** The sum of these bars. */
export const sumOf = (bars: readonly Pick<Bar, 'n'>[]): number => bars.reduce((sum, { n }) => sum + n, 0);

function licensesChart(subscriptions: readonly Subscription[], words: Words): Chart {
  const { t } = words;
  const all = licensesByOffer(subscriptions);
  const named = all.length > maxBars ? all.slice(0, maxBars - 1) : all;
  const others = all.slice(named.length);
  const counts = [
    ...named.map(({ name, n }) => ({ name: shortened(name), n })),
    ...(others.length === 0
      ? []
      : [{ name: t('chart.otherOffers', { n: others.length }), n: sumOf(others), others: true }]),
  ];
  const bars = counts.map((one, at) => ({
    ...one,
    counted: t('count.licenses', { n: one.n }),
    written: words.number(one.n),
    mark: at + 1,
  }));
  return { kind: 'licenses', bars, total: t('count.licenses', { n: sumOf(all) }) };
}

function renewalsChart(subscriptions: readonly Subscription[], now: Date, words: Words): Chart {
  const { t } = words;
  const { months, later } = renewalsByMonth(subscriptions, now);
  const bars = months.map(({ month, n }, at): Bar => {
    const [year, mark] = [Number(month.slice(0, 4)), Number(month.slice(5))];
    const begins = at === 0 || mark === 1;
    return {
      name: words.month(month),
      n,
      counted: t('count.subscriptions', { n }),
      written: words.number(n),
      mark,
      ...(begins ? { year } : {}),
    };
  });
  return {
    kind: 'renewals',
    bars,
    total: t('count.subscriptions', { n: sumOf(bars) }),
    ...(later === 0 ? {} : { beyond: t('chart.later', { n: later }) }),
  };
}
