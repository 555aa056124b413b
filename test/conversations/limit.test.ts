import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { partnerOf } from './walk.ts';

const { t } = words('en');

describe('somebody who sends too much', () => {
  const bot = useTestBot({ settings: { TURNS_PER_MINUTE: '3' } });

  it('is told once, is answered again a minute later, and nobody else waits for them', async () => {
    const anna = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    const robin = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    const told = (): number =>
      bot().connector.calls.filter(
        ({ conversation, body }) => conversation === anna.conversation && body.text === t('trouble.busy'),
      ).length;
    for (let count = 0; count < 6; count += 1) await anna.say('help');
    assert.equal(told(), 1);
    await robin.say('help');
    assert.equal(robin.title(), t('help.title'));
    bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
    await anna.say('drafts');
    assert.equal(anna.title(), t('drafts.title'));
    assert.equal(told(), 1);
  });
});
