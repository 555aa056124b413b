import assert from 'node:assert/strict';
import { buttonsOf, passwordsOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { pressAny } from '../conversations/existing.ts';
import { attempt, settled } from './changeWishes.ts';
import { eventually } from '../eventually.ts';
import { tryAgain } from './person.ts';
import { filesIn, recordsIn } from './records.ts';

const mostMoves = 30;

/** Goes on like a person until a new password of a customer's administrator is shown; gives it. */
async function untilShown(
  user: Client,
  record: string,
  folder: string,
  alive: () => Promise<void>,
  former: ReadonlySet<string>,
): Promise<string> {
  const seen: string[] = [];
  let last = '';
  for (let moves = 0; ; moves += 1) {
    assert.ok(moves < mostMoves, `stuck: ${seen.join(', ')}`);
    const stalled = JSON.stringify(user.cards()) === last;
    last = JSON.stringify(user.cards());
    seen.push(user.cards().length > 0 ? user.title() : 'nothing');
    await attempt(() => (stalled ? user.say('hello') : move(user, record)));
    await settled(folder, alive);
    const shown = user
      .cards()
      .flatMap(passwordsOf)
      .findLast((password) => !former.has(password));
    if (shown !== undefined) return shown;
  }
}

async function move(user: Client, record: string): Promise<void> {
  if (user.cards().length === 0) return user.hello();
  for (const verb of ['finishChange', 'setPassword', 'newPassword', 'customerDetails'] as const)
    if (user.has(verb)) return user.press(verb, {}, user.card());
  const again = tryAgain(user);
  if (again !== undefined) return user.press(again, {}, user.card());
  if (user.has('customer')) return pressAny(user, 'customer', record);
  return user.say('customers');
}

/**
 * A new password is set and seen, whatever fails meanwhile, and Done blanks it: then nothing of it is left over, anywhere.
 * Gives the password that was shown last.
 */
export async function passwordWhateverHappens(
  user: Client,
  record: string,
  folder: string,
  alive: () => Promise<void> = async () => undefined,
): Promise<string> {
  const former = new Set(user.cards().flatMap(passwordsOf));
  const password = await untilShown(user, record, folder, alive, former);
  const isShown = (): boolean =>
    user.cards().some((card) => buttonsOf(card).some(({ data }) => data['verb'] === 'passwordDone'));
  await eventually('it is blanked', async () => {
    await attempt(() => (isShown() ? user.press('passwordDone') : user.say('hello')));
    await alive();
    return (await recordsIn(folder).changes()).length === 0;
  });
  const lines = (await recordsIn(folder).audit()).filter(
    (line) => line.record === record && line.action === 'password' && line.outcome === 'done',
  );
  assert.ok(lines.length > 0, 'it is on record');
  for (const [file, text] of await filesIn(folder)) assert.ok(!text.includes(password), `the password is in ${file}`);
  return password;
}
