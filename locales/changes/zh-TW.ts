import { locale } from '../translator.ts';
import { changesEn } from './en.ts';

/** Words of one customer and of what can be changed about it. */
export const changesZhTW = locale(
  'zh-TW',
  changesEn,
)({
  'button.openCustomer': '開啟客戶',

  'change.order': '訂購 {offers}',
  'change.quantity': '{subscription} 的授權數量：從 {from} 變更為 {to}',
  'change.suspend': '暫停 {subscription}',
  'change.reactivate': '重新啟用 {subscription}',
  'change.account': '更新帳戶資訊',
  'change.relationship': '結束轉銷商關係',
  'change.running': '正在執行此變更，稍後會在此聊天中告知結果。',
  'change.already': '此變更先前已處理過。以下是此客戶目前的資料。',
  'change.noTenant': '此客戶的 Microsoft ID 尚不明，因此無法在合作夥伴中心進行變更。',
  'changing.title': '處理中…',
  'changed.title': '已完成',
  'changed.partly': '部分完成',
  'changed.pending': '合作夥伴中心已接受此變更並會繼續處理，可能需要幾分鐘才會顯示。',
  'changed.nothing': '未進行任何變更。',
  'changed.relationship': '轉銷商關係已結束。若要重新建立，請邀請此客戶，並由其全域管理員接受。',
  'licenses.sevenDays': '授權只能在購買後七天內退回，且不得超過當時購買的數量。之後須待訂閱期限續約時，才能減少數量。',
});
