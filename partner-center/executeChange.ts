import type { Change, ChangeKind } from '../model/change.ts';
import { checkAcceptance, explainMissingAgreement, type UnrecordedConsent } from './acceptance.ts';
import { PartnerCenterError } from './rules/fault.ts';
import type { BillingChangeResult, SubscriptionChangeResult, Subscription } from './management.ts';
import type { OrderLineResult } from './rules/cart.ts';
import { toOrderLines, withOrderResults } from './orderResults.ts';
import type { PartnerCenter, Resumption } from './partnerCenter.ts';
import { defined } from '../lib/optional.ts';

/**
 * Outcome of a change: lines of an order with their results, the fault of a refusal, the present state when it is
 * unclear.
 */
export type ChangeResult = Pick<Change, 'what' | 'pending' | 'fault' | 'stands' | 'after'>;

/** The parts of a stored change that executing it needs. */
interface ChangeTask extends Pick<Change, 'what' | 'customer' | 'requestId' | 'awaiting'> {
  /** Present when the change was begun before the bot restarted. */
  readonly resumed?: Resumption;
}

/**
 * Executes a change at Partner Center; a change that awaits the customer's acceptance of the agreement starts only once
 * that is there. A refusal is a result; only a fault worth a retry (PartnerCenterError with `retryable`) is raised.
 * `password` is the new password when the change sets one.
 */
export async function executeChange(
  change: ChangeTask,
  partnerCenter: PartnerCenter,
  password?: string,
): Promise<ChangeResult> {
  const { what, customer, awaiting } = change;
  const { microsoftId } = customer;
  try {
    if (awaiting !== undefined) await checkAcceptance(partnerCenter, microsoftId, unrecordedConsent(what));
    return await explainMissingAgreement(partnerCenter, microsoftId, () => dispatch(change, partnerCenter, password));
  } catch (error) {
    if (!(error instanceof PartnerCenterError) || error.retryable) throw error;
    // The relationship has ended already, perhaps by this very request, whose answer was lost.
    if (change.what.kind === 'relationship' && error.fault.reason === 'no-relationship') return { what: change.what };
    return { what: change.what, fault: storedFault(error) };
  }
}

/** A fault as stored with a change. */
export const storedFault = ({ fault, correlationId }: PartnerCenterError): NonNullable<Change['fault']> => ({
  ...fault,
  correlationId,
});

/** The acceptance to be recorded before the change itself. */
const unrecordedConsent = (what: ChangeKind): UnrecordedConsent | undefined =>
  'consent' in what ? what.consent : undefined;

async function dispatch(
  { what, customer: { microsoftId }, requestId, resumed }: ChangeTask,
  partnerCenter: PartnerCenter,
  password: string | undefined,
): Promise<ChangeResult> {
  const { management } = partnerCenter;
  switch (what.kind) {
    case 'order':
      return orderResult(
        what,
        await partnerCenter.order(microsoftId, toOrderLines(what.lines, what.partnerIdOnRecord), requestId, resumed),
      );
    // Made as a change each.
    case 'orders':
      return { what };
    case 'quantity': {
      const { subscriptionId, from, to } = what;
      return subscriptionResult(
        what,
        await management.changeQuantity(microsoftId, subscriptionId, { from, to }, requestId),
      );
    }
    case 'status':
      return subscriptionResult(
        what,
        await management.changeStatus(microsoftId, what.subscriptionId, what.status, requestId),
      );
    case 'stop':
      return { what: { ...what, lines: await stopped(what.lines, microsoftId, management) } };
    case 'endOfTerm': {
      const { subscriptionId, from, to } = what;
      return subscriptionResult(what, await management.chooseEnd(microsoftId, subscriptionId, { from, to }, requestId));
    }
    case 'nextTerm': {
      const { kind: _kind, subscriptionId, ...wish } = what;
      return subscriptionResult(
        what,
        await management.scheduleNextTerm(microsoftId, subscriptionId, nextTermChange(wish), requestId),
      );
    }
    case 'account': {
      const { kind: _kind, fields: _fields, sections: _sections, ...change } = what;
      return billingResult(what, await management.updateBilling(microsoftId, change, requestId));
    }
    case 'password': {
      if (password === undefined) throw new Error('no password was made');
      await management.resetPassword(microsoftId, { account: what.account, password }, requestId);
      return { what };
    }
    case 'qualification':
      await partnerCenter.requestQualification(microsoftId, what.wanted, requestId);
      return { what };
    // Nothing left to do: the acceptance was found or recorded above.
    case 'agreement':
      return { what };
    case 'relationship':
      await management.removeRelationship(microsoftId, requestId);
      return { what };
  }
}

type StopLines = Extract<ChangeKind, { kind: 'stop' }>['lines'];

/**
 * Stops subscriptions one after the other; each refusal is its line's. Whatever may pass is raised once all were tried:
 * the next attempt finds what is done already.
 */
async function stopped(
  lines: StopLines,
  microsoftId: string,
  management: PartnerCenter['management'],
): Promise<StopLines> {
  const results: StopLines = [];
  let passing: PartnerCenterError | undefined;
  for (const { fault: _former, ...line } of lines) {
    try {
      await management.changeStatus(microsoftId, line.subscriptionId, line.status, line.requestId);
      results.push(line);
    } catch (error) {
      if (!(error instanceof PartnerCenterError)) throw error;
      if (error.retryable) passing ??= error;
      results.push({ ...line, fault: storedFault(error) });
    }
  }
  if (passing !== undefined) throw passing;
  return results;
}

type NextTermFields = Omit<Extract<ChangeKind, { kind: 'nextTerm' }>, 'kind' | 'subscriptionId'>;

const nextTermChange = ({ from, to }: NextTermFields) => ({
  ...defined({ from, to }),
});

function subscriptionResult(what: ChangeKind, made: SubscriptionChangeResult): ChangeResult {
  if (made.state === 'pending') return { what, pending: true };
  const after = storedSubscription(made.subscription);
  if (made.state === 'done') return { what, after };
  const { quantity, unit, status } = after;
  return { what, after, stands: { subscription: { quantity, unit, status } } };
}

/** The fields of a subscription that its confirmation needs, for storing with the change. */
function storedSubscription(one: Subscription): NonNullable<Change['after']> {
  const { id: _id, name: _name, scheduled, suspendedFor, ...rest } = one;
  const { offerId: _offer, orderId: _order, parentId: _parent, reseller: _reseller, ...more } = rest;
  const { cancelUntil: _until, refunds: _refunds, ...kept } = more;
  return {
    ...kept,
    ...(scheduled === undefined ? {} : { scheduled: [...scheduled] }),
    ...(suspendedFor === undefined ? {} : { suspendedFor: [...suspendedFor] }),
  };
}

const billingResult = (what: ChangeKind, { state, billing }: BillingChangeResult): ChangeResult =>
  state === 'done' ? { what } : { what, stands: { billing } };

type OrderChange = Extract<ChangeKind, { kind: 'order' }>;

const orderResult = (what: OrderChange, results: readonly OrderLineResult[]): ChangeResult => ({
  what: { ...what, lines: withOrderResults(what.lines, results) },
});
