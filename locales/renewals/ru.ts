import { locale } from '../translator.ts';
import { renewalsEn } from './en.ts';

/** Words of what ends or renews soon, in Russian. */
export const renewalsRu = locale(
  'ru',
  renewalsEn,
)({
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
