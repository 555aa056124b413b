import { locale } from '../translator.ts';
import { waitingEn } from './en.ts';

/** Words of what waits for a time, and goes on by itself then. */
export const waitingZhCN = locale(
  'zh-CN',
  waitingEn,
)({
  'waiting.goesOn':
    '您输入的内容都已保留。将在 {moment} 之后自动继续；如需提前重试，请选择“继续完成”。已完成的步骤不会重复执行。',
  'waiting.password': '客户创建后，其管理员帐户的密码会显示在此聊天中，且只显示几分钟。',
  'waiting.line': '将在 {moment} 之后自动继续。',
});
