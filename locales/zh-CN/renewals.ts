import { locale } from '../translator.ts';
import { renewalsEn } from '../en/renewals.ts';

/** Words of what ends or renews soon, in Simplified Chinese. */
export const renewalsZhCN = locale(
  'zh-CN',
  renewalsEn,
)({
  'button.renewals': '续订',
  'button.withinDays': '{days} 天内：{n}',
  'button.asFile': '导出为文件',
  'button.refresh': '刷新',
  'renewals.title': '续订',
  'renewals.intro':
    '所有客户在 {days} 天内到期或续订的订阅。如果可以选择期限结束后的处理方式，请在期限的最后一天（UTC）结束前选择。',
  'renewals.counted': '{group}：{n}',
  'renewals.choose': '待选择',
  'renewals.chosen': '已确定',
  'renewals.monthly': '期限为一个月',
  'renewals.facts': '{facts} · 最后一天：{day}',
  'renewals.most': '列表最多显示未来 {days} 天，不包含在此之后到期或续订的订阅。',
  'renewals.none': '{days} 天内没有到期或续订的订阅。',
  'renewals.noneYet': '目前尚未找到 {days} 天内到期或续订的订阅。',
  'renewals.soFar': '目前已读取 {done} 个客户，共 {of} 个，其余仍在读取中。请选择“刷新”查看更多。',
  'renewals.listing': '仍在读取客户列表。请稍后选择“刷新”。',
  'renewals.stopped': '未能读取全部客户。以下是读取中断前的内容。',
  'renewals.unread': { other: '有 {n} 个客户的订阅无法读取：{names}。' },
  'renewals.others': { other: '其他 {n} 个' },
  'button.exportRenewals': '导出续订清单',
  'field.term': '期限',
  'field.lastDay': '期限的最后一天',
  'field.autoRenew': '自动续订',
  'field.whatFollows': '期限结束后',
  'autoRenew.on': '开启',
  'autoRenew.off': '关闭',
  'renewals.name': '续订',
  'renewals.group': '分组',
  'renewals.within': '多少天内到期',
  'renewalGroup.choose': '待选择',
  'renewalGroup.chosen': '已确定',
  'renewalGroup.monthly': '期限为一个月',
  'renewals.note': { other: '{n} 个订阅将在 90 天内到期或续订。需要选择的项目排在最前面。' },
});
