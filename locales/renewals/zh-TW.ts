import { locale } from '../translator.ts';
import { renewalsEn } from './en.ts';

/** Words of what ends or renews soon, in Traditional Chinese. */
export const renewalsZhTW = locale(
  'zh-TW',
  renewalsEn,
)({
  'button.exportRenewals': '匯出續約清單',
  'field.term': '期限',
  'field.plan': '期限與計費方式',
  'field.lastDay': '期限的最後一天',
  'field.autoRenew': '自動續約',
  'field.whatFollows': '之後的情況',
  'autoRenew.on': '開啟',
  'autoRenew.off': '關閉',
  'renewals.name': '續約',
  'renewals.group': '群組',
  'renewals.within': '到期天數（以內）',
  'renewalGroup.choose': '待選擇',
  'renewalGroup.chosen': '已確定',
  'renewalGroup.monthly': '每月',
  'renewals.note': { other: '{n} 個訂閱將在 90 天內到期或續約。需要選擇的項目排在最前面。' },
});
