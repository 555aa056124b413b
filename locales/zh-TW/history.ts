import { locale } from '../translator.ts';
import { historyEn } from '../en/history.ts';

/** Words of what was done to a customer, in Traditional Chinese. */
export const historyZhTW = locale(
  'zh-TW',
  historyEn,
)({
  'history.support': 'Microsoft 支援服務可依相互關聯識別碼找到傳送的要求。',
  'past.customer': '已新增客戶',
  'past.agreement': '已記錄合約',
  'past.qualification': '已申請特殊資格',
  'past.qualificationOf': '已申請特殊資格「{qualification}」',
  'past.subscriptions': '已新增訂閱',
  'past.erase': '已刪除記錄',
  'past.order': '已訂購 {offers}',
  'past.quantity': '{subscription} 的授權數量已從 {from} 變更為 {to}',
  'past.suspended': '已暫停 {subscription}',
  'past.reactivated': '已重新啟用 {subscription}',
  'past.cancelled': '已取消 {subscription}',
  'past.account': '已更新帳戶資訊',
  'past.accountFields': '已更新帳戶資訊：{fields}',
  'past.relationship': '已結束轉銷商關係',
  'past.invite': '已準備邀請',
  'past.imported': '已從檔案匯入',
  'past.exported': '已匯出客戶',
  'past.password': '已為 {account} 設定新密碼',
  'past.stop': '已取消或暫停 {names}',
  'past.stopBoth': '已取消 {canceled}，已暫停 {suspended}',
  'past.stopCanceled': '已取消 {names}',
  'past.stopSuspended': '已暫停 {names}',
  'past.endRenew': '已選擇期限結束時續約 {subscription}',
  'past.endCancel': '已選擇於期限結束時終止 {subscription}',
  'past.endExtend': '已選擇期限結束後按月延續 {subscription}',
  'past.nextTerm': '已將 {subscription} 續約時的授權數量排定為 {to}',
  'past.unscheduled': '已移除 {subscription} 續約時已排程的變更',
  'history.qualificationOf': '申請特殊資格「{qualification}」',
});
