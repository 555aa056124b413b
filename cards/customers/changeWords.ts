import type { Words } from '../../locales/words.ts';
import type { ChangeKind } from '../../model/change.ts';
import { fieldNames } from '../accountInfo.ts';
import { stopKind } from './stopCard.ts';
import { nextTermWords } from './subscriptionWords.ts';

const statusKeys = { active: 'change.reactivate', suspended: 'change.suspend', deleted: 'change.cancel' } as const;
const endOfTermKeys = { renew: 'change.endRenew', cancel: 'change.endCancel', extend: 'change.endExtend' } as const;
const stopKeys = { both: 'change.stopBoth', cancel: 'change.stopCancel', suspend: 'change.stopSuspend' } as const;

/** State of a change that is requested a second time; `ended`: nothing more is known of it. */
export type RequestedStanding = keyof typeof requestedKeys;

const requestedKeys = {
  running: 'change.running',
  unfinished: 'change.alreadyUnfinished',
  done: 'change.already',
  partly: 'change.alreadyPartly',
  refused: 'change.alreadyRefused',
  unclear: 'change.alreadyUnclear',
  dropped: 'change.alreadyDropped',
  ended: 'outdated.change',
} as const;

const undoKeys = {
  ...requestedKeys,
  running: 'undo.orderRunning',
  done: 'undo.orderDone',
  ended: 'undo.orderAsked',
} as const;

/** Answer to the same request made a second time. */
export const requestedWords = (standing: RequestedStanding, words: Words): string => words.t(requestedKeys[standing]);

/** State of an order's Undo that was requested before. */
export const undoWords = (standing: RequestedStanding, words: Words): string => words.t(undoKeys[standing]);

/** A change in one line, without a full stop. */
export function changeWords(what: ChangeKind, words: Words): string {
  const { t } = words;
  switch (what.kind) {
    case 'order':
      return t('change.order', { offers: words.list(what.lines.map(({ offerName }) => offerName)) });
    case 'orders':
      return t('change.orders', {
        offers: words.list(
          what.offers.map(({ offerName: name, quantity: n }) =>
            n === undefined ? name : t('cart.times', { n, name }),
          ),
        ),
        n: what.orders.length,
      });
    case 'quantity': {
      const { from, to } = what;
      return t('change.quantity', { subscription: what.name, from, to, difference: words.signed(to - from) });
    }
    case 'status':
      return t(statusKeys[what.status], { subscription: what.name });
    case 'stop':
      return t(stopKeys[stopKind(what.lines)], { n: what.lines.length });
    case 'endOfTerm':
      return t(endOfTermKeys[what.to], { subscription: what.name });
    case 'nextTerm':
      return what.to === undefined
        ? t('change.unscheduled', { subscription: what.name })
        : t('change.nextTerm', { subscription: what.name, next: nextTermWords(what.to, what.unit, words) });
    case 'account':
      return what.fields === undefined || what.fields.length === 0
        ? t('change.account')
        : t('change.accountFields', { fields: fieldNames(what.fields, words) });
    case 'agreement':
      return t('change.agreement');
    case 'relationship':
      return t('change.relationship');
    case 'qualification':
      return t('change.qualification', { qualification: t(`qualification.${what.wanted.kind}`) });
    case 'password':
      return t('change.password', { account: what.account });
  }
}
