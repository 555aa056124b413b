import { changeWords } from '../../cards/customers/changeWords.ts';
import { historyCard, type OwnChangeEntry, ownChangesCard } from '../../cards/customers/historyCard.ts';
import { isAwaitingAcceptance } from '../../cards/customers/customerView.ts';
import { importCountLines } from '../../cards/import/importResultCards.ts';
import { mapLimit } from '../../lib/mapLimit.ts';
import { defined } from '../../lib/optional.ts';
import type { AuditLine } from '../../model/auditLine.ts';
import { awaitingChangeId, type Change } from '../../model/change.ts';
import { microsoftIdPrefix, refOf } from '../../model/customerRef.ts';
import { zeroCounts } from '../../model/import.ts';
import { stageNames } from '../../model/stages.ts';
import { type OwnChange, ownChangeDays } from '../../model/user.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { titleOfDraft } from '../drafts.ts';
import { isRefresh } from '../pressedCard.ts';
import { readOwnChanges } from '../recordIntent.ts';
import type { Turn } from '../turn.ts';
import { customerWithRight, findCustomer, type FoundCustomer } from './customerAccess.ts';
import { displayName } from './customerDirectory.ts';

/** Most audit lines read for a customer. */
const maxLines = 1000;

/** History: shows the audit lines of a customer, newest first; argument `ref from`, the number of entries before it. */
export async function showHistory(turn: Turn, argument: string): Promise<void> {
  const [ref = '', from = '0'] = argument.split(' ');
  if (!isRefresh(turn)) turn.replies.keep();
  const found = await customerWithRight(turn, ref, 'view');
  if (found === undefined) return;
  turn.replies.show(
    historyCard({
      words: turn.words,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      lines: await auditLinesOf(turn, found),
      clock: turn.toldClock,
      from: /^\d{1,4}$/.test(from) ? Number(from) : 0,
    }),
  );
}

