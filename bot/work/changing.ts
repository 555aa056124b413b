import { faultOf, makeChange, type Made } from '../../partner-center/change.ts';
import { newAdminPassword } from '../../partner-center/adminPassword.ts';
import { isOutage, type Refused } from '../../partner-center/fault.ts';
import { isRefused } from '../../partner-center/orderedLines.ts';
import type { Partner } from '../../partner-center/partner.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import { sentCalls } from '../../partner-center/sentCalls.ts';
import type { AuditLine } from '../../storage/audit.ts';
import type { Change, ChangeKind } from '../../storage/changes.ts';
import type { Draft } from '../../storage/draft.ts';
import type { Item } from '../../storage/collection.ts';
import { StaleDocument } from '../../storage/documents.ts';
import type { OrderedOffer } from '../../storage/stages.ts';
import { isPasswordSet, showPassword, type ShownPassword } from './adminPassword.ts';
import { announceChange, announceDraft } from './changeAnnouncing.ts';
import type { ChangeTools } from './changeTools.ts';
import type { Ended } from './durableWork.ts';
import { draftOfChange } from './givenBack.ts';
import { recordChange } from './recording.ts';
import { isResumed } from './resumed.ts';
import { tries } from './tries.ts';
import { waitsOf } from './waits.ts';

/** A change as it is worked on: its latest version, which is written down. */
interface Making {
  readonly tools: ChangeTools;
  readonly partner: Partner;
  /** What its person was told it waits for, before this run. */
  readonly told: string | undefined;
  /** What a user's password becomes, where that is the change: the same with every try of this run, and nowhere else. */
  readonly password?: string;
  /** Passwords that stand on a card, which could not be written down yet. */
  readonly shown: Map<string, ShownPassword>;
  change: Change;
  etag: string;
}

/** How a run of a change ended. */
interface ChangeEnded extends Ended {
  /** When what is shown once was sent. */
  readonly shownAt?: string;
}

/** Does what is left of a change, tells its outcome, and forgets it when there is no more to be done or told. */
export async function carryOutChange(
  tools: ChangeTools,
  partner: Partner,
  { value: change, etag }: Item<Change>,
  shown: Map<string, ShownPassword>,
): Promise<ChangeEnded> {
  const running = change.state === 'running';
  const making: Making = {
    tools,
    partner,
    told: change.waitsFor,
    ...(running && change.what.kind === 'password' ? { password: newAdminPassword() } : {}),
    shown,
    change,
    etag,
  };
  if (running) await make(making);
  return conclude(making);
}

async function write(making: Making, change: Change): Promise<void> {
  making.etag = await making.tools.changes.replace(making.partner.tenantId, change.id, change, making.etag);
  making.change = change;
}

/** The change itself, tried as often as the waits say; then it waits for Finish. */
async function make(making: Making): Promise<void> {
  const { tools, partner, change, password } = making;
  // A run's password is its own, so that what was sent of it is never answered for another one's.
  const asked = password === undefined ? change : { ...change, requestId: tools.newId() };
  const former = isResumed(tools, change.createdAt) ? { resumed: { since: change.createdAt } } : {};
  const calls = sentCalls();
  let unsure = change.unsure === true;
  const error = await tries(tools, { change: change.id, kind: change.what.kind }, async () => {
    try {
      const made = await calls.within(() =>
        makeChange({ ...asked, ...former }, tools.partnerCenterOf(partner), password),
      );
      await keep(making, { ...change, ...made, ...(unsure ? { unsure } : {}) }, calls.last());
    } catch (reason) {
      unsure ||= password !== undefined && reason instanceof PartnerCenterError && isOutage(reason.fault.reason);
      throw reason;
    }
  });
  if (error === undefined) return;
  // A password that came by itself, when nobody looks, would be lost once more.
  const waits = password === undefined ? waitsOf(change, error, tools.now()) : {};
  // One line for all looks at whether the customer has accepted.
  if (waits.awaiting === undefined || waits.waitsFor !== making.told)
    await audit(making, change, 'failed', faultOf(error));
  const asItIs = { ...change, ...(unsure ? { unsure } : {}), fault: faultOf(error) };
  await write(making, { ...asItIs, state: 'unfinished', ...waits });
}

/** Before the change counts as done: what is cut off in between is done and told again, which changes nothing. */
async function keep(making: Making, change: Change, sentCall: string | undefined): Promise<void> {
  const refused = refusalOf(change);
  const outcome = refused === undefined ? whetherDone(change) : 'refused';
  if (outcome === 'done') await recordChange(making.tools.customers, making.partner, change, making.tools.now());
  await audit(making, change, outcome, refused, sentCall);
  await write(making, { ...change, state: 'done' });
}

const whetherDone = ({ stands }: Made): 'done' | 'unclear' => (stands === undefined ? 'done' : 'unclear');

/** Why nothing of it was done; of an order, when every line was refused. */
export function refusalOf({ fault, what }: Made): Refused | undefined {
  if (what.kind !== 'order' || fault !== undefined) return fault;
  return what.lines.some((line) => line.fault === undefined) ? undefined : what.lines[0]?.fault;
}

