import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { client } from '../client.ts';
import { everythingIn, useTestBot } from '../testBot.ts';
import { answersIn, changed, newDomain, partnerOf, submit, toReview, walkTo, openSection } from './walk.ts';

const { t } = words('en');

describe('two colleagues', () => {
  const bot = useTestBot();
  const partner = partnerOf(2);
  const both = () =>
    [client(bot(), { manner: 'teams', partner }), client(bot(), { manner: 'teams', partner })] as const;
  const withDomain = (domainPrefix: string) => changed(answersIn(), { company: { domainPrefix } });

  it('are told of each other when they add the same domain, and neither is stopped', async () => {
    const [first, second] = both();
    const answers = withDomain(newDomain());
    await first.say('add customer');
    await walkTo(first, 'contact', answers);
    await second.say('add customer');
    await walkTo(second, 'contact', answers);
    const domain = `${answers.company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;
    const note = (line: string): boolean => line.includes(domain) && line.startsWith('Note:');
    assert.equal(second.lines().filter(note).length, 1);
    await first.until(() => first.lines().some(note));
    assert.equal(openSection(second), 'contact');
  });

  it('are not told of a draft that is gone, or has another domain by now', async () => {
    const [first, second] = both();
    const answers = withDomain(newDomain());
    await first.say('add customer');
    await walkTo(first, 'contact', answers);
    await first.press('cancel');
    await first.press('discard');
    await second.say('add customer');
    await walkTo(second, 'contact', answers);
    assert.deepEqual(
      second.lines().filter((line) => line.startsWith('Note:')),
      [],
    );
  });
});

describe('deleting a record', () => {
  const bot = useTestBot();
  const partner = partnerOf(2);

  it('erases the customer’s data from every file but the audit line', async () => {
    const user = client(bot(), { manner: 'teams', partner });
    const colleague = client(bot(), { manner: 'teams', partner });
    const answers = changed(answersIn(), {
      company: { companyName: 'Margie Travel' },
      contact: { lastName: 'Marked' },
    });
    await toReview(user, answers);
    await submit(user);
    await user.press('done');
    await colleague.say('customers');
    await colleague.press('customer');
    await colleague.press('customerDetails');
    await colleague.press('asDraft');
    await user.say('customers');
    await user.press('customer');
    await user.press('customerDetails');
    await user.press('deleteRecord');
    assert.equal(user.title(), t('erase.title'));
    await user.press('eraseRecord');
    assert.ok(user.lines().includes(t('erase.done')));
    assert.ok(user.texts().includes(t('customers.none')));
    await bot().restart();
    await colleague.say('drafts');
    assert.ok(colleague.texts().includes(t('drafts.none')));
    const files = await everythingIn(bot().folder);
    assert.ok(!/Margie|Marked|lima@/.test(files));
    assert.match(files, /"action":"erase"/);
  });
});

describe('deleting a record without the right', () => {
  const user = '11111111-2222-4333-8444-555555555555';
  const bot = useTestBot({ partners: [{ ...partnerOf(2), users: { [user]: ['view', 'add'] } }] });

  it('is not offered, and a forged press is refused', async () => {
    const anna = client(bot(), { manner: 'teams', partner: partnerOf(2), user });
    await toReview(anna);
    await submit(anna);
    await anna.press('done');
    await anna.say('customers');
    await anna.press('customer');
    assert.ok(!anna.buttons().includes(t('button.deleteRecord')));
    const [recorded] = await bot().customersOf(partnerOf(2));
    await anna.send(anna.framed({ type: 'message', value: { verb: 'eraseRecord', argument: recorded?.id ?? '' } }));
    assert.ok(anna.texts().includes(t('refusal.right')));
    assert.equal((await bot().customersOf(partnerOf(2))).length, 1);
  });
});
