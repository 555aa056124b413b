import type { Words } from '../../locales/words.ts';
import type { AuditLine } from '../../model/auditLine.ts';
import { fieldNames } from '../accountInfo.ts';
import { shortened } from '../elements.ts';

/** Maximum of names listed; an ellipsis stands for the others. */
const maxNames = 3;

/** Names of a line, each once, with how often it is there. */
export function offerNames(value: string | number | undefined, words: Words): string[] {
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
export function historyWords(entry: AuditLine, words: Words): string {
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
