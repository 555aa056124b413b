import { locale } from '../translator.ts';
import { findingEn } from '../en/finding.ts';

/** Words of finding offers and putting them into the cart. */
export const findingZhCN = locale(
  'zh-CN',
  findingEn,
)({
  'cart.found': '显示 {shown} 个，共 {all} 个：请输入更多字符',
  'cart.raised': '{name} 已在购物车中，数量改为 {count}。',
  'cart.held': '开始此订单时，客户已有 {n} 个；此处订购的数量另计。',
  'cart.heldBy': '开始此订单时已有：{customers}；此处订购的数量另计。',
  'cart.fixedNumber': '{name} 的数量固定为 {n}，未采用您输入的数量。',
  'cart.there': '{name} 已在购物车中。',
  'cart.needsBaseOf': '附加产品：请先添加 {base}',
  'fault.cart.needsBaseOf': '这是附加产品：请先添加 {base}。',
  'list.position': '第 {from}–{to} 项，共 {of} 项',
  'list.positionOne': '第 {from} 项，共 {of} 项',
  'list.positionAll': '共 {of} 项',
  'cart.added': '已将 {name} 加入购物车。',
});
