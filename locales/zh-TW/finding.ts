import { locale } from '../translator.ts';
import { findingEn } from '../en/finding.ts';

/** Words of finding offers and putting them into the cart. */
export const findingZhTW = locale(
  'zh-TW',
  findingEn,
)({
  'cart.found': '顯示 {shown} 個，共 {all} 個：請輸入更多字',
  'cart.raised': '{name} 已在購物車中，數量改為 {count}。',
  'cart.held': '開始這份訂單時，客戶已有 {n} 個；在此訂購的數量另計。',
  'cart.heldBy': '開始這份訂單時已有：{customers}；在此訂購的數量另計。',
  'cart.fixedNumber': '{name} 的數量固定為 {n}，未採用您輸入的數量。',
  'cart.there': '{name} 已在購物車中。',
  'cart.needsBaseOf': '附加元件：請先新增 {base}',
  'fault.cart.needsBaseOf': '這是附加元件：請先新增 {base}。',
  'list.position': '第 {from}–{to} 筆，共 {of} 筆',
  'list.positionOne': '第 {from} 筆，共 {of} 筆',
  'list.positionAll': '共 {of} 筆',
  'cart.added': '已將 {name} 加入購物車。',
});
