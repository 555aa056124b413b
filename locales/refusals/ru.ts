import { locale } from '../translator.ts';
import { refusalsEn } from './en.ts';

/** Words of what Partner Center refuses, or does not do: what stands around its own sentence, and our reasons beside it. */
export const refusalsRu = locale(
  'ru',
  refusalsEn,
)({
  'refusal.says': 'Центр партнеров сообщает: «{said}»',
  'refusal.code': 'Код: {code}',
  'refusal.status': 'Код состояния: {status}',
  'fault.notTaken': 'Центр партнеров не принял этот ответ.',

  'reason.service-fault': 'Центр партнеров сообщил о внутренней ошибке',
  'reason.unreadable': 'не удалось прочитать ответ Центра партнеров',
  'reason.unexplained': 'Центр партнеров отклонил запрос, не указав причину',
  'reason.conflict': 'этому мешает то, что сейчас есть или выполняется в Центре партнеров',
  'reason.domain-refused': 'Центр партнеров не принимает это имя домена',
  'reason.customer-unknown': 'этот клиент неизвестен Центру партнеров',
  'reason.order-unknown': 'этот заказ не найден в Центре партнеров',
  'reason.subscription-unknown': 'эта подписка не найдена в Центре партнеров',
  'reason.cart-gone': 'этой корзины больше нет в Центре партнеров; оформите заказ заново',
  'reason.subscription-busy': 'Центр партнеров еще обрабатывает эту подписку; повторите попытку через несколько минут',
  'reason.pending-operation': 'по этой подписке ожидается другая операция; повторите попытку через 24 часа',
  'reason.parent-inactive': 'подписка, к которой относится эта надстройка, неактивна',
  'reason.program-inactive': 'участие в программе Центра партнеров неактивно; обратитесь к своему администратору',
  'reason.reseller-refused': 'Центр партнеров не принимает MPN ID торгового посредника',
  'reason.limit': 'был бы превышен лимит Центра партнеров',
  'reason.cancellation-over': 'срок, в течение которого это можно отменить, истек',

  'button.chooseOffer': 'Выбрать другое предложение',
  'order.partly': 'заказано {ordered} из {of}',
  'order.noneOrdered': 'Ни одна подписка не заказана. Выбранное сохранено: его можно изменить и заказать снова.',
  'order.someOrdered':
    'Заказано подписок: {ordered} из {of}. Отклоненное сохранено: его можно изменить и заказать снова.',
  'order.nothingRefused': 'Отклоненных подписок, которые можно было бы заказать снова, у этого клиента нет.',
});
