import type { Words } from '../locales/words.ts';
import type { Refusal } from '../partner-center/rules/fault.ts';
import { button, card, type Card, command, heading, paragraph, type PressData } from './elements.ts';
import { queryData, type ListQuery } from './customers/customerListCard.ts';
import { correlationLines, refusalLines } from './faultLines.ts';

/** Card of the files that can be exported of the customers found. */
export function exportCard({ t }: Words, searched: ListQuery): Card {
  const file = (kind: string) => ({ verb: 'exportFile', argument: kind, ...queryData(searched) });
  const isPart = searched.find !== '' || searched.reseller !== '';
  return card(
    t('button.export'),
    [
      heading(t('button.export')),
      paragraph(t(isPart ? 'export.found' : 'export.all')),
      paragraph(t('export.text'), { subtle: true }),
      {
        type: 'Input.ChoiceSet',
        id: 'fileFormat',
        label: t('field.fileFormat'),
        value: 'xlsx',
        choices: [
          { title: t('file.xlsx'), value: 'xlsx' },
          { title: t('file.csv'), value: 'csv' },
        ],
      },
    ],
    [
      button(t('button.exportCustomers'), file('customers'), true),
      button(t('button.exportSubscriptions'), file('subscriptions')),
      button(t('button.exportRenewals'), file('renewals')),
      button(t('button.customers'), command('customers')),
    ],
  );
}

/** Card of a file being made, with the number of customers read, and the total where it is known. */
export const fileProgressCard = ({ t }: Words, n: number, of?: number): Card =>
  card(t('file.preparing'), [
    heading(t('file.preparing')),
    paragraph(n === 0 ? t('file.wait') : of === undefined ? t('file.read', { n }) : t('file.readOf', { n, of })),
  ]);

/** Card of a finished file, which follows as a message that names it. `note` is an additional remark. */
export const fileReadyCard = ({ t }: Words, note?: string): Card =>
  card(t('file.ready'), [heading(t('file.ready')), ...(note === undefined ? [] : [paragraph(note)])]);

/**
 * Card of a file that could not be made or saved: the reason, the correlation id, and the press that asks for it again.
 */
export const fileFailedCard = (
  words: Words,
  what: 'file.notMade' | 'file.notSaved',
  refusal: Refusal | undefined,
  id: string,
  again?: PressData,
): Card =>
  card(
    words.t(what),
    [
      heading(words.t(what)),
      ...(refusal === undefined ? [] : refusalLines(refusal, words)),
      paragraph(words.t('file.again')),
      ...(refusal === undefined ? correlationLines(id, words) : []),
    ],
    [
      ...(again === undefined ? [] : [button(words.t('button.tryAgain'), again, true)]),
      button(words.t('button.customers'), command('customers'), again === undefined),
    ],
  );
