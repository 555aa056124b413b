import type { Words } from '../../locales/words.ts';
import type { UserClock } from '../../lib/localTime.ts';
import { capitalize } from '../../lib/text.ts';
import {
  below,
  bold,
  button,
  card,
  type Card,
  command,
  type Element,
  faultLine,
  firstFitting,
  group,
  line,
  paragraph,
  shortened,
  stateMark,
  type Tone,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { fieldNames } from '../accountInfo.ts';
import { asSentence, idLines, reasonWords } from '../faultLines.ts';
import { pageParts, type PagedView } from '../page.ts';
import { customerButton } from './customerCardBase.ts';
import type { AuditLine } from '../../model/auditLine.ts';

/** Data of a customer's history card, newest line first, one page at a time. */
interface HistoryView extends PagedView {
  /** All lines, newest first. */
  readonly lines: readonly AuditLine[];
  /** The reader's clock, as far as the client told it. */
  readonly clock: UserClock;
}

/** Card of a customer's history: each action with its user, time and outcome. */
export const historyCard = (view: HistoryView): Card => firstFitting((attempt) => historyPage(view, attempt));

function historyPage(view: HistoryView, attempt: number): Card {
  const { words, companyName, lines, from } = view;
  const { t } = words;
  const { shown, position, turning } = pageParts(lines, view, 'history', attempt);
  return card(
    t('history.title'),
    [
      ...titleLines(t('history.title'), shortened(companyName)),
      ...(shown.length === 0 ? [paragraph(t(from === 0 ? 'history.none' : 'history.end'))] : []),
      ...position,
      ...shown.map((line) => historyEntry(line, view)),
      ...(shown.some(({ correlationId, outcome }) => correlationId !== undefined && outcome !== 'done')
        ? [paragraph(t('history.support'), { subtle: true })]
        : []),
    ],
    [...turning, customerButton(view), button(t('button.customers'), command('customers'))],
  );
}

const outcomeTones = {
  done: 'Good',
  failed: 'Warning',
  refused: 'Attention',
  unclear: 'Attention',
  dropped: 'Default',
} as const satisfies Readonly<Record<AuditLine['outcome'], Tone>>;

/** A line of the history: what was done, or what was tried and became of it; beneath it when, and by whom. */
function historyEntry(entry: AuditLine, { words, clock }: HistoryView): Element {
  const { t } = words;
  const { at, userName, outcome, reason, code, correlationId } = entry;
  const who = userName === undefined || userName === '' ? t('customer.colleague') : shortened(userName);
  const state = stateMark(outcomeTones[outcome], capitalize(t(`stage.${outcome}`), words.locale));
  return {
    ...group([
      line(bold(historyWords(entry, words)), ...(outcome === 'done' ? [] : ['  ', ...state])),
      below(paragraph([words.localMoment(at, clock), who].join(' · '), { subtle: true })),
      // Partner Center's own sentence is not stored: it may name a person.
      ...(reason === undefined ? [] : [faultLine(asSentence(words)(reasonWords(reason, words)))]),
      ...refusedOfferLines(entry, words),
      ...(outcome === 'unclear' ? [faultLine(t('history.unclear'))] : []),
      ...(outcome === 'done' ? [] : idLines({ code, correlationId }, words)),
    ]),
    spacing: 'Small',
  };
}

/** Line with the refused offers of an order that was done in part. */
function refusedOfferLines({ outcome, data }: AuditLine, words: Words): Element[] {
  const refused = offerNames(data?.['refused'], words);
  return outcome === 'done' && refused.length > 0
    ? [faultLine(words.t('history.refused', { offers: words.list(refused) }))]
    : [];
}

/** Maximum of names listed; an ellipsis stands for the others. */
const maxNames = 3;

/** Names of a line, each once, with how often it is there. */
function offerNames(value: string | number | undefined, words: Words): string[] {
  const names = typeof value === 'string' ? value.split('\n').filter((name) => name !== '') : [];
  const unique = [...new Set(names)];
  const counted = unique.slice(0, maxNames).map((name) => {
    const n = names.filter((other) => other === name).length;
    return n === 1 ? shortened(name) : words.t('form.pair', { label: shortened(name), hint: n });
  });
  return [...counted, ...(unique.length > maxNames ? ['…'] : [])];
}

type AuditValue = NonNullable<AuditLine['data']>[string] | undefined;

function statusKey(status: AuditValue) {
  if (status === 'deleted') return 'cancelled';
  return status === 'suspended' ? 'suspended' : 'reactivated';
}

function endKey(end: AuditValue) {
  if (end === 'cancel') return 'endCancel';
  return end === 'extend' ? 'endExtend' : 'endRenew';
}

/** Sentence of a line: what was done, or else what was to be done. */
function historyWords(entry: AuditLine, words: Words): string {
  const { key, data } = historySentence(entry, words);
  return words.say(entry.outcome === 'done' ? `past.${key}` : `history.${key}`, data);
}

/** A sentence by the end of its key, the same for what was done and what was tried. */
interface HistorySentence {
  readonly key: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** Names of the offers of an order's line, with their quantities; of an older line the names alone. */
function orderedOffers({ offers, data, outcome }: AuditLine, words: Words): string {
  if (offers === undefined) return words.list(offerNames(data?.[outcome === 'refused' ? 'refused' : 'offers'], words));
  const named = offers.map(({ offerName: name, quantity: n }) =>
    n === undefined ? name : words.t('cart.times', { n, name }),
  );
  return words.list(offerNames(named.join('\n'), words));
}

function historySentence(entry: AuditLine, words: Words): HistorySentence {
  const { action, data = {} } = entry;
  const { from = 0, to = 0 } = data;
  const subscription = shortened(String(data['subscription'] ?? ''));
  switch (action) {
    case 'quantity':
      return { key: 'quantity', data: { subscription, from, to } };
    case 'stop':
      return stopSentence(data, words);
    case 'status':
      return { key: statusKey(data['status']), data: { subscription } };
    case 'endOfTerm':
      return { key: endKey(data['end']), data: { subscription } };
    case 'nextTerm':
      return 'to' in data
        ? { key: 'nextTerm', data: { subscription, to } }
        : { key: 'unscheduled', data: { subscription } };
    case 'order':
      return { key: 'order', data: { offers: orderedOffers(entry, words) } };
    case 'subscriptions':
      return entry.offers === undefined || entry.offers.length === 0
        ? { key: action }
        : { key: 'order', data: { offers: orderedOffers(entry, words) } };
    case 'password':
      return { key: 'password', data: { account: shortened(String(data['account'] ?? '')) } };
    case 'customer':
    case 'agreement':
    case 'qualification':
    case 'account':
    case 'relationship':
    case 'erase':
    case 'invite':
    case 'imported':
    case 'exported':
      return plainSentence(action, data, words);
  }
}

/** Sentence of a line about several subscriptions: which were canceled, which suspended, or what was tried. */
function stopSentence(data: NonNullable<AuditLine['data']>, words: Words): HistorySentence {
  const canceled = words.list(offerNames(data['canceled'], words));
  const suspended = words.list(offerNames(data['suspended'], words));
  if (canceled !== '' && suspended !== '') return { key: 'stopBoth', data: { canceled, suspended } };
  if (canceled !== '') return { key: 'stopCanceled', data: { names: canceled } };
  if (suspended !== '') return { key: 'stopSuspended', data: { names: suspended } };
  return { key: 'stop', data: { names: words.list(offerNames(data['refused'], words)) } };
}

function plainSentence(
  action: AuditLine['action'],
  data: NonNullable<AuditLine['data']>,
  words: Words,
): HistorySentence {
  const { fields, qualification } = data;
  if (action === 'qualification' && qualification !== undefined) {
    const name = words.say(`qualification.${String(qualification)}`);
    return { key: 'qualificationOf', data: { qualification: name } };
  }
  return action === 'account' && typeof fields === 'string' && fields !== ''
    ? { key: 'accountFields', data: { fields: fieldNames(fields.split('\n'), words) } }
    : { key: action };
}
