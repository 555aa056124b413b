import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { ButtonName, Client, Typed } from '../client.ts';
import { pressAny } from '../conversations/existing.ts';
import { eventually } from '../eventually.ts';
import { tryAgain } from './person.ts';
import { recordsOf, type Records } from './records.ts';
import type { AuditLine } from '../../model/auditLine.ts';

const { t } = words('en');

/** A change somebody wants of a customer. */
export interface ChangeWish {
  /** The customer's record. */
  readonly record: string;
  /** What its history calls it. */
  readonly action: AuditLine['action'];
  /** The button that opens its card, and the one that asks for it there, by what they do. */
  readonly open: ButtonName;
  readonly ask: ButtonName;
  /** The button between them, of one that asks once more. */
  readonly via?: ButtonName;
  readonly typed: Typed;
  /** What the customer's card, or that of its details, shows when it is done. */
  readonly shows: string;
  /** It may be refused first, which its history says, and is then asked for again. */
  readonly refusable?: boolean;
  /** The next thing to do on a form of it; nothing while none is open. */
  readonly fillIn?: (user: Client) => (() => Promise<void>) | undefined;
}

/** The number of licenses becomes that. */
export const licensesOf = (record: string, to: number): ChangeWish => ({
  record,
  action: 'quantity',
  open: 'licenses',
  ask: 'setLicenses',
  typed: { quantity: String(to) },
  shows: t('count.licenses', { n: to }),
});

/** The subscription is suspended, or active again. */
export const statusOf = (record: string, status: 'suspended' | 'active'): ChangeWish => ({
  record,
  action: 'status',
  open: status === 'suspended' ? 'suspend' : 'reactivate',
  ask: 'setStatus',
  typed: {},
  shows: startOf(status === 'suspended' ? 'lifecycle.suspendedUntil' : 'lifecycle.renews'),
});

/** What a sentence about a day begins with. */
const startOf = (key: 'lifecycle.suspendedUntil' | 'lifecycle.renews' | 'lifecycle.cancels'): string =>
  t(key, { day: '|' }).split('|')[0] ?? '';

/** The subscription is cancelled. */
export const cancelOf = (record: string): ChangeWish => ({
  record,
  action: 'status',
  open: 'cancelSubscription',
  ask: 'setStatus',
  typed: {},
  shows: t('lifecycle.deleted'),
});

/** All subscriptions are stopped with one question. */
export const stopOf = (record: string): ChangeWish => ({
  record,
  action: 'stop',
  open: 'endRelationship',
  via: 'askStop',
  ask: 'stopAll',
  typed: {},
  shows: t('lifecycle.deleted'),
});

/** That is chosen for the end of the subscription's term. */
export const endOfTermOf = (record: string, end: 'renew' | 'cancel'): ChangeWish => ({
  record,
  action: 'endOfTerm',
  open: 'endOfTerm',
  ask: end === 'renew' ? 'chooseEnd renew cancel' : 'chooseEnd cancel renew',
  typed: {},
  shows: startOf(end === 'renew' ? 'lifecycle.renews' : 'lifecycle.cancels'),
});

/** The subscription renews with that many licenses. */
export const nextTermOf = (record: string, quantity: number): ChangeWish => ({
  record,
  action: 'nextTerm',
  open: 'nextTerm',
  ask: 'setNextTerm',
  typed: { quantity: String(quantity) },
  shows: t('count.licenses', { n: quantity }),
});

/** Everything that can be chosen for a subscription and undone again, one after the other and from the first again. */
export function choicesOf(record: string): () => Promise<ChangeWish> {
  let made = 0;
  return async () => {
    const round = Math.floor(made / 5);
    const wishes = [
      endOfTermOf(record, 'cancel'),
      endOfTermOf(record, 'renew'),
      nextTermOf(record, 2 + round),
      statusOf(record, 'suspended'),
      statusOf(record, 'active'),
    ];
    const wish = wishes[made % wishes.length];
    made += 1;
    assert.ok(wish);
    return wish;
  };
}

/** The education qualification is asked for. */
export const qualificationOf = (record: string): ChangeWish => ({
  record,
  action: 'qualification',
  open: 'askQualification',
  ask: 'requestQualification education',
  typed: { educationSegment: 'K12', website: 'www.school.example' },
  shows: t('vetting.in-review'),
});

/** The relationship ends. */
export const endOf = (record: string, companyName: string): ChangeWish => ({
  record,
  action: 'relationship',
  open: 'endRelationship',
  ask: 'removeRelationship',
  typed: { companyName },
  shows: t('relationship.none'),
});

/** What is asked of account info: one answer of each part. */
export interface AccountAnswers {
  readonly addressLine1: string;
  readonly firstName: string;
}

