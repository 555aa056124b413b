import { confirmationCard } from '../cards/confirmationCard.ts';
import {
  refusedSubmissionCard,
  submissionProgressCard,
  submittedCard,
  unfinishedSubmissionCard,
} from '../cards/submissionCards.ts';
import type { PasswordView } from '../cards/customers/adminPasswordCard.ts';
import { stagesOf } from '../forms/request.ts';
import type { Words } from '../locales/words.ts';
import type { Customer } from '../model/customer.ts';
import type { Draft } from '../model/draft.ts';
import { type Stage, stageNames, type Stages } from '../model/stages.ts';
import { goodAccepted } from '../test/forms/answers.ts';
import { contextFor, provider } from '../test/forms/contexts.ts';
import { fullCart } from './cartStates.ts';
import type { Shown } from './shownCard.ts';
import { acceptancePage } from './agreementStates.ts';
import { planted, plantedRefusal } from './hostileText.ts';

/** One that names an answer, one that passes, the longest sentence, and one that Partner Center says itself. */
const reasons = ['domain-taken', 'unavailable', 'customer-accepts', 'other'];

const id = '0moy6r6t4deadbeef';
const correlationId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const waiting = { state: 'waiting', requestId: correlationId } as const;
const faulty = (state: 'failed' | 'refused', reason: string) => ({
  state,
  requestId: correlationId,
  fault: plantedRefusal(reason),
});

const accepted: Draft['accepted'] = {
  ...goodAccepted((known) => contextFor(provider, known)),
  subscriptions: fullCart,
};
const context = contextFor(provider, accepted);

const customerDone = {
  state: 'done',
  requestId: correlationId,
  at: '2026-03-02T10:00:00.000Z',
  microsoftId: correlationId,
  userName: 'admin',
} as const;

function allStages(): Stages {
  let made = 0;
  const request = {
    customer: { companyName: '', domain: '', culture: '', language: '' },
    consent: {},
    qualification: {},
  } as unknown as Parameters<typeof stagesOf>[0]; // only whether its parts are there is asked
  return stagesOf(request, context, () => `request-${String((made += 1))}`);
}

const waitingAll = allStages();
const lines = waitingAll.subscriptions?.lines ?? [];
/** Every step done. */
export const doneAll: Stages = {
  customer: customerDone,
  agreement: { ...waiting, state: 'done' },
  qualification: { ...waiting, state: 'done' },
  subscriptions: {
    ...waiting,
    state: 'done',
    lines: lines.map((line) => ({ ...line, subscriptionId: correlationId })),
  },
};

/** Every step that can fail has failed, for that reason. */
export const failedAll = (reason: string): Stages => ({
  customer: customerDone,
  agreement: faulty('failed', reason),
  qualification: faulty('refused', reason),
  subscriptions: { ...faulty('failed', reason), lines },
});

/** Each line but the last was refused, for a reason of its own. */
export const refusedLines = (reason: string): Stages => ({
  ...doneAll,
  subscriptions: {
    ...waiting,
    state: 'done',
    lines: lines.map((line, at) => ({
      ...line,
      ...(at === lines.length - 1
        ? { subscriptionId: correlationId }
        : { fault: { ...plantedRefusal(reason), description: `${String(at)} ${planted(290)}` } }),
    })),
  },
});

const awaited = (fault?: NonNullable<Stage['fault']>) => ({
  ...waiting,
  state: 'awaited' as const,
  ...(fault === undefined ? {} : { fault }),
});

/** Everything after the customer waits for it; `fault` is why its acceptance could not be recorded. */
const awaitedAll = (fault?: NonNullable<Stage['fault']>): Stages => ({
  customer: customerDone,
  agreement: awaited(fault),
  subscriptions: { ...awaited(), lines },
});

const failedCustomer = (reason: string): Stages => ({ ...waitingAll, customer: faulty('failed', reason) });

/** When what is unfinished goes on by itself. */
export const wakeAt = '2026-03-02T10:35:00.000Z';

const passwords: Record<string, PasswordView> = {
  shown: { state: 'shown', password: '*Pass*{{word}}[1](2)', minutes: 10 },
  'shown for a minute': { state: 'shown', password: 'Pass1234', minutes: 1 },
  blanked: { state: 'blanked' },
  lost: { state: 'lost' },
};

