import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Activity, Attachment } from 'botbuilder';
import { readWorkbook } from '../../bot/files/workbooks.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { client, type Client } from '../client.ts';
import { everythingIn, useTestBot } from '../testBot.ts';
import { openUploads, type Uploads } from './uploads.ts';
import { answersIn, changed, holds, newDomain, partnerOf, submit, toReview } from './walk.ts';

const { t } = words('en');

const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const infoType = 'application/vnd.microsoft.teams.card.file.info';

const bot = useTestBot();
let uploads: Uploads;

before(async () => {
  uploads = await openUploads();
});
after(() => uploads.close());

/** The newest attachment of that type in a conversation, waiting for it. */
async function attachment(user: Client, contentType: string): Promise<Attachment & { readonly message: string }> {
  const find = () =>
    bot()
      .connector.screen(user.conversation)
      .flatMap(({ id, attachments }) => (attachments ?? []).map((one) => ({ ...one, message: id ?? '' })))
      .findLast((one) => one.contentType === contentType);
  await user.until(() => find() !== undefined);
  const found = find();
  assert.ok(found);
  return found;
}

/** Somebody in whose list there is a customer, who asks for that file. */
async function exporting(kind: string, options: Parameters<typeof client>[1] = {}, format = 'csv'): Promise<Client> {
  const user = client(bot(), options);
  await user.hello();
  await toReview(user, changed(answersIn('US'), { company: { companyName: `=1+2 "A, B" 高山` } }));
  await submit(user);
  await user.press('done');
  await user.say('customers');
  await user.press('export');
  assert.equal(user.title(), 'Export');
  await user.press(`exportFile ${kind}`, { fileFormat: format });
  return user;
}

const link = async (user: Client): Promise<string> =>
  (await attachment(user, 'text/csv; charset=utf-8')).contentUrl ?? '';

describe('a file in a client on this machine', () => {
  it('is a link to a CSV file with the columns of Partner Center, which Excel reads and takes for text', async () => {
    const user = await exporting('customers');
    const address = await link(user);
    assert.match(user.lines().join('\n'), /can be downloaded .* http:\/\/127\.0\.0\.1:\d+\/files\//);
    const response = await fetch(address);
    assert.equal(response.status, 200);
    assert.match(
      response.headers.get('content-disposition') ?? '',
      /^attachment; filename\*=UTF-8''customers-2026-03-10\.csv$/,
    );
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    const [head, row] = text.split('\r\n');
    assert.equal(head, '\uFEFFMicrosoft ID,Company name,Primary domain name,Relationship');
    assert.match(row ?? '', /^[0-9a-f-]{36},"'=1\+2 ""A, B"" 高山",\w+\.onmicrosoft\.com,/);
    assert.ok(row?.endsWith(`,${t('relationship.reseller')}`), row);
  });

  it('is a workbook unless text is asked for, with the same rows, and nothing in it is computed', async () => {
    const user = await exporting('customers', {}, 'xlsx');
    const { contentUrl = '', name = '' } = await attachment(user, workbookType);
    assert.match(name, /^customers-2026-03-10\.xlsx$/);
    const sheets = await readWorkbook(new Uint8Array(await (await fetch(contentUrl)).arrayBuffer()));
    assert.ok(typeof sheets !== 'string');
    const [header, row] = sheets[0]?.rows ?? [];
    assert.deepEqual(header, [
      t('field.microsoftId'),
      t('field.companyName'),
      t('field.domain'),
      t('field.relationship'),
    ]);
    assert.equal(row?.[1], '=1+2 "A, B" 高山');
  });

  it('has its headings in the language of the chat, and an import reads it', async () => {
    await exporting('customers');
    for (const locale of locales) {
      const user = client(bot(), { locale });
      await user.say('customers');
      await user.press('export');
      await user.press('exportFile customers', { fileFormat: 'csv' });
      const text = await (await fetch(await link(user))).text();
      const spoken = words(locale);
      const columns = ['field.microsoftId', 'field.companyName', 'field.domain', 'field.relationship'] as const;
      // Excel in Russian splits by semicolons.
      const head = columns.map((column) => spoken.t(column)).join(locale === 'ru' ? ';' : ',');
      assert.equal(text.split('\r\n')[0]?.replace('\uFEFF', ''), head);
      // The same customer is ours already; one with another ID and domain is read.
      const another = text
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, randomUUID())
        .replace(/\w+(?=\.onmicrosoft)/, newDomain());
      await user.say('import');
      await user.press('importText', { csv: another });
      assert.ok(holds(user, spoken.t('importReview.existing', { n: 1 })), user.texts().join('\n'));
      assert.deepEqual(user.faults(), {});
    }
  });

  it('is never there under another name, or for another page', async () => {
    const user = await exporting('customers');
    const address = await link(user);
    assert.equal((await fetch(`${address}x`)).status, 404);
    assert.equal((await fetch(address, { headers: { Origin: 'http://foreign.example' } })).status, 403);
  });

  it('holds nothing of another partner', async () => {
    await exporting('customers');
    const other = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    await other.say('customers');
    await other.send({ value: { verb: 'exportFile', argument: 'customers', fileFormat: 'csv' } });
    assert.equal((await (await fetch(await link(other))).text()).split('\r\n').length, 2);
  });

  it('of a kind that there is not is none', async () => {
    const user = client(bot());
    await user.send({ value: { verb: 'exportFile', argument: '__proto__' } });
    assert.deepEqual(user.lines(), [words('en').t('file.gone')]);
  });

  it('leaves a line of who took how much away', async () => {
    await exporting('customers').then(link);
    assert.match(
      await everythingIn(bot().folder),
      /"action":"exported","record":"list"[^}]*"data":\{"kind":"customers","n":\d+\}/,
    );
  });
});