/** Audit lines of a customer, newest first, including those from before it had a record. */
export async function auditLinesOf(
  { audit, partner }: Pick<Turn, 'audit' | 'partner'>,
  { target }: FoundCustomer,
): Promise<AuditLine[]> {
  const { record, microsoftId } = target;
  const names = [...(record === undefined ? [] : [record]), ...(microsoftId === '' ? [] : [microsoftId])];
  const lines = await Promise.all(names.map((name) => audit.of(partner.tenantId, name, maxLines)));
  return lines.flat().toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/** Own changes on one page, and of one page read at the same time. */
const [ownPerPage, ownAtOnce] = [15, 4];

/** Most customers of one change that are named. */
const mostNamed = 3;

/**
 * Your last changes: shows what this user began in the last days, newest first, as it stands now; argument: the number of entries
 * before the first one. Reads of the audit trail the lines of these alone.
 */
export async function showOwnChanges(turn: Turn, argument = ''): Promise<void> {
  if (!isRefresh(turn)) turn.replies.keep();
  const all = (await readOwnChanges(turn)).toReversed();
  const from = /^\d{1,3}$/.test(argument) && Number(argument) < all.length ? Number(argument) : 0;
  const entries = await mapLimit(all.slice(from, from + ownPerPage), ownAtOnce, (one) => readOwnChange(turn, one));
  const { words, toldClock: clock } = turn;
  turn.replies.show(ownChangesCard({ words, clock, entries, from, of: all.length, days: ownChangeDays }));
}

/** The end of something that was begun, or where it stands, as far as known. */
type Standing = Pick<OwnChangeEntry, 'lines' | 'open'>;

const nothingKnown: Standing = { lines: [], open: [] };

async function readOwnChange(turn: Turn, change: OwnChange): Promise<OwnChangeEntry> {
  const { at, kind, jobs, whole } = change;
  if (kind === 'import') return readOwnImport(turn, change);
  const standings = await mapLimit(jobs, ownAtOnce, ({ id, ref }) => standingOf(turn, kind, id, ref));
  const named = await mapLimit(jobs.slice(0, mostNamed), ownAtOnce, ({ id, ref }) => nameOf(turn, id, ref));
  const [one] = jobs.length === 1 ? named : [];
  return {
    at,
    names: named.flatMap(({ name }) => (name === undefined ? [] : [name])),
    more: Math.max(0, jobs.length - mostNamed),
    ...defined({ ref: one?.ref }),
    lines: standings.flatMap(({ lines }) => lines),
    open: [
      ...standings.flatMap(({ open }) => open),
      // Those of several orders that are not begun yet are known to the whole alone.
      ...(whole !== undefined && standings.includes(nothingKnown) ? await openChange(turn, whole) : []),
    ],
    counts: [],
  };
}

function standingOf(turn: Turn, kind: OwnChange['kind'], id: string, ref: string): Promise<Standing> {
  if (kind === 'customer') return submissionStanding(turn, id);
  return kind === 'erasure' ? erasureStanding(turn, ref) : changeStanding(turn, id, ref);
}

/** Name under which the audit trail has a customer, by its reference. */
const auditName = (ref: string): string =>
  ref.startsWith(microsoftIdPrefix) ? ref.slice(microsoftIdPrefix.length) : ref;

async function changeStanding(turn: Turn, id: string, ref: string): Promise<Standing> {
  const line = await turn.audit.endOf(turn.partner.tenantId, auditName(ref), id);
  if (line !== undefined) return { lines: [line], open: [] };
  const open = await openChange(turn, id);
  return open.length === 0 ? nothingKnown : { lines: [], open };
}

async function erasureStanding({ audit, partner }: Turn, ref: string): Promise<Standing> {
  const line = await audit.endOf(partner.tenantId, auditName(ref), 'erase');
  return line === undefined ? nothingKnown : { lines: [line], open: [] };
}

async function openChange({ changes, partner, words }: Turn, id: string): Promise<OwnChangeEntry['open']> {
  const change = (await changes.get(partner.tenantId, id))?.value;
  if (change === undefined || change.state === 'done') return [];
  return [{ text: changeWords(change.what, words), state: isAwaitingAcceptance(change) ? 'awaited' : stateOf(change) }];
}

const stateOf = ({ state, finishing }: Pick<Change, 'state' | 'finishing'>): 'underWay' | 'failed' =>
  state === 'unfinished' && finishing !== true ? 'failed' : 'underWay';

/** A new customer: the stages that ended, and the order that waits for the customer. */
async function submissionStanding(turn: Turn, id: string): Promise<Standing> {
  const { audit, jobs, partner, words } = turn;
  const job = (await jobs.get(partner.tenantId, id))?.value;
  const ended = await mapLimit(stageNames, ownAtOnce, (stage) => audit.endOf(partner.tenantId, id, stage));
  const lines = ended.filter((line) => line !== undefined);
  const waiting = await changeStanding(turn, awaitingChangeId(id), id);
  const open =
    job === undefined || job.state === 'done'
      ? []
      : [{ text: words.t(lines.length === 0 ? 'history.customer' : 'own.rest'), state: stateOf(job) }];
  const known = { lines: [...lines, ...waiting.lines], open: [...open, ...waiting.open] };
  return known.lines.length + known.open.length === 0 ? nothingKnown : known;
}

/** Name of a customer, and its reference where it can be opened. */
async function nameOf(turn: Turn, id: string, ref: string): Promise<{ readonly name?: string; readonly ref?: string }> {
  const found = await foundOrNone(turn, ref);
  if (found !== undefined) return { name: displayName(found.target), ref };
  const job = (await turn.jobs.get(turn.partner.tenantId, id))?.value;
  const draft = turn.person.drafts.find((one) => one.id === id);
  const name = job?.request.customer.companyName ?? (draft === undefined ? '' : titleOfDraft(draft, turn.words));
  return name === '' ? {} : { name };
}

async function foundOrNone(turn: Turn, ref: string): Promise<FoundCustomer | undefined> {
  try {
    return await turn.withinAnswerTime(findCustomer(turn, ref));
  } catch (error) {
    if (error instanceof PartnerCenterError) return undefined;
    throw error;
  }
}

/** An import: its file, and the number of its rows by result as it was audited last. */
async function readOwnImport(turn: Turn, { at, jobs: [job] }: OwnChange): Promise<OwnChangeEntry> {
  const { imports, audit, partner, words } = turn;
  const id = job?.id ?? '';
  const head = (await imports.heads.get(partner.tenantId, id))?.value;
  const line = (await audit.of(partner.tenantId, id, mostNoted)).at(-1);
  const counts = { ...zeroCounts(), ...countsIn(line) };
  const isRunning = head !== undefined && (head.state === 'running' || head.submitted === true);
  return {
    at,
    names: [head?.file ?? words.t('import.title')],
    more: 0,
    lines: [],
    open: isRunning ? [{ text: words.t('importProgress.title'), state: 'underWay' }] : [],
    counts: line === undefined ? [] : importCountLines(words, counts),
  };
}

/** Most audit lines of one import: one each time it ended. */
const mostNoted = 100;

const countsIn = (line: AuditLine | undefined): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(line?.data ?? {}).map(([name, n]) => [name, Number(n)]));
