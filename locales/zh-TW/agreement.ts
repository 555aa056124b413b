import { locale } from '../translator.ts';
import { agreementEn } from '../en/agreement.ts';

/** Words of the customer's own acceptance of the agreement, and of what waits for it. */
export const agreementZhTW = locale(
  'zh-TW',
  agreementEn,
)({
  'stage.awaited': '等候客戶接受合約',
  'stage.dropped': '已放棄',
  'order.awaited': '客戶接受合約後隨即訂購',
  'change.agreement': '接受 Microsoft 客戶合約',

  'agreement.missing': '尚未接受',
  'agreement.tooOld': '已於 {day} 接受，但已失效',
  'agreement.introPage':
    'Microsoft 會建立一個網頁，供客戶接受合約。請選擇由誰代表客戶接受。送出之後，您會取得該網頁的網址。',
  'field.signatory': '由誰接受合約',
  'fault.acceptanceOld': '2023\u00A0年\u00A04\u00A0月\u00A01\u00A0日之前接受的合約已失效，客戶必須重新接受。',
  'reason.customer-accepts': '必須由客戶自行接受 Microsoft 客戶合約',
  'reason.acceptance-too-old':
    '客戶是在 2023\u00A0年\u00A04\u00A0月\u00A01\u00A0日之前接受 Microsoft 客戶合約的，必須重新接受',

  'acceptance.confirmed': '客戶已建立。客戶接受合約後，就會送出訂單。',
  'acceptance.title': '客戶必須接受合約',
  'acceptance.text': '客戶的全域管理員必須先在下列網頁接受 Microsoft 客戶合約，之後才能訂購：',
  'acceptance.old':
    '客戶已於 {day} 接受 Microsoft 客戶合約，但 2023\u00A0年\u00A04\u00A0月\u00A01\u00A0日之前接受的合約已失效。客戶的全域管理員必須在下列網頁重新接受，之後才能訂購：',
  'acceptance.refusal': '合作夥伴中心未記錄客戶已接受合約：{reason}。',
  'acceptance.waiting': '訂單正在等候；一旦確認客戶已接受，就會自動訂購。',
  'acceptance.looks': '上次自動檢查：{looked}。下次自動檢查：{next}。',
  'acceptance.next': 'Customer Desk 會自動檢查，下次檢查：{next}。',
  'acceptance.waitingTitle': '正在等候客戶',
  'acceptance.notYet': '目前還看不到客戶接受合約的記錄。檢查時間：{moment}。',
  'acceptance.done': '客戶已接受 Microsoft 客戶合約。',
  'acceptance.placing': '先前等候的訂單現正送出，結果會顯示在訂購者的聊天中。',
  'acceptance.review':
    '由客戶自行接受 Microsoft 客戶合約。您會取得連結，以及可傳給客戶的文字。客戶接受之後，隨即訂購這些訂閱。',
  'acceptance.reviewAlone': '日後訂購之前，客戶必須先自行接受 Microsoft 客戶合約。您會取得連結，以及可傳給客戶的文字。',
  'acceptance.erased': '等候客戶接受合約的訂單會一併放棄。',
  'importReview.customerAccepts': '與合約有關的欄不會使用：新客戶會各自接受合約，接受之後才會訂購訂閱。',

  'button.customerText': '給客戶的文字',
  'button.giveUpOrder': '放棄訂單',
  'button.changeOrder': '變更訂單',
  'button.practiseAcceptance': '練習：代替客戶接受',
  'order.givenUp': '已放棄此訂單，未訂購任何項目。您選擇的內容已保留為草稿：輸入「草稿」即可繼續。',
  'order.reopened': '此訂單已不再等候。以下是訂單內容，您可以變更後重新送出。',

  'acceptance.mailIntro': '請用您自己的信箱將此內容傳給客戶。只有客戶的全域管理員可以接受合約。',
  // In the customer’s language, whatever the chat’s is.
  'acceptance.subject': '{partner}：請接受 Microsoft 客戶合約',
  'acceptance.mail':
    '{partner} 是貴公司的 Microsoft 合作夥伴。貴公司必須先接受 Microsoft 客戶合約，我們才能為貴公司訂購。\n\n1. 請開啟下列網頁：\n{link}\n2. 以貴公司全域管理員的身分登入。\n3. 閱讀合約並接受。',
  'acceptance.mailOld':
    'Microsoft 客戶合約已更新，2023\u00A0年\u00A04\u00A0月\u00A01\u00A0日之前接受的合約已失效。貴公司重新接受之前，貴公司的 Microsoft 合作夥伴 {partner} 無法為貴公司訂購。\n\n1. 請開啟下列網頁：\n{link}\n2. 以貴公司全域管理員的身分登入。\n3. 閱讀合約並接受。',
  'acceptance.account': '貴公司新 Microsoft 租用戶的系統管理員帳戶是 {account}。密碼會另外提供。',
  'acceptance.thanks': '謝謝。',
  'acceptance.mailShort': '請開啟下列網頁，以全域管理員的身分登入，並接受 Microsoft 客戶合約：\n{link}',
});
