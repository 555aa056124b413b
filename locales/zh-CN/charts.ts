import { chartsEn } from '../en/charts.ts';
import { locale } from '../translator.ts';

/** Words of charts, in Simplified Chinese. */
export const chartsZhCN = locale(
  'zh-CN',
  chartsEn,
)({
  'button.asPicture': '以图表查看',
  'chart.licenses': '各产品/服务的许可证',
  'chart.renewals': '各月续订',
  'button.chartLicenses': '各产品/服务的许可证',
  'button.chartRenewals': '各月续订',
  'chart.all': '所有客户',
  'chart.asOf': '截至 {day}。',
  'chart.licensesCounted': '统计有效订阅的许可证，包括试用；已暂停、已结束和按使用量计费的不计入。',
  'chart.renewalsCounted': '统计到期或续订的订阅，包括已暂停的；每个订阅计入其当前期限结束的月份（UTC）。',
  'chart.licensesNone': '没有可统计的许可证。',
  'chart.renewalsNone': '这 13 个月内没有到期或续订的订阅。',
  'chart.noneYet': '目前尚未找到可统计的内容。',
  'chart.otherOffers': { other: '其他 {n} 个产品/服务' },
  'chart.total': '合计',
  'chart.later': { other: '有 {n} 个订阅在此之后到期或续订。' },
  'chart.alt': '条形图：{title}。图中的数字列在下方。',
  'count.subscriptions': { other: '{n} 个订阅' },
  'command.licenseChart': '图表|许可证图表|许可证概览|概览|各产品许可证',
  'command.renewalChart': '各月续订|每月续订|按月续订|续订图表',
  'help.licenseChart': '以图表查看所有客户各产品/服务的许可证',
  'help.renewalChart': '以图表查看 13 个月内每月到期或续订的订阅',
});
