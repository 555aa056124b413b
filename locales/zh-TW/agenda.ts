import { locale } from '../translator.ts';
import { agendaEn } from '../en/agenda.ts';

/** Words of what waits for a user, and of the message about it in the morning. */
export const agendaZhTW = locale(
  'zh-TW',
  agendaEn,
)({
  'agenda.title': '待您處理',
  'agenda.none': '目前沒有待您處理的項目。',
  'agenda.more': { other: '還有 {n} 項' },
  'agenda.reading': '正在讀取訂閱。請稍後選取「重新整理」。',
  'agenda.failed': '無法讀取所有訂閱。請選取「重新整理」再試一次。',
  'agenda.tooMany': '由於客戶眾多，選取「重新整理」後才會讀取訂閱。',
  'agenda.part': '部分客戶的訂閱尚未讀取。請選取「重新整理」以查看。',
  'agenda.submission': '此客戶的新增作業尚未完成。',
  'agenda.change': '尚未完成：{change}',
  'agenda.accepted': '現在是您的客戶。',
  'agenda.draft': '草稿，保留至 {until}',
  'agenda.cancelUntil': '在 {moment} 之前可以取消。',
  'button.morningOn': '每天早上傳送給我',
  'button.morningOff': '停止每天早上的訊息',
  'morning.title': '早安',
  'morning.summary': { other: '早安。有 {n} 個項目待您處理。' },
  'morning.on': '您會在工作日早上 8 點左右，在此聊天收到待您處理的項目。沒有待處理的項目時，不會傳送訊息。',
  'morning.off': '您早上不會再收到訊息。',
});
