import assert from 'node:assert/strict';
import { words } from '../../../locales/words.ts';
import { passwordsOf, textsOf, titleOf } from '../../cardReading.ts';
import { client, type Client } from '../../client.ts';
import { refused, unavailable } from '../../partnerCenterSpy.ts';
import { useTestBot } from '../../testBot.ts';
import { answersIn, partnerOf } from '../walk.ts';
import { csvOf, existingRow, newRow, type Row } from './files.ts';
import { ways } from '../ways.ts';

const { t } = words('en');
const partner = partnerOf(2);

describe('an import of pasted rows', () => {
  const bot = useTestBot();
  const person = (): Client => client(bot(), { manner: 'teams', partner });
  const domains = async (): Promise<readonly string[]> =>
    (await bot().customersOf(partner)).map(({ domain }) => domain);
  const pasted = async (user: Client, csv: string): Promise<void> => {
    await user.say('import');
    await user.press('importText', { csv });
  };
  /** Passwords that stand open in a chat. */
  const passwords = (user: Client) => user.cards().flatMap(passwordsOf);
  const ended = (user: Client) =>
    user.until(() => user.cards().some((card) => titleOf(card) === t('importDone.title')));
  const summary = (user: Client) => {
    const card = user.cards().findLast((one) => titleOf(one) === t('importDone.title'));
    assert.ok(card);
    return card;
  };

  it('answers what is typed about one of its rows beside the review, in four languages, and leaves all rows as they are', async () => {
    const user = person();
    const [good, bad] = [
      newRow({ companyName: 'Good Foods' }),
      newRow({ companyName: 'Bad Foods', postalCode: '9810' }),
    ];
    await pasted(user, csvOf([good, bad]));
    const review = user.texts();
    for (const [text, name, isFaulty] of [
      ["what's wrong with row 3", 'Bad Foods', true],
      ['skip row 2', 'Good Foods', false],
      ["row 2's a duplicate", 'Good Foods', false],
      ['что не так в 3-й строке', 'Bad Foods', true],
      ['строка 2 повторяется', 'Good Foods', false],
      ['跳過第 2 列', 'Good Foods', false],
      ['第3行有什么问题', 'Bad Foods', true],
    ] as const) {
      await user.say(text);
      const texts = user.texts();
      assert.ok(texts.includes(t('importReview.row', { row: isFaulty ? '3' : '2', name })), `${text}: ${texts.join()}`);
      assert.equal(texts.includes(t('importReview.noFaults')), !isFaulty, text);
      assert.ok(texts.includes(t('importReview.leaveOut')), text);
    }
    await user.say('what about row 12');
    assert.ok(user.lines().includes(t('importReview.noRow', { row: '12' })), user.lines().join());
    await user.press('importPage');
    assert.deepEqual(user.texts(), review);
    await user.say("what's wrong with my rows");
    assert.notDeepEqual(user.texts(), review, 'the rows with errors are still a file');
  });

  it('is reviewed, submitted, and ends with the passwords of all and a summary', async () => {
    const user = person();
    const [one, other, existing] = [newRow(), newRow({ companyName: 'Fourth Coffee' }), existingRow()];
    await pasted(user, csvOf([one, other, existing]));
    assert.equal(user.title(), t('importReview.title'));
    const texts = user.texts();
    assert.ok(texts.includes(t('importReview.new', { n: 2 })), texts.join('\n'));
    assert.ok(texts.includes(t('importReview.existing', { n: 1 })));
    assert.ok(texts.includes(t('importReview.passwords')));
    assert.ok(texts.some((text) => text.includes('Alpine Ski House · Ana Lima · Springfield')));
    assert.deepEqual(bot().partnerCenter.of('createCustomer'), []);
    await user.press('importSubmit');
    await ended(user);
    assert.equal(new Set(passwords(user)).size, 2);
    assert.ok(passwords(user).every((password) => password.length > 10));
    assert.deepEqual(await bot().jobsOf(partner), []);
    const all = await domains();
    assert.ok(all.includes(`${one.domain ?? ''}.onmicrosoft.com`) && all.includes(existing.domain ?? ''));
    const recorded = (await bot().customersOf(partner)).find(({ domain }) => domain === existing.domain);
    assert.deepEqual([recorded?.existing, recorded?.relationship, recorded?.microsoftId], [true, 'none', '']);
  });

  it('names all that is wrong with a row at once, proposes its missing domain, and says no day in another form', async () => {
    const user = person();
    const wrong = { country: 'Untied States', accepted: 'maybe', email: 'nobody', domain: '' };
    await pasted(
      user,
      csvOf([newRow(wrong), newRow({ companyName: 'Blue Wave Ltd', domain: '', dateAccepted: '32.11.2025' })]),
    );
    const texts = user.texts().join('\n');
    for (const said of [
      t('import.fault.countryMeant', { either: 'United States' }),
      t('import.fault.accepted'),
      t('fault.email'),
      t('import.fault.domainProposed', { prefix: 'alpineskihouse' }),
      t('import.fault.domainProposed', { prefix: 'bluewave' }),
      t('import.fault.noSuchDay'),
    ])
      assert.ok(texts.includes(said), `${said} in ${texts}`);
    assert.ok(texts.includes('32.11.2025') && !texts.includes('2025-11-32'), texts);
    await user.press('importDrop');
  });

  it('says before Submit which companies may be there already, in the list or in the file, and skips none of them', async () => {
    const user = person();
    const listed = newRow({ companyName: 'Lamna Healthcare' });
    await pasted(user, csvOf([listed]));
    assert.ok(!user.texts().includes(t('importReview.alike', { n: 1 })));
    await user.press('importSubmit');
    await ended(user);
    const before = (await domains()).length;
    const others = [
      ...Array.from({ length: 8 }, (_none, at) => newRow({ companyName: `Relecloud ${String(at)}` })),
      newRow({ companyName: 'LAMNA healthcare' }),
      existingRow({ companyName: 'Trey Research' }),
      newRow({ companyName: 'Trey «Research»' }),
    ];
    await pasted(user, csvOf([...others, listed]));
    const texts = user.texts();
    for (const said of [
      t('importReview.alike', { n: 2 }),
      t('alike.name'),
      t('importReview.alikeRow', { row: '11' }),
      t('importReview.there', { n: 1 }),
    ])
      assert.ok(
        texts.some((text) => text.includes(said)),
        `${said} in ${texts.join('\n')}`,
      );
    await user.press('importSubmit');
    await user.until(() => user.cards().filter((card) => titleOf(card) === t('importDone.title')).length === 2);
    assert.equal((await domains()).length, before + 11);
  });

  it('says so of a registration ID, too', async () => {
    const russian = partnerOf(14);
    const user = client(bot(), { manner: 'teams', partner: russian });
    const { company = {} } = answersIn('RU');
    const { domainPrefix: _domain, ...address } = company;
    const row = (changes: Row): Row => newRow({ country: 'RU', state: '', ...address, ...changes });
    await pasted(
      user,
      csvOf([
        row({ companyName: 'ООО «Ромашка»', registrationNumber: '7707083893' }),
        row({ companyName: 'ООО «Лютик»', registrationNumber: ' 7707083893 ' }),
      ]),
    );
    assert.ok(user.texts().includes(t('importReview.new', { n: 2 })), user.texts().join('\n'));
    assert.ok(user.texts().includes(t('importReview.alikeRowNumber', { row: '2' })), user.texts().join('\n'));
  });

  it('takes all the domains it proposes by one press, each another one, and says which; nothing is taken before', async () => {
    const user = person();
    const rows = ['Wingtip Ltd', 'Wingtip GmbH', 'Margie’s Travel'].map((companyName) =>
      newRow({ companyName, domain: '' }),
    );
    await pasted(user, csvOf([...rows, newRow({ domain: 'wingtip' }), newRow({ domain: '', email: 'nobody' })]));
    const proposed = ['wingtipltd', 'wingtipgmbh', 'margiestravel'];
    const shown = (): string => user.texts().join('\n');
    for (const prefix of proposed) assert.ok(shown().includes(t('import.fault.domainProposed', { prefix })), shown());
    assert.ok(user.texts().includes(t('importReview.new', { n: 1 })), shown());
    const press = user.pressed('importDomains');
    await user.send(press);
    assert.ok(user.texts().includes(t('importReview.new', { n: 4 })), shown());
    assert.equal(user.has('importDomains'), false);
    for (const hint of proposed)
      assert.ok(shown().includes(t('form.pair', { label: t('field.domain'), hint })), shown());
    assert.ok(shown().includes(t('fault.email')), shown());
    await user.send(press);
    await user.press('importSubmit');
    await ended(user);
    const all = await domains();
    for (const prefix of ['wingtip', ...proposed]) assert.ok(all.includes(`${prefix}.onmicrosoft.com`), prefix);
    await user.send(press);
    assert.ok(user.lines().includes(t('import.runsAlready')), user.lines().join('\n'));
  });

  it('shows the passwords of many on few cards, each at once, and blanks a card by Done', async () => {
    const user = person();
    const rows = Array.from({ length: 11 }, (_none, at) => newRow({ companyName: `Fabrikam ${String(at)}` }));
    await pasted(user, csvOf(rows));
    await user.press('importSubmit');
    await ended(user);
    const open = () => user.cards().filter((card) => passwordsOf(card).length > 0);
    assert.equal(new Set(passwords(user)).size, 11);
    assert.deepEqual(
      open().map((card) => passwordsOf(card).length),
      [8, 3],
    );
    const said = open().flatMap(textsOf).join('\n');
    for (const { companyName = '', domain = '' } of rows)
      assert.ok(said.includes(companyName) && said.includes(`admin@${domain}.onmicrosoft.com`), companyName);
    const [first] = open();
    assert.ok(first);
    const press = user.pressed('credentialsStored', {}, first);
    await user.send(press);
    assert.equal(passwords(user).length, 3);
    assert.ok(
      user.texts().join('\n').includes(t('credentials.stored')) || user.lines().includes(t('credentials.stored')),
    );
    await user.send(press);
    assert.equal(passwords(user).length, 3);
  });

  it('blanks them some minutes after the import has ended, and not before', async () => {
    const user = person();
    await pasted(user, csvOf([newRow(), newRow()]));
    await user.press('importSubmit');
    await ended(user);
    assert.equal(passwords(user).length, 2);
    await bot().restart();
    assert.equal(passwords(user).length, 2);
    bot().clock.now = new Date(bot().clock.now.getTime() + 11 * 60_000);
    await bot().restart();
    await user.until(() => passwords(user).length === 0);
    assert.ok(user.cards().some((card) => textsOf(card).includes(t('credentials.blanked'))));
  });

  it('names every fault by row and column, and submits the rows without', async () => {
    const user = person();
    const good = newRow();
    await pasted(user, csvOf([good, newRow({ postalCode: 'x', email: 'y' }), newRow({ kind: 'perhaps' })]));
    const texts = user.texts().join('\n');
    const fault = (label: string, value: string, text: string) => t('importReview.faultValue', { label, value, text });
    assert.ok(
      texts.includes(`⚠ ${fault(t('field.postalCode'), 'x', t('fault.postalCode.zip', { sample: '98052' }))}`),
      texts,
    );
    assert.ok(texts.includes(`⚠ ${fault(t('field.email'), 'y', t('fault.email'))}`));
    assert.ok(texts.includes(t('import.fault.oneOf', { either: '“new” or “existing”' })));
    assert.ok(texts.includes(t('importReview.row', { row: '3', name: 'Alpine Ski House' })));
    assert.ok(texts.includes(t('importReview.faulty', { n: 2 })));
    await user.press('importSubmit');
    await ended(user);
    assert.ok((await domains()).includes(`${good.domain ?? ''}.onmicrosoft.com`));
    assert.ok(
      user
        .texts()
        .join('\n')
        .includes(t('importDone.failed', { n: 2 })),
    );
  });

  it('adds nothing twice when it is run again, by the same person or by another', async () => {
    const [user, colleague] = [person(), person()];
    const csv = csvOf([newRow(), newRow(), existingRow()]);
    await pasted(user, csv);
    await user.press('importSubmit');
    await ended(user);
    const before = await domains();
    for (const again of [user, colleague]) {
      await pasted(again, csv);
      assert.ok(again.texts().includes(t('importReview.there', { n: 3 })));
      assert.ok(!again.has('importSubmit'));
    }
    assert.deepEqual(await domains(), before);
  });

  it('is submitted by nobody but whom it belongs to, so that history names who pressed', async () => {
    const [user, colleague] = [person(), person()];
    const row = existingRow();
    await pasted(user, csvOf([row]));
    await pasted(colleague, csvOf([existingRow()]));
    const before = await domains();
    await colleague.send({ ...user.pressed('importSubmit'), replyToId: colleague.card().id });
    assert.deepEqual(await domains(), before);
    await user.press('importSubmit');
    await ended(user);
    const recorded = (await bot().customersOf(partner)).find(({ domain }) => domain === row.domain);
    const lines = await bot().auditOf(partner, recorded?.id ?? '');
    assert.deepEqual(new Set(lines.map(({ userId }) => userId)), new Set([user.user]));
  });

  it('adds each customer once when two people run the same file at the same time', async () => {
    const people = [person(), person()] as const;
    const rows = [newRow(), newRow(), newRow(), existingRow(), existingRow()];
    for (const user of people) await pasted(user, csvOf(rows));
    const before = (await domains()).length;
    await Promise.all(people.map((user) => user.press('importSubmit')));
    await Promise.all(people.map(ended));
    const all = await domains();
    assert.equal(all.length, before + rows.length);
    assert.equal(new Set(all).size, all.length);
  });

  it('tells the reason of a row that Partner Center refuses, makes no draft of it, and takes it again corrected', async () => {
    const user = person();
    const rows = [newRow(), newRow()];
    await pasted(user, csvOf(rows));
    bot().partnerCenter.fail('createCustomer', refused('address'));
    await user.press('importSubmit');
    await ended(user);
    assert.equal(passwords(user).length, 1);
    assert.ok(
      user
        .texts()
        .join('\n')
        .includes(t('importDone.failed', { n: 1 })),
    );
    assert.ok(user.texts().join('\n').includes(t('reason.address').slice(1)));
    assert.deepEqual(
      await bot()
        .jobsOf(partner)
        .then((jobs) => jobs.filter(({ state }) => state !== 'done')),
      [],
    );
    await pasted(user, csvOf(rows));
    assert.ok(user.texts().includes(t('importReview.new', { n: 1 })));
    await user.press('importSubmit');
    await user.until(() => passwords(user).length === 2);
    const all = await domains();
    for (const { domain = '' } of rows) assert.ok(all.includes(`${domain}.onmicrosoft.com`));
  });

  it('finishes by Finish what could not be done, under the same request', async () => {
    const user = person();
    const row = newRow();
    await pasted(user, csvOf([row]));
    bot().partnerCenter.calls.length = 0;
    bot().partnerCenter.fail('createCustomer', unavailable(true), unavailable(), unavailable());
    await user.press('importSubmit');
    await ended(user);
    assert.ok(user.texts().includes(t('importDone.unfinished', { n: 1 })), user.texts().join('\n'));
    assert.equal(passwords(user).length, 0);
    await user.press('importFinish', {}, summary(user));
    await user.until(() => passwords(user).length === 1);
    const ids = new Set(
      bot()
        .partnerCenter.of('createCustomer')
        .map(({ requestId }) => requestId),
    );
    assert.equal(ids.size, 1);
    assert.ok((await domains()).includes(`${row.domain ?? ''}.onmicrosoft.com`));
  });

  it('finishes it, too, when the same file is sent again', async () => {
    const user = person();
    const csv = csvOf([newRow()]);
    await pasted(user, csv);
    bot().partnerCenter.calls.length = 0;
    bot().partnerCenter.fail('createCustomer', unavailable(true), unavailable(), unavailable());
    await user.press('importSubmit');
    await ended(user);
    await pasted(user, csv);
    assert.ok(user.texts().includes(t('importReview.new', { n: 1 })), user.texts().join('\n'));
    await user.press('importSubmit');
    await user.until(() => passwords(user).length === 1);
    assert.equal(
      new Set(
        bot()
          .partnerCenter.of('createCustomer')
          .map(({ requestId }) => requestId),
      ).size,
      1,
    );
  });

  it('is forgotten by Cancel, typed or pressed', async () => {
    const user = person();
    await pasted(user, csvOf([newRow()]));
    await user.say('cancel');
    assert.ok(user.lines().includes(t('import.dropped')));
    await user.press('importSubmit');
    assert.ok(user.lines().includes(t('import.gone')));
    await pasted(user, csvOf([newRow()]));
    await user.press('importDrop');
    const [dropped, home] = user.cards().slice(-2);
    assert.deepEqual(dropped && textsOf(dropped), [t('import.dropped')]);
    assert.equal(home && titleOf(home), t('home.title'));
  });

  it('asks whether rows are new that have details of new customers and do not say it, and guesses nothing', async () => {
    const user = person();
    const { kind: _kind, ...row } = newRow();
    const { kind: _existing, ...plain } = existingRow();
    await pasted(user, csvOf([row, plain]));
    assert.ok(user.texts().includes(t('importReview.askKind', { n: 1 })), user.texts().join('\n'));
    assert.ok(user.texts().includes(t('importReview.existing', { n: 1 })));
    await user.press('importExisting');
    assert.ok(user.texts().includes(t('importReview.existing', { n: 2 })));
    await user.press('importNew');
    assert.ok(user.texts().includes(t('importReview.new', { n: 1 })), user.texts().join('\n'));
    await user.press('importSubmit');
    await ended(user);
    assert.equal(passwords(user).length, 1);
    const recorded = (await bot().customersOf(partner)).filter(({ domain }) =>
      [`${row.domain ?? ''}.onmicrosoft.com`, plain.domain].includes(domain),
    );
    assert.deepEqual(new Set(recorded.map(({ existing = false }) => existing)), new Set([false, true]));
  });

  it('does nothing more when new or existing is pressed again, or after Submit', async () => {
    const user = person();
    const { kind: _kind, ...row } = newRow();
    await pasted(user, csvOf([row]));
    const press = user.pressed('importNew');
    await user.send(press);
    await user.send(press);
    assert.ok(user.texts().includes(t('importReview.new', { n: 1 })));
    await user.press('importSubmit');
    await user.send(press);
    assert.ok(user.lines().includes(t('import.runsAlready')));
    await ended(user);
    assert.equal(passwords(user).length, 1);
  });

  for (const [locale, mark] of [
    ['zh-TW', 'X'],
    ['zh-CN', '×'],
    ['en', 'x'],
    ['ru', 'X'],
  ] as const)
    it(`records no acceptance for ${mark} in a file in ${locale}`, async () => {
      const said = words(locale);
      const user = client(bot(), { partner, locale });
      await user.say(csvOf([newRow({ accepted: mark })], locale));
      assert.ok(user.texts().includes(said.t('importReview.faulty', { n: 1 })), user.texts().join('\n'));
      assert.ok(!user.buttons().includes(said.t('button.submit')));
      assert.ok(
        user
          .texts()
          .join('\n')
          .includes(said.t('column.accepted').split('|')[0] ?? ''),
      );
    });

  it('says once that a column is missing, which every row needs, and suggests the one that is meant', async () => {
    const user = person();
    const rows = [newRow(), newRow()].map(({ postalCode: _code, ...row }) => row);
    await pasted(user, csvOf(rows).replace(t('field.city'), 'Cityy').replace(t('field.postalCode'), 'Notes'));
    const texts = user.texts().join('\n');
    assert.ok(
      texts.includes(
        t('importReview.lacking', { columns: words('en').list([t('field.city'), t('field.postalCode')]) }),
      ),
      texts,
    );
    assert.ok(texts.includes(t('importReview.meant', { header: 'Cityy', label: t('field.city') })), texts);
    assert.equal(user.texts().filter((text) => text.includes(t('field.postalCode'))).length, 1);
  });

  it('answers rows whose header it does not know by saying so', async () => {
    const user = person();
    await user.say('Firma\tPLZ\nContoso\t98052');
    assert.equal(user.title(), t('import.title'));
    assert.ok(user.texts().includes(`⚠ ${t('import.fault.unknownHeader', { found: 'Firma, PLZ' })}`));
  });

  it('says what is wrong with a text that is no list, and keeps it in the input', async () => {
    const user = person();
    await pasted(user, 'hello\nworld');
    assert.equal(user.title(), t('import.title'));
    assert.ok(user.texts().includes(`⚠ ${t('import.fault.unknownHeader', { found: 'hello' })}`));
    assert.equal(user.inputs()['csv']?.value, 'hello\nworld');
  });

  it('takes rows that are sent as a message, without the card', async () => {
    const user = person();
    await user.say(csvOf([newRow()], 'en', '\t'));
    assert.equal(user.title(), t('importReview.title'));
  });

  it('shows its rows page by page, those with faults first', async () => {
    const user = person();
    const rows = Array.from({ length: 20 }, (_none, at) => newRow(at === 19 ? { email: '' } : {}));
    await pasted(user, csvOf(rows));
    assert.ok(
      user
        .texts()
        .join('\n')
        .includes(t('importReview.row', { row: String(21), name: 'Alpine Ski House' })),
    );
    assert.ok(user.texts().includes(t('importReview.page', { n: 1, m: 3 })));
    await user.press('importPage');
    await user.press('importPage .3');
    assert.ok(user.texts().includes(t('importReview.page', { n: 3, m: 3 })));
    assert.ok(
      user
        .texts()
        .join('\n')
        .includes(t('importReview.row', { row: String(20), name: 'Alpine Ski House' })),
    );
  });

  it('stops on Stop: what was not begun comes back, and is done when it is sent again', async () => {
    const user = person();
    const rows = Array.from({ length: 150 }, () => existingRow());
    await pasted(user, csvOf(rows));
    const before = (await domains()).length;
    await user.press('importSubmit');
    await user.press('importStop');
    assert.ok(user.lines().includes(t('import.stopping')));
    await user.until(() => user.cards().some((card) => titleOf(card) === t('importDone.stopped')));
    const added = (await domains()).length - before;
    assert.ok(added < rows.length, String(added));
    assert.ok(
      user
        .texts()
        .join('\n')
        .includes(t('importDone.notBegun', { n: rows.length - added })),
    );
    await pasted(user, csvOf(rows));
    await user.press('importSubmit');
    await ended(user);
    assert.equal((await domains()).length, before + rows.length);
  });

  it('does not count two presses of Submit as two', async () => {
    const user = person();
    await pasted(user, csvOf([newRow(), newRow()]));
    const before = (await domains()).length;
    const press = user.pressed('importSubmit');
    await Promise.all([user.send(press), user.send(press)]);
    await ended(user);
    assert.equal((await domains()).length, before + 2);
  });

  for (const [manner, locale] of ways) {
    it(`goes from the command to the summary in ${locale}, in the manner of ${manner}`, async () => {
      const said = words(locale);
      const user = client(bot(), { manner, locale: locale === 'en' ? 'en-US' : locale, partner });
      await user.say(said.t('command.importCustomers').split('|')[0] ?? '');
      assert.equal(user.title(), said.t('import.title'));
      const rows = [
        newRow({ kind: said.t('cell.new').split('|')[0] ?? '' }),
        existingRow({ kind: said.t('cell.existing').split('|')[0] ?? '' }),
      ];
      await user.press('importText', { csv: csvOf(rows, locale, ';') });
      assert.equal(user.title(), said.t('importReview.title'), user.texts().join('\n'));
      assert.ok(user.texts().includes(said.t('importReview.new', { n: 1 })), user.texts().join('\n'));
      await user.press('importSubmit');
      await user.until(said.t('importDone.title'));
      assert.ok(user.texts().includes(said.t('importDone.added', { n: 1 })));
      assert.ok(user.texts().includes(said.t('importDone.recorded', { n: 1 })));
    });
  }
});
