import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { samplePartners } from '../../../partner-center/rules/samplePartners.ts';
import { identify } from '../../../bot/turn/incomingActivity.ts';

const [first, second] = samplePartners;
if (first === undefined || second === undefined) throw new Error('two sample partners are needed');

interface Message {
  readonly conversation?: object;
  readonly channelData?: unknown;
  readonly from?: object | undefined;
  readonly membersAdded?: object[];
}

const stranger = '99999999-0000-4000-8000-000000000000';
const aadObjectId = '11111111-0000-4000-8000-000000000001';

/** A message as Teams sends it from a user of the first partner, with that changed. */
const message = (changed: Message = {}): Activity =>
  // The SDK's type asks for fields that clients leave out.
  ({
    type: 'message',
    conversation: { id: 'c1', conversationType: 'personal', tenantId: first.tenantId },
    channelData: { tenant: { id: first.tenantId } },
    from: { id: '29:u1', name: 'Robin', aadObjectId },
    recipient: { id: '28:bot' },
    ...changed,
  }) as unknown as Activity;

const inTenant = (tenantId: unknown, channelTenant: unknown = tenantId): Message => ({
  conversation: { id: 'c1', conversationType: 'personal', ...(tenantId === undefined ? {} : { tenantId }) },
  channelData: channelTenant === undefined ? {} : { tenant: { id: channelTenant } },
});

const answer = (changed: Message, anonymous: boolean): string => {
  const who = identify(message(changed), samplePartners, anonymous);
  return typeof who === 'string' ? who : `${who.partner.name}, ${who.userId}`;
};

const found = `${first.name}, ${aadObjectId}`;
const other = `${second.name}, ${aadObjectId}`;

// What, the change, the answer with an app id, and without one.
const cases: readonly [string, Message, string, string][] = [
  ['a user of a partner', {}, found, found],
  ['a user of another partner', inTenant(second.tenantId), other, other],
  ['no tenant in the conversation', inTenant(undefined, first.tenantId), 'refusal.partner', found],
  ['no tenant in the channel’s data', inTenant(first.tenantId, null), 'refusal.partner', found],
  ['no tenant at all', { ...inTenant(undefined), channelData: undefined }, 'refusal.partner', found],
  ['two tenants that differ', inTenant(first.tenantId, second.tenantId), 'refusal.partner', other],
  ['a tenant that is not on the list', inTenant(stranger), 'refusal.partner', found],
  ['a tenant that is a number', inTenant(1), 'refusal.partner', found],
  ['a tenant that is an object’s own word', inTenant('__proto__'), 'refusal.partner', found],
  ['channel data that is a text', { channelData: 'tenant' }, 'refusal.partner', found],
  ['a tenant that is no object', { channelData: { tenant: 'x' } }, 'refusal.partner', found],
  ['a user without an object id', { from: { id: '29:u1' } }, 'refusal.partner', `${first.name}, 29:u1`],
  ['nobody', { from: undefined }, 'refusal.partner', 'refusal.partner'],
  ['a user without an id', { from: {} }, 'refusal.partner', 'refusal.partner'],
  [
    'a group chat',
    { conversation: { id: 'c1', conversationType: 'groupChat', tenantId: first.tenantId } },
    'refusal.personal',
    'refusal.personal',
  ],
  [
    'a channel',
    { conversation: { id: 'c1', conversationType: 'channel', tenantId: first.tenantId } },
    'refusal.personal',
    'refusal.personal',
  ],
  ['a chat of no known type', { conversation: { id: 'c1', tenantId: first.tenantId } }, 'refusal.personal', found],
];

describe('who is asking', () => {
  for (const [what, changed, registered, anonymous] of cases) {
    it(`${what}: ${registered} with an app id`, () => assert.equal(answer(changed, false), registered));
    it(`${what}: ${anonymous} in anonymous mode`, () => assert.equal(answer(changed, true), anonymous));
  }

  it('is the member an update is about, when the bot itself sent it', () => {
    const update = { from: { id: '28:bot' }, membersAdded: [{ id: '28:bot' }, { id: 'u2', name: 'Kim' }] };
    assert.equal(answer(update, true), `${first.name}, u2`);
    assert.equal(answer({ from: { id: '28:bot' }, membersAdded: [{ id: '28:bot' }] }, true), 'refusal.partner');
  });

  it('is found by the tenant in capitals too', () => {
    const capitals = first.tenantId.toUpperCase();
    assert.equal(answer(inTenant(capitals), false), found);
  });

  it('is nobody where there are no partners', () => {
    assert.equal(identify(message(), [], true), 'refusal.partner');
    assert.equal(identify(message(), [], false), 'refusal.partner');
  });
});
