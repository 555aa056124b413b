import { locale } from '../translator.ts';
import { historyEn } from '../en/history.ts';

/** Words of what was done to a customer, in Simplified Chinese. */
export const historyZhCN = locale(
  'zh-CN',
  historyEn,
)({
  'history.support': 'Microsoft 支持服务可以通过相关 ID 找到所发送的请求。',
});
