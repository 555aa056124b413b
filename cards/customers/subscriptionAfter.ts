import type { Words } from '../../locales/words.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Change } from '../../storage/changes.ts';
import { button } from '../buttons.ts';
import { paragraph, type Element } from '../elements.ts';
import { manageButton } from './actionButtons.ts';
import { planValue } from './nextTermCard.ts';
import { goneLine } from './scheduledWords.ts';
import { subscriptionLine } from './subscriptionLine.ts';
import { openSubscriptions } from './whose.ts';

/** A change of a subscription that was made. */
interface AfterView {
  readonly words: Words;
  /** How buttons name the customer. */
  readonly ref: string;
  readonly change: Pick<Change, 'what' | 'pending' | 'after'>;
  readonly now: Date;
}

/** How the subscription is after a change of it, and what the change deleted. */
export function afterLines({ words, change: { what, after }, now }: AfterView): Element[] {
  if (!('subscriptionId' in what)) return [];
  const line = after === undefined ? undefined : subscriptionLine(whole(after), now, words);
  const { gone, unit = 'Licenses' } = what;
  return [
    ...(gone === undefined ? [] : [goneLine(gone, unit, words)]),
    ...(line === undefined ? [] : [paragraph(words.t('changed.now', { line }))]),
  ];
}

const whole = (after: NonNullable<Change['after']>): Subscription => ({ id: '', name: '', ...after });

/** The ways on from a changed subscription: back to its card, and to schedule again what the change deleted. */
export function afterwards({ words, ref, change: { what } }: AfterView): ReturnType<typeof button>[] {
  if (!('subscriptionId' in what)) return [];
  if (what.kind === 'status' && what.status === 'deleted') return [openSubscriptions({ words, ref })];
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
    // Beside the ways to schedule again there is no room for it.
    ...(what.kind === 'quantity' && gone === undefined
      ? [button(t('button.changeBack'), { verb: 'licenses', argument, quantity: String(what.from) })]
      : []),
  ];
}
