import { locale } from '../translator.ts';
import { invitationEn } from '../en/invitation.ts';

/** Words of inviting customers who have a Microsoft tenant already. */
export const invitationZhTW = locale(
  'zh-TW',
  invitationEn,
)({
  'field.invitation': '電子郵件內容',
  'field.mailLanguage': '電子郵件的語言',
  'field.mailCompany': '客戶的公司',
  'field.mailTo': '客戶的電子郵件地址',

  'button.updateText': '更新內容',
  'button.openMail': '在電子郵件中開啟',
  'button.showPlain': '顯示為純文字',

  'invite.title': '邀請現有客戶',
  'invite.intro':
    '已有 Microsoft 租用戶的客戶不需要重新建立。請傳送邀請電子郵件給客戶，由其全域管理員接受轉銷商關係。客戶必須位於您有權銷售產品的國家/地區。',
  'invite.noteReseller': '此連結會同時請客戶建立兩項關係：與您的關係，以及與您的間接提供者的關係。',
  'invite.noteRights': '此連結不會要求系統管理員權限（GDAP），該權限須另行要求。',
  'invite.noLink':
    '尚未設定連結。請在合作夥伴中心的「客戶」下，從「要求建立轉銷商關係」複製連結，並請 Customer Desk 的系統管理員輸入該連結。',
  'invite.fault': '合作夥伴中心未提供連結：{reason}。',
  'invite.elsewhere': '您可以在合作夥伴中心的「客戶」下，從「要求建立轉銷商關係」複製連結。',
  'invite.unchanged': '請複製全文。連結必須保持原樣才有效。您在這裡輸入的內容不會保留。',
  'customerMail.copied': '請複製全文。您在這裡輸入的內容不會保留。',
  'invite.mailUnopened': '如果選取「在電子郵件中開啟」後沒有反應，表示您的用戶端封鎖了這類連結，請改為複製全文。',
  'invite.mailShortened': '「在電子郵件中開啟」會開啟較短的內容，因為這類連結無法容納全文。如果沒有反應，請複製全文。',
  'invite.mailTooLong': '內容太長，無法在電子郵件中開啟。請複製全文。',

  // In the customer’s language, whatever the chat’s is.
  'invite.subject': '{partner}：邀請建立轉銷商關係',
  'invite.greeting': '您好：',
  'invite.greetingCompany': '{company}，您好：',
  'invite.mail':
    '請授權 {partner} 成為貴公司的 Microsoft 雲端服務轉銷商。\n\n1. 請確認貴公司的資料填寫完整。\n2. 請開啟下列連結，並接受轉銷商關係：\n{link}\n\n請由貴公司的全域管理員在 {center} 完成以上步驟。\n\n謝謝。',
  'invite.mailReseller':
    '請授權 {partner} 及與其合作的間接提供者，成為貴公司的 Microsoft 雲端服務轉銷商與提供者。\n\n1. 請確認貴公司的資料填寫完整。\n2. 請開啟下列連結，並接受這兩項關係：\n{link}\n\n請由貴公司的全域管理員在 {center} 完成以上步驟。\n\n謝謝。',
  'invite.mailShort':
    '您好：\n\n{partner} 邀請貴公司建立轉銷商關係。請由貴公司的全域管理員開啟下列連結並接受：\n{link}\n\n謝謝。',
  'invite.center': 'Microsoft 365 系統管理中心',
  'invite.centerChina': '由 21Vianet 營運的 Microsoft 365 系統管理中心',

  'button.welcomeText': '給客戶的入門說明',
  'welcome.intro': '請用您自己的信箱將此內容傳給客戶。其中不含密碼，請另外提供密碼。',
  // In the customer’s language, whatever the chat’s is.
  'welcome.subject': '{partner}：貴公司的新 Microsoft 帳戶',
  'welcome.mail':
    '{partner} 已為貴公司建立 Microsoft 租用戶：{domain}\n\n系統管理員帳戶：{account}\n密碼會另外提供。\n\n入門步驟：\n1. 請開啟下列網頁，並以此帳戶登入：\n{link}\n2. 如果要求設定新密碼，請選擇只有您知道的密碼。\n3. 出現提示時，請設定多重要素驗證。\n4. 在「使用者」中新增貴公司的人員，並指派授權。',
  'welcome.mailShort': '貴公司的系統管理員帳戶是 {account}。密碼會另外提供。請在此登入：\n{link}',
});
