import { locale } from '../translator.ts';
import { agendaEn } from '../en/agenda.ts';

/** Words of what waits for a user, and of the message about it in the morning. */
export const agendaRu = locale(
  'ru',
  agendaEn,
)({
  'agenda.title': 'Ждет ваших действий',
  'agenda.none': 'Пока ничего.',
  'agenda.more': { one: 'И еще {n}', few: 'И еще {n}', many: 'И еще {n}', other: 'И еще {n}' },
  'agenda.reading': 'Подписки загружаются. Нажмите «Обновить» чуть позже.',
  'agenda.failed': 'Не все подписки удалось загрузить. Нажмите «Обновить», чтобы повторить.',
  'agenda.tooMany': 'Клиентов много, поэтому подписки загружаются по кнопке «Обновить».',
  'agenda.part': 'Подписки некоторых клиентов еще не загружены. Нажмите «Обновить», чтобы их увидеть.',
  'agenda.submission': 'Добавление этого клиента не завершено.',
  'agenda.change': 'Не завершено: {change}',
  'agenda.accepted': 'Теперь это ваш клиент.',
  'agenda.draft': 'Черновик, хранится до {until}',
  'agenda.cancelUntil': 'Можно отменить до {moment}.',
  'button.morningOn': 'Присылать по утрам',
  'button.morningOff': 'Не присылать по утрам',
  'morning.title': 'Доброе утро',
  'morning.summary': {
    one: 'Доброе утро. Ждет ваших действий: {n}.',
    few: 'Доброе утро. Ждет ваших действий: {n}.',
    many: 'Доброе утро. Ждет ваших действий: {n}.',
    other: 'Доброе утро. Ждет ваших действий: {n}.',
  },
  'morning.on':
    'В рабочие дни около 8 утра сюда будет приходить сообщение о том, что ждет ваших действий. Если ничего не ждет, сообщения не будет.',
  'morning.off': 'Сообщений по утрам больше не будет.',
});
