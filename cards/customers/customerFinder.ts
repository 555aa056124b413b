import type { Words } from '../../locales/words.ts';
import type { Reseller } from '../../partner-center/partner.ts';
import { button, buttons } from '../buttons.ts';
import { row, type Element } from '../elements.ts';
import { anyReseller, type Searched } from './searched.ts';

/** Find, by a part of the name or domain; with resellers also by one of them. */
export function finder({ t }: Words, searched: Searched, resellers: readonly Reseller[]): Element[] {
  const find: Element = {
    type: 'Input.Text',
    id: 'findCustomer',
    label: t('field.findCustomer'),
    placeholder: t('directory.findHint'),
    value: searched.find,
  };
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
  const press = buttons(button(t('button.find'), { verb: 'findCustomers' }));
  return [row(resellers.length === 0 ? [find] : [find, choice], [press], 'Bottom')];
}