async function audit(
  { tools, partner }: Making,
  change: Change,
  outcome: AuditLine['outcome'],
  fault: Refused | undefined,
  sentCall?: string,
): Promise<void> {
  const correlationId = fault?.correlationId ?? sentCall ?? '';
  await tools.audit.write(partner.tenantId, {
    at: tools.now().toISOString(),
    userId: change.userId,
    ...(change.userName === undefined ? {} : { userName: change.userName }),
    action: change.what.kind,
    record: change.customer.record ?? change.customer.microsoftId,
    change: change.id,
    data: dataOf(change.what),
    ...(change.what.kind === 'order' && outcome === 'done' ? { ordered: orderedOf(change.what.lines) } : {}),
    outcome,
    ...(fault === undefined ? {} : { reason: fault.reason }),
    ...(fault?.code === undefined ? {} : { code: fault.code }),
    ...(correlationId === '' ? {} : { correlationId }),
  });
}

/** What was ordered, and not refused. */
const orderedOf = (lines: readonly OrderedOffer[]): NonNullable<AuditLine['ordered']> =>
  lines
    .filter((line) => !isRefused(line))
    .map(({ offerId, offerName, unit, quantity, subscriptionId }) => ({
      offerId,
      offerName,
      unit,
      ...(quantity === undefined ? {} : { quantity }),
      ...(subscriptionId === undefined ? {} : { subscriptionId }),
    }));

/** What history says of a change; nothing about people. */
function dataOf(what: ChangeKind): NonNullable<AuditLine['data']> {
  switch (what.kind) {
    case 'order': {
      const ordered = what.lines.filter(({ fault }) => fault === undefined);
      return { offers: names(ordered), refused: names(what.lines.filter((line) => !ordered.includes(line))) };
    }
    case 'quantity':
      return { subscription: what.name, from: what.from, to: what.to };
    case 'status':
      return { subscription: what.name, status: what.status };
    case 'password':
      return { account: what.account };
    case 'endOfTerm':
      return { subscription: what.name, end: what.to };
    case 'nextTerm':
      return { subscription: what.name, ...(what.to === undefined ? {} : { to: what.to.quantity }) };
    case 'qualification':
      return { qualification: what.wanted.kind };
    case 'account':
      return what.fields === undefined ? {} : { fields: what.fields.join('\n') };
    case 'agreement':
    case 'relationship':
      return {};
  }
}

const names = (lines: readonly { readonly offerName: string }[]): string =>
  lines.map(({ offerName }) => offerName).join('\n');

/** What was refused, or may not have been done, is a draft again: once, since the person may delete it before the outcome can be told. */
async function giveBack(making: Making): Promise<Draft | undefined> {
  const { tools, partner } = making;
  const { draft: _kept, ...change } = making.change;
  const draft = change.state === 'done' ? draftOfChange(making.change, tools.now()) : undefined;
  if (draft === undefined) return undefined;
  const { dropped = false, reopened = false } = change;
  if (dropped) await recordChange(tools.customers, partner, change, tools.now());
  if (dropped) await audit(making, change, 'dropped', undefined);
  await tools.returnDraft(partner, { userId: change.userId, draft, closed: dropped && !reopened });
  await write(making, change);
  return draft;
}

/** Tells the outcome; a change that is over and told is forgotten. */
async function conclude(making: Making): Promise<ChangeEnded> {
  const draft = await giveBack(making);
  const { tools, partner, change } = making;
  const wakeAt = change.state === 'unfinished' && change.wakeAt !== undefined ? { wakeAt: change.wakeAt } : {};
  const { userId } = change;
  if (isPasswordSet(change)) return concludePassword(making);
  const heard = isToldAlready(making) || (await announceChange(tools, partner, change, draft));
  // Told or not, the draft is among the person's own.
  if (change.reopened === true && draft !== undefined) await announceDraft(tools, partner, change, draft);
  if (heard && change.state === 'done') await tools.changes.remove(partner.tenantId, change.id, making.etag);
  return { userId, heard, ...wakeAt };
}

/** Shows the password that was set; the change stays until it is blanked. One that is not known any more is told as such. */
async function concludePassword(making: Making): Promise<ChangeEnded> {
  const { tools, partner, change, password } = making;
  const { userId, id } = change;
  const before = making.shown.get(id);
  const shown = before ?? (await showPassword(tools, partner, change, password));
  if (shown === undefined) return { userId, heard: false };
  if (before === undefined && password === undefined) {
    await tools.changes.remove(partner.tenantId, id, making.etag);
    return { userId, heard: true };
  }
  // Should it not be written down, that is done when this is taken up again: the card must be blanked.
  making.shown.set(id, shown);
  await noteShown(making, shown);
  making.shown.delete(id);
  return { userId, heard: true, shownAt: shown.shownAt };
}

/** Who gives up is answered at once; and what waits for the same again was told. */
const isToldAlready = (making: Making): boolean => making.change.dropped === true || isKnown(making);

/** Woken, it waits for the same again, and its person was told so. */
const isKnown = ({ change, told }: Making): boolean =>
  change.state === 'unfinished' && change.wakeAt !== undefined && told !== undefined && told === change.waitsFor;

/** Done may have been pressed already. */
async function noteShown(making: Making, shown: ShownPassword): Promise<void> {
  const { tools, partner, change } = making;
  try {
    await write(making, { ...change, ...shown });
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    const present = await tools.changes.get(partner.tenantId, change.id);
    if (present === undefined) return;
    making.etag = present.etag;
    making.change = present.value.read === true ? { ...change, read: true } : change;
    await noteShown(making, shown);
  }
}
