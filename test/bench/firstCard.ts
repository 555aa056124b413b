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
  /** As the very first thing said to a bot that was just started: nothing is known yet, the login's token neither. */
  readonly cold: number;
  /** Seconds until the whole catalogue is read, in the background. */
  readonly wholeAfter: number;
}

const starts = 3;

/** Milliseconds between a greeting and what is said next. */
const pause = 1_500;

async function measureOnce(program: Program, channel: Channel, folder: string, wire: Wire, greeted: boolean) {
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
    if (greeted) {
      await chat.say('hello');
      await wait(pause);
    }
    const start = performance.now();
    await chat.say('add customer');
    await chat.untilButton('next');
    const card = performance.now() - start;
    if (greeted) await partnerCenter.whole();
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
    const cold = [];
    for (let start = 0; start < starts; start += 1) {
      greeted.push(await measureOnce(program, channel, folder, { products, milliseconds }, true));
      cold.push(await measureOnce(program, channel, folder, { products, milliseconds }, false));
    }
    measured.push({
      products,
      greeted: median(greeted.map(({ card }) => card)),
      cold: median(cold.map(({ card }) => card)),
      wholeAfter: median(greeted.map(({ whole }) => whole)),
    });
  }
  return measured;
}
