import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { client, newest, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { existing, pressAny } from './existing.ts';
import { answersIn, changed, openSection, partnerOf, submit, walkTo } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(14);
const romashka = answersIn('RU');
const other = (company: Readonly<Record<string, string>>) => changed(answersIn('RU'), { company });

describe('a new customer that may be in the list already', () => {
  const bot = useTestBot();
  const open = (): Client => client(bot(), { manner: 'teams', partner });
  const says = (user: Client, key: 'alike.name' | 'alike.registration'): boolean => user.texts().includes(t(key));

  it('is warned of where a copy is left as it is, and opened by its button; nothing is forbidden', async () => {
    const user = open();
    const { id } = await existing(bot(), user, partner, [], romashka);
    await user.say('customers');
    await pressAny(user, 'asDraft', id);
    const name = 'ООО «Ромашка»';
    assert.ok(
      user.texts().some((text) => text.includes(t('customer.copied', { name }))),
      'whose copy it is',
    );
    await walkTo(user, 'contact', { company: { registrationNumber: '7707083893' } });
    assert.ok(says(user, 'alike.registration') && !says(user, 'alike.name'), user.texts().join(' | '));
    await user.press('customer');
    assert.ok(
      user.has('customerDetails') && user.texts().some((text) => text.includes(name)),
      user.texts().join(' | '),
    );
    await user.say('back');
    await walkTo(user, 'review', romashka);
    assert.ok(says(user, 'alike.registration') && user.has('customer '));
    await submit(user);
    assert.equal((await bot().customersOf(partner)).length, 2, 'it may be meant');
  });

  it('is warned of by its name alone, and no more once it has another', async () => {
    const user = open();
    await user.say('add customer');
    await walkTo(user, 'contact', other({ companyName: 'ООО "РОМАШКА"', registrationNumber: '7736050003' }));
    assert.ok(says(user, 'alike.name'));
    await user.press('back');
    await user.press('next', { companyName: 'ООО «Лютик»' });
    assert.equal(openSection(user), 'contact');
    assert.ok(!says(user, 'alike.name') && !user.has('customer '));
    await user.say('drafts');
    await user.press(newest(user, 'continueDraft'));
    await walkTo(user, 'review', romashka);
    assert.ok(!says(user, 'alike.name') && !says(user, 'alike.registration'));
  });
});
