import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Channel } from './channel.ts';
import { openChat } from './chat.ts';
import { median } from './numbers.ts';
import { startSlowPartnerCenter } from './slowPartnerCenter.ts';
import { startSubject, type Program } from './subject.ts';

/** Milliseconds until the first card of Add customer, with a catalogue of that size. */
export interface FirstCard {
  readonly products: number;
  /** After a greeting, as everybody has one. */
  readonly greeted: number;
  /** As the first thing said to a bot that was started a moment ago, and has asked by itself what the card needs. */
  readonly started: number;
  /** As the very first thing said to a bot that is ready this instant: not even the login has answered. */
  readonly cold: number;
  /** Seconds until the whole catalogue is read, in the background. */
  readonly wholeAfter: number;
}

const starts = 3;

/** Milliseconds between a greeting, or a start, and what is said next. */
const pause = 1_500;

async function measureOnce(
  program: Program,
  channel: Channel,
  folder: string,
  wire: Wire,
  after: 'greeting' | 'moment' | 'nothing',
) {
  const partnerCenter = await startSlowPartnerCenter(wire.products, wire.milliseconds);
  const subject = await startSubject(program, {
    DATA_DIR: join(folder, randomUUID()),
    PARTNER_CENTER: 'rest',
    PARTNER_CENTER_URL: partnerCenter.url,
    PARTNER_CENTER_CLIENT_ID: 'any',
    PARTNER_CENTER_CLIENT_SECRET: 'any',
  });
  const chat = openChat({ channel, url: subject.url, onTurn: () => undefined }, randomUUID());
  try {
    if (after === 'greeting') await chat.say('hello');
    if (after !== 'nothing') await wait(pause);
    const start = performance.now();
    await chat.say('add customer');
    await chat.untilButton('next');
    const card = performance.now() - start;
    if (after === 'greeting') await partnerCenter.whole();
    return { card, whole: (performance.now() - start) / 1000 };
  } finally {
    chat.close();
    await subject.stop();
    await partnerCenter.close();
  }
}

/** How slow Partner Center is, and how much it sells. */
interface Wire {
  readonly products: number;
  /** What a call takes. */
  readonly milliseconds: number;
}

/** Measures the first card of Add customer with each number of products, every call taking that many milliseconds. */
export async function measureFirstCard(
  program: Program,
  channel: Channel,
  folder: string,
  numbers: readonly number[],
  milliseconds: number,
): Promise<FirstCard[]> {
  const measured: FirstCard[] = [];
  for (const products of numbers) {
    const greeted = [];
    const started = [];
    const cold = [];
    for (let start = 0; start < starts; start += 1) {
      const wire = { products, milliseconds };
      greeted.push(await measureOnce(program, channel, folder, wire, 'greeting'));
      started.push(await measureOnce(program, channel, folder, wire, 'moment'));
      cold.push(await measureOnce(program, channel, folder, wire, 'nothing'));
    }
    measured.push({
      products,
      greeted: median(greeted.map(({ card }) => card)),
      started: median(started.map(({ card }) => card)),
      cold: median(cold.map(({ card }) => card)),
      wholeAfter: median(greeted.map(({ whole }) => whole)),
    });
  }
  return measured;
}
