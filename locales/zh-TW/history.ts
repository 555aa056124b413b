import { locale } from '../translator.ts';
import { historyEn } from '../en/history.ts';

/** Words of what was done to a customer, in Traditional Chinese. */
export const historyZhTW = locale(
  'zh-TW',
  historyEn,
)({
  'history.support': 'Microsoft 支援服務可依相互關聯識別碼找到傳送的要求。',
});
