import type { Change, ChangeKind } from '../../model/change.ts';
import type { Words } from '../../locales/words.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { button, card, type Card, type Element, paragraph, shortened } from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { changeWords } from './changeWords.ts';
import { customerButton, manageButton, subscriptionsButton } from './customerCardBase.ts';
import { deletedScheduleLine, subscriptionLine } from './subscriptionWords.ts';
import { planValue } from './termCards.ts';

/** A subscription's change that was made. */
interface ChangedSubscriptionView {
  readonly words: Words;
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly change: Pick<Change, 'id' | 'what' | 'pending' | 'after' | 'monthlyPlan'>;
  readonly now: Date;
}

/** Lines with the subscription's new state, and the scheduled changes that were deleted. */
export function changedSubscriptionLines({ words, change, now }: ChangedSubscriptionView): Element[] {
  const { what, after } = change;
  if (!('subscriptionId' in what)) return [];
  const line = after === undefined ? undefined : subscriptionLine(asSubscription(after), now, words, change);
  const { gone, unit = 'Licenses' } = what;
  return [
    ...(gone === undefined ? [] : [deletedScheduleLine(gone, unit, words)]),
    ...(line === undefined ? [] : [paragraph(words.t('changed.now', { line }))]),
  ];
}

const asSubscription = (after: NonNullable<Change['after']>): Subscription => ({ id: '', name: '', ...after });

/** The button that takes a change back, where that can be done. */
export function undoButtons({ words, ref, change }: ChangedSubscriptionView): ReturnType<typeof button>[] {
  const { what, id } = change;
  const title = words.t('button.undo');
  if (what.kind === 'order')
    return what.lines.every(({ fault }) => fault !== undefined)
      ? []
      : [button(title, { verb: 'undoOrder', argument: `${ref} ${id}` })];
  return 'subscriptionId' in what && canUndo(change)
    ? [button(title, { verb: 'undo', argument: `${ref} ${what.subscriptionId} ${id}` })]
    : [];
}

/** Buttons after a change: back to the subscription, and to schedule again what the change deleted. */
export function nextStepButtons({ words, ref, change }: ChangedSubscriptionView): ReturnType<typeof button>[] {
  const { what } = change;
  if (!('subscriptionId' in what)) return [];
  if (what.kind === 'status' && what.status === 'deleted') return [subscriptionsButton({ words, ref }, true)];
  const { t } = words;
  const { gone, subscriptionId: id } = what;
  const argument = `${ref} ${id}`;
  const next = gone?.nextTerm;
  const isOn = what.kind === 'quantity';
  return [
    ...(next === undefined || !isOn
      ? []
      : [
          button(
            t('button.scheduleAgain'),
            { verb: 'nextTerm', argument, quantity: String(next.quantity), plan: planValue(next) },
            true,
          ),
        ]),
    ...(gone?.end === undefined || !isOn
      ? []
      : [button(t('button.chooseAgain'), { verb: 'endOfTerm', argument }, next === undefined)]),
    manageButton({ words, ref, id }, gone === undefined || !isOn),
    // There is no room for it beside the buttons that schedule again.
    ...(what.kind === 'quantity' && what.to < what.from && gone === undefined
      ? [button(t('button.changeBack'), { verb: 'licenses', argument, quantity: String(what.from) })]
      : []),
  ];
}

/**
 * True for a change that could be taken back when it was made: added licenses that may be returned, and a status after
 * which nothing scheduled was lost.
 */
function canUndo({ what, pending, after }: ChangedSubscriptionView['change']): boolean {
  if (pending === true || after === undefined) return false;
  if (what.kind === 'status') return what.status !== 'deleted' && what.gone === undefined;
  if (what.kind !== 'quantity' || what.gone !== undefined || what.to < what.from) return false;
  return after.refundable === undefined || after.refundable >= what.to - what.from;
}

/** Data of the card that offers to take a change back. */
interface UndoView {
  readonly words: Words;
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly companyName: string;
  readonly change: { readonly id: string; readonly subscriptionId: string; readonly what: ChangeKind };
}

/** Card of a change that was made and can still be taken back, for a typed undo. */
export function undoCard({ words, ref, companyName, change }: UndoView): Card {
  const { t } = words;
  const { id, subscriptionId, what } = change;
  return card(t('undo.title'), titleLines(t('undo.title'), shortened(companyName), changeWords(what, words)), [
    button(t('button.undo'), { verb: 'undo', argument: `${ref} ${subscriptionId} ${id}` }, true),
    manageButton({ words, ref, id: subscriptionId }),
    customerButton({ words, ref }),
  ]);
}
