import type { Words } from '../../locales/words.ts';
import { capitalized } from '../../partner-center/text.ts';
import type { AuditLine } from '../../storage/audit.ts';
import { button, command } from '../buttons.ts';
import { card, faultLine, group, heading, paragraph, shortened, strong, type Card, type Element } from '../elements.ts';
import { fieldNames } from '../accountFields.ts';
import { asSentence, idLines, ownReason } from '../reasons.ts';
import { pageOf, type Paged } from './page.ts';
import { openCustomer } from './whose.ts';

/** What was done to a customer, newest first, a page at a time. */
export interface HistoryView extends Paged {
  /** All there are, newest first. */
  readonly lines: readonly AuditLine[];
}

/** Lines on one card. */
const pageSize = 8;

/** Who did what with a customer, when, and with which outcome. */
export function historyCard(view: HistoryView): Card {
  const { words, companyName, lines, page } = view;
  const { t } = words;
  const { shown, position, turning } = pageOf(lines, view, 'history', pageSize);
  return card(
    t('history.title'),
    [
      heading(t('history.title')),
      strong(shortened(companyName)),
      ...(shown.length === 0 ? [paragraph(t(page === 0 ? 'history.none' : 'history.end'))] : []),
      ...position,
      ...shown.map((line) => entry(line, words)),
      ...(shown.some(({ correlationId }) => correlationId !== undefined)
        ? [paragraph(t('history.support'), { subtle: true })]
        : []),
    ],
    [...turning, openCustomer(view), button(t('button.customers'), command('customers'))],
  );
}

function entry(line: AuditLine, words: Words): Element {
  const { t } = words;
  const { at, userName, outcome, reason, code, correlationId } = line;
  const who = userName === undefined || userName === '' ? t('customer.colleague') : shortened(userName);
  return group([
    strong(historyWords(line, words)),
    paragraph([capitalized(t(`stage.${outcome}`), words.locale), words.moment(at), who].join(' · ')),
    // What Partner Center said to it is kept nowhere: it may name a person.
    ...(reason === undefined ? [] : [faultLine(asSentence(words)(ownReason(reason, words)))]),
    ...lacking(line, words),
    ...(outcome === 'unclear' ? [faultLine(t('history.unclear'))] : []),
    ...idLines({ code, correlationId }, words),
  ]);
}

/** Offers of an order that were refused, where others were not. */
function lacking({ outcome, data }: AuditLine, words: Words): Element[] {
  const refused = namesIn(data?.['refused']);
  return outcome === 'done' && refused.length > 0
    ? [faultLine(words.t('history.refused', { offers: words.list(refused) }))]
    : [];
}

/** Names of an order that are said; the others are a mark. */
const mostNames = 3;

function namesIn(value: string | number | undefined): string[] {
  const names = typeof value === 'string' ? value.split('\n').filter((name) => name !== '') : [];
  return [...names.slice(0, mostNames).map(shortened), ...(names.length > mostNames ? ['…'] : [])];
}

type Told = NonNullable<AuditLine['data']>[string] | undefined;

function statusKey(status: Told) {
  if (status === 'deleted') return 'history.cancelled';
  return status === 'suspended' ? 'history.suspended' : 'history.reactivated';
}

function endKey(end: Told) {
  if (end === 'cancel') return 'history.endCancel';
  return end === 'extend' ? 'history.endExtend' : 'history.endRenew';
}

/** What a line says was done, or tried. */
function historyWords({ action, data = {}, outcome }: AuditLine, words: Words): string {
  const { t } = words;
  const { from = 0, to = 0 } = data;
  const subscription = shortened(String(data['subscription'] ?? ''));
  if (action === 'quantity') return t('history.quantity', { subscription, from, to });
  if (action === 'status') return t(statusKey(data['status']), { subscription });
  if (action === 'endOfTerm') return t(endKey(data['end']), { subscription });
  if (action === 'nextTerm')
    return 'to' in data ? t('history.nextTerm', { subscription, to }) : t('history.unscheduled', { subscription });
  if (action === 'order') {
    const offers = namesIn(data[outcome === 'refused' ? 'refused' : 'offers']);
    return t('history.order', { offers: words.list(offers) });
  }
  if (action === 'qualification' && 'qualification' in data)
    return t('change.qualification', { qualification: words.say(`qualification.${String(data['qualification'])}`) });
  if (action === 'password') return t('history.password', { account: shortened(String(data['account'] ?? '')) });
  if (action === 'account' && typeof data['fields'] === 'string' && data['fields'] !== '')
    return t('history.accountFields', { fields: fieldNames(data['fields'].split('\n'), words) });
  return t(`history.${action}`);
}
