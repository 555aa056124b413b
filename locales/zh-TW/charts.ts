import { chartsEn } from '../en/charts.ts';
import { locale } from '../translator.ts';

/** Words of charts, in Traditional Chinese. */
export const chartsZhTW = locale(
  'zh-TW',
  chartsEn,
)({
  'button.asPicture': '以圖表檢視',
  'chart.licenses': '各供應項目的授權',
  'chart.renewals': '各月續約',
  'button.chartLicenses': '各供應項目的授權',
  'button.chartRenewals': '各月續約',
  'chart.all': '所有客戶',
  'chart.asOf': '截至 {day}。',
  'chart.licensesCounted': '計入使用中訂閱的授權，包括試用；已暫停、已結束及依使用量計費的不計入。',
  'chart.renewalsCounted': '計入到期或續約的訂閱，包括已暫停的；每個訂閱計入其目前期限結束的月份（UTC）。',
  'chart.licensesNone': '沒有可計入的授權。',
  'chart.renewalsNone': '這 13 個月內沒有到期或續約的訂閱。',
  'chart.noneYet': '目前尚未找到可計入的內容。',
  'chart.otherOffers': { other: '其他 {n} 個供應項目' },
  'chart.total': '合計',
  'chart.later': { other: '有 {n} 個訂閱在此之後到期或續約。' },
  'chart.alt': '長條圖：{title}。圖中的數字列在下方。',
  'count.subscriptions': { other: '{n} 個訂閱' },
  'command.licenseChart': '圖表|授權圖表|授權總覽|總覽|各產品授權',
  'command.renewalChart': '各月續約|每月續約|按月續約|續約圖表',
  'help.licenseChart': '以圖表檢視所有客戶各供應項目的授權',
  'help.renewalChart': '以圖表檢視 13 個月內每月到期或續約的訂閱',
});
