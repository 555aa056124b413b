import { locale } from '../translator.ts';
import { waitingEn } from '../en/waiting.ts';

/** Words of what is not done yet: what waits for a time and goes on by itself, what waits for Finish, and what is under way. */
export const waitingZhCN = locale(
  'zh-CN',
  waitingEn,
)({
  'waiting.goesOn':
    '您输入的内容都已保留。将在 {moment} 之后自动继续；如需提前重试，请选择“继续完成”。已完成的步骤不会重复执行。',
  'waiting.password': '客户创建后，其管理员帐户的密码会显示在此聊天中，且只显示几分钟。',
  'waiting.line': '将在 {moment} 之后自动继续。',
  'confirmation.partTitle': '客户已添加，但尚未完成',
  'confirmation.partSummary': '已添加“{company}”，但仍有步骤尚未完成。',
  'confirmation.part': '客户已创建，但仍有步骤尚未完成。',
  'done.unfinished': '此客户已加入您的客户列表，但尚未完成：请打开后选择“继续完成”。',
  'stage.underWay': '进行中',
  'order.toFinish': '需选择“继续完成”',
  'order.goesOn': '尚未订购，将在 {moment} 之后自动继续',
  'order.placing': '正在订购',
  'cancel.untouched': '未输入任何内容，因此不会保留草稿。',
  'home.summaryView': 'Customer Desk：在此聊天中查看您在合作伙伴中心的客户。',
  'order.more': { other: '还有 {n} 个尚未订购或尚未显示。' },
  'progress.part': '已提交，但尚未完成',
});
