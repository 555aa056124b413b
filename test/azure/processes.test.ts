import assert from 'node:assert/strict';
import { passwordsOf } from '../cardReading.ts';
import { startConnector, type Connector } from '../connector.ts';
import { isConfirmed, partnerOf, toReview } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { startProcess, type BotProcess } from '../reliability/bot.ts';
import { personAt } from '../reliability/person.ts';
import { azurite, newTable } from './azurite.ts';

const partner = partnerOf(2);

/** Milliseconds within which another process has finished what one left: a lease, and two looks. */
const within = 60_000;

describe('two processes of the bot on Azure Tables', () => {
  let connector: Connector;
  let bots: BotProcess[];
  beforeEach(async () => {
    connector = await startConnector();
    const { connectionString } = await azurite();
    const settings = {
      STORAGE: 'azure',
      AZURE_STORAGE_CONNECTION_STRING: connectionString,
      AZURE_STORAGE_TABLE: newTable(),
    };
    bots = await Promise.all([startProcess({ settings }), startProcess({ settings })]);
  });
  afterEach(async () => {
    for (const bot of bots) await bot.clear();
    await connector.close();
  });

  /** Somebody whose submission is done but for its confirmation, which the channel does not take from the first process. */
  async function unconfirmed() {
    const [first, second] = bots;
    assert.ok(first && second);
    const user = personAt({ connector, url: () => first.url() }, { manner: 'teams', partner });
    const other = personAt({ connector, url: () => second.url() }, { manner: 'teams', partner, ...user });
    await toReview(user);
    let kept = 0;
    connector.failWhere(({ method, body }) => {
      const isConfirmation = method === 'POST' && JSON.stringify(body).includes('newPassword');
      const isShown = method === 'POST' && JSON.stringify(body).includes('"done"');
      if (isConfirmation || isShown) kept += 1;
      return isConfirmation || isShown ? 'silence' : undefined;
    });
    await user.press('submit');
    await eventually('the confirmation is on its way', () => kept > 0);
    const goesOn = (): void => connector.failWhere(() => undefined);
    return { first, second, user, other, goesOn };
  }

  it('finish what one of them left that was killed, and offer a new password', async () => {
    const { first, other, user, goesOn } = await unconfirmed();
    await first.kill();
    goesOn();
    await eventually('it is confirmed', () => isConfirmed(user), within);
    assert.ok(user.has('newPassword'));
    await other.say('customers');
    assert.equal(other.named('customer').length, 1);
  });

  it('finish what one of them left that stands still, once, also when that one goes on', async () => {
    const { first, other, user, goesOn } = await unconfirmed();
    await first.held(async () => {
      goesOn();
      await eventually('it is confirmed', () => isConfirmed(user), within);
    });
    await user.say('customers');
    assert.equal(user.named('customer').length, 1);
    // It may send its card before it sees that its lease is gone; it blanks it then (decision 0013).
    await eventually('it shows no password', () => user.cards().flatMap(passwordsOf).length === 0, within);
    await other.say('customers');
    assert.equal(other.named('customer').length, 1);
  });

  it('go on with what one of them gave back when it was told to end', async () => {
    const { first, second, user, goesOn } = await unconfirmed();
    const [before, elsewhere] = [first.output().length, second.output().length];
    const stopped = first.stop();
    goesOn();
    assert.equal((await stopped).code, 0);
    await eventually('it is confirmed', () => isConfirmed(user), within);
    // A new version is put in place so: nobody is to be alarmed by it.
    assert.match(first.output().slice(before), /"level":"info"[^\n]*is given back/);
    assert.doesNotMatch(first.output().slice(before), /stopped; it is taken up again/);
    assert.match(second.output().slice(elsewhere), /is taken over/);
  });

  it('give a file that one of them made to who asks the other, by its id alone', async () => {
    const [first, second] = bots;
    assert.ok(first && second);
    const user = personAt({ connector, url: () => first.url() }, { partner });
    await user.say('import');
    await user.press('importTemplate csv');
    const linked = await eventually('the link is there', () =>
      connector
        .screen(user.conversation)
        .flatMap(({ attachments = [] }) => attachments.flatMap(({ contentUrl = '' }) => contentUrl))
        .find((url) => url.includes('/files/')),
    );
    const { pathname } = new URL(linked);
    const fetched = await Promise.all([first, second].map(async (bot) => fetch(new URL(pathname, bot.url()))));
    assert.deepEqual(
      fetched.map(({ status }) => status),
      [200, 200],
    );
    const [here, there] = await Promise.all(fetched.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
    assert.ok(here && there && here.length > 0 && here.equals(there));
    assert.equal((await fetch(new URL(`${pathname}x`, second.url()))).status, 404);
  });
});
