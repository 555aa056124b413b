import { locale } from '../translator.ts';
import { purposesEn } from '../en/purposes.ts';

/** Words of the drafts about a customer that exists: subscriptions, add-on licenses, account info. */
export const purposesZhTW = locale(
  'zh-TW',
  purposesEn,
)({
  'purpose.subscriptions': '{company} 的訂單',
  'purpose.several': { other: '{company} 和另外 {n} 個客戶的訂單' },
  'several.title': '為多個客戶訂購相同項目',
  'several.intro': '最多可選取 {n} 個客戶，接著選擇供應項目與授權數量：每個客戶都會取得相同的內容。',
  'several.more': { other: '還有 {n} 個客戶。請輸入名稱的一部分來尋找。' },
  'several.none': '請至少選取一個客戶。',
  'several.tooMany': '最多只能選取 {n} 個客戶。',
  'several.gone': '部分客戶未列入：已不在您的清單中，或與您沒有轉銷商關係。其他客戶仍維持選取。',
  'several.for': { other: '{n} 個客戶，每個都會取得以下內容' },
  'several.partly': '部分供應項目已訂購，其餘遭到拒絕',
  'several.left': '查看未完成的項目',
  'button.severalCustomers': '為多個客戶訂購',
  'purpose.addOns': '{company} 的附加元件授權',
  'purpose.account': '{company} 的帳戶資訊',
  'purpose.unfinished': '您尚未完成這項作業',

  'account.domain': '主要網域名稱：{domain}（無法變更）',
  'cart.choose': '尚未選擇訂閱。請至少新增一個。',
  'fault.cart.empty': '請至少新增一個。',
  'addOns.note': '以下是適用於「{name}」的附加元件。',
  'addOns.none': '沒有適用於「{name}」的附加元件可供訂購。',
  'addOns.gone': '此訂閱已不存在。',

  'review.order': '請檢查訂單。選取「編輯」即可回到購物車修改，完成後會回到這裡。',
  'review.account':
    '請檢查要更新到合作夥伴中心的資料。選取「編輯」即可修改該部分，完成後會回到這裡，其他內容維持不變。',
  'review.changes': '將變更的欄位：{fields}。',
  'review.unchanged': '尚未變更任何內容。請在要變更的部分旁選取「編輯」。',
  'review.meanwhile': '其他人在這段時間變更了此客戶的資料。請再檢查一次：您未變更的部分已更新為目前的資料。',
  'button.addSubscription': '新增訂閱',
  'button.addOns': '附加元件授權',
  'button.submitOrder': '送出訂單',
  'button.submitChanges': '送出變更',
  'changed.returned': '您的草稿已重新開啟，請修改後再送出。',

  'cancel.purpose': '要離開這項作業嗎？',
  'startOver.purpose': '您在這裡輸入的所有內容都會清除。',
  'outdated.change': '此項目已送出。',

  'refusal.manageReseller': '間接轉銷商無法為客戶訂購或變更任何項目，請由您的間接提供者代為處理。',
  'refusal.manageGermany':
    'Microsoft Cloud 德國已於 2021\u00A0年\u00A010\u00A0月\u00A029\u00A0日關閉，無法再訂購或變更任何項目。先前記錄在這裡的客戶仍可查看。',
  'refusal.manage': '無法為此客戶訂購或變更任何項目：{reason}。',
  'again.title': '要再次訂購嗎？',
  'again.text': '以下項目已有訂單正在等候或處理中：',
  'again.hint': '如果在此也訂購，則會有兩份訂閱，而且兩份都會計費。',
  'button.orderAgain': '仍要訂購',
});
