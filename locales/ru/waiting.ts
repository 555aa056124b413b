import { locale } from '../translator.ts';
import { waitingEn } from '../en/waiting.ts';

/** Words of what is not done yet: what waits for a time and goes on by itself, what waits for Finish, and what is under way. */
export const waitingRu = locale(
  'ru',
  waitingEn,
)({
  'waiting.goesOn':
    'Все введенное сохранено. Выполнение продолжится автоматически после {moment}; чтобы попробовать раньше, нажмите «Завершить». Ничего не будет выполнено дважды.',
  'waiting.password':
    'Когда клиент будет создан, пароль учетной записи администратора появится в этом чате и будет виден лишь несколько минут.',
  'waiting.line': 'Продолжится автоматически после {moment}.',
  'confirmation.partTitle': 'Клиент добавлен, но не все завершено',
  'confirmation.partSummary': 'Клиент добавлен, но выполнено еще не все: {company}',
  'confirmation.part': 'Клиент создан, но выполнено еще не все.',
  'done.unfinished': 'Клиент добавлен в ваш список, но добавление не завершено: откройте его и нажмите «Завершить».',
  'stage.underWay': 'в процессе',
  'order.toFinish': 'ждет нажатия кнопки «Завершить»',
  'order.goesOn': 'еще не заказано; продолжится автоматически после {moment}',
  'order.placing': 'сейчас оформляется',
  'cancel.untouched': 'Ничего не было введено, поэтому черновик не сохраняется.',
  'home.summaryView': 'Customer Desk: ваши клиенты из Центра партнеров прямо в этом чате.',
  'order.more': {
    one: 'И еще {n}: не заказано или пока не видно.',
    few: 'И еще {n}: не заказано или пока не видно.',
    many: 'И еще {n}: не заказано или пока не видно.',
    other: 'И еще {n}: не заказано или пока не видно.',
  },
  'progress.part': 'Отправлено, но не завершено',
});
