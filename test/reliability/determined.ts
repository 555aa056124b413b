import assert from 'node:assert/strict';
import { sectionIds } from '../../forms/section.ts';
import { words } from '../../locales/words.ts';
import { buttonsOf } from '../cardReading.ts';
import { openSection, type Answers, asks, filled } from '../conversations/walk.ts';
import type { Client } from '../client.ts';

/** A person who wants one customer added, whatever goes wrong meanwhile. */
interface Wish {
  readonly user: Client;
  readonly answers: Answers;
  /** Waits until nothing is under way, or the bot answers again. */
  readonly settled: () => Promise<void>;
  /** The customer is recorded, and its submission is over. */
  readonly done: () => Promise<boolean>;
  /** A submission of the customer is known. */
  readonly submitted: () => Promise<boolean>;
}

const { t } = words('en');
const order: readonly string[] = [...sectionIds, 'review'];
const mostMoves = 30;

/** Goes on like a person until the wish is fulfilled; fails when that gets stuck or something is asked anew. */
export async function goOn(wish: Wish): Promise<void> {
  const { user } = wish;
  let furthest = -1;
  let stalled = false;
  const seen: string[] = [];
  for (let moves = 0; !(await wish.done()); moves += 1) {
    seen.push(user.cards().length > 0 ? user.title() : 'nothing');
    assert.ok(moves < mostMoves, `stuck: ${seen.slice(0, 20).join(', ')}`);
    const before = JSON.stringify(user.cards());
    furthest = placeOn(user, furthest);
    await attempt(wish, () => (stalled ? user.say('hello') : move(wish, furthest)));
    stalled = JSON.stringify(user.cards()) === before;
  }
}

/** How far the open card is; never back before what was answered. */
function placeOn(user: Client, furthest: number): number {
  const open = user.cards().length === 0 ? undefined : openSection(user);
  if (open === undefined) return furthest;
  const place = order.indexOf(open);
  assert.ok(place >= furthest, `“${open}” is asked again, after “${order[furthest] ?? ''}”`);
  return place;
}

/** What was sent may not arrive or not be answered: a person sees that, and looks again. */
async function attempt({ settled }: Wish, send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof TypeError && error.message === 'fetch failed')) throw error;
  }
  await settled();
}

async function move({ user, answers, submitted }: Wish, furthest: number): Promise<void> {
  if (user.cards().length === 0) return user.hello();
  const open = openSection(user);
  const offer = answers.offers?.[user.named('remove').length];
  if (open === 'review') return user.press('submit');
  // What Partner Center sells may not be read yet.
  if (asks(user, 'subscriptions') && offer !== undefined)
    return user.press(user.has(`add ${offer}`) ? `add ${offer}` : 'find');
  if (open !== undefined) return user.press('next', filled(user, answers));
  // A confirmation may stand above what was said since.
  for (const verb of ['done', 'finish', 'continueDraft'] as const) {
    const card = user
      .cards()
      .findLast(
        (one) =>
          (verb === 'done' || one.id === user.card().id) && buttonsOf(one).some(({ data }) => data['verb'] === verb),
      );
    if (card !== undefined) return user.press(verb, {}, card);
  }
  if (user.title() !== t('home.title')) return user.say('hello');
  if (await submitted()) return user.say('drafts');
  // Until the company is accepted nothing but the card holds what was typed.
  assert.ok(furthest <= order.indexOf('company'), 'the draft is lost');
  return user.press('command addCustomer', {}, user.card());
}
