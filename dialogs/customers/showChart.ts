import { chartCard } from '../../cards/charts/chartCard.ts';
import { chartOf } from '../../cards/charts/chart.ts';
import { chartArgument, type ChartQuery, parseChartQuery } from '../../cards/charts/chartButton.ts';
import { customerRefusalCard } from '../../cards/refusalCards.ts';
import { refOf } from '../../model/customerRef.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { Turn } from '../turn.ts';
import { customerWithRight, isRelated, withBackButton } from './customerAccess.ts';
import { readForOverview } from './renewalList.ts';
import { subscriptionsOrRefusal } from './subscriptionList.ts';

/** Chart: shows licenses by offer or renewals by month, of one customer or all; argument `kind ref`. */
export async function showChart(turn: Turn, argument: string): Promise<void> {
  const query = parseChartQuery(argument);
  if (query.ref === undefined) await showChartOfAll(turn, query);
  else await showChartOfCustomer(turn, query.kind, query.ref);
}

async function showChartOfAll(turn: Turn, query: ChartQuery): Promise<void> {
  const { words, now, today, replies, keptSubscriptions, press } = turn;
  if (press?.values['again'] !== undefined) keptSubscriptions.forgetFailures();
  const read = await readForOverview(turn);
  if ('refusal' in read) {
    const again = { verb: 'chart', argument: chartArgument(query) };
    return replies.show(withBackButton(turn, customerRefusalCard(words, read.refusal, again)));
  }
  const subscriptions = read.answers.flatMap(({ answer }) => (answer instanceof PartnerCenterError ? [] : answer));
  const chart = chartOf(query.kind, subscriptions, now, words);
  replies.show(withBackButton(turn, chartCard({ words, day: today, chart, ...read.state })));
}

async function showChartOfCustomer(turn: Turn, kind: ChartQuery['kind'], ref: string): Promise<void> {
  const { words, now, today, replies } = turn;
  const found = await customerWithRight(turn, ref, 'view');
  if (found === undefined) return;
  const subscriptions = isRelated(found) ? await subscriptionsOrRefusal(turn, found) : [];
  if (subscriptions === undefined) return;
  const customer = { ref: refOf(found.target), companyName: found.target.companyName };
  const chart = chartOf(kind, subscriptions, now, words);
  replies.show(withBackButton(turn, chartCard({ words, day: today, chart, customer, customers: 1, unread: [] })));
}
