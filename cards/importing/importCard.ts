import type { Words } from '../../locales/words.ts';
import { button, command } from '../buttons.ts';
import { card, faultLine, heading, paragraph, type Card } from '../elements.ts';

/** What the card that asks for a file shows. */
export interface ImportView {
  readonly words: Words;
  readonly rows: number;
  readonly megabytes: number;
  /** Most new customers a file, where there is a limit. */
  readonly mostNew?: number;
  /** What is wrong with the file that was sent. */
  readonly fault?: string;
  /** What was pasted; a long text is not shown again, because a card's size is bounded. */
  readonly text?: string;
}

/** Most of a pasted text that is shown again. */
const shownAgain = 4_000;

/** Asks for a file of customers, or for its rows. */
export function importCard(view: ImportView): Card {
  const { words, fault, text = '', mostNew } = view;
  const { t } = words;
  return card(
    fault === undefined ? t('import.title') : words.sentences([fault, t('import.title')]),
    [
      heading(t('import.title')),
      ...(fault === undefined ? [] : [faultLine(fault)]),
      paragraph(t('import.intro')),
      paragraph(t('import.how')),
      paragraph(
        words.sentences([
          t('import.limits', { rows: view.rows, mb: view.megabytes }),
          ...(mostNew === undefined ? [] : [t('import.limitNew', { n: mostNew })]),
        ]),
        { subtle: true },
      ),
      {
        type: 'Input.Text',
        id: 'csv',
        label: t('field.csv'),
        isMultiline: true,
        ...(text === '' || text.length > shownAgain ? {} : { value: text }),
      },
    ],
    [
      button(t('button.check'), { verb: 'importText' }, true),
      button(t('button.template'), { verb: 'importTemplate', argument: 'xlsx' }),
      button(t('button.templateCsv'), { verb: 'importTemplate', argument: 'csv' }),
      button(t('button.customers'), command('customers')),
      button(t('button.help'), command('help')),
    ],
  );
}
