import { locale } from '../translator.ts';
import { bundlesEn } from '../en/bundles.ts';

/** Words of bundles: named carts of the partner. */
export const bundlesZhCN = locale(
  'zh-CN',
  bundlesEn,
)({
  'button.moreBundles': '更多组合',
  'button.saveBundle': '保存为组合',
  'button.bundles': '管理组合',
  'button.save': '保存',
  'field.bundleName': '组合名称',
  'bundle.putInOne': '放入组合：',
  'bundle.asFor': '与 {customer} 相同：{lines}',
  'bundle.line': '{n}\u00A0×\u00A0{offer}',
  'bundle.putIn': { other: '已放入 {n} 个订阅。' },
  'bundle.unavailable': '未放入，因为无法在此订购：{offers}。',
  'bundle.unread': '未放入，因为尚未加载：{offers}。请稍后再放入一次。',
  'bundle.there': '已在购物车中，保持不变：{offers}。',
  'bundle.noRoom': '未放入，因为购物车已满：{offers}。',
  // Beginnings of what a bundle is called in a sentence, between bars.
  'bundle.words': '套餐|组合',
  'bundle.gone': '该组合已不存在。',
  'bundle.nameTitle': '组合',
  'bundle.forAll': '贵公司所有添加客户的人员都会在购物车上看到该组合。',
  'bundle.saved': '已保存组合“{name}”。',
  'bundle.renamed': '组合的名称已改为“{name}”。',
  'bundle.deleted': '已删除组合“{name}”。',
  'bundle.listTitle': '组合',
  'bundle.none': '目前没有组合。请先将产品/服务放入购物车，再保存为组合。',
  'bundle.fixed': '没有按钮的组合来自机器人的设置。',
  'bundle.deleteTitle': '要删除该组合吗？',
  'bundle.deleteForAll': '贵公司所有人都将无法再使用该组合。已用它下的订单不受影响。',
  'fault.bundle.noName': '请输入名称。',
  'fault.bundle.longName': '最多 40 个字符。',
  'fault.bundle.sameName': '已有同名的组合，请使用其他名称。',
  'fault.bundle.tooMany': '已有 40 个组合，请先删除一个。',
});
