import { base } from '../translator.ts';

/** Words of finding offers and putting them into the cart. */
export const findingEn = base({
  'cart.found': '{shown} of {all}: type more letters of the name',
  'cart.raised': '{name} was already in the cart: its number is now {count}.',
  'cart.held': 'When this order was begun, the customer had {n} already. What is ordered here comes on top.',
  'cart.heldBy': 'When this order was begun, there were already: {customers}. What is ordered here comes on top.',
  'cart.fixedNumber': '{name} has a fixed number: {n}. The number you typed was not used.',
  'cart.there': '{name} is already in the cart.',
  'cart.needsBaseOf': 'Add-on: first add {base}',
  'fault.cart.needsBaseOf': 'This is an add-on: first add {base}.',
  'list.position': '{from}–{to} of {of}',
  'list.positionOne': '{from} of {of}',
  'list.positionAll': '{of} in all',
  'cart.added': '{name} was added to the cart.',
});
