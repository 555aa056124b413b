import type { Words } from '../locales/words.ts';
import { capitalize } from '../lib/text.ts';
import { awaitsCustomer } from '../partner-center/rules/agreement.ts';
import { refusalOf } from '../partner-center/rules/fault.ts';
import { refusedLines } from '../partner-center/orderResults.ts';
import { nextStage } from '../partner-center/submissionStages.ts';
import type { Change } from '../model/change.ts';
import { failedStage, type Stage, type StageName, stageNames, type Stages } from '../model/stages.ts';
import {
  button,
  card,
  type Card,
  command,
  type Element,
  type Fact,
  factLines,
  faultLine,
  paragraph,
  type Tone,
} from './elements.ts';
import { titleLines } from './titleLines.ts';
import { refusalLine, refusalLines, waitingLines } from './faultLines.ts';

/** Data of a submission's card. The password is here only while the card is built, nowhere else. */
export interface SubmissionView {
  readonly words: Words;
  readonly id: string;
  readonly companyName: string;
  readonly domain: string;
  readonly stages: Stages;
  readonly practice: boolean;
  /** When it goes on by itself, in ISO 8601, where it waits for a time. */
  readonly wakeAt?: string;
  /** Page where customers of this cloud accept the agreement. */
  readonly acceptancePage?: string;
  /** The change in which its order waits for the customer's acceptance. */
  readonly waitingOrder?: Pick<Change, 'id' | 'what'>;
}

/** State of each of these stages that applies, in words; `present` is the running one. */
export function stageFacts(
  stages: Stages,
  words: Words,
  present?: StageName,
  names: readonly StageName[] = stageNames,
): Fact[] {
  return names.flatMap((name) => {
    const stage = stages[name];
    if (stage === undefined) return [];
    const state = name === 'subscriptions' ? orderStageWords(stages, words) : words.t(stageStateKey(name, stage.state));
    const value = name === present ? words.t('stage.underWay') : state;
    const tone = name === present ? 'Accent' : toneOf(stages, name);
    const label = words.t('form.fact', { label: words.t(`stage.${name}`) });
    return [{ label, value: capitalize(value, words.locale), tone }];
  });
}

const tones = {
  done: 'Good',
  failed: 'Attention',
  refused: 'Attention',
  waiting: 'Default',
  awaited: 'Warning',
} as const satisfies Readonly<Record<Stage['state'], Tone>>;

/** The colour of a stage; an order of which something was refused is not well. */
const toneOf = (stages: Stages, name: StageName): Tone =>
  name === 'subscriptions' && refusedLines(stages.subscriptions).length > 0
    ? 'Attention'
    : tones[stages[name]?.state ?? 'waiting'];

// Microsoft decides on a qualification days later, so this stage is done once it was requested.
const stageStateKey = (name: StageName, state: Stage['state']) =>
  name === 'qualification' && state === 'done' ? 'stage.asked' : (`stage.${state}` as const);

/** State of the order in words; done only when all of it was ordered. */
function orderStageWords({ subscriptions }: Stages, { t }: Words): string {
  if (subscriptions === undefined) return '';
  const { state, lines } = subscriptions;
  const refused = refusedLines(subscriptions).length;
  return state === 'done' && refused > 0
    ? t('order.partly', { ordered: lines.length - refused, of: lines.length })
    : t(`stage.${state}`);
}

/** Line at the top that subscriptions were refused; nothing where none was. */
export function refusedOrderLines({ subscriptions }: Stages, { t }: Words): Element[] {
  const refused = refusedLines(subscriptions).length;
  if (refused === 0) return [];
  const all = subscriptions?.lines.length ?? 0;
  return [
    faultLine(refused === all ? t('order.noneOrdered') : t('order.someOrdered', { ordered: all - refused, of: all })),
  ];
}

/** Button to choose another offer for a refused one; none where none was refused. */
export const chooseOfferButton = ({ subscriptions }: Stages, ref: string, { t }: Words, primary = true) =>
  refusedLines(subscriptions).length === 0
    ? []
    : [button(t('button.chooseOffer'), { verb: 'chooseOffer', argument: ref }, primary)];

/**
 * Lines with the reasons of stages that were not done, each with Partner Center's sentence and the id to ask Microsoft
 * about.
 */
export const stageFaultLines = (stages: Stages, words: Words): Element[] =>
  faultyStages(stages).flatMap(({ name, fault }) => refusalLines(refusalOf(fault), words, stageSentence(name, words)));

/** One line for each such stage, with at most `room` characters of Partner Center's sentences on all of them. */
export function shortStageFaultLines(stages: Stages, words: Words, room: number): Element[] {
  const found = faultyStages(stages);
  return found.map(({ name, fault }) =>
    refusalLine(refusalOf(fault), words, Math.floor(room / found.length), stageSentence(name, words)),
  );
}

const faultyStages = (stages: Stages) =>
  stageNames.flatMap((name) => {
    const fault = stages[name]?.fault;
    // Stages that wait for the customer are told beside the acceptance page.
    return fault === undefined || awaitsCustomer(fault.reason) ? [] : [{ name, fault }];
  });

const stageSentence =
  (name: StageName, { t }: Words) =>
  (reason: string): string =>
    t('stage.fault', { stage: t(`stage.${name}`), reason });

type SubmissionOutline = Pick<SubmissionView, 'words' | 'companyName' | 'stages'>;

const outlineCard = (title: string, { companyName }: SubmissionOutline, ...rest: Element[]): Card =>
  card(title, [...titleLines(title, companyName), ...rest]);

/** Card of a running submission, with the state of each stage. */
export const submissionProgressCard = (view: SubmissionOutline): Card =>
  outlineCard(
    view.words.t('progress.title'),
    view,
    ...factLines(stageFacts(view.stages, view.words, nextStage({ stages: view.stages }))),
  );

/** Card that replaces the progress card once the confirmation was sent, which says what was done. */
export function submittedCard(view: SubmissionOutline): Card {
  const { words, stages } = view;
  const { t } = words;
  return failedStage(stages) === undefined
    ? outlineCard(t('progress.done'), view, ...refusedOrderLines(stages, words))
    : outlineCard(
        t('progress.part'),
        view,
        ...shortStageFaultLines(stages, words, maxDescriptionLength),
        ...factLines(stageFacts(stages, words)),
      );
}

/** Maximum of characters of Partner Center's sentences on a card that only sums up. */
const maxDescriptionLength = 300;

/** Card of a refused submission: nothing was created, or only a part of the customer; the draft is open again. */
export function refusedSubmissionCard(view: SubmissionOutline): Card {
  const { words, stages } = view;
  return outlineCard(
    words.t('trouble.title'),
    view,
    ...stageFaultLines(stages, words),
    paragraph(words.t(stages.customer.fault?.halfMade === true ? 'unfinished.halfMade' : 'unfinished.returned')),
  );
}

/** Card of a submission that could not be finished: what happened, what is safe, and what to do next. */
export function unfinishedSubmissionCard(view: SubmissionView, name: StageName): Card {
  const { words, id, stages, wakeAt } = view;
  const { t } = words;
  const fault = stages[name]?.fault;
  return card(
    t('unfinished.title'),
    [
      ...titleLines(t('unfinished.title'), view.companyName),
      ...stageFaultLines(stages, words),
      ...waitingLines({ reason: fault?.reason, wakeAt }, words),
      ...(wakeAt === undefined ? [] : [paragraph(t('waiting.password'))]),
    ],
    [
      button(t('button.finish'), { verb: 'finish', argument: id }, true),
      button(t('button.customers'), command('customers')),
      button(t('button.help'), command('help')),
    ],
  );
}
