import { locale } from '../translator.ts';
import { findingEn } from '../en/finding.ts';

/** Words of finding offers and putting them into the cart. */
export const findingRu = locale(
  'ru',
  findingEn,
)({
  'cart.found': '{shown} из {all}: введите больше букв названия',
  'cart.raised': '{name} уже есть в корзине, теперь количество — {count}.',
  'cart.held': 'Когда был начат этот заказ, у клиента уже было: {n}. Заказанное здесь добавится к этому.',
  'cart.heldBy': 'Когда был начат этот заказ, уже было: {customers}. Заказанное здесь добавится к этому.',
  'cart.fixedNumber': 'Количество для {name} фиксированное: {n}. Указанное вами число не использовано.',
  'cart.there': '{name} уже есть в корзине.',
  'cart.needsBaseOf': 'Надстройка: сначала добавьте {base}',
  'fault.cart.needsBaseOf': 'Это надстройка: сначала добавьте {base}.',
  'list.position': '{from}–{to} из {of}',
  'list.positionOne': '{from} из {of}',
  'list.positionAll': 'Всего: {of}',
  'cart.added': 'Добавлено в корзину: {name}.',
});