function confirmations(words: Words, companyName: string): Shown[] {
  const view = {
    words,
    id,
    companyName,
    domain: 'tailspintoys.onmicrosoft.com',
    practice: true,
    another: 'offered' as const,
  };
  const { customer } = doneAll;
  const asked = { acceptancePage, waitingOrder: { id, what: { kind: 'order' as const, lines } } };
  return [
    ...Object.entries(passwords).flatMap(([how, password]) =>
      [true, false].map((practice) => ({
        name: `confirmation, ${how}, ${practice ? 'practice' : 'real'}`,
        card: confirmationCard({ ...view, practice, stages: doneAll, password }),
      })),
    ),
    {
      name: 'confirmation, customer only',
      card: confirmationCard({ ...view, stages: { customer }, password: { state: 'blanked' } }),
    },
    ...(['cloud', 'right'] as const).map((another) => ({
      name: `confirmation, lost, another one not for want of: ${another}`,
      card: confirmationCard({ ...view, another, stages: { customer }, password: { state: 'lost' } }),
    })),
    ...reasons.map((reason) => ({
      name: `confirmation, all but the customer failed: ${reason}`,
      card: confirmationCard({ ...view, stages: failedAll(reason), password: { state: 'lost' } }),
    })),
    ...(['shown', 'blanked'] as const).map((how) => ({
      name: `confirmation, waits for the customer, ${how}`,
      card: confirmationCard({
        ...view,
        ...asked,
        stages: awaitedAll(),
        password: passwords[how] ?? { state: 'lost' },
      }),
    })),
    {
      name: 'confirmation, waits for the customer, without an order',
      card: confirmationCard({
        ...view,
        acceptancePage,
        stages: { customer, agreement: awaited() },
        password: { state: 'blanked' },
      }),
    },
    {
      name: 'confirmation, waits for the customer, recording was refused',
      card: confirmationCard({
        ...view,
        ...asked,
        stages: awaitedAll(plantedRefusal('other')),
        password: { state: 'blanked' },
      }),
    },
    {
      name: 'confirmation, the rest waits for its time',
      card: confirmationCard({ ...view, wakeAt, stages: failedAll('throttled'), password: { state: 'blanked' } }),
    },
    ...['other', 'attestation'].map((reason) => ({
      name: `confirmation, all lines but one refused: ${reason}`,
      card: confirmationCard({ ...view, stages: refusedLines(reason), password: { state: 'lost' } }),
    })),
  ];
}

function underWay(words: Words, companyName: string): Shown[] {
  const view = { words, id, companyName, domain: 'tailspintoys.onmicrosoft.com', practice: true };
  return [
    { name: 'progress, at first', card: submissionProgressCard({ ...view, stages: waitingAll }) },
    { name: 'progress, failed', card: submissionProgressCard({ ...view, stages: failedAll('unavailable') }) },
    {
      name: 'unfinished at customer: throttled, waits for its time',
      card: unfinishedSubmissionCard({ ...view, wakeAt, stages: failedCustomer('throttled') }, 'customer'),
    },
    { name: 'submitted', card: submittedCard({ ...view, stages: doneAll }) },
    { name: 'submitted, refused in part', card: submittedCard({ ...view, stages: refusedLines('other') }) },
    { name: 'submitted, waits for the customer', card: submittedCard({ ...view, stages: awaitedAll() }) },
    {
      name: 'refused, the customer made in part',
      card: refusedSubmissionCard({
        ...view,
        stages: {
          ...waitingAll,
          customer: { ...faulty('refused', 'invalid'), fault: { ...plantedRefusal('invalid'), halfMade: true } },
        },
      }),
    },
    ...reasons.flatMap((reason) => [
      {
        name: `refused: ${reason}`,
        card: refusedSubmissionCard({ ...view, stages: { ...waitingAll, customer: faulty('refused', reason) } }),
      },
      ...stageNames.map((name) => ({
        name: `unfinished at ${name}: ${reason}`,
        card: unfinishedSubmissionCard({ ...view, stages: { ...waitingAll, [name]: faulty('failed', reason) } }, name),
      })),
    ]),
  ];
}

/** A recorded customer in that state. */
export const recorded = (stages: Stages, more: Partial<Customer> = {}): Customer => ({
  id,
  companyName: planted(255),
  domain: 'tailspintoys.onmicrosoft.com',
  microsoftId: correlationId,
  country: 'US',
  cloud: 'global',
  sections: accepted,
  stages,
  addedBy: { userId: correlationId },
  addedAt: '2026-03-02T10:00:00.000Z',
  practice: true,
  ...more,
});

/** Submissions from Submit to the confirmation. */
export const submissionCards = (words: Words): readonly Shown[] => [
  ...confirmations(words, planted(255)),
  ...underWay(words, planted(255)),
];
