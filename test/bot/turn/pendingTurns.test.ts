import assert from 'node:assert/strict';
import { createPendingTurns } from '../../../bot/turn/turnLimits.ts';
import { words } from '../../../locales/words.ts';
import { client } from '../../client.ts';
import { eventually } from '../../eventually.ts';
import { startHold } from '../../reliability/hold.ts';
import { useTestBot } from '../../testBot.ts';

const { t } = words('en');

describe('turns of one user that wait for one another', () => {
  it('are bounded, and who sends more is told once until none waits', () => {
    const waiting = createPendingTurns(2);
    const enter = () => waiting.enter('anna');
    assert.deepEqual([enter(), enter(), enter(), enter()], ['taken', 'taken', 'refused', 'silent']);
    assert.equal(waiting.enter('robin'), 'taken');
    waiting.leave('anna');
    assert.deepEqual([enter(), enter()], ['taken', 'silent']);
    waiting.leave('anna');
    waiting.leave('anna');
    assert.deepEqual([enter(), enter(), enter()], ['taken', 'taken', 'refused']);
  });

  const bot = useTestBot();

  it('leave places for others, who are answered while forty of theirs wait and the rest is refused in words', async () => {
    const hold = await startHold(bot().connector.url);
    const hung = client({ ...bot(), connector: { ...bot().connector, url: hold.url } });
    const robin = client(bot());
    hold.hold();
    let done = 0;
    const sent = Array.from({ length: 60 }, async () => {
      const status = await hung.send({ text: 'help' });
      done += 1;
      return status;
    });
    // The one being answered, and the one that says there are too many; the rest is let go at once, in silence.
    await hold.held(2);
    await eventually('the rest is refused', () => done >= 19);
    await robin.say('help');
    assert.equal(robin.title(), t('help.title'));
    hold.release();
    assert.deepEqual(new Set(await Promise.all(sent)), new Set([200]));
    const said = bot().connector.calls.filter(({ conversation }) => conversation === hung.conversation);
    const texts = said.flatMap(({ body }) => (body.text === undefined ? [] : [body.text]));
    const refused = texts.filter((text) => text === t('trouble.busy')).length;
    assert.ok(refused <= 1, String(refused));
    // On a slow machine a call is given up, which gives its place away and is apologised for.
    assert.ok(said.length - texts.length <= 40 + texts.length - refused, String(said.length));
    await hung.say('help');
    assert.equal(hung.title(), t('help.title'));
    await hold.close();
  });
});
