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
});
