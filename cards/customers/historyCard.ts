import type { Words } from '../../locales/words.ts';
import { capitalize } from '../../lib/text.ts';
import {
  button,
  card,
  type Card,
  command,
  type Element,
  faultLine,
  group,
  heading,
  paragraph,
  shortened,
  strong,
} from '../elements.ts';
import { fieldNames } from '../accountInfo.ts';
import { asSentence, idLines, reasonWords } from '../faultLines.ts';
import { pageParts, type PagedView } from '../page.ts';
import { customerButton } from './customerCardBase.ts';
import type { AuditLine } from '../../model/auditLine.ts';

/** Data of a customer's history card, newest line first, one page at a time. */
interface HistoryView extends PagedView {
  /** All lines, newest first. */
  readonly lines: readonly AuditLine[];
}

/** Maximum of lines on one card. */
const linesPerCard = 8;

/** Card of a customer's history: each action with its user, time and outcome. */
export function historyCard(view: HistoryView): Card {
  const { words, companyName, lines, page } = view;
  const { t } = words;
  const { shown, position, turning } = pageParts(lines, view, 'history', linesPerCard);
  return card(
    t('history.title'),
    [
      heading(t('history.title')),
      strong(shortened(companyName)),
      ...(shown.length === 0 ? [paragraph(t(page === 0 ? 'history.none' : 'history.end'))] : []),
      ...position,
      ...shown.map((line) => historyEntry(line, words)),
      ...(shown.some(({ correlationId, outcome }) => correlationId !== undefined && outcome !== 'done')
        ? [paragraph(t('history.support'), { subtle: true })]
        : []),
    ],
    [...turning, customerButton(view), button(t('button.customers'), command('customers'))],
  );
}

function historyEntry(line: AuditLine, words: Words): Element {
  const { t } = words;
  const { at, userName, outcome, reason, code, correlationId } = line;
  const who = userName === undefined || userName === '' ? t('customer.colleague') : shortened(userName);
  return group([
    strong(historyWords(line, words)),
    paragraph([capitalize(t(`stage.${outcome}`), words.locale), words.moment(at), who].join(' · ')),
    // Partner Center's own sentence is not stored: it may name a person.
    ...(reason === undefined ? [] : [faultLine(asSentence(words)(reasonWords(reason, words)))]),
    ...refusedOfferLines(line, words),
    ...(outcome === 'unclear' ? [faultLine(t('history.unclear'))] : []),
    ...(outcome === 'done' ? [] : idLines({ code, correlationId }, words)),
  ]);
}

/** Line with the refused offers of an order that was done in part. */
function refusedOfferLines({ outcome, data }: AuditLine, words: Words): Element[] {
  const refused = offerNames(data?.['refused']);
  return outcome === 'done' && refused.length > 0
    ? [faultLine(words.t('history.refused', { offers: words.list(refused) }))]
    : [];
}

/** Maximum of offer names listed; an ellipsis stands for the others. */
const maxNames = 3;

function offerNames(value: string | number | undefined): string[] {
  const names = typeof value === 'string' ? value.split('\n').filter((name) => name !== '') : [];
  return [...names.slice(0, maxNames).map(shortened), ...(names.length > maxNames ? ['…'] : [])];
}

type AuditValue = NonNullable<AuditLine['data']>[string] | undefined;

function statusKey(status: AuditValue) {
  if (status === 'deleted') return 'history.cancelled';
  return status === 'suspended' ? 'history.suspended' : 'history.reactivated';
}

function endKey(end: AuditValue) {
  if (end === 'cancel') return 'history.endCancel';
  return end === 'extend' ? 'history.endExtend' : 'history.endRenew';
}

/** Title of a line: the action that was done, or tried. */
function historyWords({ action, data = {}, outcome }: AuditLine, words: Words): string {
  const { t } = words;
  const { from = 0, to = 0 } = data;
  const subscription = shortened(String(data['subscription'] ?? ''));
  if (action === 'quantity') return t('history.quantity', { subscription, from, to });
  if (action === 'stop') {
    const stopped = [...offerNames(data['canceled']), ...offerNames(data['suspended'])];
    return t('history.stop', { names: words.list(stopped.length > 0 ? stopped : offerNames(data['refused'])) });
  }
  if (action === 'status') return t(statusKey(data['status']), { subscription });
  if (action === 'endOfTerm') return t(endKey(data['end']), { subscription });
  if (action === 'nextTerm')
    return 'to' in data ? t('history.nextTerm', { subscription, to }) : t('history.unscheduled', { subscription });
  if (action === 'order') {
    const offers = offerNames(data[outcome === 'refused' ? 'refused' : 'offers']);
    return t('history.order', { offers: words.list(offers) });
  }
  if (action === 'qualification' && 'qualification' in data)
    return t('change.qualification', { qualification: words.say(`qualification.${String(data['qualification'])}`) });
  if (action === 'password') return t('history.password', { account: shortened(String(data['account'] ?? '')) });
  if (action === 'account' && typeof data['fields'] === 'string' && data['fields'] !== '')
    return t('history.accountFields', { fields: fieldNames(data['fields'].split('\n'), words) });
  return t(`history.${action}`);
}
