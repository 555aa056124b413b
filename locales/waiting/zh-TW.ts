import { locale } from '../translator.ts';
import { waitingEn } from './en.ts';

/** Words of what waits for a time, and goes on by itself then. */
export const waitingZhTW = locale(
  'zh-TW',
  waitingEn,
)({
  'waiting.goesOn':
    '您輸入的內容都已保留。將在 {moment} 之後自動繼續；如要提前再試一次，請選取「繼續完成」。已完成的步驟不會重複執行。',
  'waiting.password': '客戶建立後，其系統管理員帳戶的密碼會顯示在此聊天中，且只顯示幾分鐘。',
  'waiting.line': '將在 {moment} 之後自動繼續。',
});
