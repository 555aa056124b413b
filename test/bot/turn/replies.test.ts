import assert from 'node:assert/strict';
import type { Activity, TurnContext } from 'botbuilder';
import { cardActivity, createOutbox, textActivity, type Outbox, type SentCards } from '../../../bot/turn/replies.ts';
import { card, paragraph } from '../../../cards/elements.ts';
import { keepLog } from '../desk.ts';

const shown = (text: string) => card(text, [paragraph(text)]);

/** A channel that notes what is sent: `+` a new message, `=` a replaced one with its id. */
function channel(options: { readonly refusesUpdates?: boolean; readonly breaks?: boolean } = {}) {
  const sent: string[] = [];
  const said = ({ text, summary }: Partial<Activity>): string => text ?? summary ?? '';
  const context = {
    sendActivity: async (activity: Partial<Activity>) => {
      if (options.breaks === true) throw new Error('gone');
      sent.push(`+ ${said(activity)}`);
      return { id: `m${String(sent.length)}` };
    },
    updateActivity: async (activity: Partial<Activity>) => {
      if (options.refusesUpdates === true) throw new Error('not supported');
      sent.push(`= ${activity.id ?? ''} ${said(activity)}`);
    },
  } as unknown as TurnContext; // the two methods that replies use
  const send = (buffer: Outbox): Promise<SentCards> => buffer.send(context, keepLog().log);
  return { sent, send };
}

describe('the answers of a turn', () => {
  it('leave in order, and not before they are sent', async () => {
    const { sent, send } = channel();
    const buffer = createOutbox(undefined);
    buffer.say('one');
    buffer.show(shown('two'));
    buffer.say('three');
    assert.deepEqual(sent, []);
    await send(buffer);
    assert.deepEqual(sent, ['+ one', '+ two', '+ three']);
  });

  it('replace the pressed card once', async () => {
    const { sent, send } = channel();
    const buffer = createOutbox('card1');
    buffer.show(shown('first'));
    buffer.show(shown('second'));
    await send(buffer);
    assert.deepEqual(sent, ['= card1 first', '+ second']);
  });

  it('settle the pressed card, and show the next one below', async () => {
    const { sent, send } = channel();
    const buffer = createOutbox('card1');
    buffer.replaceCard(shown('done'));
    buffer.replaceCard(shown('never seen'));
    buffer.show(shown('next'));
    await send(buffer);
    assert.deepEqual(sent, ['= card1 done', '+ next']);
  });

  it('settle nothing where the client does not say which card was pressed', async () => {
    const { sent, send } = channel();
    const buffer = createOutbox(undefined);
    buffer.replaceCard(shown('done'));
    buffer.show(shown('next'));
    await send(buffer);
    assert.deepEqual(sent, ['+ next']);
  });

  it('leave the pressed card as it is when it is kept', async () => {
    const { sent, send } = channel();
    const buffer = createOutbox('card1');
    buffer.keep();
    buffer.show(shown('next'));
    await send(buffer);
    assert.deepEqual(sent, ['+ next']);
  });

  it('give the ids of the progress card and of the one in place of the pressed card, new or replaced', async () => {
    const fresh = createOutbox(undefined);
    fresh.say('one');
    fresh.progress(shown('two'));
    fresh.say('three');
    assert.deepEqual(await channel().send(fresh), { progress: 'm2' });
    const replaced = createOutbox('card1');
    replaced.progress(shown('two'));
    assert.deepEqual(await channel().send(replaced), { progress: 'card1' });
    assert.deepEqual(await channel({ refusesUpdates: true }).send(replaced), { progress: 'm1' });
    const settled = createOutbox('card1');
    settled.replaceCard(shown('done'));
    settled.progress(shown('two'));
    assert.deepEqual(await channel().send(settled), { replacement: 'card1', progress: 'm2' });
  });

  it('are said anew where the client refuses to replace a card', async () => {
    const { sent, send } = channel({ refusesUpdates: true });
    const buffer = createOutbox('card1');
    buffer.show(shown('first'));
    await send(buffer);
    assert.deepEqual(sent, ['+ first']);
  });

  it('say when they cannot be sent', async () => {
    const buffer = createOutbox(undefined);
    buffer.say('one');
    await assert.rejects(channel({ breaks: true }).send(buffer), /gone/);
  });

  it('know whether a card was shown, and whether the client replaces cards', () => {
    const buffer = createOutbox('card1');
    buffer.say('one');
    buffer.replaceCard(shown('done'));
    assert.equal(buffer.shown, false);
    buffer.show(shown('two'));
    assert.equal(buffer.shown, true);
    assert.deepEqual([createOutbox('card1').replaces, createOutbox(undefined).replaces], [true, false]);
  });
});

describe('a message', () => {
  it('of text is read as it is, and by screen readers too', () => {
    assert.deepEqual(textActivity('*x*'), { type: 'message', text: '*x*', textFormat: 'plain', summary: '*x*' });
  });

  it('of a card has its summary for notifications and screen readers', () => {
    const { summary, speak, attachments, text } = cardActivity(shown('hello'));
    assert.deepEqual([summary, speak, text], ['hello', 'hello', undefined]);
    assert.equal(attachments?.[0]?.contentType, 'application/vnd.microsoft.card.adaptive');
  });
});
