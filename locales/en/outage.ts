import { base } from '../translator.ts';

/** Words of what Partner Center has not said yet, or does not say at the moment. */
export const outageEn = base({
  'button.moreOffers': 'Refresh',
  'cart.reading':
    'The offers are still loading from Partner Center. You can continue without a subscription, or press “Refresh” in a moment.',
  'cart.readingMore': {
    one: 'The offers are still loading from Partner Center: {n} so far. Press “Refresh” for more.',
    other: 'The offers are still loading from Partner Center: {n} so far. Press “Refresh” for more.',
  },
  'cart.failed':
    'The offers could not be loaded: {reason}. You can try again, or continue without a subscription and add it later.',
  'cart.failedMore': {
    one: 'Not all offers could be loaded: {reason}. Only {n} is shown. Try again for the others.',
    other: 'Not all offers could be loaded: {reason}. Only {n} are shown. Try again for the others.',
  },
  'cart.leftOut': {
    one: '{n} entry of Partner Center’s catalog could not be read, so an offer may be missing here.',
    other: '{n} entries of Partner Center’s catalog could not be read, so some offers may be missing here.',
  },
  'cart.unreadOffer': 'An offer that has not loaded yet',
  'cart.notOrderable':
    'The offers of this order have not been loaded from Partner Center yet, so it was not submitted. Submit it again in a moment.',
  'fault.cart.unread': 'This offer has not been loaded from Partner Center yet. Continue in a moment, or remove it.',
  'company.addressUnchecked': 'This address could not be checked: {reason}. It is kept as you entered it.',
  'company.domainUnchecked':
    'It could not be checked whether {domain} is available: {reason}. It is checked again when you submit.',
  'company.addressNotJudged': 'Partner Center does not check addresses like this one. It is kept as you entered it.',
  'address.unconfirmed': 'Partner Center could not confirm this address.',
  'address.elsewhere': 'Partner Center finds this address only in another country or region: {country}.',
  'address.goOn': 'Go back to correct it, or keep it as it is if you are sure of it.',
});
