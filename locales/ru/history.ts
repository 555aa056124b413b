import { locale } from '../translator.ts';
import { historyEn } from '../en/history.ts';

/** Words of what was done to a customer, in Russian. */
export const historyRu = locale(
  'ru',
  historyEn,
)({
  'history.support': 'По идентификатору корреляции служба поддержки Майкрософт найдет отправленный запрос.',
  'past.customer': 'Клиент добавлен',
  'past.agreement': 'Соглашение зарегистрировано',
  'past.qualification': 'Специальная квалификация запрошена',
  'past.qualificationOf': 'Запрошена специальная квалификация «{qualification}»',
  'past.subscriptions': 'Подписки заказаны',
  'past.erase': 'Запись удалена',
  'past.order': 'Заказано: {offers}',
  'past.quantity': 'Число лицензий {subscription} изменено с {from} на {to}',
  'past.suspended': 'Подписка {subscription} приостановлена',
  'past.reactivated': 'Подписка {subscription} возобновлена',
  'past.cancelled': 'Подписка {subscription} отменена',
  'past.account': 'Сведения об учетной записи изменены',
  'past.accountFields': 'Сведения об учетной записи изменены: {fields}',
  'past.relationship': 'Взаимоотношения прекращены',
  'past.invite': 'Приглашение подготовлено',
  'past.imported': 'Клиент добавлен в список при импорте',
  'past.exported': 'Клиенты экспортированы',
  'past.password': 'Для {account} задан новый пароль',
  'past.stop': 'Отменено или приостановлено: {names}',
  'past.stopBoth': 'Отменено: {canceled}. Приостановлено: {suspended}',
  'past.stopCanceled': 'Отменено: {names}',
  'past.stopSuspended': 'Приостановлено: {names}',
  'past.endRenew': 'Выбрано продление {subscription} по окончании срока',
  'past.endCancel': 'Выбрано завершение {subscription} по окончании срока',
  'past.endExtend': 'Выбрано помесячное продолжение {subscription} после окончания срока',
  'past.nextTerm': 'На продление {subscription} запланировано лицензий: {to}',
  'past.unscheduled': 'Отменены изменения, запланированные на продление {subscription}',
  'history.qualificationOf': 'Запрос специальной квалификации «{qualification}»',
});
