import { locale } from '../translator.ts';
import { waitingEn } from './en.ts';

/** Words of what waits for a time, and goes on by itself then. */
export const waitingRu = locale(
  'ru',
  waitingEn,
)({
  'waiting.goesOn':
    'Все введенное сохранено. Выполнение продолжится автоматически после {moment}; чтобы попробовать раньше, нажмите «Завершить». Ничего не будет выполнено дважды.',
  'waiting.password':
    'Когда клиент будет создан, пароль учетной записи администратора появится в этом чате и будет виден лишь несколько минут.',
  'waiting.line': 'Продолжится автоматически после {moment}.',
});
