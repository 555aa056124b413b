import { locale } from '../translator.ts';
import { outageEn } from '../en/outage.ts';

/** Words of what Partner Center has not said yet, or does not say at the moment. */
export const outageZhCN = locale(
  'zh-CN',
  outageEn,
)({
  'button.moreOffers': '刷新',
  'cart.reading': '仍在从合作伙伴中心读取产品/服务。您可以先跳过订阅，也可以稍后选择“刷新”。',
  'cart.readingMore': {
    other: '仍在从合作伙伴中心读取产品/服务，目前已有 {n} 个。如需查看更多，请选择“刷新”。',
  },
  'cart.failed': '无法读取产品/服务：{reason}。您可以重试，也可以先跳过订阅，以后再添加。',
  'cart.failedMore': { other: '未能读取全部产品/服务：{reason}。此处仅显示 {n} 个。请重试以读取其余产品/服务。' },
  'cart.leftOut': { other: '合作伙伴中心目录中有 {n} 个条目无法读取，因此此处可能缺少部分产品/服务。' },
  'cart.unreadOffer': '尚未读取的产品/服务',
  'cart.notOrderable': '尚未从合作伙伴中心读取此订单的产品/服务，因此未提交订单。请稍后再次提交。',
  'fault.cart.unread': '尚未从合作伙伴中心读取此产品/服务。请稍后继续，或将其移除。',
  'company.addressUnchecked': '未能向合作伙伴中心确认此地址是否正确：{reason}。地址已按您输入的内容保留，未经检查。',
  'company.domainUnchecked': '未能向合作伙伴中心确认 {domain} 是否可用：{reason}。提交时会再次确认。',
  'company.addressNotJudged': '合作伙伴中心不检查此类地址。地址已按您输入的内容保留，未经检查。',
  'address.unconfirmed': '合作伙伴中心无法确认此地址。',
  'address.elsewhere': '合作伙伴中心仅在其他国家/地区找到此地址：{country}。',
  'address.goOn': '请返回更正；如果您确定地址正确，请保留原样。',
});
