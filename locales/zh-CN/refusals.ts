import { locale } from '../translator.ts';
import { refusalsEn } from '../en/refusals.ts';

/** Words of what Partner Center refuses, or does not do: what stands around its own sentence, and our reasons beside it. */
export const refusalsZhCN = locale(
  'zh-CN',
  refusalsEn,
)({
  'refusal.says': '合作伙伴中心提示：“{said}”',
  'refusal.code': '代码：{code}',
  'refusal.status': '状态代码：{status}',
  'fault.notTaken': '合作伙伴中心不接受此项内容。',

  'reason.service-fault': '合作伙伴中心自身发生错误',
  'reason.unreadable': '无法读取合作伙伴中心的响应',
  'reason.unexplained': '合作伙伴中心拒绝了此操作，但未说明原因',
  'reason.conflict': '这与合作伙伴中心当前的数据或正在进行的操作冲突',
  'reason.domain-refused': '合作伙伴中心不接受此域名',
  'unfinished.halfMade':
    '合作伙伴中心似乎已开始创建此客户：其域名现已被占用。您的草稿已重新打开。请修改被拒绝的内容，提交后即可完成此客户的创建。',
  'reason.domain-own': '此域名属于您现有的客户',
  'reason.domain-begun': '此域名在合作伙伴中心拒绝创建客户时已被占用，而您的列表中还没有此客户',
  'fault.domainOwn': '您已有使用此主域名的客户。请在“客户”中查找，或换用其他名称。',
  'fault.domainBegun':
    '合作伙伴中心拒绝创建客户时，此名称已被占用，而您的列表中还没有此客户。请在几分钟后再次提交，或换用其他名称。',
  'reason.customer-unknown': '合作伙伴中心找不到此客户',
  'reason.order-unknown': '合作伙伴中心找不到此订单',
  'reason.subscription-unknown': '合作伙伴中心找不到此订阅',
  'reason.cart-gone': '购物车已不在合作伙伴中心；请重新订购',
  'reason.subscription-busy': '合作伙伴中心仍在处理此订阅；请在几分钟后重试',
  'reason.pending-operation': '此订阅有另一项操作待完成；请在 24 小时后重试',
  'reason.parent-inactive': '此附加产品所属的订阅未处于有效状态',
  'reason.program-inactive': '您的合作伙伴计划在合作伙伴中心未处于有效状态；请联系您的管理员',
  'reason.reseller-refused': '合作伙伴中心不接受此经销商的 MPN ID',
  'reason.limit': '将超出合作伙伴中心的上限',
  'reason.cancellation-over': '取消期限已过',

  'button.chooseOffer': '选择其他产品/服务',
  'order.partly': '已订购 {ordered} 项，共 {of} 项',
  'order.noneOrdered': '未订购任何订阅。您选择的内容已保留，可以更改后再次订购。',
  'order.someOrdered': '订阅共 {of} 项，仅订购了 {ordered} 项。被拒绝的内容已保留，可以更改后再次订购。',
  'order.nothingRefused': '此客户没有因被拒绝而需要重新订购的订阅。',
});
