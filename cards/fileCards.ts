import type { Words } from '../locales/words.ts';
import type { Refusal } from '../partner-center/fault.ts';
import { button, command, type PressData } from './buttons.ts';
import { card, heading, paragraph, shortened, strong, type Card } from './elements.ts';
import { sent, type Searched } from './customers/searched.ts';
import { correlationLines, refusalLines } from './reasons.ts';

/** What can be taken away as a file of the customers that were found. */
export function exportCard({ t }: Words, searched: Searched): Card {
  const file = (kind: string) => ({ verb: 'exportFile', argument: kind, ...sent(searched) });
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

/** A file is being made: how many customers are read, and of how many where that is known. */
export const fileProgressCard = ({ t }: Words, n: number, of?: number): Card =>
  card(t('file.preparing'), [
    heading(t('file.preparing')),
    paragraph(n === 0 ? t('file.wait') : of === undefined ? t('file.read', { n }) : t('file.readOf', { n, of })),
  ]);

/** A file was made; it follows as a message of its own. `note` is what is to be known of it. */
export const fileReadyCard = ({ t }: Words, name: string, note?: string): Card =>
  card(t('file.ready'), [
    heading(t('file.ready')),
    strong(shortened(name)),
    ...(note === undefined ? [] : [paragraph(note)]),
  ]);

/** A file could not be made or not be saved: why, the id to ask about, and the press that asks for it again. */
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
