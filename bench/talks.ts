import { randomUUID } from 'node:crypto';
import { cardOf } from '../test/cardReading.ts';
import type { Chat } from './chat.ts';
import { coreBotQuestions } from './coreBotQuestions.ts';

/** A whole conversation; each of these has `turnsOfTalk` turns. */
export type Talk = (chat: Chat) => Promise<void>;

/** Turns of one conversation, so that bots are compared by as many requests. */
export const turnsOfTalk = 12;

const joined = ({ user }: Chat): object => ({
  type: 'conversationUpdate',
  membersAdded: [{ id: '28:bot' }, { id: `29:${user}`, aadObjectId: user }],
});

/** Sentences for the echo bot. */
export const smallTalk: Talk = async (chat) => {
  for (let turn = 1; turn <= turnsOfTalk; turn += 1) await chat.say(`This is sentence ${String(turn)}.`);
};

/** The core-bot form: a greeting, nine questions, a confirmation, the card. */
export const coreBotTalk: Talk = async (chat) => {
  await chat.event(joined(chat));
  await chat.say('add customer');
  for (const name of coreBotQuestions) await chat.say(`The ${name}`);
  await chat.say('yes');
  await chat.until((shown) => cardOf(shown) !== undefined);
};

const premium = '031C9E47-4802-4248-838E-778FB1D2CC05'; // Office 365 Business Premium, in the recorded US catalogue

// Customers have names of their own; thousands of one name would have each new one warned of.
const company = (code = randomUUID().replaceAll('-', '').slice(0, 24)) => ({
  companyName: `Alpine Ski House ${code.slice(0, 8)}`,
  domainPrefix: `a${code}`,
  addressLine1: '100 Main Street',
  city: 'Springfield',
  state: 'WA',
  postalCode: '98101',
});

/** From an open chat to the review of a new customer, with one subscription; once back and forth, as people do. */
export const toReview: Talk = async (chat) => {
  await chat.say('add customer');
  await chat.press('next', company());
  await chat.press('next', {
    firstName: 'Ana',
    lastName: 'Lima',
    email: 'ana.lima@alpineskihouse.example',
    accepted: 'true',
    dateAccepted: '2025-03-03',
    signer: 'contact',
  });
  await chat.press('find', { find: 'business premium', reseller: 'none' });
  await chat.press(`add ${premium}`);
  await chat.press('next', { 'count-0': '5' });
  await chat.press('back');
  await chat.press('next');
};

/** Submits what is on the review, and waits for the confirmation. */
export const submit: Talk = async (chat) => {
  await chat.press('submit');
  await chat.untilButton('done');
};

/** The golden conversation: hello, every section, Submit, the confirmation, Done. */
export const goldenTalk: Talk = async (chat) => {
  await chat.event({ type: 'installationUpdate', action: 'add' });
  await chat.event(joined(chat));
  await toReview(chat);
  await submit(chat);
  await chat.press('done');
};
