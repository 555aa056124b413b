import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { words } from '../../locales/words.ts';
import type { Client } from '../client.ts';
import { changed, partnerOf, walkTo, type Answers } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { personAt } from './person.ts';
import { filesIn } from './records.ts';
import { startRegisteredBot, type RegisteredBot } from './registeredBot.ts';
import { fullAnswers, passwordsIn, prefixOf, traceOf } from './wishes.ts';

const { t } = words('en');
const partner = partnerOf(1);
const userId = '00000000-0000-4000-8000-0000000abcde';
const typed = {
  company: { companyName: 'Plantmark Works', addressLine1: '7 Plantmark Alley', city: 'Plantmarkton' },
  contact: {
    firstName: 'Plantina',
    lastName: 'Markova',
    email: 'plant.mark@plantmark.example',
    phoneNumber: '+12065550142',
  },
  signer: { firstName: 'Signmark', lastName: 'Penmark', email: 'pen.mark@signmark.example' },
};
const said = 'my secret plantword is opensesame';
const records = ['people', 'customers', 'jobs'];
const registers = ['local-tenants', 'local-customers', 'claims'];

/** Where each thing that a user entered may stand on the disk: kinds of documents. */
const placesOf = (answers: Answers): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ...Object.values(typed).flatMap((values) => Object.values(values).map((value) => [value, records] as const)),
    // Lists and searches read these two of a customer's summary.
    [typed.company.companyName, [...records, 'summaries']],
    [prefixOf(answers), [...records, ...registers, 'summaries']],
    [said, []],
  ]);

describe('what is kept of a whole conversation', () => {
  let desk: RegisteredBot;
  let user: Client;
  const answers = changed(fullAnswers(partner), { ...typed, agreement: { signer: 'other' } });

  before(async () => {
    desk = await startRegisteredBot([partner, partnerOf(2)]);
    user = personAt(desk, { partner, user: userId });
    await converse();
  });
  after(() => desk.clear());

  /** Everything a person does, and much that goes wrong. */
  async function converse(): Promise<void> {
    await user.hello();
    for (const text of [said, 'add customer']) await user.say(text);
    await walkTo(user, 'contact', answers);
    await user.press('next', { ...typed.contact, email: 'plant.mark' });
    await user.press('cancel');
    await user.press('keepDraft');
    desk.connector.failNext({ status: 500 }, 'resetBefore', { status: 403 });
    for (let count = 0; count < 4; count += 1) await user.say('drafts');
    await user.press('continueDraft');
    await walkTo(user, 'review', answers);
    await user.press('submit');
    await eventually('it is confirmed', async () => (await traceOf(desk.bot.folder, answers).jobs())[0]?.confirmedAt);
    await eventually('it is shown', () => user.title() === t('confirmation.title'));
  }

  const logged = (): string => desk.bot.output() + desk.bot.errors();
  const files = async (): Promise<[string, string][]> =>
    [...(await filesIn(desk.bot.place))].map(([file, text]) => [relative(desk.bot.folder, file), text]);

  it('has no password, and none of the channel’s tokens, in any file or line', async () => {
    const passwords = passwordsIn(desk.connector);
    assert.equal(passwords.length, 1);
    const kept = [...(await files()).map(([, text]) => text), logged()].join('\n');
    for (const secret of [...passwords, ...desk.tokens()]) assert.ok(!kept.includes(secret));
  });

  it('has each thing that was entered in the records, and nowhere else', async () => {
    // At rest: till then it is in the journal too.
    await desk.bot.stop();
    const found = new Set<string>();
    for (const [mark, kinds] of placesOf(answers)) {
      const holding = (await files()).filter(([file, text]) => (file + text).includes(mark));
      for (const [file] of holding) {
        const [kind = ''] = file.split(sep);
        assert.ok(kinds.includes(kind) || file === join('..', 'partners.json'), `${mark} in ${file}`);
        found.add(mark);
      }
    }
    assert.equal(found.size, placesOf(answers).size - 1, 'everything was entered and is kept');
    await desk.bot.restart();
  });

  it('has nothing of a person in the log', async () => {
    const log = logged();
    assert.ok(log.includes('"msg":"turn"') && log.includes('could not be'), 'things went well and wrong');
    for (const mark of [...placesOf(answers).keys(), userId, 'Robin Sample', 'Plantmark', 'plantmark', 'Markova'])
      assert.ok(!log.includes(mark), mark);
  });

  it('loses what belonged to the submission alone when it is done', async () => {
    await user.press('done');
    await eventually('the job is over', async () => (await traceOf(desk.bot.folder, answers).jobs()).length === 0);
    await desk.bot.stop();
    const left = (await files())
      .filter(([, text]) => text.includes(typed.contact.email))
      .map(([file]) => file.split(sep)[0]);
    assert.deepEqual(left, ['customers']);
    await desk.bot.restart();
  });

  it('keeps personal data out of the log though a document cannot be read', async () => {
    await desk.bot.stop();
    for (const kind of ['people', ...registers]) await damage(join(desk.bot.folder, kind));
    await desk.bot.restart();
    await user.say('hello');
    assert.ok(user.lines().includes(t('trouble.unreadable')));
    await user.say('add customer');
    await walkTo(user, 'company', answers);
    await user.press('next', answers.company);
    const log = logged();
    assert.ok(log.includes('unreadable document set aside'));
    for (const mark of [userId, prefixOf(answers)]) assert.ok(!log.includes(mark), mark);
  });

  async function damage(folder: string): Promise<void> {
    for (const name of await readdir(folder, { recursive: true }).catch(() => []))
      if (name.endsWith('.json')) await writeFile(join(folder, name), '{"plantmark":');
  }
});
