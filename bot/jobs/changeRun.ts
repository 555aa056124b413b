import { newAdminPassword } from '../../partner-center/rules/adminPassword.ts';
import { storedFault, executeChange, type ChangeResult } from '../../partner-center/executeChange.ts';
import { isOutage, type RefusalSource, PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { isLineRefused, namedOffers } from '../../partner-center/orderResults.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { notedIn } from '../../partner-center/partnerCenter.ts';
import { sentCalls } from '../../partner-center/sentCalls.ts';
import type { Change, ChangeKind } from '../../model/change.ts';
import type { Draft } from '../../model/draft.ts';
import type { OrderedOffer } from '../../model/stages.ts';
import {
  isPasswordSet,
  sendBlankedPassword,
  sendChangeOutcome,
  sendDraftCard,
  sendGivenUp,
  type ShownPassword,
  showPassword,
} from './changeMessages.ts';
import type { ChangeDeps } from './deps.ts';
import type { JobOutcome } from './durableJob.ts';
import { blankedIfLost, type HeldJob } from './heldJob.ts';
import { draftOfChange } from './restoreDraft.ts';
import { recordChange } from './recordCustomer.ts';
import { isResumed, retry } from './retry.ts';
import { isSeveralOrders, placeOrders } from './severalOrders.ts';
import { waitAfter } from './customerAcceptance.ts';
import type { AuditLine } from '../../model/auditLine.ts';
import { defined } from '../../lib/optional.ts';

/** A running change, whose `change` is the latest saved version, and what this run needs. */
interface ChangeRun {
  readonly deps: ChangeDeps;
  readonly partner: Partner;
  /** The wait that the user was last told of, before this run. */
  readonly toldWait: string | undefined;
  /** The new password of a password change: the same in every attempt of this run, and stored nowhere. */
  readonly password?: string;
  /** Shown password cards by change id, until they are saved. */
  readonly shown: Map<string, ShownPassword>;
  readonly held: HeldJob<Change>;
  readonly change: Change;
}

/** Outcome of a run of a change. */
interface ChangeOutcome extends JobOutcome {
  /** Time the password card was sent. */
  readonly shownAt?: string;
}

/**
 * Makes a change or resumes it, sends its outcome, and removes it when it is done and delivered; `carryOut` runs another
 * stored change to its end.
 */
export async function runChange(
  deps: ChangeDeps,
  partner: Partner,
  held: HeldJob<Change>,
  shown: Map<string, ShownPassword>,
  carryOut: (id: string) => Promise<void>,
): Promise<ChangeOutcome> {
  const { state, what, waitsFor } = held.job;
  const isRunning = state === 'running';
  const run: ChangeRun = {
    deps,
    partner,
    toldWait: waitsFor,
    ...(isRunning && what.kind === 'password' ? { password: newAdminPassword() } : {}),
    shown,
    held,
    get change() {
      return held.job;
    },
  };
  const save = (changed: Change): Promise<void> => held.save(changed);
  if (isRunning && isSeveralOrders(held.job))
    await placeOrders({ changes: deps.changes, partner, carryOut, save }, held.job);
  else if (isRunning) await applyChange(run);
  return concludeChange(run);
}

/** Makes the change with the retries of `waits`; a change that still fails waits for Finish or for its wake-up time. */
async function applyChange(run: ChangeRun): Promise<void> {
  const { deps, partner, change, password } = run;
  // A new request id for each password: an idempotent answer must never belong to another run's password.
  const asked = password === undefined ? change : { ...change, requestId: deps.newId() };
  const former = isResumed(deps, change) ? { resumed: { since: change.createdAt } } : {};
  const calls = sentCalls();
  const wasUnsure = change.unsure === true;
  let unsure = wasUnsure;
  // Noted before it is sent: a call of a process that stood still or died may arrive after a later password was set.
  if (password !== undefined) await run.held.save({ ...change, unsure: true });
  const error = await retry(deps, { change: change.id, kind: change.what.kind }, async () => {
    try {
      const partnerCenter = notedIn(calls, deps.partnerCenterOf(partner));
      const made = await executeChange({ ...asked, ...former }, partnerCenter, password);
      // All attempts of this run send the same password.
      const isDoubtful = made.fault === undefined ? wasUnsure : unsure;
      await saveResult(run, { ...change, ...made, ...(isDoubtful ? { unsure: true } : {}) }, calls.last());
    } catch (reason) {
      unsure ||= password !== undefined && reason instanceof PartnerCenterError && isOutage(reason.fault.reason);
      throw reason;
    }
  });
  if (error === undefined) return;
  // A password change never wakes up by itself: its password would be shown while nobody looks.
  const waits = password === undefined ? waitAfter(change, error, deps.now()) : {};
  await run.held.confirm();
  // One audit line for all checks of whether the customer has accepted.
  if (waits.awaiting === undefined || waits.waitsFor !== run.toldWait)
    await auditChange(run, change, 'failed', storedFault(error));
  const asItIs = { ...change, ...(unsure ? { unsure } : {}), fault: storedFault(error) };
  await run.held.saveLast({ ...asItIs, state: 'unfinished', ...waits });
}

/**
 * Records and audits the result, then saves the change as done. If cut off in between, all of it runs again without
 * effect.
 */
async function saveResult(run: ChangeRun, change: Change, sentCall: string | undefined): Promise<void> {
  // A process that stood still may be refused what another one has made, or record it over what came later.
  await run.held.confirm();
  const refused = changeRefusal(change);
  const outcome = refused === undefined ? doneOrUnclear(change) : 'refused';
  if (outcome === 'done') await recordChange(run.deps.customers, run.partner, change, run.deps.now());
  await auditChange(run, change, outcome, refused, sentCall);
  await run.held.save({ ...change, state: 'done' });
}

const doneOrUnclear = ({ stands }: ChangeResult): 'done' | 'unclear' => (stands === undefined ? 'done' : 'unclear');

/** The refusal of a change; of one with lines, only when every line was refused. */
function changeRefusal({ fault, what }: ChangeResult): RefusalSource | undefined {
  if (!('lines' in what) || fault !== undefined) return fault;
  return what.lines.some((line) => line.fault === undefined) ? undefined : what.lines[0]?.fault;
}

async function auditChange(
  { deps, partner }: ChangeRun,
  change: Change,
  outcome: AuditLine['outcome'],
  fault: RefusalSource | undefined,
  sentCall?: string,
): Promise<void> {
  await deps.audit.write(partner.tenantId, change, deps.now(), {
    kind: 'change',
    change,
    data: auditData(change.what),
    ordered: change.what.kind === 'order' && outcome === 'done' ? auditedOrder(change.what.lines) : undefined,
    offers: change.what.kind === 'order' ? namedOffers(change.what.lines, outcome) : undefined,
    outcome,
    call: { reason: fault?.reason, code: fault?.code, correlationId: fault?.correlationId ?? sentCall },
  });
}

/** The ordered lines of an order, without refused ones. */
const auditedOrder = (lines: readonly OrderedOffer[]): NonNullable<AuditLine['ordered']> =>
  lines
    .filter((line) => !isLineRefused(line))
    .map(({ offerId, offerName, unit, quantity, subscriptionId }) => ({
      offerId,
      offerName,
      unit,
      ...defined({ quantity, subscriptionId }),
    }));

/** Data of an audit line about a change, without personal data. */
function auditData(what: ChangeKind): NonNullable<AuditLine['data']> {
  switch (what.kind) {
    case 'order': {
      const ordered = what.lines.filter(({ fault }) => fault === undefined);
      return { offers: offerNames(ordered), refused: offerNames(what.lines.filter((line) => !ordered.includes(line))) };
    }
    case 'quantity':
      return { subscription: what.name, from: what.from, to: what.to };
    case 'status':
      return { subscription: what.name, status: what.status };
    case 'stop': {
      const { lines } = what;
      const named = (is: (line: (typeof lines)[number]) => boolean) => joinedNames(lines.filter(is));
      return {
        canceled: named(({ fault, status }) => fault === undefined && status === 'deleted'),
        suspended: named(({ fault, status }) => fault === undefined && status === 'suspended'),
        refused: named(({ fault }) => fault !== undefined),
      };
    }
    case 'password':
      return { account: what.account };
    case 'endOfTerm':
      return { subscription: what.name, end: what.to };
    case 'nextTerm':
      return { subscription: what.name, ...defined({ to: what.to?.quantity }) };
    case 'qualification':
      return { qualification: what.wanted.kind };
    case 'account':
      return what.fields === undefined ? {} : { fields: what.fields.join('\n') };
    case 'orders':
    case 'agreement':
    case 'relationship':
      return {};
  }
}

const joinedNames = (lines: readonly { readonly name: string }[]): string => lines.map(({ name }) => name).join('\n');

const offerNames = (lines: readonly { readonly offerName: string }[]): string =>
  lines.map(({ offerName }) => offerName).join('\n');

/**
 * Restores a refused change, or one whose outcome is unclear, as a draft: once, as the user may delete it before the
 * outcome is delivered.
 */
async function returnDraft(run: ChangeRun): Promise<Draft | undefined> {
  const { deps, partner } = run;
  const { draft: _kept, ...change } = run.change;
  const draft = change.state === 'done' ? draftOfChange(run.change, deps.now()) : undefined;
  if (draft === undefined) return undefined;
  const { dropped = false, reopened = false } = change;
  if (dropped) await recordChange(deps.customers, partner, change, deps.now());
  if (dropped) await auditChange(run, change, 'dropped', undefined);
  await deps.restoreDraft(partner, { userId: change.userId, draft, closed: dropped && !reopened });
  await run.held.save(change);
  return draft;
}

/** Sends the outcome, and removes a change that is done and delivered. */
async function concludeChange(run: ChangeRun): Promise<ChangeOutcome> {
  const draft = await returnDraft(run);
  const { deps, partner, change } = run;
  const wakeAt = change.state === 'unfinished' && change.wakeAt !== undefined ? { wakeAt: change.wakeAt } : {};
  const { userId } = change;
  if (isPasswordSet(change)) return concludePassword(run);
  const delivered = isAlreadyTold(run) || (await sendChangeOutcome(deps, partner, change, draft));
  // Sent or not, the draft is among the user's drafts.
  // The turn that gave it up may have answered nobody: its process ended before the draft was restored.
  if (change.dropped === true && change.reopened !== true && run.held.isTakenOver) await sendGivenUp(deps, change);
  if (change.reopened === true && draft !== undefined) await sendDraftCard(deps, partner, change, draft);
  // One of several orders stays until its outcome is saved with theirs.
  if (delivered && change.state === 'done' && change.ofOrders !== true) await run.held.remove();
  return { userId, delivered, ...wakeAt };
}

/** Shows the new password, or tells that it was lost; the change stays until the password is blanked. */
async function concludePassword(run: ChangeRun): Promise<ChangeOutcome> {
  const { deps, partner, change, password } = run;
  const { userId, id } = change;
  const before = run.shown.get(id);
  await run.held.confirm();
  const shown = before ?? (await showPassword(deps, partner, change, password));
  if (shown === undefined) return { userId, delivered: false };
  if (before === undefined && password === undefined) {
    await run.held.remove();
    return { userId, delivered: true };
  }
  // If the save fails, the resumed job saves it: the card must be blanked later.
  run.shown.set(id, shown);
  await blankedIfLost(saveShown(run, shown), () => sendBlankedPassword(deps, partner, change, shown.shownCard));
  run.shown.delete(id);
  return { userId, delivered: true, shownAt: shown.shownAt };
}

/**
 * True for an outcome already told: Give up was answered in its turn, the same wait was told before, and one of several
 * orders is told with the others.
 */
const isAlreadyTold = (run: ChangeRun): boolean =>
  run.change.dropped === true || run.change.ofOrders === true || isSameWait(run);

/** True when a woken change waits for the same again, which the user was told. */
const isSameWait = ({ change, toldWait }: ChangeRun): boolean =>
  change.state === 'unfinished' &&
  change.wakeAt !== undefined &&
  toldWait !== undefined &&
  toldWait === change.waitsFor;

/** Saves the card that shows the password; Done may have been pressed meanwhile, which is kept. */
function saveShown({ held, change }: ChangeRun, shown: ShownPassword): Promise<void> {
  return held.updateLast(({ read = false }) => ({ ...change, ...shown, ...(read ? { read } : {}) }));
}
