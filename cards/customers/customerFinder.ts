import type { Words } from '../../locales/words.ts';
import type { Reseller } from '../../partner-center/partner.ts';
import type { Element } from '../elements.ts';
import { searchInput } from '../searchInput.ts';
import { anyReseller, type Searched } from './searched.ts';

/** Find, by a part of the name or domain; with resellers also by one of them. */
export function finder(words: Words, searched: Searched, resellers: readonly Reseller[]): Element[] {
  const { t } = words;
  const find = searchInput(
    {
      id: 'findCustomer',
      label: t('field.findCustomer'),
      placeholder: t('directory.findHint'),
      value: searched.find,
      find: { verb: 'findCustomers' },
    },
    words,
  );
  const choice: Element = {
    type: 'Input.ChoiceSet',
    id: 'chooseReseller',
    label: t('section.reseller'),
    style: 'compact',
    value: searched.reseller === '' ? anyReseller : searched.reseller,
    choices: [
      { title: t('directory.anyReseller'), value: anyReseller },
      ...resellers.map(({ name, mpnId, tenantId }) => ({
        title: t('form.pair', { label: name, hint: mpnId }),
        value: tenantId,
      })),
    ],
  };
  return resellers.length === 0 ? [find] : [choice, find];
}
