import { relationshipWords, statusWords } from '../../cards/labels.ts';
import { isOutage as isOutageReason } from '../../partner-center/fault.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { DirectoryEntry } from '../customers/directory.ts';
import type { FileRequest, ProducedFile, Tell } from './files.ts';
import type { Turn } from '../turn.ts';
import { formatNamed } from './tableFormat.ts';

/** Customers whose subscriptions are read at the same time. */
const atOnce = 4;

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
  const rows: Cell[][] = [];
  let lacking = 0;
  for (let start = 0; start < customers.length; start += atOnce) {
    const part = customers.slice(start, start + atOnce);
    const answers = await Promise.all(part.map((one) => read(turn, one)));
    const [first] = answers;
    if (first instanceof PartnerCenterError && answers.every(isOutage)) throw first;
    part.forEach((one, at) => rows.push(...rowsOf(turn, one, answers[at] ?? [], nameOf)));
    lacking += answers.filter((answer) => answer instanceof PartnerCenterError).length;
    tell(start + part.length, customers.length);
  }
  await noteExport(turn, 'subscriptions', customers.length);
  const file = tableFile(turn, request, t('export.subscriptionsName'), [headOf(turn), ...rows]);
  return lacking === 0 ? file : { ...file, note: t('export.lacking', { n: lacking }) };
}

/** The customers that the list shows for what was searched. */
const found = (turn: Turn, { find = '', reseller = '' }: FileRequest, tell: Tell): Promise<readonly DirectoryEntry[]> =>
  turn.directory.every({ find, reseller }, (done) => tell(done, undefined));

type Cell = string | number;

function headOf({ words: { t } }: Turn): readonly Cell[] {
  const own = [t('field.subscriptionId'), t('field.subscription'), t('field.quantity'), t('field.status')];
  return [...own, t('field.ofReseller'), t('field.microsoftId'), t('field.companyName')];
}

type Answer = readonly Subscription[] | PartnerCenterError;

/** Faults that may be one customer's; any other would meet the next one too. */
const mayBeOnes: readonly string[] = [
  'no-relationship',
  'customer-unknown',
  'not-found',
  'not-allowed',
  'other',
  'unexplained',
  'conflict',
];

/** A customer's subscriptions, or why they could not be read. */
async function read(turn: Turn, { microsoftId, relationship }: DirectoryEntry): Promise<Answer> {
  // Of others Partner Center says nothing.
  const isOurs = microsoftId !== '' && !['none', 'invited'].includes(relationship);
  try {
    return !isOurs ? [] : await turn.partnerCenter.management.subscriptions(microsoftId);
  } catch (error) {
    if (
      error instanceof PartnerCenterError &&
      (mayBeOnes.includes(error.fault.reason) || isOutageReason(error.fault.reason))
    )
      return error;
    throw error;
  }
}

const isOutage = (answer: Answer): boolean =>
  answer instanceof PartnerCenterError && isOutageReason(answer.fault.reason);

function rowsOf(
  { words }: Turn,
  { microsoftId, companyName, reseller }: DirectoryEntry,
  answer: Answer,
  nameOf: (mpnId: string) => string,
): Cell[][] {
  if (answer instanceof PartnerCenterError)
    return [['', words.t('export.notRead'), '', '', reseller, microsoftId, companyName]];
  return answer.map((one) => {
    const sold = one.reseller === undefined ? reseller : nameOf(one.reseller);
    return [one.id, one.name, one.quantity, statusWords(one.status, words), sold, microsoftId, companyName];
  });
}

/** Names of the provider's resellers by MPN ID; one that is not active any more stays its number. */
async function resellerNames({ partner, partnerCenter }: Turn): Promise<(mpnId: string) => string> {
  const names = new Map((await partnerCenter.resellers()).map(({ mpnId, name }) => [mpnId, `${name} (${mpnId})`]));
  return (mpnId) => (mpnId === partner.mpnId ? '' : (names.get(mpnId) ?? mpnId));
}

/** A file named after what it holds and the user's day, in the format that was asked for. */
const tableFile = (
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
async function noteExport(turn: Turn, kind: string, n: number): Promise<void> {
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
