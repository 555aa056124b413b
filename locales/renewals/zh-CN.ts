import { locale } from '../translator.ts';
import { renewalsEn } from './en.ts';

/** Words of what ends or renews soon, in Simplified Chinese. */
export const renewalsZhCN = locale(
  'zh-CN',
  renewalsEn,
)({
  'button.exportRenewals': '导出续订清单',
  'field.term': '期限',
  'field.plan': '期限和计费方式',
  'field.lastDay': '期限的最后一天',
  'field.autoRenew': '自动续订',
  'field.whatFollows': '之后的情况',
  'autoRenew.on': '开启',
  'autoRenew.off': '关闭',
  'renewals.name': '续订',
  'renewals.group': '分组',
  'renewals.within': '到期天数（以内）',
  'renewalGroup.choose': '待选择',
  'renewalGroup.chosen': '已确定',
  'renewalGroup.monthly': '按月',
  'renewals.note': { other: '{n} 个订阅将在 90 天内到期或续订。需要选择的项目排在最前面。' },
});
