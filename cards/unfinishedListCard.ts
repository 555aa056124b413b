import type { Words } from '../locales/words.ts';
import { button, buttons } from './buttons.ts';
import { card, heading, paragraph, row, shortened, strong, type Card } from './elements.ts';

/** A submission or change that could not be finished yet. */
export interface Unfinished {
  readonly id: string;
  readonly companyName: string;
  /** What is changed; absent for a new customer. */
  readonly change?: string;
}

/** Most of them a card lists; the others follow when these are finished. */
const mostUnfinished = 20;

/** The submissions that wait for somebody to finish them. */
export const unfinishedListCard = (submissions: readonly Unfinished[], { t }: Words): Card =>
  card(t('drafts.submissions'), [
    heading(t('drafts.submissions')),
    ...submissions
      .slice(0, mostUnfinished)
      .map(({ id, companyName, change }) =>
        row(
          [strong(shortened(companyName)), ...(change === undefined ? [] : [paragraph(shortened(change))])],
          [
            buttons(
              button(t('button.finish'), { verb: change === undefined ? 'finish' : 'finishChange', argument: id }),
            ),
          ],
        ),
      ),
  ]);
