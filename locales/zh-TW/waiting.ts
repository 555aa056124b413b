import { locale } from '../translator.ts';
import { waitingEn } from '../en/waiting.ts';

/** Words of what is not done yet: what waits for a time and goes on by itself, what waits for Finish, and what is under way. */
export const waitingZhTW = locale(
  'zh-TW',
  waitingEn,
)({
  'waiting.goesOn':
    '您輸入的內容都已保留。將在 {moment} 之後自動繼續；如要提前再試一次，請選取「繼續完成」。已完成的步驟不會重複執行。',
  'waiting.password': '客戶建立後，其系統管理員帳戶的密碼會顯示在此聊天中，且只顯示幾分鐘。',
  'waiting.line': '將在 {moment} 之後自動繼續。',
  'confirmation.partTitle': '客戶已新增，但尚未完成',
  'confirmation.partSummary': '已新增「{company}」，但仍有步驟尚未完成。',
  'confirmation.part': '客戶已建立，但仍有步驟尚未完成。',
  'done.unfinished': '此客戶已加入您的客戶清單，但尚未完成：請開啟後選取「繼續完成」。',
  'stage.underWay': '進行中',
  'order.toFinish': '需選取「繼續完成」',
  'order.goesOn': '尚未訂購，將在 {moment} 之後自動繼續',
  'order.placing': '正在訂購',
  'cancel.untouched': '沒有輸入任何內容，因此不會保留草稿。',
  'home.summaryView': 'Customer Desk：在此聊天中查看您在合作夥伴中心的客戶。',
  'order.more': { other: '還有 {n} 個尚未訂購或尚未顯示。' },
  'progress.part': '已送出，但尚未完成',
});
