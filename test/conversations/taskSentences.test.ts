import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer } from './existing.ts';
import { answersIn, changed, openSection, partnerOf } from './walk.ts';

const { t } = words('en');
const bot = useTestBot();
const partner = partnerOf(2);
const called = (companyName: string) => changed(answersIn(), { company: { companyName } });

const person = (): Client => client(bot(), { manner: 'teams', partner, locale: 'en-US' });

describe('a task about a customer that is typed', () => {
  before(async () => {
    const user = person();
    await existing(bot(), user, partner, [offer.e3], called('Contoso Ltd'));
    await existing(bot(), user, partner, [], called('Blue Wave'));
    await existing(bot(), user, partner, [], called('Blue Yonder'));
  });

  it('opens the card of its button, and changes nothing', async () => {
    const user = person();
    const kept = async (): Promise<unknown> => [await bot().customersOf(partner), await bot().changesOf(partner)];
    const before = await kept();
    for (const [text, verb] of [
      ['new admin password for contoso', 'setPassword '],
      ['сбросить пароль для contoso', 'setPassword '],
      ['end relationship with blue wave', 'removeRelationship '],
      ['delete customer contoso', 'deleteRecord '],
      ['删除客户 contoso', 'deleteRecord '],
      ['first steps for contoso', 'welcomePlain '],
      ['contoso 的圖表', 'chart '],
      ['chart for contoso', 'chart '],
      ['add-ons for contoso', 'addOns '],
    ] as const) {
      await user.say('hello');
      await user.say(text);
      assert.ok(user.has(verb), `${text}: ${user.title()}`);
    }
    await user.say('update the address of contoso');
    assert.equal(openSection(user), 'review', 'of the present data');
    await user.say('copy contoso to a new customer');
    assert.ok(user.texts().some((text) => text.includes(t('customer.copied', { name: 'Contoso Ltd' }))));
    assert.deepEqual(await kept(), before);
  });

  it('is asked about where several customers are meant, and goes on with the one chosen', async () => {
    const user = person();
    await user.say('new admin password for blue');
    assert.equal(user.title(), t('sentence.whichCustomer'));
    await user.press(user.named('newPassword ')[0] ?? 'newPassword');
    assert.ok(user.has('setPassword '));
  });
});
