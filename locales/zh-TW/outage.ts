import { locale } from '../translator.ts';
import { outageEn } from '../en/outage.ts';

/** Words of what Partner Center has not said yet, or does not say at the moment. */
export const outageZhTW = locale(
  'zh-TW',
  outageEn,
)({
  'button.moreOffers': '重新整理',
  'cart.reading': '供應項目仍在從合作夥伴中心讀取中。您可以先略過訂閱，也可以稍後選取「重新整理」。',
  'cart.readingMore': {
    other: '供應項目仍在從合作夥伴中心讀取中，目前已有 {n} 個。如要查看更多，請選取「重新整理」。',
  },
  'cart.failed': '無法讀取供應項目：{reason}。您可以再試一次，也可以先略過訂閱，之後再新增。',
  'cart.failedMore': { other: '未能讀取全部供應項目：{reason}。這裡只顯示 {n} 個。如要取得其餘項目，請再試一次。' },
  'cart.leftOut': { other: '合作夥伴中心目錄中有 {n} 個項目無法讀取，因此這裡可能缺少部分供應項目。' },
  'cart.unreadOffer': '尚未讀取的供應項目',
  'cart.notOrderable': '尚未從合作夥伴中心讀取此訂單的供應項目，因此未送出訂單。請稍後再次送出。',
  'fault.cart.unread': '尚未從合作夥伴中心讀取此供應項目。請稍後繼續，或將其移除。',
  'company.addressUnchecked': '無法向合作夥伴中心查證此地址：{reason}。地址已依您輸入的內容保留，未經檢查。',
  'company.domainUnchecked': '無法向合作夥伴中心查詢 {domain} 是否可用：{reason}。送出時會再次查詢。',
  'company.addressNotJudged': '合作夥伴中心不檢查這類地址。地址已依您輸入的內容保留，未經檢查。',
  'address.unconfirmed': '合作夥伴中心無法確認此地址。',
  'address.elsewhere': '合作夥伴中心只在其他國家/地區找到此地址：{country}。',
  'address.goOn': '請返回修正；如果您確定地址正確，請保留原樣。',
});
