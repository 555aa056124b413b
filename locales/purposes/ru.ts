import { locale } from '../translator.ts';
import { purposesEn } from './en.ts';

/** Words of the drafts about a customer that exists: subscriptions, add-on licenses, account info. */
export const purposesRu = locale(
  'ru',
  purposesEn,
)({
  'purpose.subscriptions': 'Подписки: {company}',
  'purpose.addOns': 'Лицензии надстроек: {company}',
  'purpose.account': 'Сведения об учетной записи: {company}',
  'purpose.unfinished': 'Это еще не завершено',

  'account.domain': 'Имя основного домена: {domain} (изменить нельзя)',
  'cart.choose': 'Подписки пока не выбраны. Добавьте хотя бы одну.',
  'fault.cart.empty': 'Добавьте хотя бы одну подписку.',
  'addOns.note': 'Надстройки, подходящие к подписке {name}.',
  'addOns.none': 'Надстроек, подходящих к подписке {name}, в продаже нет.',
  'addOns.gone': 'Этой подписки больше нет.',

  'review.order': 'Проверьте заказ. Кнопка «Изменить» открывает корзину, после нее вы вернетесь сюда.',
  'review.account':
    'Проверьте сведения, которые будут переданы в Центр партнеров. Кнопка «Изменить» открывает нужный раздел, после него вы вернетесь сюда. Остальное не изменится.',
  'review.unchanged': 'Пока ничего не изменено. Нажмите «Изменить» рядом с разделом, который хотите изменить.',
  'review.meanwhile':
    'За это время кто-то изменил данные клиента. Поля, которых вы не касались, обновлены. Проверьте их еще раз.',
  'button.addSubscription': 'Добавить подписку',
  'button.addOns': 'Лицензии надстроек',
  'button.submitOrder': 'Отправить заказ',
  'button.submitChanges': 'Отправить изменения',
  'changed.returned': 'Черновик снова открыт, в нем указано, что нужно изменить.',

  'cancel.purpose': 'Прервать работу?',
  'startOver.purpose': 'Все, что вы здесь ввели, будет стерто.',
  'outdated.change': 'Это уже отправлено.',

  'refusal.manageReseller':
    'Косвенные торговые посредники не могут ничего заказывать и менять для клиентов: это делает ваш косвенный поставщик.',
  'refusal.manageGermany':
    'Облако Microsoft Cloud для Германии закрыто 29 октября 2021 года. Заказывать и менять там ничего нельзя. Клиенты, сохраненные здесь раньше, по-прежнему доступны для просмотра.',
  'refusal.manage': 'Для этого клиента ничего нельзя заказать или изменить: {reason}.',
});