describe('a file in Teams', () => {
  const offered = async (): Promise<{ user: Client; consent: Awaited<ReturnType<typeof attachment>> }> => {
    const user = await exporting('customers', { manner: 'teams' });
    return { user, consent: await attachment(user, consentType) };
  };

  const answered = (
    consent: Awaited<ReturnType<typeof attachment>>,
    action: 'accept' | 'decline',
    more: object = {},
    to = uploads.url,
  ): Partial<Activity> => ({
    type: 'invoke',
    name: 'fileConsent/invoke',
    replyToId: consent.message,
    value: {
      type: 'fileUpload',
      action,
      // The SDK's type of an attachment's content.
      context: (consent.content as { acceptContext: object }).acceptContext,
      ...(action === 'accept'
        ? {
            uploadInfo: {
              name: consent.name,
              uploadUrl: `${to}/session-${consent.message}`,
              contentUrl: `${to}/files/${consent.name ?? ''}`,
              uniqueId: randomUUID(),
              fileType: 'csv',
            },
          }
        : {}),
      ...more,
    },
  });

  const uploaded = (consent: Awaited<ReturnType<typeof attachment>>) =>
    uploads.files.filter(({ path }) => path.endsWith(`session-${consent.message}`));

  it('is offered with its size, saved when it is accepted, and shown where it was offered', async () => {
    const { user, consent } = await offered();
    assert.equal(await user.send(answered(consent, 'accept')), 200);
    const info = await attachment(user, infoType);
    assert.equal(info.message, consent.message);
    const [file, ...more] = uploaded(consent);
    assert.ok(file);
    assert.deepEqual(more, []);
    const { sizeInBytes } = consent.content as { sizeInBytes: number };
    assert.equal(file.content.length, sizeInBytes);
    assert.equal(file.range, `bytes 0-${String(sizeInBytes - 1)}/${String(sizeInBytes)}`);
    assert.match(file.content.toString('utf8'), /^\uFEFFMicrosoft ID,/);
  });

  it('is saved once, however often Teams tells of it', async () => {
    const { user, consent } = await offered();
    for (let times = 0; times < 3; times += 1) assert.equal(await user.send(answered(consent, 'accept')), 200);
    await attachment(user, infoType);
    await bot().restart();
    assert.equal(uploaded(consent).length, 1);
  });

  it('is made again when it was accepted after a restart', async () => {
    const { user, consent } = await offered();
    await bot().restart();
    await user.send(answered(consent, 'accept'));
    await attachment(user, infoType);
    assert.equal(uploaded(consent).length, 1);
  });

  it('is not saved when it is declined', async () => {
    const { user, consent } = await offered();
    assert.equal(await user.send(answered(consent, 'decline')), 200);
    assert.deepEqual(user.texts(), [t('file.declined')]);
  });

  it('is not given to anybody but the one it was offered to', async () => {
    const { consent } = await offered();
    for (const partner of [partnerOf(1), partnerOf(2)]) {
      const thief = client(bot(), { manner: 'teams', partner });
      assert.equal(await thief.send(answered(consent, 'accept')), 200);
      assert.deepEqual(thief.lines(), [words('en').t('file.gone')]);
    }
    await bot().restart();
    assert.deepEqual(uploaded(consent), []);
  });

  it('goes nowhere else', async () => {
    const { user, consent } = await offered();
    await user.send(answered(consent, 'accept', {}, 'https://files.example'));
    await user.until(t('file.notSaved'));
  });

  it('that could not be saved is said to be, and can be exported again', async () => {
    const { user, consent } = await offered();
    uploads.refuse(403);
    await user.send(answered(consent, 'accept'));
    await user.until(t('file.notSaved'));
    uploads.refuse(undefined);
    await user.press('command customers');
    assert.equal(user.title(), t('customers.title'));
  });

  it('leaves no conversation stuck, whatever is sent in its place', async () => {
    const user = client(bot(), { manner: 'teams' });
    for (const value of [undefined, null, 7, 'accept', [], {}, { action: 'accept' }, { action: 'accept', context: {} }])
      assert.equal(await user.send({ type: 'invoke', name: 'fileConsent/invoke', value }), 200);
    assert.equal(await user.send({ type: 'invoke', name: 'other/invoke', value: {} }), 501);
    await user.say('hello');
    assert.equal(user.title(), 'Customer Desk');
  });
});
