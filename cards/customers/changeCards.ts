import type { Words } from '../../locales/words.ts';
import { refusalOf } from '../../partner-center/fault.ts';
import type { Change } from '../../storage/changes.ts';
import type { OrderedOffer } from '../../storage/stages.ts';
import {
  acceptanceButtons,
  acceptanceLines,
  waitingButtons,
  waitingForCustomer,
} from '../agreement/acceptanceLines.ts';
import { button, buttons, command } from '../buttons.ts';
import { card, heading, paragraph, shortened, strong, type Card, type Element } from '../elements.ts';
import { orderLines } from '../orderLines.ts';
import { refusalLines } from '../reasons.ts';
import { waitingLines } from '../waitingLines.ts';
import { newPasswordButton, notSet } from './adminPasswordCard.ts';
import { changeWords } from './changeWords.ts';
import { askQualificationButton } from './qualificationGroup.ts';
import { afterLines, afterwards } from './subscriptionAfter.ts';
import { changedAgain, standing } from './unclearChange.ts';
import { openCustomer } from './whose.ts';

/** What is shown of a change. */
export interface ChangeView {
  readonly words: Words;
  /** How buttons name the customer. */
  readonly ref: string;
  readonly change: Pick<
    Change,
    'id' | 'state' | 'customer' | 'what' | 'pending' | 'fault' | 'stands' | 'after' | 'wakeAt' | 'unsure' | 'awaiting'
  >;
  /** Where the customer accepts the agreement. */
  readonly acceptancePage?: string;
  readonly now: Date;
  /** Nothing is sent to Microsoft. */
  readonly practice: boolean;
  /** What was refused is a draft again. */
  readonly returned?: boolean;
}

const outlined = (
  title: string,
  { change, words, ref }: ChangeView,
  rest: readonly Element[],
  finish: boolean,
  more: ReturnType<typeof button>[] = [],
): Card =>
  card(
    title,
    [
      heading(title),
      strong(shortened(change.customer.companyName)),
      paragraph(changeWords(change.what, words)),
      ...rest,
    ],
    [
      ...(finish ? [button(words.t('button.finish'), { verb: 'finishChange', argument: change.id }, true)] : []),
      ...more,
      ...(finish || isGone(change) ? [] : [openCustomer({ words, ref }, more.length === 0)]),
      button(words.t('button.customers'), command('customers')),
    ],
  );

/** Of a customer without a relationship only a record says something. */
const isGone = ({ what, state, fault, customer }: ChangeView['change']): boolean =>
  what.kind === 'relationship' && state === 'done' && fault === undefined && customer.record === undefined;

/** A change on its way. */
export const changingCard = ({ words, change }: Pick<ChangeView, 'words' | 'change'>): Card =>
  card(words.t('changing.title'), [
    heading(words.t('changing.title')),
    strong(shortened(change.customer.companyName)),
    paragraph(changeWords(change.what, words)),
  ]);

/** How a change ended: done, done in part, refused, nobody can tell, or waiting for Finish. */
export function changedCard(view: ChangeView): Card {
  const { words, change } = view;
  const { t } = words;
  const { fault, what } = change;
  if (change.state === 'unfinished' && change.awaiting !== undefined) return awaitingCard(view);
  if (change.state === 'unfinished') return outlined(t('unfinished.title'), view, unfinished(view), true);
  if (fault !== undefined)
    return outlined(t('trouble.title'), view, [...faultOf(view), ...refused(view)], false, askedAgain(view));
  if (change.stands !== undefined) return outlined(t('unclear.title'), view, standing(view), false, changedAgain(view));
  const failed = what.kind === 'order' ? what.lines.filter((line) => line.fault !== undefined).length : 0;
  if (what.kind === 'order' && failed === what.lines.length)
    return outlined(t('trouble.title'), view, [...lines(view), ...refused(view)], false);
  if (what.kind === 'qualification') return outlined(t('askQualification.done'), view, done(view), false);
  return outlined(t(failed > 0 ? 'changed.partly' : 'changed.title'), view, done(view), false, afterwards(view));
}

/** What was refused outright can be asked for again once its reason is put right; there is no draft of it to press. */
function askedAgain({ words, ref, change: { what } }: ChangeView): ReturnType<typeof button>[] {
  if (what.kind === 'qualification')
    return [askQualificationButton({ words, ref }, { again: true, wanted: what.wanted })];
  return what.kind === 'password' ? [newPasswordButton({ words, ref })] : [];
}

/** The customer has to accept the agreement first: where, how it waits, and the ways on. */
function awaitingCard(view: ChangeView): Card {
  const { words, ref, change, acceptancePage = '' } = view;
  const asked = { words, ref, page: acceptancePage };
  return outlined(
    words.t('acceptance.waitingTitle'),
    view,
    [
      ...waitingForCustomer(change, words),
      ...acceptanceLines(asked),
      buttons(...acceptanceButtons(asked)),
      buttons(...waitingButtons(change, words)),
    ],
    false,
  );
}

const faultOf = ({ words, change: { fault } }: ChangeView): Element[] =>
  fault === undefined ? [] : refusalLines(refusalOf(fault), words);

const unfinished = (view: ChangeView): Element[] => [
  ...faultOf(view),
  ...(view.change.what.kind === 'password'
    ? notSet(view)
    : waitingLines({ reason: view.change.fault?.reason, wakeAt: view.change.wakeAt }, view.words)),
];

const refused = (view: ChangeView): Element[] =>
  view.change.what.kind === 'password'
    ? notSet(view)
    : [paragraph(view.words.t('changed.nothing')), ...returnedLine(view)];

const returnedLine = ({ words, returned }: ChangeView): Element[] =>
  returned === true ? [paragraph(words.t('changed.returned'))] : [];

function done(view: ChangeView): Element[] {
  const { words, change, practice } = view;
  return [
    ...(change.awaiting === undefined ? [] : [paragraph(words.t('acceptance.done'))]),
    ...lines(view),
    ...afterLines(view),
    ...returnedLine(view),
    ...(change.what.kind === 'qualification' ? [paragraph(words.t('askQualification.follows'))] : []),
    ...(change.what.kind === 'relationship' ? [paragraph(words.t('changed.relationship'))] : []),
    ...(change.pending === true ? [paragraph(words.t('changed.pending'))] : []),
    ...(practice ? [paragraph(words.t('review.practice'), { subtle: true })] : []),
  ];
}

/** What became of each ordered offer. */
function lines({ words, change: { what } }: ChangeView): Element[] {
  if (what.kind !== 'order') return [];
  const state = ({ fault, subscriptionId }: OrderedOffer): string => {
    if (fault !== undefined) return words.t('stage.refused');
    return words.t(subscriptionId === undefined ? 'order.late' : 'order.done');
  };
  return orderLines(what.lines, state, words);
}
