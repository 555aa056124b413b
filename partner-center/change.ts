import type { Change, ChangeKind } from '../storage/changes.ts';
import { seeAcceptance, unlessMissing, type OpenConsent } from './acceptance.ts';
import type { BillingChanged, Changed, Subscription } from './management.ts';
import { orderOf, withResults } from './orderedLines.ts';
import { PartnerCenterError, type OrderedLine, type PartnerCenter, type Resumed } from './partnerCenter.ts';

/** What a change left: the lines of an order have their results, a refusal its reason, and what is unclear what stands now. */
export type Made = Pick<Change, 'what' | 'pending' | 'fault' | 'stands' | 'after'>;

/** A change, as far as making it needs that. */
export interface Making extends Pick<Change, 'what' | 'customer' | 'requestId' | 'awaiting'> {
  /** It began in a former life of the bot. */
  readonly resumed?: Resumed;
}

/**
 * Does a change at Partner Center; one that waited for the customer's acceptance of the agreement only when that is there.
 * A refusal is a result; only a fault that may pass (PartnerCenterError with `retryable`) is raised. `password` is what a
 * user's is to become, where that is the change.
 */
export async function makeChange(change: Making, partnerCenter: PartnerCenter, password?: string): Promise<Made> {
  const { what, customer, awaiting } = change;
  const { microsoftId } = customer;
  try {
    if (awaiting !== undefined) await seeAcceptance(partnerCenter, microsoftId, consentOf(what));
    return await unlessMissing(partnerCenter, microsoftId, () => make(change, partnerCenter, password));
  } catch (error) {
    if (!(error instanceof PartnerCenterError) || error.retryable) throw error;
    // What was to end has ended, perhaps by this very request, whose answer was lost.
    if (change.what.kind === 'relationship' && error.fault.reason === 'no-relationship') return { what: change.what };
    return { what: change.what, fault: faultOf(error) };
  }
}

/** A fault as changes keep it. */
export const faultOf = ({ fault, correlationId }: PartnerCenterError): NonNullable<Change['fault']> => ({
  ...fault,
  correlationId,
});

/** The acceptance that is to be recorded before anything else. */
const consentOf = (what: ChangeKind): OpenConsent | undefined => ('consent' in what ? what.consent : undefined);

async function make(
  { what, customer: { microsoftId }, requestId, resumed }: Making,
  partnerCenter: PartnerCenter,
  password: string | undefined,
): Promise<Made> {
  const { management } = partnerCenter;
  switch (what.kind) {
    case 'order':
      return ordered(
        what,
        await partnerCenter.order(microsoftId, orderOf(what.lines, what.partnerIdOnRecord), requestId, resumed),
      );
    case 'quantity': {
      const { subscriptionId, from, to } = what;
      return changed(what, await management.changeQuantity(microsoftId, subscriptionId, { from, to }, requestId));
    }
    case 'status':
      return changed(what, await management.changeStatus(microsoftId, what.subscriptionId, what.status, requestId));
    case 'endOfTerm': {
      const { subscriptionId, from, to } = what;
      return changed(what, await management.chooseEnd(microsoftId, subscriptionId, { from, to }, requestId));
    }
    case 'nextTerm': {
      const { kind: _kind, subscriptionId, ...wish } = what;
      return changed(what, await management.scheduleNextTerm(microsoftId, subscriptionId, pick(wish), requestId));
    }
    case 'account': {
      const { companyName, culture, language, contact, address } = what;
      const change = { companyName, culture, language, contact, address };
      return billed(what, await management.updateBilling(microsoftId, change, requestId));
    }
    case 'password': {
      if (password === undefined) throw new Error('no password was made');
      await management.resetPassword(microsoftId, { account: what.account, password }, requestId);
      return { what };
    }
    case 'qualification':
      await partnerCenter.requestQualification(microsoftId, what.wanted, requestId);
      return { what };
    // Its acceptance was seen, or recorded, before this.
    case 'agreement':
      return { what };
    case 'relationship':
      await management.removeRelationship(microsoftId, requestId);
      return { what };
  }
}

type NextTermWish = Omit<Extract<ChangeKind, { kind: 'nextTerm' }>, 'kind' | 'subscriptionId'>;

const pick = ({ from, to }: NextTermWish) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

function changed(what: ChangeKind, made: Changed): Made {
  if (made.state === 'pending') return { what, pending: true };
  const after = afterOf(made.subscription);
  if (made.state === 'done') return { what, after };
  const { quantity, unit, status } = after;
  return { what, after, stands: { subscription: { quantity, unit, status } } };
}

/** Of a subscription what its sentence needs, to be kept. */
function afterOf(one: Subscription): NonNullable<Change['after']> {
  const { id: _id, name: _name, scheduled, suspendedFor, ...rest } = one;
  const { offerId: _offer, orderId: _order, parentId: _parent, reseller: _reseller, refundable: _back, ...more } = rest;
  const { cancelUntil: _until, refunds: _refunds, ...kept } = more;
  return {
    ...kept,
    ...(scheduled === undefined ? {} : { scheduled: [...scheduled] }),
    ...(suspendedFor === undefined ? {} : { suspendedFor: [...suspendedFor] }),
  };
}

const billed = (what: ChangeKind, { state, billing }: BillingChanged): Made =>
  state === 'done' ? { what } : { what, stands: { billing } };

type Order = Extract<ChangeKind, { kind: 'order' }>;

const ordered = (what: Order, results: readonly OrderedLine[]): Made => ({
  what: { ...what, lines: withResults(what.lines, results) },
});
