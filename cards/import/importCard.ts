import type { Words } from '../../locales/words.ts';
import { button, card, type Card, command, faultLine, heading, paragraph } from '../elements.ts';

/** Data of the card that asks for a file. */
interface ImportView {
  readonly words: Words;
  readonly rows: number;
  readonly megabytes: number;
  /** Maximum of new customers in one file, where there is a limit. */
  readonly mostNew?: number;
  /** Fault of the file that was sent. */
  readonly fault?: string;
  /** Pasted text; a long one is not shown again, because a card's size is bounded. */
  readonly text?: string;
}

/** Maximum length of a pasted text that is shown again, in characters. */
const maxEchoedText = 4_000;

/** Card that asks for a file of customers, or for its rows as text. */
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
        ...(text === '' || text.length > maxEchoedText ? {} : { value: text }),
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
