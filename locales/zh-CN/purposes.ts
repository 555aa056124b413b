import { locale } from '../translator.ts';
import { purposesEn } from '../en/purposes.ts';

/** Words of the drafts about a customer that exists: subscriptions, add-on licenses, account info. */
export const purposesZhCN = locale(
  'zh-CN',
  purposesEn,
)({
  'purpose.subscriptions': '{company} 的订单',
  'purpose.several': { other: '{company} 和另外 {n} 个客户的订单' },
  'several.title': '为多个客户订购相同项目',
  'several.intro': '最多可选择 {n} 个客户，然后选择产品/服务和许可证数量：每个客户都会获得相同的内容。',
  'several.more': { other: '还有 {n} 个客户。请键入名称的一部分进行查找。' },
  'several.none': '请至少选择一个客户。',
  'several.tooMany': '最多只能选择 {n} 个客户。',
  'several.gone': '部分客户未列入：已不在您的列表中，或与您没有经销商关系。其他客户仍保持选中。',
  'several.for': { other: '{n} 个客户，每个都会获得以下内容' },
  'several.partly': '部分产品/服务已订购，其余被拒绝',
  'several.left': '查看未完成的项目',
  'button.severalCustomers': '为多个客户订购',
  'purpose.addOns': '{company} 的附加许可证',
  'purpose.account': '{company} 的帐户信息',
  'purpose.unfinished': '您尚未完成此操作',

  'account.domain': '主域名：{domain}（无法更改）',
  'cart.choose': '尚未选择订阅。请至少添加一个。',
  'fault.cart.empty': '请至少添加一个。',
  'addOns.note': '以下是适用于“{name}”的附加产品。',
  'addOns.none': '没有适用于“{name}”的附加产品可供订购。',
  'addOns.gone': '此订阅已不存在。',

  'review.order': '请检查订单。选择“编辑”可回到购物车修改，完成后会回到此处。',
  'review.account': '请检查要更新到合作伙伴中心的信息。选择“编辑”可修改相应部分，完成后会回到此处，其他内容保持不变。',
  'review.changes': '将更改的字段：{fields}。',
  'review.unchanged': '尚未更改任何内容。请在要更改的部分旁选择“编辑”。',
  'review.meanwhile': '其他人在此期间更改了此客户的信息。请再次检查：您未更改的部分已更新为当前信息。',
  'button.addSubscription': '添加订阅',
  'button.addOns': '附加许可证',
  'button.submitOrder': '提交订单',
  'button.submitChanges': '提交更改',
  'changed.returned': '您的草稿已重新打开，请修改后再提交。',

  'cancel.purpose': '要退出当前操作吗？',
  'startOver.purpose': '您在此处输入的所有内容都将被清空。',
  'outdated.change': '此操作先前已提交。',

  'refusal.manageReseller': '间接经销商无法为客户订购或更改任何项目，需由您的间接提供商代为处理。',
  'refusal.manageGermany':
    '德国 Microsoft 云已于 2021\u00A0年\u00A010\u00A0月\u00A029\u00A0日关闭，无法再订购或更改任何项目。此前记录在此处的客户仍可查看。',
  'refusal.manage': '无法为此客户订购或更改任何项目：{reason}。',
  'again.title': '要再次订购吗？',
  'again.text': '以下项目已有订单正在等待或处理中：',
  'again.hint': '如果仍要在此订购，则会有两份相同的订阅，且两份都会计费。',
  'button.orderAgain': '仍要订购',
});
