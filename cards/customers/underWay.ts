import { refusalOf } from '../../partner-center/fault.ts';
import type { Change } from '../../storage/changes.ts';
import { failedStage } from '../../storage/stages.ts';
import { isAwaiting } from '../agreement/acceptanceGroup.ts';
import { button, buttons } from '../buttons.ts';
import { group, paragraph, strong, subheading, type Element } from '../elements.ts';
import { refusalLine } from '../reasons.ts';
import { wakeLine } from '../waitingLines.ts';
import { changeWords } from './changeWords.ts';
import type { CustomerView } from './customerView.ts';

/** A change that is not over yet. */
export type OpenChange = Pick<Change, 'id' | 'state' | 'what' | 'fault' | 'wakeAt' | 'awaiting'>;

/** Characters of Partner Center's sentences among so much else on a customer's card. */
export const mostSaid = 300;

/** What is not over yet: the submission, and changes but those that wait for the customer. */
export function underWay({ words, record, changes, wakeAt: submissionWakeAt }: CustomerView): Element[] {
  const { t } = words;
  const room = Math.floor(mostSaid / Math.max(1, changes.length));
  return [
    ...(record !== undefined && failedStage(record.stages) !== undefined
      ? [
          group([
            subheading(t('unfinished.title')),
            paragraph(t('customer.unfinished')),
            ...wakeLine(submissionWakeAt, words),
            buttons(button(t('button.finish'), { verb: 'finish', argument: record.id }, true)),
          ]),
        ]
      : []),
    ...changes
      .filter((change) => !isAwaiting(change))
      .map(({ id, state, what, fault, wakeAt }) =>
        group([
          strong(t(state === 'unfinished' ? 'change.unfinished' : 'changing.title')),
          paragraph(changeWords(what, words)),
          ...(state === 'unfinished' && fault !== undefined ? [refusalLine(refusalOf(fault), words, room)] : []),
          ...(state === 'unfinished'
            ? [
                ...wakeLine(wakeAt, words),
                buttons(
                  button(t('button.finish'), { verb: 'finishChange', argument: id }),
                  button(t('button.giveUp'), { verb: 'dropChange', argument: id }),
                ),
              ]
            : []),
        ]),
      ),
  ];
}
