import assert from 'node:assert/strict';
import { locales } from '../../../locales/translator.ts';
import { words } from '../../../locales/words.ts';
import { textsOf, titleOf } from '../../cardReading.ts';
import { client, type Client } from '../../client.ts';
import { useTestBot } from '../../testBot.ts';
import { partnerOf } from '../walk.ts';
import { csvOf, existingRow, newRow, type Row } from './files.ts';

const { t } = words('en');
const partner = partnerOf(2);

describe('a row of an import', () => {
  const bot = useTestBot();
  const person = (locale = 'en-US'): Client => client(bot(), { manner: 'teams', partner, locale });
  const domains = async (): Promise<readonly string[]> =>
    (await bot().customersOf(partner)).map(({ domain }) => domain);
  const domainOf = ({ domain = '' }: Row): string => `${domain}.onmicrosoft.com`;
  const ended = (user: Client) =>
    user.until(() => user.cards().some((card) => titleOf(card) === t('importDone.title')));
  const summary = (user: Client): readonly string[] =>
    user.cards().flatMap((card) => (titleOf(card) === t('importDone.title') ? textsOf(card) : []));
  const says = (user: Client, ...texts: readonly string[]): void => {
    for (const text of texts) assert.ok(user.texts().includes(text), `${text} in ${user.texts().join('\n')}`);
  };
  const saysNot = (user: Client, ...texts: readonly string[]): void => {
    for (const text of texts) assert.ok(!user.texts().includes(text), `${text} in ${user.texts().join('\n')}`);
  };

  for (const locale of locales)
    it(`that has a fault is left out on the review, and the others are imported: ${locale}`, async () => {
      const user = person(locale);
      const said = words(locale);
      const [good, bad] = [
        newRow({ companyName: 'Good Foods' }),
        newRow({ companyName: 'Bad Foods', email: 'nobody' }),
      ];
      await user.say(csvOf([good, bad]));
      const [fault = ''] = user.texts().filter((text) => text.includes(said.t('fault.email')));
      says(user, said.t('importReview.faulty', { n: 1 }), fault);
      await user.press('importLeaveOut .3');
      says(user, said.t('importReview.new', { n: 1 }), said.t('importReview.leftOut', { n: 1 }));
      saysNot(user, said.t('importReview.faulty', { n: 1 }), fault);
      assert.equal(user.has('importRows'), false);
      await user.press('importSubmit');
      await user.until(said.t('importDone.title'));
      says(user, said.t('importDone.added', { n: 1 }), said.t('importDone.leftOut', { n: 1 }));
      saysNot(user, said.t('importDone.failed', { n: 1 }));
      const all = await domains();
      assert.deepEqual(
        [good, bad].map((row) => all.includes(domainOf(row))),
        [true, false],
      );
      await user.say('hello');
      await user.say('hello');
      await user.press('ownChanges');
      says(user, said.t('importDone.added', { n: 1 }), said.t('importDone.leftOut', { n: 1 }));
    });

  it('that is good is left out, stays in its place, is taken in again there, and is kept left out over a restart', async () => {
    const user = person();
    const rows = Array.from({ length: 20 }, (_none, at) => newRow({ companyName: `Relecloud ${String(at)}` }));
    await user.say(csvOf(rows));
    await user.press('importPage .2');
    const before = user.texts();
    await user.press('importLeaveOut .12');
    says(
      user,
      t('importReview.new', { n: 19 }),
      t('importReview.leftOut', { n: 1 }),
      t('importReview.page', { n: 2, m: 3 }),
    );
    assert.deepEqual(user.named('importTakeIn').length, 1);
    await user.press('importTakeIn .12');
    assert.deepEqual(user.texts(), before);
    await user.press('importLeaveOut .12');
    await user.press('importLeaveOut .13');
    await bot().restart();
    await user.press('importTakeIn .13');
    says(user, t('importReview.new', { n: 19 }), t('importReview.leftOut', { n: 1 }));
    await user.press('importSubmit');
    await bot().restart();
    await ended(user);
    const all = await domains();
    assert.deepEqual(
      rows.flatMap((row, at) => (all.includes(domainOf(row)) ? [] : [at])),
      [10],
    );
    assert.ok(summary(user).includes(t('importDone.leftOut', { n: 1 })), summary(user).join('\n'));
  });

  it('that is the last one leaves nothing to be submitted, which is said, until it is taken in again', async () => {
    const user = person();
    const row = existingRow();
    await user.say(csvOf([row]));
    const submit = user.pressed('importSubmit');
    await user.press('importLeaveOut');
    says(user, t('importReview.leftOut', { n: 1 }), t('importReview.nothingReady'));
    assert.equal(user.has('importSubmit'), false);
    assert.equal((await domains()).includes(row.domain ?? ''), false);
    await user.press('importTakeIn');
    saysNot(user, t('importReview.leftOut', { n: 1 }), t('importReview.nothingReady'));
    await user.press('importLeaveOut');
    await user.send(submit);
    await ended(user);
    assert.ok(summary(user).includes(t('importDone.leftOut', { n: 1 })), summary(user).join('\n'));
    assert.equal((await domains()).includes(row.domain ?? ''), false);
  });

  it('is left out once however often it is pressed, also twice at the same moment and on an older card', async () => {
    const user = person();
    await user.say(csvOf([newRow(), newRow(), newRow()]));
    const [card, press] = [user.card(), user.pressed('importLeaveOut .3')];
    await Promise.all([user.send(press), user.send(press)]);
    await user.press('importLeaveOut .3', {}, card);
    says(user, t('importReview.new', { n: 2 }), t('importReview.leftOut', { n: 1 }));
    const leftOutCard = user.card();
    await user.press('importTakeIn');
    await user.press('importTakeIn .3', {}, leftOutCard);
    says(user, t('importReview.new', { n: 3 }));
  });

  it('is no longer left out or taken in once the import has begun, whatever card is pressed', async () => {
    const user = person();
    const rows = [newRow(), newRow(), newRow()];
    await user.say(csvOf(rows));
    const first = user.card();
    await user.press('importLeaveOut .3');
    const second = user.card();
    await user.press('importSubmit');
    await user.press('importTakeIn', {}, second);
    assert.ok(user.lines().includes(t('import.runsAlready')), user.lines().join());
    await user.press('importLeaveOut .2', {}, first);
    assert.ok(user.lines().includes(t('import.runsAlready')), user.lines().join());
    await ended(user);
    const all = await domains();
    assert.deepEqual(
      rows.map((row) => all.includes(domainOf(row))),
      [true, false, true],
    );
  });

  it('no longer stands in the way of another of the same customer, or of the same name', async () => {
    const user = person();
    const [one, other] = [newRow({ companyName: 'Trey Research' }), newRow({ companyName: 'Trey Research' })];
    await user.say(csvOf([one, { ...other, domain: one.domain ?? '' }]));
    says(user, t('importReview.new', { n: 1 }), t('importReview.faulty', { n: 1 }));
    await user.press('importLeaveOut .2');
    says(user, t('importReview.new', { n: 1 }));
    saysNot(user, t('importReview.faulty', { n: 1 }));
    await user.say(csvOf([one, other]));
    says(user, t('importReview.alike', { n: 1 }), t('importReview.alikeRow', { row: '2' }));
    await user.press('importLeaveOut .2');
    saysNot(user, t('importReview.alike', { n: 1 }), t('importReview.alikeRow', { row: '2' }));
    await user.press('importTakeIn .2');
    await user.press('importLeaveOut .3');
    saysNot(user, t('importReview.alike', { n: 1 }));
    assert.equal(user.named('importTakeIn').length, 1);
    await user.press('importSubmit');
    await ended(user);
    const all = await domains();
    assert.deepEqual(
      [one, other].map((row) => all.includes(domainOf(row))),
      [true, false],
    );
  });

  it('has the button on the card that is asked for by its number, too, where it is taken in again', async () => {
    const user = person();
    await user.say(
      csvOf([newRow({ companyName: 'Good Foods' }), newRow({ companyName: 'Bad Foods', email: 'nobody' })]),
    );
    await user.say('leave out row 3');
    says(user, t('importReview.row', { row: '3', name: 'Bad Foods' }));
    await user.press('importLeaveOut');
    saysNot(user, t('importReview.noFaults'));
    await user.press('importTakeIn');
    await user.press('importLeaveOut');
    await user.press('importPage');
    says(user, t('importReview.new', { n: 1 }), t('importReview.leftOut', { n: 1 }));
  });

  it('asks nothing any more, and no column for its sake, while it is left out', async () => {
    const user = person();
    await user.say(
      csvOf([
        existingRow({ companyName: 'Coho' }),
        { companyName: 'Lamna', country: 'US', addressLine1: '1 Main St', city: 'Redmond' },
      ]),
    );
    const asked = t('importReview.askKind', { n: 1 });
    says(user, asked);
    await user.press('importLeaveOut .3');
    saysNot(user, asked);
    await user.press('importTakeIn .3');
    says(user, asked);
  });
});
