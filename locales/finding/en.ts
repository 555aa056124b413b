import { base } from '../translator.ts';

/** Words of finding offers and putting them into the cart. */
export const findingEn = base({
  'cart.found': '{shown} of {all}: type more letters of the name',
  'cart.raised': '{name} was in the cart already: its number is now {count}.',
  'cart.there': '{name} is in the cart already.',
  'cart.needsBaseOf': 'Add-on: first add {base}',
  'fault.cart.needsBaseOf': 'This is an add-on: first add {base}.',
  'list.position': '{from}–{to} of {of}',
  'list.positionOne': '{from} of {of}',
  'cart.added': '{name} is in the cart now.',
});
