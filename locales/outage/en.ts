import { base } from '../translator.ts';

/** Words of what Partner Center has not said yet, or does not say at the moment. */
export const outageEn = base({
  'button.moreOffers': 'Look again',
  'cart.reading':
    'The offers are still being read from Partner Center. You can go on without a subscription, or look again in a moment.',
  'cart.readingMore': {
    one: 'The offers are still being read from Partner Center: {n} is here so far. Look again for more.',
    other: 'The offers are still being read from Partner Center: {n} are here so far. Look again for more.',
  },
  'cart.failed':
    'The offers could not be read: {reason}. You can try again, or go on without a subscription and add it later.',
  'cart.failedMore': {
    one: 'Not all offers could be read: {reason}. Only {n} is here. Try again for the others.',
    other: 'Not all offers could be read: {reason}. Only {n} are here. Try again for the others.',
  },
  'cart.leftOut': {
    one: '{n} entry of Partner Center’s catalogue could not be read, so an offer may be missing here.',
    other: '{n} entries of Partner Center’s catalogue could not be read, so some offers may be missing here.',
  },
  'cart.unreadOffer': 'An offer that is not read yet',
  'cart.notOrderable':
    'The offers of this order have not been read from Partner Center yet, so it is not submitted. Submit it again in a moment.',
  'fault.cart.unread': 'This offer has not been read from Partner Center yet. Go on in a moment, or remove it.',
  'company.addressUnchecked':
    'Partner Center did not say whether this address is right: {reason}. It is kept as you entered it, unchecked.',
  'company.domainUnchecked':
    'Partner Center did not say whether {domain} is free: {reason}. It is asked again when you submit.',
  'company.addressNotJudged':
    'Partner Center does not check addresses like this one. It is kept as you entered it, unchecked.',
  'address.unconfirmed': 'Partner Center could not confirm this address.',
  'address.elsewhere': 'Partner Center knows this address in another country only: {country}.',
  'address.goOn': 'Go back to correct it, or keep it as it is if you are sure of it.',
});
