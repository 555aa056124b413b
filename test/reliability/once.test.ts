import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { words } from '../../locales/words.ts';
import { sendRaw } from '../bot/desk.ts';
import { cardOf, titleOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { answersIn, asked, changed, partnerOf, toReview, type Answers } from '../conversations/walk.ts';
import { startConnectedBot, type ConnectedBot } from './connectedBot.ts';
import { eventually } from '../eventually.ts';
import { personAt } from './person.ts';
import { fullAnswers, traceOf } from './wishes.ts';

const { t } = words('en');
const partner = partnerOf(5);

describe('what is sent more than once, or at once', () => {
  let bot: ConnectedBot;

  before(async () => {
    bot = await startConnectedBot();
  });
  after(() => bot.clear());

  const person = (): Client => personAt(bot, { partner });
  const shows = (user: Client, title: string): boolean => user.cards().some((card) => titleOf(card) === title);
  const confirmed = (user: Client) => eventually('the confirmation comes', () => shows(user, t('confirmation.title')));
  const atReview = async (answers: Answers): Promise<Client> => {
    const user = person();
    await toReview(user, answers);
    return user;
  };
  const expectOnce = async (user: Client, answers: Answers): Promise<void> => {
    await confirmed(user);
    await user.say('hello'); // a turn that comes after every one before
    await eventually('the submission is over', async () => {
      const [job] = await traceOf(bot.folder, answers).jobs();
      return job?.confirmedAt !== undefined;
    });
    assert.equal((await traceOf(bot.folder, answers).customers()).length, 1);
    const told = bot.connector.calls.filter(
      ({ conversation, method }) => conversation === user.conversation && method === 'POST',
    );
    const confirmations = told.filter(({ body }) => JSON.stringify(body).includes(t('field.adminAccount')));
    assert.equal(confirmations.length, 1, 'it is confirmed once');
  };

  for (const [name, times, sameId] of [
    ['twice with the same id', 2, true],
    ['twice with a new id', 2, false],
    ['forty times with the same id', 40, true],
    ['forty times with new ids', 40, false],
  ] as const) {
    it(`makes one customer of a Submit sent ${name} in the same moment`, async () => {
      const answers = fullAnswers(partner);
      const user = await atReview(answers);
      const press = user.pressed('submit');
      const id = randomUUID();
      const statuses = await Promise.all(
        Array.from({ length: times }, () => user.send({ ...press, id: sameId ? id : randomUUID() })),
      );
      assert.deepEqual([...new Set(statuses)], [200]);
      await expectOnce(user, answers);
    });
  }

  for (const sameId of [true, false]) {
    it(`makes one customer of a Submit sent again with ${sameId ? 'the same' : 'a new'} id while the first is carried out`, async () => {
      const answers = fullAnswers(partner);
      const user = await atReview(answers);
      const press = user.pressed('submit');
      const id = randomUUID();
      for (let count = 0; count < 5; count += 1)
        assert.equal(await user.send({ ...press, id: sameId ? id : randomUUID() }), 200);
      await expectOnce(user, answers);
      assert.equal(await user.send({ ...press, id: sameId ? id : randomUUID() }), 200);
      await expectOnce(user, answers);
    });
  }

  it('takes forty presses of one card as one', async () => {
    const answers = fullAnswers(partner);
    const user = person();
    await user.say('add customer');
    while (user.title() !== t('section.company')) await user.press('next');
    const press = user.pressed('next', asked(user, answers.company));
    await Promise.all(Array.from({ length: 40 }, () => user.send({ ...press, id: randomUUID() })));
    assert.equal(user.title(), t('section.contact'));
    assert.equal(user.cards().filter((card) => titleOf(card) === t('section.contact')).length, 1);
    assert.equal((await traceOf(bot.folder, answers).drafts()).length, 1);
  });

  it('answers forty different messages that come at once, each once and in their order', async () => {
    const user = person();
    const ids = Array.from({ length: 40 }, () => randomUUID());
    const requests = ids.map((id, index) => {
      const body = JSON.stringify(user.framed({ id, text: `zzqx vvkw ${String(index)} pltr mnbv?` }));
      const connection = index === ids.length - 1 ? 'Connection: close\r\n' : '';
      return `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${connection}Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
    });
    const answer = await sendRaw(bot.port(), requests.join(''));
    assert.equal([...answer.matchAll(/^HTTP\/1\.1 200/gm)].length, ids.length);
    // Who waits long sees that something is coming: on a busy machine that is sent besides.
    const answered = bot.connector.calls.filter(
      ({ conversation, body }) => conversation === user.conversation && body.type !== 'typing',
    );
    assert.deepEqual(
      answered.map(({ activityId }) => activityId),
      ids,
    );
    assert.ok(
      answered.every(({ body }) => cardOf(body)?.content['speak']?.toString().startsWith(t('form.notUnderstood'))),
    );
  });

  it('answers forty people who write at once', async () => {
    const people = Array.from({ length: 40 }, person);
    await Promise.all(people.map((user) => user.say('hello')));
    for (const user of people) assert.equal(user.title(), t('home.title'));
  });

  it('gives a domain that two colleagues submit at once to one of them, and the other the draft back', async () => {
    for (let round = 0; round < 5; round += 1) {
      const answers = changed(answersIn(), {});
      const people = [await atReview(answers), await atReview(answers)];
      await Promise.all(people.map((user) => user.press('submit')));
      const loser = await eventually('one of them is asked for another domain', () =>
        people.find((user) => user.title() === t('section.company')),
      );
      const winner = people.find((user) => user !== loser);
      assert.ok(winner);
      await confirmed(winner);
      assert.equal(loser.faults()['domainPrefix'], t('fault.domainOwn'));
      assert.equal(loser.inputs()['companyName']?.value, answers.company?.['companyName']);
      assert.equal((await traceOf(bot.folder, answers).customers()).length, 1);
      assert.ok(!shows(loser, t('confirmation.title')));
      await loser.press('next', { domainPrefix: answersIn().company?.['domainPrefix'] ?? '' });
      await loser.press('submit');
      await confirmed(loser);
    }
  });
});
