import type { Subscription } from '../../partner-center/management.ts';
import { button } from '../buttons.ts';
import { card, heading, paragraph, shortened, strong, type Card } from '../elements.ts';
import { openCustomer, openSubscriptions, type Once } from './whose.ts';

/** Suspend or Reactivate one subscription. */
export interface StatusView extends Once {
  readonly subscription: Pick<Subscription, 'id' | 'name'>;
  readonly status: 'active' | 'suspended';
  /** Days the data of a suspended subscription is kept. */
  readonly days: number;
}

/** Suspend and Reactivate ask once, and say what follows. */
export function statusCard(view: StatusView): Card {
  const { words, ref, changeId, subscription, status, days } = view;
  const { t } = words;
  const title = t(status === 'suspended' ? 'suspend.title' : 'reactivate.title');
  return card(
    title,
    [
      heading(title),
      strong(shortened(view.companyName)),
      paragraph(shortened(subscription.name)),
      paragraph(status === 'suspended' ? t('suspend.text', { n: days }) : t('reactivate.text')),
    ],
    [
      button(
        t(status === 'suspended' ? 'button.suspend' : 'button.reactivate'),
        { verb: 'setStatus', argument: `${ref} ${subscription.id} ${changeId} ${status}` },
        status === 'active',
      ),
      openSubscriptions(view),
      openCustomer(view),
    ],
  );
}
