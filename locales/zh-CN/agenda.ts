import { locale } from '../translator.ts';
import { agendaEn } from '../en/agenda.ts';

/** Words of what waits for a user, and of the message about it in the morning. */
export const agendaZhCN = locale(
  'zh-CN',
  agendaEn,
)({
  'agenda.title': '待您处理',
  'agenda.none': '目前没有待您处理的事项。',
  'agenda.more': { other: '还有 {n} 项' },
  'agenda.reading': '正在读取订阅。请稍后选择“刷新”。',
  'agenda.failed': '无法读取所有订阅。请选择“刷新”重试。',
  'agenda.tooMany': '由于客户较多，选择“刷新”后才会读取订阅。',
  'agenda.part': '部分客户的订阅尚未读取。请选择“刷新”查看。',
  'agenda.submission': '此客户的添加尚未完成。',
  'agenda.change': '尚未完成：{change}',
  'agenda.accepted': '现在是您的客户。',
  'agenda.draft': '草稿，保留至 {until}',
  'agenda.cancelUntil': '在 {moment} 之前可以取消。',
  'button.morningOn': '每天早上发送给我',
  'button.morningOff': '停止每天早上的消息',
  'morning.title': '早上好',
  'morning.summary': { other: '早上好。有 {n} 个事项待您处理。' },
  'morning.on': '您会在工作日早上 8 点左右，在此聊天中收到待您处理的事项。没有待处理的事项时，不会发送消息。',
  'morning.off': '您早上不会再收到消息。',
});
