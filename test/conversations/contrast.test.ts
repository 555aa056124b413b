import assert from 'node:assert/strict';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { answersIn, changed, openSection, partnerOf, walkTo } from './walk.ts';

/** What a new customer has on the cards before, and what is typed later about it, with the input and its value then. */
const said: Readonly<Record<string, readonly [input: string, value: string]>> = {
  'its suite 400 not 40': ['addressLine2', 'Suite 400'],
  "it's not suite 40, it's suite 400": ['addressLine2', 'Suite 400'],
  'domains wrong, missed the r, kestreldental not kesteldental': ['domainPrefix', 'kestreldental'],
  'Harbour Street instead of Main Street': ['addressLine1', '100 Harbour Street'],
  'улица не main а harbour': ['addressLine1', '100 Harbour Street'],
  'не 40, а 400': ['addressLine2', 'Suite 400'],
  'кестрел? kestreldental вместо kesteldental': ['domainPrefix', 'kestreldental'],
  '网域不是kesteldental，是kestreldental': ['domainPrefix', 'kestreldental'],
  kesteldental改成kestreldental: ['domainPrefix', 'kestreldental'],
  '是400，不是40': ['addressLine2', 'Suite 400'],
  '把 kesteldental 改為 kestreldental': ['domainPrefix', 'kestreldental'],
};

describe('something else in the place of what was entered', () => {
  const bot = useTestBot();
  const partner = partnerOf(2);
  const answers = changed(answersIn(partner.country), {
    company: { companyName: 'Kestrel Dental', addressLine2: 'Suite 40', domainPrefix: 'kesteldental' },
  });

  for (const [text, [input, value]] of Object.entries(said))
    it(`is put there, on the card that asks for it: ${text}`, async () => {
      const user: Client = client(bot(), { manner: 'teams', partner });
      await user.say('add customer');
      await walkTo(user, 'subscriptions', answers);
      await user.say(text);
      assert.equal(openSection(user), 'company', user.title());
      assert.equal(user.inputs()[input]?.value, value);
      await user.say(text);
      assert.equal(user.inputs()[input]?.value, value, 'said once more, it stays');
    });

  it('is asked about where it stands twice, or nowhere', async () => {
    const user = client(bot(), { manner: 'teams', partner });
    await user.say('add customer');
    await walkTo(user, 'subscriptions', answers);
    for (const text of ['kestrel ltd not kestral', 'it is not blue but red']) {
      await user.say(text);
      assert.notEqual(openSection(user), 'company', text);
    }
  });
});
