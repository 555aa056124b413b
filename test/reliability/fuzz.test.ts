import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandNames } from '../../dialogs/commands.ts';
import { draftPresses, plainPresses } from '../../dialogs/pressActions.ts';
import { words } from '../../locales/words.ts';
import { anyText } from '../anyText.ts';
import { post } from '../bot/desk.ts';
import { partnerOf } from '../conversations/walk.ts';
import { startConnectedBot, type ConnectedBot } from './connectedBot.ts';
import { personAt } from './person.ts';

const seed = 20_260_310;
const activities = 1_000;
const { t } = words('en');

const junk = fc.oneof(
  anyText(40),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(anyText(5), fc.integer()), { maxLength: 4 }),
  fc.dictionary(anyText(8), fc.oneof(anyText(20), fc.integer(), fc.constant(null)), { maxKeys: 5 }),
);
/** Mostly what belongs there, else anything, or nothing. */
const mostly = <T>(good: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: good, weight: 6 },
    { arbitrary: junk, weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  );

const types = [
  'message',
  'message',
  'message',
  'conversationUpdate',
  'installationUpdate',
  'invoke',
  'event',
  'typing',
];
const others = [
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'endOfConversation',
  'handoff',
  'trace',
  'command',
];
const verbs = [
  ...Object.keys(plainPresses),
  ...Object.keys(draftPresses),
  'command',
  'next',
  'back',
  'submit',
  'update',
];
const users = Array.from({ length: 30 }, (_, index) => `user-${String(index)}`);

const account = fc.record({
  id: mostly(fc.constantFrom(...users, 'bot')),
  name: mostly(anyText(20)),
  aadObjectId: mostly(fc.constantFrom(...users)),
});
const press = fc.record({
  verb: mostly(fc.constantFrom(...verbs)),
  token: mostly(anyText(10)),
  argument: mostly(fc.oneof(fc.constantFrom(...commandNames, 'ru', 'company'), anyText(20))),
  companyName: mostly(anyText(50)),
});
const tenant = fc.constantFrom(...[1, 2, 5, 9].map((number) => partnerOf(number).tenantId));

const activityOf = (serviceUrl: string): fc.Arbitrary<object> =>
  fc.record({
    type: fc.oneof(
      fc.constantFrom(...types, ...others),
      anyText(10).map((text) => `x${text}`),
    ),
    id: mostly(fc.uuid()),
    conversation: fc.record({
      id: fc.oneof(
        fc.uuid(),
        anyText(20).map((text) => `c${text}`),
      ),
      conversationType: mostly(fc.constantFrom('personal', 'personal', 'channel', 'groupChat')),
      tenantId: mostly(tenant),
      isGroup: mostly(fc.boolean()),
    }),
    serviceUrl: fc.oneof({ arbitrary: fc.constant(serviceUrl), weight: 20 }, { arbitrary: junk, weight: 1 }),
    channelId: mostly(fc.constantFrom('msteams', 'emulator')),
    from: mostly(account),
    recipient: mostly(fc.constant({ id: 'bot', name: 'Bot' })),
    channelData: mostly(fc.record({ tenant: mostly(fc.record({ id: mostly(tenant) })) })),
    locale: mostly(fc.constantFrom('en-US', 'zh-TW', 'zh-Hans', 'ru', 'x', 'en_US', '-')),
    text: mostly(fc.oneof(fc.constantFrom(...commandNames, 'add customer', 'start over'), anyText(100))),
    value: mostly(press),
    replyToId: mostly(fc.constantFrom('activity-000001', 'none')),
    membersAdded: mostly(fc.array(account, { maxLength: 3 })),
    action: mostly(fc.constantFrom('add', 'remove', 'add-upgrade')),
    name: mostly(fc.constantFrom('adaptiveCard/action', 'composeExtension/query', 'fileConsent/invoke')),
    timestamp: mostly(fc.constant('2026-03-10T09:00:00.000Z')),
    localTimestamp: mostly(fc.constantFrom('2026-03-10T09:00:00.000+08:00', '2026-99-99T09:00:00')),
    localTimezone: mostly(fc.constantFrom('Asia/Taipei', 'Nowhere/None')),
    deliveryMode: mostly(fc.constantFrom('normal', 'expectReplies', 'notification', 'ephemeral')),
    entities: mostly(fc.array(junk, { maxLength: 3 })),
    attachments: mostly(fc.array(junk, { maxLength: 3 })),
    callerId: mostly(fc.constant('urn:botframework:azure')),
    textFormat: mostly(fc.constant('markdown')),
    attachmentLayout: mostly(fc.constant('list')),
    relatesTo: mostly(junk),
  });

/** What a line says, without what differs from one to the next. */
const what = (line: string): string => line.replaceAll(/"(time|correlationId|job)":"[^"]*",?/g, '');

describe('activities of any shape', () => {
  let bot: ConnectedBot;

  before(async () => {
    bot = await startConnectedBot();
  });
  after(() => bot.clear());

  it(`get an answer and harm nobody: ${String(activities)} of them (seed ${String(seed)})`, async () => {
    const all = fc.sample(activityOf(bot.connector.url), { numRuns: activities, seed });
    const wrong: string[] = [];
    for (let from = 0; from < activities; from += 20) {
      const batch = all.slice(from, from + 20).map(async (activity) => {
        const body = JSON.stringify(activity);
        const response = await post(bot.url(), body);
        await response.text();
        // An invoke the bot has no use for is answered so by the SDK, as the protocol has it.
        const known = response.status < 500 || (response.status === 501 && body.startsWith('{"type":"invoke"'));
        if (!known) wrong.push(`${String(response.status)} ${body}`);
      });
      await Promise.all(batch);
      assert.ok(bot.alive(), bot.errors());
    }
    assert.deepEqual(wrong.slice(0, 3), []);
    const failed = bot
      .output()
      .split('\n')
      .filter((line) => /"level":"(error|fatal)"/.test(line));
    assert.deepEqual([...new Set(failed.map(what))], [], 'no turn fails');
    const user = personAt(bot);
    await user.hello();
    assert.equal(user.title(), t('home.title'));
  });
});
