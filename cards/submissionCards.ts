import type { Words } from '../locales/words.ts';
import { awaitsCustomer } from '../partner-center/agreement.ts';
import { refusalOf } from '../partner-center/fault.ts';
import { refusedLines } from '../partner-center/orderedLines.ts';
import { nextStage } from '../partner-center/submission.ts';
import type { Change } from '../storage/changes.ts';
import { failedStage, stageNames, type Stage, type Stages, type StageName } from '../storage/stages.ts';
import { button, command } from './buttons.ts';
import { card, factLines, faultLine, heading, paragraph, type Card, type Element, type Fact } from './elements.ts';
import { refusalLine, refusalLines } from './reasons.ts';
import { waitingLines } from './waitingLines.ts';

/** What is shown of a submission. The password is here for as long as the card is built, nowhere else. */
export interface SubmissionView {
  readonly words: Words;
  readonly id: string;
  readonly companyName: string;
  readonly domain: string;
  readonly stages: Stages;
  readonly practice: boolean;
  /** When it goes on by itself, in ISO 8601, where it waits for a time. */
  readonly wakeAt?: string;
  /** Where customers of this cloud accept the agreement. */
  readonly acceptancePage?: string;
  /** The change that its order waits in for the customer's acceptance. */
  readonly waitingOrder?: Pick<Change, 'id' | 'what'>;
}

/** The state of each step that applies, in words; `present` is the one that is being done. */
export function stageFacts(stages: Stages, words: Words, present?: StageName): Fact[] {
  return stageNames.flatMap((name) => {
    const stage = stages[name];
    if (stage === undefined) return [];
    const state = name === 'subscriptions' ? orderState(stages, words) : words.t(stateKey(name, stage.state));
    const value = name === present ? words.t('stage.underWay') : state;
    return [{ label: words.t('form.fact', { label: words.t(`stage.${name}`) }), value }];
  });
}

// Microsoft decides about a qualification days later: what is done is that it was requested.
const stateKey = (name: StageName, state: Stage['state']) =>
  name === 'qualification' && state === 'done' ? 'stage.asked' : (`stage.${state}` as const);

/** The state of the order: done only when all of it was ordered. */
function orderState({ subscriptions }: Stages, { t }: Words): string {
  if (subscriptions === undefined) return '';
  const { state, lines } = subscriptions;
  const refused = refusedLines(subscriptions).length;
  return state === 'done' && refused > 0
    ? t('order.partly', { ordered: lines.length - refused, of: lines.length })
    : t(`stage.${state}`);
}

/** That subscriptions were refused, said before everything else; nothing where none was. */
export function notOrdered({ subscriptions }: Stages, { t }: Words): Element[] {
  const refused = refusedLines(subscriptions).length;
  if (refused === 0) return [];
  const all = subscriptions?.lines.length ?? 0;
  return [
    faultLine(refused === all ? t('order.noneOrdered') : t('order.someOrdered', { ordered: all - refused, of: all })),
  ];
}

/** The way on from a refused subscription; none where none was refused. */
export const chooseOffer = ({ subscriptions }: Stages, ref: string, { t }: Words, primary = true) =>
  refusedLines(subscriptions).length === 0
    ? []
    : [button(t('button.chooseOffer'), { verb: 'chooseOffer', argument: ref }, primary)];

/** Why steps were not done, each with what Partner Center says and the id to ask Microsoft about. */
export const faultsOf = (stages: Stages, words: Words): Element[] =>
  faulty(stages).flatMap(({ name, fault }) => refusalLines(refusalOf(fault), words, stageSaying(name, words)));

/** The same on a line each, with so many characters of what Partner Center says on all of them. */
export function faultLinesOf(stages: Stages, words: Words, room: number): Element[] {
  const found = faulty(stages);
  return found.map(({ name, fault }) =>
    refusalLine(refusalOf(fault), words, Math.floor(room / found.length), stageSaying(name, words)),
  );
}

const faulty = (stages: Stages) =>
  stageNames.flatMap((name) => {
    const fault = stages[name]?.fault;
    // What waits for the customer is said where it accepts.
    return fault === undefined || awaitsCustomer(fault.reason) ? [] : [{ name, fault }];
  });

const stageSaying =
  (name: StageName, { t }: Words) =>
  (reason: string): string =>
    t('stage.fault', { stage: t(`stage.${name}`), reason });

type Outline = Pick<SubmissionView, 'words' | 'companyName' | 'stages'>;

const outlined = (title: string, { companyName }: Outline, ...rest: Element[]): Card =>
  card(title, [heading(title), paragraph(companyName), ...rest]);

/** The submission while it runs: what is done, what is being done, and what waits its turn. */
export const progressCard = (view: Outline): Card =>
  outlined(
    view.words.t('progress.title'),
    view,
    ...factLines(stageFacts(view.stages, view.words, nextStage({ stages: view.stages }))),
  );

/** The submission once its confirmation was sent: what the progress card turns into. */
export function submittedCard(view: Outline): Card {
  const { words, stages } = view;
  const { t } = words;
  const facts = factLines(stageFacts(stages, words));
  return failedStage(stages) === undefined
    ? outlined(t('progress.done'), view, ...notOrdered(stages, words), ...facts)
    : outlined(t('progress.part'), view, ...faultLinesOf(stages, words, mostSaid), ...facts);
}

/** Characters of Partner Center's sentences on what only sums up. */
const mostSaid = 300;

/** The submission that Partner Center refused: nothing was created, or only a part of the customer; the draft is open again. */
export function refusedCard(view: Outline): Card {
  const { words, stages } = view;
  return outlined(
    words.t('trouble.title'),
    view,
    ...faultsOf(stages, words),
    paragraph(words.t(stages.customer.fault?.halfMade === true ? 'unfinished.halfMade' : 'unfinished.returned')),
  );
}

/** A submission that could not be done: what happened, what is safe, what to do next. */
export function unfinishedCard(view: SubmissionView, name: StageName): Card {
  const { words, id, stages, wakeAt } = view;
  const { t } = words;
  const fault = stages[name]?.fault;
  return card(
    t('unfinished.title'),
    [
      heading(t('unfinished.title')),
      paragraph(view.companyName),
      ...faultsOf(stages, words),
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
