import { locale } from '../translator.ts';
import { historyEn } from '../en/history.ts';

/** Words of what was done to a customer, in Russian. */
export const historyRu = locale(
  'ru',
  historyEn,
)({
  'history.support': 'По идентификатору корреляции служба поддержки Майкрософт найдет отправленный запрос.',
});
