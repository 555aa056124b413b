import { locale } from '../translator.ts';
import { directoryEn } from './en.ts';

/** Words of finding customers that exist, and of taking the list away. */
export const directoryZhCN = locale(
  'zh-CN',
  directoryEn,
)({
  'button.export': '导出',
  'button.exportCustomers': '导出客户',
  'button.exportSubscriptions': '导出订阅',

  'field.relationship': '关系',
  'field.subscriptionId': '订阅 ID',
  'field.subscription': '订阅',
  'field.quantity': '数量',
  'field.status': '状态',
  'field.ofReseller': '经销商',

  'relationship.reseller': '经销商',
  'relationship.none': '无',
  'relationship.invited': '已邀请',
  'relationship.advisor': '顾问',
  'relationship.unknown': '未知',

  'status.active': '活动',
  'status.suspended': '已暂停',
  'status.pending': '待处理',
  'status.expired': '已过期',
  'status.deleted': '已删除',
  'status.disabled': '已停用',
  'status.none': '无',

  'export.found': '将您找到的客户导出为可用 Excel 打开的 CSV 文件。',
  'export.all': '将所有客户导出为可用 Excel 打开的 CSV 文件。',
  'export.text': '订阅文件包含上述每个客户的订阅。客户较多时需要几分钟，在此期间您可以继续其他操作。',
  'export.customersName': '客户',
  'export.subscriptionsName': '订阅',
  'export.notRead': '无法读取',
  'export.lacking': { other: '有 {n} 个客户的订阅无法读取，已在文件中注明。' },

  'file.preparing': '正在准备文件…',
  'file.wait': '文件稍后会出现在此聊天中。',
  'file.read': '目前已读取的客户数：{n}',
  'file.readOf': '目前已读取的客户数：{n}，共 {of}',
  'file.ready': '文件已准备好',
  'file.offered': '接受文件后，文件会保存到您的 OneDrive。',
  'file.description': 'Customer Desk 的 CSV 文件',
  'file.link': { other: '您可以在 {n} 分钟内在这台计算机上下载 {name}：{address}' },
  'file.here': '这是 {name}。',
  'file.tooLarge': '文件过大，无法在此聊天中发送。请缩小查找范围后再导出，或在 Teams 中使用 Customer Desk。',
  'file.uploading': '正在保存文件…',
  'file.saved': '{name} 已保存到您的 OneDrive。',
  'file.notSaved': '无法保存文件',
  'file.notMade': '无法创建文件',
  'file.again': '未更改任何数据，请稍后重试。',
  'file.gone': '此文件已不再提供，请重新导出。',
  'file.declined': '文件未保存。您可以随时重新导出。',
});
