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

  'button.subscriptions': '訂閱',
  'button.licenses': '變更授權數量',
  'button.suspend': '暫停',
  'button.reactivate': '重新啟用',
  'button.updateAccount': '更新帳戶資訊',
  'button.history': '歷程記錄',
  'button.giveUp': '放棄',
  'button.endRelationship': '結束轉銷商關係',

  'customer.account': '帳戶資訊',
  'customer.unfinished': '新增此客戶的作業尚未完成。',
  'agreement.recorded': '已於 {day} 記錄',
  'agreement.signed': '由客戶自行接受',
  'agreement.notRecorded': '尚未記錄',
  'change.dropped': '已放棄此變更。以下是合作夥伴中心目前的資料。',
  'change.unfinished': '此變更尚未完成',

  'subscriptions.none': '此客戶尚無訂閱。',
  'subscriptions.end': '沒有更多訂閱了。',
  'subscriptions.more': { other: '還有 {n} 個。' },
  'subscription.addOn': '+ {label}：',
  'subscription.addOnName': '+ {name}',
  'subscription.trial': '試用',
  'subscription.renews': '將於 {day} 續約',
  'subscription.ends': '將於 {day} 結束',
  'subscription.gone': '此訂閱已不存在。',

  'licenses.title': '變更授權數量',
  'licenses.present': '目前：{count}',
  'licenses.back': { other: '現在最多可退回 {n} 個授權。' },
  'licenses.noneBack': '現在無法退回任何授權，因為已超過七天。',
  'licenses.underWay': '此訂閱的另一項變更尚未結束：{change}',
  'fault.licenses.same': '這是目前的數量。',
  'fault.licenses.suspended': '此訂閱並非使用中，因此無法變更數量。',
  'fault.licenses.stale': '數量在此期間已變更，現在是 {n}。請檢查您輸入的數量。',
  'fault.licenses.kept': { other: '至少 {min}：在七天內只能退回 {n} 個授權。' },
  'suspend.title': '要暫停此訂閱嗎？',
  'suspend.text': {
    other:
      '客戶的人員將無法再使用此訂閱。其資料會保留 {n} 天，之後即刪除。已購買的期限不會因此取消。在刪除之前，您可以重新啟用此訂閱。',
  },
  'reactivate.title': '要重新啟用此訂閱嗎？',
  'reactivate.text': '客戶的人員將可再次使用此訂閱。',
});
