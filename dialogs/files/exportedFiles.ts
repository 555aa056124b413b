import { lifecycleWords } from '../../cards/customers/lifecycleWords.ts';
import { planWords } from '../../cards/customers/subscriptionWords.ts';
import { relationshipWords, statusWords } from '../../cards/labels.ts';
import type { Words } from '../../locales/words.ts';
import { lastDayOf, lifecycleOf } from '../../partner-center/lifecycle.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { SubscriptionsAnswer } from '../../partner-center/keptSubscriptions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { DirectoryEntry } from '../customers/directory.ts';
import { everySubscription } from '../customers/everySubscription.ts';
import type { FileRequest, ProducedFile, Tell } from './files.ts';
import type { Turn } from '../turn.ts';
import { formatNamed } from './tableFormat.ts';

/** The customers that were found, with the columns of Partner Center's own list. */
export async function customersFile(turn: Turn, request: FileRequest, tell: Tell): Promise<ProducedFile> {
  const { words } = turn;
  const { t } = words;
  const rows = (await found(turn, request, tell)).map(({ microsoftId, companyName, domain, relationship }) => [
    microsoftId,
    companyName,
    domain,
    relationshipWords(relationship, words),
  ]);
  const head = [t('field.microsoftId'), t('field.companyName'), t('field.domain'), t('field.relationship')];
  await noteExport(turn, 'customers', rows.length);
  return tableFile(turn, request, t('export.customersName'), [head, ...rows]);
}

/** The subscriptions of the customers that were found; a customer whose own could not be read has a row that says so. */
export async function subscriptionsFile(turn: Turn, request: FileRequest, tell: Tell): Promise<ProducedFile> {
  const { t } = turn.words;
  const customers = await found(turn, request, tell);
  const nameOf = await resellerNames(turn);
  const { answers, lacking } = await everySubscription(turn, customers, tell);
  const rows = answers.flatMap(({ customer, answer }) => rowsOf(turn, customer, answer, nameOf));
  await noteExport(turn, 'subscriptions', customers.length);
  const file = tableFile(turn, request, t('export.subscriptionsName'), [headOf(turn), ...rows]);
  return lacking === 0 ? file : { ...file, note: t('export.lacking', { n: lacking }) };
}

/** The customers that the list shows for what was searched. */
export const found = (
  turn: Turn,
  { find = '', reseller = '' }: FileRequest,
  tell: Tell,
): Promise<readonly DirectoryEntry[]> => turn.directory.every({ find, reseller }, (done) => tell(done, undefined));

/** What stands in one cell of a file. */
export type Cell = string | number;

function headOf({ words: { t } }: Turn): readonly Cell[] {
  const own = [t('field.subscriptionId'), t('field.subscription'), t('field.quantity'), t('field.status')];
  const term = [t('field.term'), t('field.billing'), t('field.lastDay'), t('field.autoRenew'), t('field.whatFollows')];
  return [...own, ...term, t('field.ofReseller'), t('field.microsoftId'), t('field.companyName')];
}

function rowsOf(
  { words, now }: Turn,
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

/** Term, billing, the last day of the term, auto-renewal, and what follows. */
function termCells(one: Subscription, words: Words, now: Date): Cell[] {
  const { billing: _billing, ...term } = one;
  const { term: _term, ...billing } = one;
  return [
    planWords(term, words) ?? '',
    planWords(billing, words) ?? '',
    lastDayOf(one) ?? '',
    words.t(one.autoRenews ? 'autoRenew.on' : 'autoRenew.off'),
    lifecycleWords(lifecycleOf(one, now), one.unit, words),
  ];
}

/** Names of the provider's resellers by MPN ID; one that is not active any more stays its number. */
async function resellerNames({ partner, partnerCenter, words: { t } }: Turn): Promise<(mpnId: string) => string> {
  const names = new Map(
    (await partnerCenter.resellers()).map(({ mpnId, name }) => [mpnId, t('form.pair', { label: name, hint: mpnId })]),
  );
  return (mpnId) => (mpnId === partner.mpnId ? '' : (names.get(mpnId) ?? mpnId));
}

/** A file named after what it holds and the user's day, in the format that was asked for. */
export const tableFile = (
  { today, words, partner }: Turn,
  { format }: FileRequest,
  name: string,
  rows: readonly (readonly Cell[])[],
): ProducedFile => ({
  name: `${name}-${today}`,
  format: formatNamed(format, words.locale, partner.country),
  rows,
});

/** Who took how much of the list away, and when. */
export async function noteExport(turn: Turn, kind: string, n: number): Promise<void> {
  const { audit, partner, userId, userName, now } = turn;
  await audit.write(partner.tenantId, {
    at: now.toISOString(),
    userId,
    ...(userName === '' ? {} : { userName }),
    action: 'exported',
    record: 'list',
    change: turn.newRequestId(),
    data: { kind, n },
    outcome: 'done',
  });
}
