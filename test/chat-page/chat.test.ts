import assert from 'node:assert/strict';
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication, TurnContext } from 'botbuilder';
import fc from 'fast-check';
import {
  chatUsers,
  conversationId,
  createConversation,
  createConversations,
  localTimestamp,
  partiesOf,
} from '../../chat-page/server/conversations.ts';
import { partners, startStubBot, type Reply, type StubBot } from '../browser/stubBot.ts';

const json = { 'content-type': 'application/json' };
const [northwind, yuanshan] = partners;
const message = (text: string) => ({ type: 'message', text });

interface Event {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

/** Reads the stream until the event is there, and everything before it. */
async function readUntil(url: string, last: string, headers: Record<string, string> = {}): Promise<Event[]> {
  const response = await fetch(url, { headers });
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  const read: Event[] = [];
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const blocks = (rest + Buffer.from(chunk).toString('utf8')).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: ?(.*)/s).slice(0, 2))) as Record<
        string,
        string
      >;
      if (!fields['data']) continue;
      const event = {
        event: fields['event'] ?? 'message',
        id: fields['id'] ?? '',
        data: JSON.parse(fields['data']) as unknown,
      };
      read.push(event);
      if (event.event === last) return read;
    }
  }
  return read;
}

describe('chat page: the connector', () => {
  let bot: StubBot;
  const post = (path: string, body: unknown) =>
    fetch(bot.url + path, { method: 'POST', headers: json, body: JSON.stringify(body) });
  const start = async (tenantId: string = northwind.tenantId, userId = 'user-1', locale = 'ru'): Promise<string> => {
    const response = await post('/chat/conversations', { tenantId, userId, locale });
    assert.equal(response.status, 201);
    return ((await response.json()) as { id: string }).id;
  };
  const path = (id: string, end: string): string => `/chat/conversations/${encodeURIComponent(id)}/${end}`;
  const past = (id: string, headers = {}) => readUntil(bot.url + path(id, 'events'), 'ready', headers);
  const texts = (events: Event[]): (string | undefined)[] =>
    events
      .filter(({ event }) => event === 'message')
      .map(({ data }) => (data as { activity: { text: string } | null }).activity?.text);

  beforeEach(async () => {
    bot = await startStubBot();
  });
  afterEach(() => bot.close());

  it('begins a conversation as Teams does: installed, then joined by the bot and the user', async () => {
    const id = await start(yuanshan.tenantId, 'user-2');
    const [installed, joined] = bot.received;
    assert.deepEqual([installed?.type, installed?.['action']], ['installationUpdate', 'add']);
    assert.equal(joined?.type, 'conversationUpdate');
    const members = joined?.['membersAdded'] as { id: string }[];
    assert.deepEqual(
      members.map((member) => member.id),
      ['bot', 'user-2'],
    );
    assert.deepEqual(joined?.conversation, { id, conversationType: 'personal', tenantId: yuanshan.tenantId });
    assert.deepEqual(joined?.['channelData'], { tenant: { id: yuanshan.tenantId } });
  });

  it('sends what is typed with everything a channel adds, and nothing the browser could forge', async () => {
    const id = await start();
    const forged = {
      text: 'hi',
      locale: 'zh-TW',
      from: { id: 'someone' },
      type: 'event',
      serviceUrl: 'http://evil.example',
    };
    assert.equal((await post(path(id, 'activities'), forged)).status, 202);
    const said = bot.received.at(-1);
    assert.equal(said?.type, 'message');
    assert.equal(said?.text, 'hi');
    assert.equal(said?.locale, 'zh-TW');
    assert.equal(said?.serviceUrl, `${bot.url}/chat`);
    assert.deepEqual(said?.['from'], {
      id: 'user-1',
      name: 'Robin Field',
      aadObjectId: '00000000-0000-4000-8000-000000000001',
      role: 'user',
    });
    assert.match(String(said?.['localTimestamp']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
  });

  it('tells the bot the clock of the browser, and its own where that is none', async () => {
    const id = await start();
    const say = async (headers: Readonly<Record<string, string>>) => {
      const body = JSON.stringify({ text: 'hi' });
      const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
      await fetch(`${bot.url}${path(id, 'activities')}`, sent);
      return bot.received.at(-1);
    };
    const taipei = await say({ 'x-clock-minutes': '480', 'x-time-zone': 'Asia/Taipei' });
    assert.match(String(taipei?.['localTimestamp']), /\+08:00$/);
    assert.equal(taipei?.['localTimezone'], 'Asia/Taipei');
    for (const minutes of ['9000', 'soon', '', '1.5'])
      assert.equal(
        (await say({ 'x-clock-minutes': minutes, 'x-time-zone': 'Asia/Taipei' }))?.['localTimezone'],
        Intl.DateTimeFormat().resolvedOptions().timeZone,
      );
  });

  it('sends a press with its values and the card it was on, and shows nothing of it', async () => {
    const id = await start();
    await post(path(id, 'activities'), { value: { do: 'next', city: 'Riga' }, replyToId: 'card-1' });
    assert.deepEqual(bot.received.at(-1)?.value, { do: 'next', city: 'Riga' });
    assert.equal(bot.received.at(-1)?.replyToId, 'card-1');
    assert.deepEqual(texts(await past(id)), []);
  });

  it('takes a file as clients send one: kept for the bot, which is told where', async () => {
    await bot.close();
    const kept: { name: string; content: Buffer }[] = [];
    const keep = (file: { name: string; content: Buffer }) => `http://127.0.0.1/files/${String(kept.push(file))}`;
    bot = await startStubBot({ files: { endings: ['.csv'], megabytes: 8, keep } });
    const id = await start();
    const send = (headers: Record<string, string>, body: Uint8Array) =>
      fetch(bot.url + path(id, 'files'), { method: 'POST', headers, body });
    const binary = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('客戶.csv') };
    assert.equal((await send(binary, Uint8Array.from([1, 2, 255]))).status, 202);
    assert.deepEqual([kept[0]?.name, [...(kept[0]?.content ?? [])]], ['客戶.csv', [1, 2, 255]]);
    assert.deepEqual(bot.received.at(-1)?.['attachments'], [
      { contentType: 'application/octet-stream', contentUrl: 'http://127.0.0.1/files/1', name: '客戶.csv' },
    ]);
    assert.deepEqual(texts(await past(id)), ['客戶.csv']);
    // A form of another site can send these two without asking first.
    assert.equal((await send({ 'content-type': 'text/plain' }, Uint8Array.of(1))).status, 415);
    assert.equal((await send({ 'content-type': 'multipart/form-data' }, Uint8Array.of(1))).status, 415);
    assert.equal((await send(binary, new Uint8Array(8 * 1024 * 1024 + 1))).status, 413);
    assert.equal((await send({ ...binary, 'x-file-name': '%' }, Uint8Array.of(1))).status, 400);
    assert.equal(kept.length, 1);
  });

  it('gives a reload the conversation as it is now: replaced, deleted, in order', async () => {
    let first = '';
    bot.script = async ({ type }, reply) => {
      if (type !== 'message') return;
      first = await reply.send(message('one'));
      const second = await reply.send(message('two'));
      await reply.send(message('three'));
      assert.equal(await reply.update(first, message('ONE')), 200);
      assert.equal(await reply.remove(second), 200);
    };
    const id = await start();
    await post(path(id, 'activities'), { text: 'hi' });
    const events = await past(id);
    const entries = events
      .filter(({ event }) => event === 'message')
      .map(({ data }) => data as { order: number; activity: { text: string } | null });
    const inOrder = entries.toSorted((a, b) => a.order - b.order).map(({ activity }) => activity?.text);
    assert.deepEqual(inOrder, ['hi', 'ONE', undefined, 'three']);
    assert.equal(events.at(-1)?.data, 4);
  });

  it('gives a lost connection only what changed since', async () => {
    let say: Reply | undefined;
    bot.script = (_activity, reply) => void (say = reply);
    const id = await start();
    const first = await say?.send(message('one'));
    const before = await past(id);
    const mark = before.find(({ event }) => event === 'message')?.id ?? '';
    await say?.send(message('two'));
    await say?.update(first ?? '', message('ONE'));
    assert.deepEqual(texts(await past(id, { 'last-event-id': mark })), ['two', 'ONE']);
  });

  it('passes typing on to those who listen, and does not keep it', async () => {
    let say: Reply | undefined;
    bot.script = (_activity, reply) => void (say = reply);
    const id = await start();
    const listening = readUntil(bot.url + path(id, 'events'), 'typing');
    // The stream answers at its own pace: typing is repeated until it was heard.
    const heard = listening.then(() => true);
    while (!(await Promise.race([heard, say?.send({ type: 'typing' }).then(() => false)])));
    assert.deepEqual(texts(await past(id)), []);
  });

  it('finds a conversation again after a restart of the bot, and says there what came meanwhile', async () => {
    const id = await start();
    await bot.close();
    bot = await startStubBot();
    const url = `${bot.url}/chat/v3/conversations/${encodeURIComponent(id)}/activities`;
    const response = await fetch(url, { method: 'POST', headers: json, body: JSON.stringify(message('done')) });
    assert.equal(response.status, 201);
    assert.deepEqual(texts(await past(id)), ['done']);
    await post(path(id, 'activities'), { text: 'still me' });
    assert.equal(bot.received.at(-1)?.conversation.tenantId, northwind.tenantId);
  });

  it('says that the bot did not take a message', async () => {
    const id = await start();
    bot.script = () => Promise.reject(new Error('out of order'));
    assert.equal((await post(path(id, 'activities'), { text: 'hi' })).status, 502);
  });

  it('refuses unknown conversations, partners and users, and bodies that are not small JSON objects', async () => {
    const id = await start();
    const status = async (path: string, body: unknown) => (await post(path, body)).status;
    assert.equal(await status('/chat/conversations', { tenantId: 'other', userId: 'user-1' }), 404);
    assert.equal(await status('/chat/conversations', { tenantId: northwind.tenantId, userId: 'user-9' }), 404);
    assert.equal(await status('/chat/conversations', ['no']), 400);
    assert.equal(await status(path('x|user-1|other', 'activities'), { text: 'hi' }), 404);
    assert.equal(await status(path(id, 'activities'), { text: 7 }), 400);
    assert.equal(await status(path(id, 'activities'), {}), 400);
    assert.equal(await status(path(id, 'activities'), { text: 'x'.repeat(300_000) }), 413);
    const form = await fetch(bot.url + path(id, 'activities'), { method: 'POST', body: '{"text":"hi"}' });
    assert.equal(form.status, 415);
    const cut = await fetch(bot.url + path(id, 'activities'), { method: 'POST', headers: json, body: '{"text":' });
    assert.equal(cut.status, 400);
    assert.equal(bot.received.length, 2);
  });

  it('answers updates and deletions of what is not there with 404', async () => {
    let statuses: number[] = [];
    bot.script = async (_activity, reply) => {
      statuses = [await reply.update('none', message('x')), await reply.remove('none')];
    };
    await start();
    assert.deepEqual(statuses, [404, 404]);
  });

  it('names the user when the bot asks for members', async () => {
    const id = await start(northwind.tenantId, 'user-3');
    const get = async (end: string) => {
      const response = await fetch(`${bot.url}/chat/v3/conversations/${encodeURIComponent(id)}/${end}`);
      return response.ok ? ((await response.json()) as unknown) : response.status;
    };
    const anna = {
      id: 'user-3',
      name: 'Анна Орлова',
      aadObjectId: '00000000-0000-4000-8000-000000000003',
      tenantId: northwind.tenantId,
      role: 'user',
    };
    assert.deepEqual(await get('members'), [anna]);
    assert.deepEqual(await get('pagedmembers'), { members: [anna] });
    assert.deepEqual(await get('members/user-3'), anna);
    assert.equal(await get('members/user-1'), 404);
  });

  it('serves the page without inline scripts, and 304 when nothing changed', async () => {
    const page = await fetch(`${bot.url}/`);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'; script-src 'self';/);
    assert.doesNotMatch(await page.text(), /<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/);
    const cards = await fetch(`${bot.url}/chat-page/browser/adaptivecards.js`);
    assert.equal(cards.status, 200);
    const etag = cards.headers.get('etag') ?? '';
    const again = await fetch(cards.url, { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
    assert.equal((await fetch(`${bot.url}/chat-page/browser/../chat.ts`)).status, 404);
  });

  it('lets go of its open streams when the server is closing', async () => {
    await bot.close();
    const closing = new AbortController();
    bot = await startStubBot({ closing: closing.signal });
    const stream = await fetch(bot.url + path(await start(), 'events'));
    closing.abort();
    assert.match(await stream.text(), /event: ready/);
  });
});

describe('chat page: with the SDK', () => {
  it('lets a CloudAdapter send, update, delete and find members', async () => {
    const bot = await startStubBot();
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    const seen: unknown[] = [];
    bot.script = async (activity) => {
      if (activity.type !== 'message') return;
      const reference = TurnContext.getConversationReference(activity as never);
      await adapter.continueConversationAsync('', reference, async (context) => {
        const sent = await context.sendActivity('one');
        const id = sent?.id ?? '';
        await context.updateActivity({ type: ActivityTypes.Message, id, text: 'ONE' });
        const other = await context.sendActivity('two');
        await context.deleteActivity(other?.id ?? '');
        seen.push(id);
      });
    };
    try {
      const begin = { tenantId: northwind.tenantId, userId: 'user-1' };
      const started = await fetch(`${bot.url}/chat/conversations`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify(begin),
      });
      const { id } = (await started.json()) as { id: string };
      const url = `${bot.url}/chat/conversations/${encodeURIComponent(id)}`;
      const said = await fetch(`${url}/activities`, { method: 'POST', headers: json, body: '{"text":"hi"}' });
      assert.equal(said.status, 202);
      assert.equal(seen.length, 1);
      const entries = (await readUntil(`${url}/events`, 'ready'))
        .slice(0, -1)
        .map(({ data }) => (data as { activity: { text: string } | null }).activity?.text);
      assert.deepEqual(entries, ['hi', 'ONE', undefined]);
    } finally {
      await bot.close();
    }
  });
});

describe('chat page: what it keeps in memory', () => {
  const now = () => new Date('2026-03-01T08:00:00Z');

  it('keeps no more messages than it may, and the newest of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.nat(20), { maxLength: 40 }), (most, writes) => {
        const conversation = createConversation(most, now);
        for (const id of writes) conversation.put(String(id), { type: 'message', text: String(id) });
        const kept = conversation.since();
        const marks = kept.map((entry) => entry.changed);
        return (
          kept.length <= most &&
          kept.at(-1)?.id === writes.map(String).at(-1) &&
          marks.every((mark, index) => index === 0 || mark > (marks[index - 1] ?? 0))
        );
      }),
    );
  });

  it('forgets the text of a replaced and of a deleted message', () => {
    const conversation = createConversation(10, now);
    conversation.put('a', { type: 'message', text: 'Secret1' });
    conversation.put('b', { type: 'message', text: 'Secret2' });
    conversation.put('a', { type: 'message', text: 'hidden' });
    conversation.remove('b');
    assert.doesNotMatch(JSON.stringify(conversation.since()), /Secret/);
  });

  it('drops the conversation used longest ago and ends its streams', () => {
    const conversations = createConversations({ conversations: 2, activities: 5 }, now);
    conversations('a').put('1', { type: 'message' });
    let closed = '';
    for (const id of ['a', 'b'])
      conversations(id).listen(
        () => undefined,
        () => (closed += id),
      );
    conversations('a');
    conversations('c');
    assert.equal(closed, 'b');
    assert.equal(conversations('a').since().length, 1);
    assert.equal(conversations('b').since().length, 0);
  });

  it('reads the parties back from every conversation id it makes', () => {
    for (const user of chatUsers) {
      for (const partner of [...partners, { ...northwind, tenantId: 'odd|tenant' }]) {
        const id = conversationId('unique', user, partner);
        const parties = partiesOf(id, [partner]);
        assert.deepEqual(parties, { conversationId: id, user, partner });
      }
    }
  });

  it('writes the local time as the same moment', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: -840, max: 840 }),
        (date, minutes) => {
          return new Date(localTimestamp(date, minutes)).getTime() === date.getTime();
        },
      ),
    );
  });
});
