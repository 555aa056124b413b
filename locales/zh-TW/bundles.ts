import { locale } from '../translator.ts';
import { bundlesEn } from '../en/bundles.ts';

/** Words of bundles: named carts of the partner. */
export const bundlesZhTW = locale(
  'zh-TW',
  bundlesEn,
)({
  'button.moreBundles': '更多組合',
  'button.saveBundle': '儲存為組合',
  'button.bundles': '管理組合',
  'button.save': '儲存',
  'field.bundleName': '組合名稱',
  'bundle.putInOne': '放入組合：',
  'bundle.asFor': '比照 {customer}：{lines}',
  'bundle.line': '{n}\u00A0×\u00A0{offer}',
  'bundle.putIn': { other: '已放入 {n} 個訂閱。' },
  'bundle.unavailable': '未放入，因為無法在此訂購：{offers}。',
  'bundle.unread': '未放入，因為尚未載入：{offers}。請稍後再放入一次。',
  'bundle.there': '已在購物車中，維持不變：{offers}。',
  'bundle.noRoom': '未放入，因為購物車已滿：{offers}。',
  // Beginnings of what a bundle is called in a sentence, between bars.
  'bundle.words': '套餐|組合',
  'bundle.gone': '此組合已不存在。',
  'bundle.nameTitle': '組合',
  'bundle.forAll': '貴公司所有新增客戶的人員，都會在購物車上看到此組合。',
  'bundle.saved': '已儲存組合「{name}」。',
  'bundle.renamed': '組合的名稱已改為「{name}」。',
  'bundle.deleted': '已刪除組合「{name}」。',
  'bundle.listTitle': '組合',
  'bundle.none': '目前沒有組合。請先將供應項目放入購物車，再儲存為組合。',
  'bundle.fixed': '沒有按鈕的組合來自機器人的設定。',
  'bundle.deleteTitle': '要刪除此組合嗎？',
  'bundle.deleteForAll': '貴公司所有人都將無法再使用此組合。已用它下的訂單不受影響。',
  'fault.bundle.noName': '請輸入名稱。',
  'fault.bundle.longName': '最多 40 個字元。',
  'fault.bundle.sameName': '已有同名的組合，請使用其他名稱。',
  'fault.bundle.tooMany': '已有 40 個組合，請先刪除一個。',
});
