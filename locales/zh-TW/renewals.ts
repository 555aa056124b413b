import { locale } from '../translator.ts';
import { renewalsEn } from '../en/renewals.ts';

/** Words of what ends or renews soon, in Traditional Chinese. */
export const renewalsZhTW = locale(
  'zh-TW',
  renewalsEn,
)({
  'button.renewals': '續約',
  'button.withinDays': '{days} 天內：{n}',
  'button.asFile': '匯出為檔案',
  'button.refresh': '重新整理',
  'renewals.title': '續約',
  'renewals.intro':
    '所有客戶在 {days} 天內到期或續約的訂閱。若可選擇期限結束後的處理方式，請在期限的最後一天（UTC）結束前選擇。',
  'renewals.counted': '{group}：{n}',
  'renewals.choose': '待選擇',
  'renewals.chosen': '已確定',
  'renewals.monthly': '期限為一個月',
  'renewals.facts': '{facts} · 最後一天：{day}',
  'renewals.most': '清單最多顯示未來 {days} 天，不包含在此之後到期或續約的訂閱。',
  'renewals.none': '{days} 天內沒有到期或續約的訂閱。',
  'renewals.noneYet': '目前尚未找到 {days} 天內到期或續約的訂閱。',
  'renewals.soFar': '目前已讀取 {done} 個客戶，共 {of} 個，其餘仍在讀取中。請選取「重新整理」查看更多。',
  'renewals.listing': '仍在讀取客戶清單。請稍後選取「重新整理」。',
  'renewals.stopped': '無法讀取所有客戶。以下是先前已讀取的內容。',
  'renewals.unread': { other: '有 {n} 個客戶的訂閱無法讀取：{names}。' },
  'renewals.others': { other: '其他 {n} 個' },
  'button.exportRenewals': '匯出續約清單',
  'field.term': '期限',
  'field.lastDay': '期限的最後一天',
  'field.autoRenew': '自動續約',
  'field.whatFollows': '期限結束後',
  'autoRenew.on': '開啟',
  'autoRenew.off': '關閉',
  'renewals.name': '續約',
  'renewals.group': '分類',
  'renewals.within': '幾天內到期',
  'renewalGroup.choose': '待選擇',
  'renewalGroup.chosen': '已確定',
  'renewalGroup.monthly': '期限為一個月',
  'renewals.note': { other: '{n} 個訂閱將在 90 天內到期或續約。需要選擇的項目排在最前面。' },
});
