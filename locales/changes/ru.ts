import { locale } from '../translator.ts';
import { changesEn } from './en.ts';

/** Words of one customer and of what can be changed about it. */
export const changesRu = locale(
  'ru',
  changesEn,
)({
  'button.openCustomer': 'Открыть клиента',

  'change.order': 'Заказ: {offers}',
  'change.quantity': 'Лицензии {subscription}: было {from}, станет {to}',
  'change.suspend': 'Приостановить {subscription}',
  'change.reactivate': 'Возобновить {subscription}',
  'change.account': 'Обновить сведения об учетной записи',
  'change.relationship': 'Завершить взаимоотношения',
  'change.running': 'Это изменение сейчас выполняется. Результат придет в этот чат.',
  'change.already': 'Это изменение уже было обработано. Вот текущие сведения о клиенте.',
  'change.noTenant':
    'Идентификатор Майкрософт этого клиента неизвестен, поэтому изменить что-либо в Центре партнеров нельзя.',
  'changing.title': 'Выполняется…',
  'changed.title': 'Готово',
  'changed.partly': 'Выполнено частично',
  'changed.pending':
    'Центр партнеров принял изменение и продолжает его выполнять. Оно может появиться через несколько минут.',
  'changed.nothing': 'Ничего не изменено.',
  'changed.relationship':
    'Взаимоотношения завершены. Чтобы установить их снова, пригласите клиента; приглашение должен принять его глобальный администратор.',
  'licenses.sevenDays':
    'Лицензии можно вернуть только в течение семи дней после покупки и не больше, чем было куплено. Позже их количество можно уменьшить при продлении срока.',
});
