import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { partnerOf, toReview } from './walk.ts';

const { t } = words('en');

describe('the confirmation', () => {
  const bot = useTestBot();

  it('is sent again with the password when the channel refused it once', async () => {
    const user = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    await toReview(user);
    const refused = new Set<string>();
    bot().connector.failWhere(({ method, body }) => {
      const confirms = method === 'POST' && JSON.stringify(body).includes(t('field.adminAccount'));
      const first = confirms && refused.size === 0;
      if (first) refused.add('once');
      return first ? { status: 500 } : undefined;
    });
    await user.press('submit');
    await user.until(t('confirmation.title'));
    assert.equal(refused.size, 1);
    assert.ok(!user.texts().some((text) => text.includes(t('password.lost'))));
    assert.ok(user.texts().some((text) => text.includes(t('password.once', { n: 10 }))));
  });
});
