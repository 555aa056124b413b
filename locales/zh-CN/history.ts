import { locale } from '../translator.ts';
import { historyEn } from '../en/history.ts';

/** Words of what was done to a customer, in Simplified Chinese. */
export const historyZhCN = locale(
  'zh-CN',
  historyEn,
)({
  'history.support': 'Microsoft 支持服务可以通过相关 ID 找到所发送的请求。',
  'past.customer': '已添加客户',
  'past.agreement': '已记录协议',
  'past.qualification': '已申请特殊资格',
  'past.qualificationOf': '已申请特殊资格“{qualification}”',
  'past.subscriptions': '已添加订阅',
  'past.erase': '已删除记录',
  'past.order': '已订购 {offers}',
  'past.quantity': '{subscription} 的许可证数量已从 {from} 更改为 {to}',
  'past.suspended': '已暂停 {subscription}',
  'past.reactivated': '已重新激活 {subscription}',
  'past.cancelled': '已取消 {subscription}',
  'past.account': '已更新帐户信息',
  'past.accountFields': '已更新帐户信息：{fields}',
  'past.relationship': '已结束经销商关系',
  'past.invite': '已准备邀请',
  'past.imported': '已从文件导入',
  'past.exported': '已导出客户',
  'past.password': '已为 {account} 设置新密码',
  'past.stop': '已取消或暂停 {names}',
  'past.stopBoth': '已取消 {canceled}，已暂停 {suspended}',
  'past.stopCanceled': '已取消 {names}',
  'past.stopSuspended': '已暂停 {names}',
  'past.endRenew': '已选择期限结束时续订 {subscription}',
  'past.endCancel': '已选择在期限结束时终止 {subscription}',
  'past.endExtend': '已选择期限结束后按月延续 {subscription}',
  'past.nextTerm': '已将 {subscription} 续订时的许可证数量设定为 {to}',
  'past.unscheduled': '已移除 {subscription} 续订时已计划的更改',
  'history.qualificationOf': '申请特殊资格“{qualification}”',
});