/** The account info becomes that. */
export const accountOf = (record: string, { addressLine1, firstName }: AccountAnswers): ChangeWish => {
  // Facts stand together on a line: an address with its city, a name with the mail address.
  const isShown = (user: Client, value: string): boolean => user.texts().some((text) => text.includes(value));
  return {
    record,
    action: 'account',
    open: 'updateAccount',
    ask: 'submit',
    typed: {},
    shows: addressLine1,
    fillIn(user) {
      const inputs = Object.keys(user.inputs());
      if (inputs.includes('addressLine1')) return () => user.press('next', { addressLine1 }, user.card());
      if (inputs.includes('firstName')) return () => user.press('next', { firstName }, user.card());
      if (user.title() !== t('review.title')) return undefined;
      const [part] = [
        ...(isShown(user, addressLine1) ? [] : ['company']),
        ...(isShown(user, firstName) ? [] : ['contact']),
      ];
      return part === undefined ? undefined : () => user.press(`update ${part}`, {}, user.card());
    },
  };
};

const mostMoves = 30;

/** How long a change that was asked for may take to begin. */
const beginning = 500;

/** What the records tell of the changes of a record that are over, of that action. */
async function overIn(where: string | Records, { record, action, refusable }: ChangeWish): Promise<string[]> {
  const lines = await recordsOf(where).audit();
  const goesOn = (outcome: AuditLine['outcome']): boolean =>
    outcome === 'failed' || (refusable === true && outcome === 'refused');
  return lines
    .filter((line) => line.record === record && line.action === action && !goesOn(line.outcome))
    .map(({ outcome, change = '' }) => `${change} ${outcome}`);
}

/** Goes on like a person until the change is made and seen; then it was made once, and nothing is left over. */
export async function changeWhateverHappens(
  user: Client,
  wish: ChangeWish,
  where: string | Records,
  alive: () => Promise<void> = async () => undefined,
): Promise<void> {
  const before = (await overIn(where, wish)).length;
  const seen: string[] = [];
  let last = '';
  let isSeen = false;
  for (let moves = 0; !isSeen; moves += 1) {
    assert.ok(moves < mostMoves, `stuck: ${seen.join(', ')}`);
    const stalled = JSON.stringify(user.cards()) === last;
    last = JSON.stringify(user.cards());
    seen.push(user.cards().length > 0 ? user.title() : 'nothing');
    await attempt(() => (stalled ? user.say('hello') : move(user, wish)));
    await settled(where, alive);
    isSeen = user.cards().length > 0 && isOfCustomer(user) && shows(user, wish);
  }
  await eventually('nothing is under way', async () => (await recordsOf(where).changes()).length === 0);
  const over = (await overIn(where, wish)).slice(before);
  assert.equal(over.length, 1, `it was made once: ${over.join(', ')}`);
  assert.match(over[0] ?? '', / done$/);
}

const isOfCustomer = (user: Client): boolean => [t('customer.title'), t('details.title')].includes(user.title());

/** Buttons on the card of a customer's details. */
const inDetails: readonly ButtonName[] = ['updateAccount', 'askQualification', 'endRelationship'];

const shows = (user: Client, { shows: text }: ChangeWish): boolean =>
  user.texts().some((line) => `${line} · `.includes(text));

/** Sends something to a bot that may be down at the moment. */
export async function attempt(send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof TypeError && error.message === 'fetch failed')) throw error;
  }
}

/** Waits until no change is on its way, nor its end to be told. */
export async function settled(where: string | Records, alive: () => Promise<void>): Promise<void> {
  await alive();
  const isAny = async (state: string): Promise<boolean> =>
    (await recordsOf(where).changes()).some((change) => change.state === state);
  // One that stays so belongs to a turn that was not saved: it is asked for again.
  await eventually('a change begins', async () => !(await isAny('intended')), beginning).catch(() => undefined);
  await eventually('a change ends', async () => !(await isAny('running')));
  // A password that is shown stays until it is blanked.
  const isToBeTold = async (): Promise<boolean> =>
    (await recordsOf(where).changes()).some(({ state, shownAt }) => state === 'done' && shownAt === undefined);
  await eventually('it is told', async () => !(await isToBeTold()), beginning).catch(() => undefined);
}

/** The next thing a person does: what the newest card offers towards the wish, or the list of customers. */
async function move(user: Client, { record, open, via, ask, typed, fillIn }: ChangeWish): Promise<void> {
  if (user.cards().length === 0) return user.hello();
  const fill = fillIn?.(user);
  if (fill !== undefined) return fill();
  if (user.has('finishChange')) return user.press('finishChange', {}, user.card());
  for (const verb of ['resume', 'continueDraft'] as const) if (user.has(verb)) return user.press(verb, {}, user.card());
  if (user.has(ask)) return user.press(ask, typed, user.card());
  if (via !== undefined && user.has(via)) return user.press(via, {}, user.card());
  const again = tryAgain(user);
  if (again !== undefined) return user.press(again, {}, user.card());
  if (user.has(open)) return user.press(open, {}, user.card());
  if (user.title() === t('section.subscriptions') && user.has('manage')) return user.press('manage', {}, user.card());
  if (inDetails.includes(open) && user.has('customerDetails')) return user.press('customerDetails', {}, user.card());
  if (user.title() === t('customer.title') && user.has('subscriptions'))
    return user.press('subscriptions', {}, user.card());
  if (user.has('customer')) return pressAny(user, 'customer', record);
  return user.say('customers');
}
