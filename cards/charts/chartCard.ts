import type { IHorizontalBarChart, IImage, IVerticalBarChart } from '@microsoft/teams.cards';
import type { Words } from '../../locales/words.ts';
import {
  below,
  bold,
  button,
  card,
  type Card,
  command,
  cutTo,
  type Element,
  firstFitting,
  fitsSizeLimit,
  line,
  paragraph,
  row,
  shortened,
  strong,
  subtle,
  withoutTemplates,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { customerButton, subscriptionsButton } from '../customers/customerCardBase.ts';
import { isAllRead, type ReadingState, readingStateLines } from '../customers/readingLines.ts';
import { type Chart, chartKinds, chartTexts, sumOf } from './chart.ts';
import { chartArgument, chartButton } from './chartButton.ts';
import { chartPng } from './chartPicture.ts';

/** Data of the card of a chart. */
export interface ChartView extends ReadingState {
  readonly words: Words;
  /** Day of the numbers, `yyyy-mm-dd`. */
  readonly day: string;
  readonly chart: Chart;
  /** The customer it is about; absent for all customers. */
  readonly customer?: { readonly ref: string; readonly companyName: string };
}

/** Lengths of names, the longest first: where names are long, a card has less room for each. */
const nameLengths = [80, 60, 40, 30, 20];

/** Card of a chart: what is counted, the picture, and its numbers as text. */
export function chartCard(view: ChartView): Card {
  const sharp = sizedCard(view, chartPng(view.chart, 2), nameLengths[0] ?? 20);
  if (fitsSizeLimit(sharp)) return sharp;
  const png = chartPng(view.chart, 1);
  return firstFitting((attempt) => sizedCard(view, png, nameLengths[attempt] ?? 20));
}

function sizedCard(view: ChartView, png: Buffer, nameLength: number): Card {
  const { words, customer, day } = view;
  const { t } = words;
  const chart = withNames(view.chart, nameLength);
  const texts = chartTexts[chart.kind];
  const title = t(texts.title);
  const whose = customer === undefined ? t('chart.all') : shortened(customer.companyName);
  // The moment at which something older was read stands beneath.
  const asOf = view.asOf === undefined ? [t('chart.asOf', { day: words.day(day) })] : [];
  const counted = words.sentences([...asOf, t(texts.counted)]);
  return card(
    title,
    [
      ...titleLines(title, whose),
      below(paragraph(counted, { subtle: true })),
      ...readingStateLines(view, words),
      ...(sumOf(chart.bars) === 0
        ? [paragraph(emptyText(view))]
        : [picture(chart, png, words), ...barLines(chart, words)]),
      ...(chart.beyond === undefined ? [] : [paragraph(chart.beyond)]),
    ],
    chartButtons(view),
  );
}

const withNames = (chart: Chart, length: number): Chart => ({
  ...chart,
  bars: chart.bars.map((bar) => ({ ...bar, name: cutTo(bar.name, length) })),
});

function chartButtons(view: ChartView) {
  const { words, customer, chart } = view;
  const { t } = words;
  const query = { kind: chart.kind, ...(customer === undefined ? {} : { ref: customer.ref }) };
  const refresh = { verb: 'chart', argument: chartArgument(query), again: 'yes' };
  const [other = chart.kind] = chartKinds.filter((kind) => kind !== chart.kind);
  return [
    ...(isAllRead(view) ? [] : [button(t('button.refresh'), refresh)]),
    chartButton(other, words, t(chartTexts[other].button), customer?.ref),
    ...(customer === undefined
      ? [
          button(t('button.renewals'), { verb: 'renewals', argument: '' }),
          button(t('button.customers'), command('customers')),
        ]
      : [subscriptionsButton({ words, ref: customer.ref }), customerButton({ words, ref: customer.ref })]),
  ];
}

function emptyText({ words, chart, ...state }: ChartView): string {
  if (state.customers === 0) return words.t('customers.none');
  if (!isAllRead(state)) return words.t('chart.noneYet');
  return words.t(chartTexts[chart.kind].none);
}

/** The numbers as text: a line for each bar that is not empty, and their sum; the line of a lone bar is all of it. */
function barLines({ kind, bars, total }: Chart, { t }: Words): Element[] {
  const [lone, ...others] = bars;
  if (lone !== undefined && others.length === 0) return [row([line(lone.name)], [line(bold(lone.counted))])];
  const shown = bars.filter(({ n }) => n > 0);
  return [
    ...shown.map((bar, at) => {
      // A month's own name says which bar it is.
      const mark = kind === 'licenses' ? [subtle(`${String(bar.mark)} · `)] : [];
      const made = row([line(...mark, bar.name)], [line(bar.counted)]);
      return at === 0 ? made : { ...made, spacing: 'Small' as const };
    }),
    { ...row([strong(t('chart.total'))], [line(bold(total))]), separator: true },
  ];
}

/** Maximum of characters of a name at a bar. */
const maxLabel = 40;

/**
 * The picture: Teams' own chart, in the reader's colours and with names at its bars; a client that has none shows the
 * PNG in its place. Its bars are numbered, and the number of a lone one would read as a value: that is left to the text.
 */
function picture({ kind, bars }: Chart, png: Buffer, { t }: Words): IHorizontalBarChart | IVerticalBarChart {
  const image: IImage = {
    type: 'Image',
    url: `data:image/png;base64,${png.toString('base64')}`,
    altText: t('chart.alt', { title: t(chartTexts[kind].title) }),
  };
  const fallback = bars.length === 1 ? 'drop' : image;
  const data = bars.map(({ name, n }) => ({ x: withoutTemplates(cutTo(name, maxLabel)), y: n }));
  return kind === 'licenses'
    ? { type: 'Chart.HorizontalBar', data, fallback }
    : { type: 'Chart.VerticalBar', data, fallback };
}
