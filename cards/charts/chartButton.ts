import type { Words } from '../../locales/words.ts';
import { button } from '../elements.ts';
import { type ChartKind, chartKinds, chartTexts } from './chart.ts';

/** A chart as buttons carry it: its kind, and the reference of its customer; of all customers without one. */
export interface ChartQuery {
  readonly kind: ChartKind;
  readonly ref?: string;
}

/** The chart of a button's argument; licenses of all customers for anything else. */
export function parseChartQuery(argument: string): ChartQuery {
  const [name, ref] = argument.split(' ');
  const kind = chartKinds.find((one) => one === name) ?? 'licenses';
  return ref === undefined || ref === '' ? { kind } : { kind, ref };
}

/** The chart as a button's argument. */
export const chartArgument = ({ kind, ref }: ChartQuery): string => (ref === undefined ? kind : `${kind} ${ref}`);

/** Button that shows a chart, of one customer or of all. */
export const chartButton = (kind: ChartKind, { t }: Words, title = t(chartTexts[kind].title), ref?: string) =>
  button(title, { verb: 'chart', argument: chartArgument(ref === undefined ? { kind } : { kind, ref }) });
