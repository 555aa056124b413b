import { locale } from '../translator.ts';
import { adminPasswordEn } from '../en/adminPassword.ts';

/** Words of the administrator's new password, in Traditional Chinese. */
export const adminPasswordZhTW = locale(
  'zh-TW',
  adminPasswordEn,
)({
  'button.newPassword': '新的系統管理員密碼',
  'button.setPassword': '設定新密碼',

  'newPassword.title': '要設定新的系統管理員密碼嗎？',
  'newPassword.text': '目前的密碼會立即失效。新密碼只會在這裡向您顯示一次，其他人看不到，且必須在首次登入時變更。',
  'newPassword.set': '系統管理員密碼已更新',
  'newPassword.practice': '練習模式：未將任何內容傳送給 Microsoft，此帳戶並不存在。',
  'newPassword.follows':
    '先前的密碼已失效。新密碼必須在首次登入時變更。如果您之後再設定一次，就只有最後設定的密碼有效。',
  'newPassword.notShown': '新密碼只能顯示一次，且並未儲存。如果您尚未複製，請再設定一個。',
  'newPassword.doubtful': '先前有一次設定密碼的嘗試中斷了。如果登入時此密碼遭拒，請再設定一個。',
  'newPassword.done': '完成。密碼不再顯示。',

  'newPassword.offered': '選取「新的系統管理員密碼」即可再設定一個。',
  'newPassword.colleague': '有權變更客戶的同事可以再設定一個。',
  'newPassword.cloud':
    '在此雲端中，程式無法設定密碼：請由客戶的系統管理員在客戶的系統管理中心設定，或洽詢此雲端的支援服務。',
  'newPassword.notAdded': 'Customer Desk 只知道由它新增的客戶的系統管理員帳戶。',

  'newPassword.unsure':
    '無法確定密碼是否已設定。如果已設定，先前的密碼已失效，且沒有人看過新密碼。選取「繼續完成」會再設定一個並顯示。',
  'newPassword.unsureRefused':
    '先前的一次嘗試沒有收到回應，密碼可能已經設定。若是如此，先前的密碼已失效，且沒有人看過新密碼。',
  'newPassword.unchanged': '密碼未變更。',
  'newPassword.roles':
    '若要設定密碼，Customer Desk 使用的帳戶必須對此客戶具有「特殊權限驗證管理員」角色（GDAP）。否則請由客戶的全域管理員在 Microsoft 365 系統管理中心設定，或洽詢 Microsoft 支援服務。',

  'change.password': '{account} 的新密碼',
  'history.password': '為 {account} 設定新密碼',
  'reason.no-account': '客戶已沒有此帳戶',
});
