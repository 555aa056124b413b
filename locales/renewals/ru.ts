import { locale } from '../translator.ts';
import { renewalsEn } from './en.ts';

/** Words of what ends or renews soon, in Russian. */
export const renewalsRu = locale(
  'ru',
  renewalsEn,
)({
  'button.renewals': 'Продления',
  'button.withinDays': 'В течение {days} дней: {n}',
  'button.asFile': 'Экспорт в файл',
  'button.refresh': 'Обновить',
  'renewals.title': 'Продления',
  'renewals.intro':
    'Что заканчивается или продлевается в ближайшие {days} дней у всех клиентов. Если можно выбрать, что будет дальше, сделайте это до последнего дня срока включительно (UTC).',
  'renewals.counted': '{group}: {n}',
  'renewals.choose': 'Нужно выбрать',
  'renewals.chosen': 'Решено',
  'renewals.monthly': 'Помесячные сроки',
  'renewals.facts': '{facts} · последний день: {day}',
  'renewals.none': 'В ближайшие {days} дней ничего не заканчивается и не продлевается.',
  'renewals.noneYet': 'Пока не найдено ничего, что заканчивается или продлевается в ближайшие {days} дней.',
  'renewals.soFar':
    'Загружено клиентов: {done} из {of}. Остальные еще загружаются. Нажмите «Обновить», чтобы увидеть больше.',
  'renewals.listing': 'Список клиентов еще загружается. Нажмите «Обновить» чуть позже.',
  'renewals.stopped': 'Загрузить удалось не всех клиентов. Показано то, что было загружено раньше.',
  'renewals.unread': {
    one: 'Не удалось прочитать подписки {n} клиента: {names}.',
    few: 'Не удалось прочитать подписки {n} клиентов: {names}.',
    many: 'Не удалось прочитать подписки {n} клиентов: {names}.',
    other: 'Не удалось прочитать подписки {n} клиента: {names}.',
  },
  'renewals.others': { one: 'еще {n}', few: 'еще {n}', many: 'еще {n}', other: 'еще {n}' },
  'button.exportRenewals': 'Экспорт продлений',
  'field.term': 'Срок',
  'field.plan': 'Срок и оплата',
  'field.lastDay': 'Последний день срока',
  'field.autoRenew': 'Автопродление',
  'field.whatFollows': 'Что будет дальше',
  'autoRenew.on': 'включено',
  'autoRenew.off': 'выключено',
  'renewals.name': 'продления',
  'renewals.group': 'Группа',
  'renewals.within': 'Заканчивается в течение (дней)',
  'renewalGroup.choose': 'Нужно выбрать',
  'renewalGroup.chosen': 'Решено',
  'renewalGroup.monthly': 'Помесячно',
  'renewals.note': {
    one: '{n} подписка заканчивается или продлевается в течение 90 дней. Сначала идут те, для которых нужно сделать выбор.',
    few: '{n} подписки заканчиваются или продлеваются в течение 90 дней. Сначала идут те, для которых нужно сделать выбор.',
    many: '{n} подписок заканчиваются или продлеваются в течение 90 дней. Сначала идут те, для которых нужно сделать выбор.',
    other:
      '{n} подписки заканчиваются или продлеваются в течение 90 дней. Сначала идут те, для которых нужно сделать выбор.',
  },
});
