import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { customerDisplayName } from '../../partner-center/cachedList.ts';
import type { Customer } from '../../model/customer.ts';
import { type CustomerRef, microsoftIdPrefix } from '../../model/customerRef.ts';
import { type CustomerStanding, displayName } from './customerDirectory.ts';
import type { Turn } from '../turn.ts';
import { isPlace, withWayBack } from '../../cards/customers/wayBack.ts';
import type { Card } from '../../cards/elements.ts';
import { customerRefusalCard, partnerCenterRefusalCard } from '../../cards/refusalCards.ts';
import { reasonWords, type RefusedCall } from '../../cards/faultLines.ts';
import { refusalCard } from '../../cards/commandCards.ts';
import { addRefusal, inviteRefusal, may } from '../rights.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Right } from '../../partner-center/rules/partner.ts';

/** Customer found by a reference: its ids and name for cards and jobs, its record, and its relationship. */
export interface FoundCustomer {
  readonly target: CustomerRef;
  /** Absent for a customer that only Partner Center knows. */
  readonly record?: Customer;
  /** `reseller`, `none`, `invited` or another of Partner Center's words. */
  readonly relationship: string;
}

type CustomerSources = Pick<Turn, 'customers' | 'partner' | 'directory'>;

/**
 * Customer of this partner by a button's reference; undefined when it is gone or another partner's. Raises
 * PartnerCenterError when only Partner Center could tell and does not answer. The caller checks the user's rights.
 */
export async function findCustomer(turn: CustomerSources, ref: string): Promise<FoundCustomer | undefined> {
  const { customers, partner, directory } = turn;
  const id = ref.startsWith(microsoftIdPrefix) ? ref.slice(microsoftIdPrefix.length).toLowerCase() : undefined;
  const recorded = id === undefined ? ref : await customers.idOf(partner.tenantId, id);
  const record = recorded === undefined ? undefined : (await customers.get(partner.tenantId, recorded))?.value;
  if (record !== undefined) return customerOfRecord(record, await directory.standingOf(record));
  return id === undefined || !guid.test(id) ? undefined : customerOfList(directory, id);
}

function customerOfRecord(record: Customer, { relationship, microsoftId }: CustomerStanding): FoundCustomer {
  const { id, companyName, domain } = record;
  return { target: { record: id, microsoftId, companyName, domain }, record, relationship };
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function customerOfList(directory: CustomerSources['directory'], id: string): Promise<FoundCustomer | undefined> {
  try {
    const listed = await directory.listed({ microsoftId: id, domain: '' });
    if (listed === undefined) return undefined;
    const { microsoftId, domain, relationship } = listed;
    // Without a profile it still has a name to show.
    return { target: { microsoftId, companyName: customerDisplayName(listed), domain }, relationship };
  } catch (error) {
    if (error instanceof PartnerCenterError && goneReasons.includes(error.fault.reason)) return undefined;
    throw error;
  }
}

const goneReasons: readonly string[] = ['not-found', 'customer-unknown', 'no-relationship'];

/** Place from which the pressed card was reached, to which a way back leads; undefined without one. */
export function placeOfPress({ press }: Pick<Turn, 'press'>): string | undefined {
  const place = press?.values['listed'];
  return place !== undefined && isPlace(place) ? place : undefined;
}

/** The card with the way back to the place from which the pressed card was reached. */
export const withBackButton = (turn: Turn, made: Card): Card => withWayBack(made, placeOfPress(turn), turn.words);

const showRefusalText = (turn: Turn, text: string): void => turn.replies.show(refusalCard(turn.words, text, false));

/** True when this user may order and change subscriptions; otherwise shows the reason. */
export function canManage(turn: Turn): boolean {
  const { t } = turn.words;
  const reason = addRefusal(turn.partner);
  if (reason === 'refusal.germany') showRefusalText(turn, t('refusal.manageGermany'));
  else if (reason === 'refusal.reseller') showRefusalText(turn, t('refusal.manageReseller'));
  else if (!may(turn, 'manage')) showRefusalText(turn, t('refusal.right'));
  else return true;
  return false;
}

/** Customer of a button's reference that can be ordered or changed for; undefined when not, and the user was told why. */
export async function manageableCustomer(turn: Turn, ref: string): Promise<FoundCustomer | undefined> {
  const { words, replies } = turn;
  if (!canManage(turn)) return undefined;
  const found = await turn.withinAnswerTime(findCustomer(turn, ref));
  if (found === undefined) replies.say(words.t('customer.gone'));
  else if (['none', 'invited'].includes(found.relationship)) sayManageRefusal(turn, 'no-relationship', found);
  else if (found.target.microsoftId === '') sayManageRefusal(turn, 'not-found', found);
  else return found;
  return undefined;
}

/** Shows which customer cannot be managed and why, and where an invitation helps, the button of one. */
export function sayManageRefusal(
  turn: Turn,
  reason: string,
  { target }: Pick<FoundCustomer, 'target'>,
  invites = reason === 'no-relationship',
): void {
  const { words, replies, partner } = turn;
  const said = words.t('refusal.manage', { reason: reasonWords(reason, words) });
  const isInvited = invites && inviteRefusal(partner) === undefined;
  replies.show(refusalCard(words, said, isInvited, displayName(target)));
}

/** Runs the work; when Partner Center refuses, shows that and that nothing was changed. */
export async function orShowManageRefusal(turn: Turn, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    const { words, replies } = turn;
    replies.show(partnerCenterRefusalCard(words, error.refusal, (reason) => words.t('refusal.manage', { reason })));
  }
}

/** Customer of a button's reference, when this user has the right; undefined when not, and the reason was shown. */
export async function customerWithRight(turn: Turn, ref: string, right: Right): Promise<FoundCustomer | undefined> {
  const { replies, words } = turn;
  if (!may(turn, right)) {
    replies.show(refusalCard(words, words.t('refusal.right'), false));
    return undefined;
  }
  const found = await orShowRefusal(turn, async () => ({
    target: await turn.withinAnswerTime(findCustomer(turn, ref)),
  }));
  if (found !== undefined && found.target === undefined) replies.say(words.t('customer.gone'));
  return found?.target;
}

/** Result of the work; undefined when Partner Center refused, and that was shown with a button to try again. */
export async function orShowRefusal<T>(turn: Turn, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    const { verb = 'command', argument = 'customers' } = turn.press ?? {};
    turn.replies.show(withBackButton(turn, customerRefusalCard(turn.words, error, { verb, argument })));
    return undefined;
  }
}

/** Result of the work, or Partner Center's refusal. */
export async function answerOrRefusal<T>(work: Promise<T>): Promise<T | RefusedCall> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    const { fault, correlationId } = error;
    return { fault, correlationId };
  }
}

/** Present subscriptions of a customer. May raise PartnerCenterError. */
export const customerSubscriptions = (turn: Turn, { target }: FoundCustomer): Promise<readonly Subscription[]> =>
  turn.withinAnswerTime(turn.partnerCenter.management.subscriptions(target.microsoftId));

/**
 * Customer of a button's reference that this user may change at Partner Center; undefined when not, and the reason was
 * shown.
 */
export const changeableCustomer = (turn: Turn, ref: string): Promise<FoundCustomer | undefined> =>
  orShowRefusal(turn, () => manageableCustomer(turn, ref));

/** True when the customer has a relationship with the partner; Partner Center refuses to answer for others. */
export const isRelated = ({ target, relationship }: FoundCustomer): boolean =>
  target.microsoftId !== '' && !['none', 'invited'].includes(relationship);
