import { isAllRead } from '../../cards/customers/readingLines.ts';
import { type Period, renewalsArgument } from '../../cards/customers/renewalsQuery.ts';
import { addDays } from '../../lib/days.ts';
import { renewalDays, termEndOf } from '../../partner-center/lifecycle.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { Turn } from '../turn.ts';
import { readForOverview, showRenewals } from './renewalList.ts';
import { showChart } from './showChart.ts';

/** Days that the list reaches ahead. */
const farthest = renewalDays[2];

/**
 * Shows what ends or renews in a period: the list where it reaches that far, else how many they are, and the months.
 */
export async function showRenewalsDuring(turn: Turn, period: Period): Promise<void> {
  const { words, now, today, replies } = turn;
  if (period.until <= addDays(today, farthest))
    return showRenewals(turn, renewalsArgument({ days: farthest, from: 0, period }));
  const read = await readForOverview(turn);
  if (!('refusal' in read) && isAllRead(read.state)) {
    const n = read.answers
      .flatMap(({ answer }) => (answer instanceof PartnerCenterError ? [] : answer))
      .filter((one) => isDuring(termEndOf(one, now)?.lastDay, period)).length;
    const days = { since: words.day(period.since), until: words.day(period.until) };
    replies.say(n === 0 ? words.t('renewals.noneDuring', days) : words.t('renewals.during', { n, ...days }));
  }
  return showChart(turn, 'renewals');
}

const isDuring = (day: string | undefined, { since, until }: Period): boolean =>
  day !== undefined && day >= since && day <= until;
