import { lifecycleWords } from '../../cards/customers/lifecycleWords.ts';
import { planWords } from '../../cards/customers/subscriptionWords.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import { endingSoon } from '../customers/endingSoon.ts';
import { everySubscription } from '../customers/everySubscription.ts';
import type { Turn } from '../turn.ts';
import { found, noteExport, tableFile, type Cell } from './exportedFiles.ts';
import type { FileRequest, ProducedFile, Tell } from './files.ts';

/**
 * What ends within 90 days over all customers that were found: what has to be chosen first, monthly terms last. A customer
 * whose subscriptions could not be read has a row that says so.
 */
export async function renewalsFile(turn: Turn, request: FileRequest, tell: Tell): Promise<ProducedFile> {
  const { words, now } = turn;
  const { t } = words;
  const customers = await found(turn, request, tell);
  const { answers, lacking } = await everySubscription(turn, customers, tell);
  const rows = endingSoon(answers, now).map(({ customer, subscription: one, renewal }): Cell[] => [
    t(`renewalGroup.${renewal.group}`),
    renewal.within,
    renewal.lastDay,
    customer.companyName,
    one.name,
    one.quantity,
    planWords(one, words) ?? '',
    lifecycleWords(renewal.life, one.unit, words),
    one.id,
    customer.microsoftId,
  ]);
  const unread = answers
    .filter(({ answer }) => answer instanceof PartnerCenterError)
    .map(({ customer }): Cell[] => [
      t('export.notRead'),
      '',
      '',
      customer.companyName,
      '',
      '',
      '',
      '',
      '',
      customer.microsoftId,
    ]);
  await noteExport(turn, 'renewals', customers.length);
  const file = tableFile(turn, request, t('renewals.name'), [headOf(turn), ...rows, ...unread]);
  const note = t('renewals.note', { n: rows.length });
  return {
    ...file,
    note: lacking === 0 ? note : words.sentences([note, t('export.lacking', { n: lacking })]),
  };
}

function headOf({ words: { t } }: Turn): readonly Cell[] {
  const when = [t('renewals.group'), t('renewals.within'), t('field.lastDay')];
  const what = [t('field.companyName'), t('field.subscription'), t('field.quantity'), t('field.plan')];
  return [...when, ...what, t('field.whatFollows'), t('field.subscriptionId'), t('field.microsoftId')];
}
