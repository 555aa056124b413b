import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { Customer } from '../../model/customer.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { textsOf, titleOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { existing } from '../conversations/existing.ts';
import { ticking } from '../conversations/severalCustomers.ts';
import { answersIn, changed } from '../conversations/walk.ts';
import { attempt, settled } from './changeWishes.ts';
import { tryAgain } from './person.ts';
import { recordsIn } from './records.ts';

const { t } = words('en');

/** The same order somebody wants for several customers. */
export interface SeveralWish {
  readonly customers: readonly Customer[];
  readonly offer: string;
  readonly quantity: number;
}

/** Adds as many customers without subscriptions, each with a name of its own, by somebody else each; the newest last. */
export async function severalCustomers(
  folder: string,
  somebody: () => Client,
  partner: Partner,
  count: number,
): Promise<readonly Customer[]> {
  const made: Customer[] = [];
  const newestFirst = async (): Promise<Customer[]> =>
    (await recordsIn(folder).customers()).toSorted((a, b) => b.addedAt.localeCompare(a.addedAt));
  for (let number = 1; number <= count; number += 1) {
    const { company = {}, ...others } = answersIn(partner.country);
    const answers = { ...others, company: { ...company, companyName: `Several ${String(number)} Traders` } };
    const dated = changed(answers, { agreement: { dateAccepted: '2024-02-29' } });
    made.push(await existing({ customersOf: newestFirst }, somebody(), partner, [], dated));
  }
  return made;
}

const mostMoves = 40;

/** Goes on like a person until each customer has the order and that is told; then each was ordered once, and nothing is left. */
export async function orderWhateverHappens(
  user: Client,
  wish: SeveralWish,
  folder: string,
  alive: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { changes, people } = recordsIn(folder);
  const before = await ordersOnRecord(folder, wish);
  const told = tellings(user, wish);
  const since = async (): Promise<readonly number[]> =>
    (await ordersOnRecord(folder, wish)).map((count, at) => count - (before[at] ?? 0));
  const isBegun = async (): Promise<boolean> =>
    (await changes()).length > 0 || (await since()).some((count) => count > 0);
  const isOver = async (): Promise<boolean> =>
    (await changes()).length === 0 && (await since()).every((count) => count > 0) && tellings(user, wish) > told;
  const seen: string[] = [];
  let last = '';
  while (!(await isOver())) {
    assert.ok(seen.length < mostMoves, `stuck: ${seen.join(', ')}`);
    const stalled = JSON.stringify(user.cards()) === last;
    last = JSON.stringify(user.cards());
    seen.push(user.cards().length > 0 ? user.title() : 'nothing');
    const begun = await isBegun();
    await attempt(() => (stalled ? user.say('hello') : move(user, wish, begun)));
    await settled(folder, alive);
  }
  assert.deepEqual(
    await since(),
    wish.customers.map(() => 1),
    `on record once each: ${seen.join(', ')}`,
  );
  const drafts = (await people()).flatMap((one) => one.drafts);
  assert.deepEqual(drafts, [], 'no draft is left');
}

/** How many orders of each customer are on record as done. */
async function ordersOnRecord(folder: string, { customers }: SeveralWish): Promise<readonly number[]> {
  const lines = (await recordsIn(folder).audit()).filter(
    ({ action, outcome }) => action === 'order' && outcome === 'done',
  );
  return customers.map(({ id }) => lines.filter(({ record }) => record === id).length);
}

const outcomes = [t('changed.title'), t('changed.partly')];

/** How many cards on the screen tell the outcome for all the customers. */
const tellings = (user: Client, { customers }: SeveralWish): number =>
  user.cards().filter((card) => {
    const said = textsOf(card).join('\n');
    return outcomes.includes(titleOf(card)) && customers.every(({ companyName }) => said.includes(companyName));
  }).length;

/** The next thing a person does: what the newest card offers towards the order; nothing is begun again that is begun. */
async function move(user: Client, wish: SeveralWish, begun: boolean): Promise<void> {
  if (user.cards().length === 0) return user.hello();
  const [finish] = user.named('finishChange ');
  if (finish !== undefined) return user.press(finish, {}, user.card());
  for (const verb of ['unfinished', 'keep', 'submit', 'resume', 'continueDraft'] as const)
    if (user.has(verb)) return user.press(verb, {}, user.card());
  if (user.has('orderSeveral')) return choose(user, wish);
  if (Object.hasOwn(user.inputs(), 'count-0'))
    return user.press('next', { 'count-0': String(wish.quantity) }, user.card());
  // As if it were found first.
  const added = { verb: 'add', argument: wish.offer };
  if (user.has('find')) return void (await user.send(user.pressed('next', {}, user.card(), added)));
  const again = tryAgain(user);
  if (again !== undefined) return user.press(again, {}, user.card());
  return user.say(begun ? 'drafts' : 'bulk order');
}

/** Finds the next of the customers that the card does not list, or goes on with all of them. */
function choose(user: Client, { customers }: SeveralWish): Promise<void> {
  const shown = JSON.stringify(user.card());
  const missing = customers.find(({ id }) => !shown.includes(`"valueOn":"${id}"`));
  const typed = ticking(user, customers);
  return missing === undefined
    ? user.press('orderSeveral', typed, user.card())
    : user.press('findSeveral', { ...typed, findCustomer: missing.domain }, user.card());
}
