import { lifecycleWords, statedLifecycle, termAndBilling } from '../../cards/customers/subscriptionWords.ts';
import { relationshipWords, statusWords } from '../../cards/labels.ts';
import type { Words } from '../../locales/words.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { SubscriptionsAnswer } from '../../partner-center/subscriptionCache.ts';
import { lastDayOf, lifecycleOf } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { DirectoryEntry } from '../customers/customerDirectory.ts';
import { allSubscriptions, dueRenewals } from '../customers/renewalList.ts';
import type { FileRequest, ProducedFile, ReportProgress } from './fileTypes.ts';
import type { FileSource } from '../turn.ts';
import { formatNamed } from './tableFormat.ts';

/** File of the customers found, with the columns of Partner Center's own list. */
export async function customersFile(
  source: FileSource,
  request: FileRequest,
  tell: ReportProgress,
): Promise<ProducedFile> {
  const { words } = source;
  const { t } = words;
  const rows = (await exportedCustomers(source, request, tell)).map(
    ({ microsoftId, companyName, domain, relationship }) => [
      microsoftId,
      companyName,
      domain,
      relationshipWords(relationship, words),
    ],
  );
  const head = [t('field.microsoftId'), t('field.companyName'), t('field.domain'), t('field.relationship')];
  await auditExport(source, 'customers', rows.length);
  return tableFile(source, request, t('export.customersName'), [head, ...rows]);
}

/** File of the subscriptions of the customers found; a customer whose own could not be read has a row that says so. */
export async function subscriptionsFile(
  source: FileSource,
  request: FileRequest,
  tell: ReportProgress,
): Promise<ProducedFile> {
  const { t } = source.words;
  const customers = await exportedCustomers(source, request, tell);
  const nameOf = await resellerNames(source);
  const { answers, lacking } = await allSubscriptions(source, customers, tell);
  const rows = answers.flatMap(({ customer, answer }) => subscriptionRows(source, customer, answer, nameOf));
  await auditExport(source, 'subscriptions', customers.length);
  const file = tableFile(source, request, t('export.subscriptionsName'), [subscriptionsHeader(source), ...rows]);
  return lacking === 0 ? file : { ...file, note: t('export.lacking', { n: lacking }) };
}

/** Customers that match the search of the list. */
const exportedCustomers = (
  source: FileSource,
  { find = '', reseller = '' }: FileRequest,
  tell: ReportProgress,
): Promise<readonly DirectoryEntry[]> => source.directory.every({ find, reseller }, (done) => tell(done, undefined));

/** Value of one cell of a file. */
type Cell = string | number;

function subscriptionsHeader({ words: { t } }: FileSource): readonly Cell[] {
  const own = [t('field.subscriptionId'), t('field.subscription'), t('field.quantity'), t('field.status')];
  const term = [t('field.term'), t('field.billing'), t('field.lastDay'), t('field.autoRenew'), t('field.whatFollows')];
  return [...own, ...term, t('field.ofReseller'), t('field.microsoftId'), t('field.companyName')];
}

function subscriptionRows(
  { words, now }: FileSource,
  { microsoftId, companyName, reseller }: DirectoryEntry,
  answer: SubscriptionsAnswer,
  nameOf: (mpnId: string) => string,
): Cell[][] {
  if (answer instanceof PartnerCenterError)
    return [['', words.t('export.notRead'), '', '', '', '', '', '', '', reseller, microsoftId, companyName]];
  return answer.map((one) => {
    const sold = one.reseller === undefined ? reseller : nameOf(one.reseller);
    const own = [one.id, one.name, one.quantity, statusWords(one.status, words)];
    return [...own, ...termCells(one, words, now), sold, microsoftId, companyName];
  });
}

/** Cells of term, billing, last day of the term, auto-renewal, and what follows. */
function termCells(one: Subscription, words: Words, now: Date): Cell[] {
  const { billing: _billing, ...term } = one;
  const { term: _term, ...billing } = one;
  return [
    termAndBilling(term, words) ?? '',
    termAndBilling(billing, words) ?? '',
    lastDayOf(one) ?? '',
    // Of a suspended or canceled one the choice is kept, but nothing renews.
    one.status === 'active' ? words.t(one.autoRenews ? 'autoRenew.on' : 'autoRenew.off') : '',
    lifecycleWords(lifecycleOf(one, now), one.unit, words),
  ];
}

/** Names of the provider's resellers by MPN ID; the number itself for one that is no longer active. */
async function resellerNames({ partner, partnerCenter, words: { t } }: FileSource): Promise<(mpnId: string) => string> {
  const names = new Map(
    (await partnerCenter.resellers()).map(({ mpnId, name }) => [mpnId, t('form.pair', { label: name, hint: mpnId })]),
  );
  return (mpnId) => (mpnId === partner.mpnId ? '' : (names.get(mpnId) ?? mpnId));
}

/** File named after its content and the user's day, in the requested format. */
const tableFile = (
  { today, words, partner }: FileSource,
  { format }: FileRequest,
  name: string,
  rows: readonly (readonly Cell[])[],
): ProducedFile => ({
  name: `${name}-${today}`,
  format: formatNamed(format, words.locale, partner.country),
  rows,
});

/** Writes the audit line of an export: user, number of rows, time. */
async function auditExport(source: FileSource, content: string, rows: number): Promise<void> {
  const { audit, partner, now } = source;
  await audit.write(partner.tenantId, source, now, { kind: 'export', id: source.newRequestId(), content, rows });
}

/**
 * File of the subscriptions that end within 90 days, of the customers found: those that need a choice first, monthly
 * terms last. A customer whose subscriptions could not be read has a row that says so.
 */
export async function renewalsFile(
  source: FileSource,
  request: FileRequest,
  tell: ReportProgress,
): Promise<ProducedFile> {
  const { words, now } = source;
  const { t } = words;
  const customers = await exportedCustomers(source, request, tell);
  const { answers, lacking } = await allSubscriptions(source, customers, tell);
  const rows = dueRenewals(answers, now).map(({ customer, subscription: one, renewal }): Cell[] => [
    t(`renewalGroup.${renewal.group}`),
    renewal.within,
    renewal.lastDay,
    customer.companyName,
    one.name,
    one.quantity,
    termAndBilling(one, words) ?? '',
    statedLifecycle(one, renewal.life, words),
    one.id,
    customer.microsoftId,
  ]);
  const unread = answers
    .filter(({ answer }) => answer instanceof PartnerCenterError)
    .map(({ customer }): Cell[] => [
      t('export.notRead'),
      '',
      '',
      customer.companyName,
      '',
      '',
      '',
      '',
      '',
      customer.microsoftId,
    ]);
  await auditExport(source, 'renewals', customers.length);
  const file = tableFile(source, request, t('renewals.name'), [renewalsHeader(source), ...rows, ...unread]);
  const note = t('renewals.note', { n: rows.length });
  return {
    ...file,
    note: lacking === 0 ? note : words.sentences([note, t('export.lacking', { n: lacking })]),
  };
}

function renewalsHeader({ words: { t } }: FileSource): readonly Cell[] {
  const when = [t('renewals.group'), t('renewals.within'), t('field.lastDay')];
  const what = [t('field.companyName'), t('field.subscription'), t('field.quantity'), t('field.plan')];
  return [...when, ...what, t('field.whatFollows'), t('field.subscriptionId'), t('field.microsoftId')];
}
