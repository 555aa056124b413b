import { locale } from '../translator.ts';
import { refusalsEn } from '../en/refusals.ts';

/** Words of what Partner Center refuses, or does not do: what stands around its own sentence, and our reasons beside it. */
export const refusalsZhTW = locale(
  'zh-TW',
  refusalsEn,
)({
  'refusal.says': '合作夥伴中心表示：「{said}」',
  'refusal.code': '代碼：{code}',
  'refusal.status': '狀態碼：{status}',
  'fault.notTaken': '合作夥伴中心不接受此項內容。',

  'reason.service-fault': '合作夥伴中心本身發生錯誤',
  'reason.unreadable': '無法讀取合作夥伴中心的回應',
  'reason.unexplained': '合作夥伴中心拒絕了此作業，但未說明原因',
  'reason.conflict': '這與合作夥伴中心目前的資料或進行中的作業衝突',
  'reason.domain-refused': '合作夥伴中心不接受此網域名稱',
  'unfinished.halfMade':
    '合作夥伴中心似乎已開始建立此客戶：其網域名稱現已被佔用。您的草稿已重新開啟。請修改被拒絕的內容，送出後即會完成此客戶的建立。',
  'reason.domain-own': '此網域名稱屬於您現有的客戶',
  'reason.domain-begun': '此網域名稱在合作夥伴中心拒絕建立客戶時已被佔用，而您的清單中尚無此客戶',
  'fault.domainOwn': '您已有使用此主要網域名稱的客戶。請在「客戶」中尋找，或改用其他名稱。',
  'fault.domainBegun':
    '合作夥伴中心拒絕建立客戶時，此名稱已被佔用，而您的清單中尚無此客戶。請在幾分鐘後再次送出，或改用其他名稱。',
  'reason.customer-unknown': '合作夥伴中心找不到此客戶',
  'reason.order-unknown': '合作夥伴中心找不到此訂單',
  'reason.subscription-unknown': '合作夥伴中心找不到此訂閱',
  'reason.cart-gone': '購物車已不在合作夥伴中心；請重新訂購',
  'reason.subscription-busy': '合作夥伴中心仍在處理此訂閱；請在幾分鐘後再試一次',
  'reason.pending-operation': '此訂閱有另一項作業尚待完成；請在 24 小時後再試一次',
  'reason.parent-inactive': '此附加元件所屬的訂閱並非使用中',
  'reason.program-inactive': '您的組織在合作夥伴中心的計畫狀態並非使用中；請連絡您的系統管理員',
  'reason.reseller-refused': '合作夥伴中心不接受此轉銷商的 MPN 識別碼',
  'reason.limit': '將超出合作夥伴中心的上限',
  'reason.cancellation-over': '可以取消的期限已過',

  'button.chooseOffer': '選擇其他供應項目',
  'order.partly': '已訂購 {ordered} 項，共 {of} 項',
  'order.noneOrdered': '未訂購任何訂閱。您選擇的內容已保留，可以變更後再次訂購。',
  'order.someOrdered': '訂閱共 {of} 項，僅訂購了 {ordered} 項。遭拒絕的內容已保留，可以變更後再次訂購。',
  'order.nothingRefused': '此客戶沒有遭拒絕而需要再次訂購的訂閱。',
});
