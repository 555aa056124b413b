import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { words } from '../../locales/words.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { answersIn, openSection, partnerOf, submit, toReview, walkTo, filled, asks } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);

/** What a person's document holds, as far as these tests change it. */
interface Stored {
  value: { data: Record<string, unknown> & { drafts: Record<string, unknown>[] } };
}

describe('a state another version left, or nobody can read', () => {
  // Whose files can be looked into, and broken.
  const bot = useTestBot({ settings: { STORAGE: 'lowdb' } });
  const at = async (section: 'contact' | 'review'): Promise<Client> => {
    const user = client(bot(), { manner: 'teams', partner });
    await user.say('add customer');
    await walkTo(user, section, answersIn());
    return user;
  };
  const fileOf = (user: Client): string => join(bot().folder, 'people', partner.tenantId, `${user.user}.json`);
  /** Changes what is stored of a person while the bot is down. */
  const edit = (user: Client, change: (data: Stored['value']['data']) => void): Promise<void> =>
    bot().restart(async () => {
      const stored = JSON.parse(await readFile(fileOf(user), 'utf8')) as Stored; // what the bot wrote
      change(stored.value.data);
      await writeFile(fileOf(user), JSON.stringify(stored));
    });
  const goesOn = async (user: Client): Promise<void> => {
    await user.press('next', filled(user, answersIn()));
    assert.ok(asks(user, 'subscriptions'));
    await walkTo(user, 'review', answersIn());
    await submit(user);
    assert.ok(!bot().log.some((line) => line.includes('turn failed')), 'no turn failed');
  };

  it('goes on from the draft whatever dialog stack another version stored', async () => {
    const user = await at('contact');
    await edit(user, (data) => {
      data['dialogs'] = {
        dialogStack: [
          { id: 'addCustomer', state: { stepIndex: 99 } },
          { id: 'gone', state: {} },
        ],
      };
    });
    await goesOn(user);
  });

  it('goes on where sections were renamed: what is unknown is left aside, what is missing is asked', async () => {
    const user = await at('contact');
    await edit(user, ({ drafts }) => {
      const [draft] = drafts;
      assert.ok(draft);
      draft['accepted'] = { ...(draft['accepted'] as object), formerSection: { x: 'y' } };
      draft['reopened'] = ['formerSection'];
      draft['invalidated'] = ['formerSection'];
      draft['updating'] = 'formerSection';
    });
    await goesOn(user);
  });

  it('asks again what the rules of today refuse, before anything is submitted', async () => {
    const user = await at('review');
    await edit(user, ({ drafts }) => {
      const [draft] = drafts as { accepted: Record<string, Record<string, string>> }[]; // what the bot wrote
      if (draft?.accepted['company']) draft.accepted['company']['postalCode'] = 'not a code';
    });
    await user.press('submit');
    assert.equal(openSection(user), 'company');
    assert.equal(user.faults()['postalCode'], t('fault.postalCode.zip', { sample: '98052' }));
    await user.press('next', { postalCode: '98101' });
    await submit(user);
  });

  for (const [what, content] of [
    ['cut off', '{"id":"x","etag":"y","val'],
    ['empty', ''],
    ['of zeros', '\0'.repeat(500)],
    ['of another shape', '{"id":"USER","etag":"e","value":{"schema":1,"data":{"drafts":"none"}}}'],
  ] as const) {
    it(`sets a file ${what} aside, says so once, and begins again`, async () => {
      const user = await at('contact');
      const card = user.card();
      await bot().restart(() => writeFile(fileOf(user), content.replace('USER', user.user)));
      await user.press('next', filled(user, answersIn()), card);
      assert.equal(user.lines()[0], t('trouble.unreadable'));
      assert.equal(user.title(), 'Customer Desk');
      await toReview(user);
      assert.ok(!user.lines().includes(t('trouble.unreadable')));
      await submit(user);
      assert.ok((await readdir(join(bot().folder, 'quarantine'))).length > 0);
    });
  }

  it('lists the other customers when one record cannot be read', async () => {
    const user = await at('review');
    await submit(user);
    const [newest] = await bot().customersOf(partner);
    const before = (await bot().customersOf(partner)).length;
    await bot().restart(() =>
      writeFile(join(bot().folder, 'customers', partner.tenantId, `${newest?.id ?? ''}.json`), '{'),
    );
    await user.say('customers');
    assert.ok(user.texts().includes(t('customers.unreadable', { n: 1 })), user.texts().join('\n'));
    assert.equal((await bot().customersOf(partner)).length, before - 1);
  });
});
