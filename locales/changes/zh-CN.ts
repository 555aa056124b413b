import { locale } from '../translator.ts';
import { changesEn } from './en.ts';

/** Words of one customer and of what can be changed about it. */
export const changesZhCN = locale(
  'zh-CN',
  changesEn,
)({
  'button.openCustomer': '打开客户',

  'change.order': '订购 {offers}',
  'change.quantity': '{subscription} 的许可证数量：从 {from} 更改为 {to}',
  'change.suspend': '暂停 {subscription}',
  'change.reactivate': '重新激活 {subscription}',
  'change.account': '更新帐户信息',
  'change.relationship': '结束经销商关系',
  'change.running': '正在执行此更改，稍后将在此聊天中告知结果。',
  'change.already': '此更改先前已处理过。以下是此客户目前的信息。',
  'change.noTenant': '此客户的 Microsoft ID 尚不明确，因此无法在合作伙伴中心进行更改。',
  'changing.title': '正在处理…',
  'changed.title': '已完成',
  'changed.partly': '部分完成',
  'changed.pending': '合作伙伴中心已接受此更改并会继续处理，可能需要几分钟才会显示。',
  'changed.nothing': '未进行任何更改。',
  'changed.relationship': '经销商关系已结束。如需重新建立，请邀请此客户，并由其全局管理员接受。',
  'licenses.sevenDays':
    '许可证只能在购买后七天内退回，且不得超过当时购买的数量。此后须等到订阅期限续订时，才能减少数量。',

  'button.subscriptions': '订阅',
  'button.licenses': '更改许可证数量',
  'button.suspend': '暂停',
  'button.reactivate': '重新激活',
  'button.updateAccount': '更新帐户信息',
  'button.history': '历史记录',
  'button.giveUp': '放弃',
  'button.endRelationship': '结束经销商关系',

  'customer.account': '帐户信息',
  'customer.unfinished': '添加此客户的操作尚未完成。',
  'agreement.recorded': '已于 {day} 记录',
  'agreement.signed': '由客户自行接受',
  'agreement.notRecorded': '尚未记录',
  'change.dropped': '已放弃此更改。以下是合作伙伴中心目前的信息。',
  'change.unfinished': '此更改尚未完成',

  'subscriptions.none': '此客户尚无订阅。',
  'subscriptions.end': '没有更多订阅了。',
  'subscriptions.more': { other: '还有 {n} 个。' },
  'subscription.addOn': '+ {label}：',
  'subscription.addOnName': '+ {name}',
  'subscription.trial': '试用',
  'subscription.renews': '将于 {day} 续订',
  'subscription.ends': '将于 {day} 结束',
  'subscription.gone': '此订阅已不存在。',

  'licenses.title': '更改许可证数量',
  'licenses.present': '当前：{count}',
  'licenses.back': { other: '现在最多可退回 {n} 个许可证。' },
  'licenses.noneBack': '现在无法退回任何许可证，因为已超过七天。',
  'licenses.underWay': '此订阅的另一项更改尚未结束：{change}',
  'fault.licenses.same': '这是当前的数量。',
  'fault.licenses.suspended': '此订阅未处于活动状态，因此无法更改数量。',
  'fault.licenses.stale': '数量在此期间已更改，现在是 {n}。请检查您输入的数量。',
  'fault.licenses.kept': { other: '至少 {min}：在七天内只能退回 {n} 个许可证。' },
  'suspend.title': '要暂停此订阅吗？',
  'suspend.text': {
    other:
      '客户的人员将无法再使用此订阅。其数据会保留 {n} 天，之后即删除。已购买的期限不会因此取消。在删除之前，您可以重新激活此订阅。',
  },
  'reactivate.title': '要重新激活此订阅吗？',
  'reactivate.text': '客户的人员将可再次使用此订阅。',
});
