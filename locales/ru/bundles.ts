import { locale } from '../translator.ts';
import { bundlesEn } from '../en/bundles.ts';

/** Words of bundles: named carts of the partner. */
export const bundlesRu = locale(
  'ru',
  bundlesEn,
)({
  'button.moreBundles': 'Другие наборы',
  'button.saveBundle': 'Сохранить набор',
  'button.bundles': 'Наборы',
  'button.save': 'Сохранить',
  'field.bundleName': 'Название набора',
  'bundle.putInOne': 'Положить набор:',
  'bundle.asFor': 'Как для {customer}: {lines}',
  'bundle.line': '{n}\u00A0×\u00A0{offer}',
  'bundle.putIn': {
    one: 'В корзину добавлена {n} подписка.',
    few: 'В корзину добавлены {n} подписки.',
    many: 'В корзину добавлено {n} подписок.',
    other: 'В корзину добавлено {n} подписки.',
  },
  'bundle.unavailable': 'Не добавлено, так как здесь это заказать нельзя: {offers}.',
  'bundle.unread': 'Не добавлено, так как еще не загружено: {offers}. Положите набор еще раз чуть позже.',
  'bundle.there': 'Уже есть в корзине и не изменено: {offers}.',
  'bundle.noRoom': 'Не добавлено, так как корзина заполнена: {offers}.',
  // Beginnings of what a bundle is called in a sentence, between bars.
  'bundle.words': 'набор|комплект',
  'bundle.gone': 'Этого набора больше нет.',
  'bundle.nameTitle': 'Набор',
  'bundle.forAll': 'Набор увидят в корзине все сотрудники вашей компании, которые добавляют клиентов.',
  'bundle.saved': 'Набор «{name}» сохранен.',
  'bundle.renamed': 'Теперь набор называется «{name}».',
  'bundle.deleted': 'Набор «{name}» удален.',
  'bundle.listTitle': 'Наборы',
  'bundle.none': 'Наборов нет. Заполните корзину и сохраните ее как набор.',
  'bundle.fixed': 'Наборы без кнопок заданы в настройках бота.',
  'bundle.deleteTitle': 'Удалить этот набор?',
  'bundle.deleteForAll': 'Он будет удален для всех сотрудников вашей компании. Заказы, сделанные с ним, останутся.',
  'fault.bundle.noName': 'Введите название.',
  'fault.bundle.longName': 'Не более 40 символов.',
  'fault.bundle.sameName': 'Набор с таким названием уже есть. Введите другое название.',
  'fault.bundle.tooMany': 'У вас 40 наборов. Сначала удалите один.',
});
