import { locale } from '../translator.ts';
import { directoryEn } from '../en/directory.ts';

/** Words of finding customers that exist, and of taking the list away. */
export const directoryZhCN = locale(
  'zh-CN',
  directoryEn,
)({
  'button.allCustomers': '所有客户',
  'button.previousPage': '上一页',
  'button.export': '导出',
  'button.exportCustomers': '导出客户',
  'button.exportSubscriptions': '导出订阅',

  'field.findCustomer': '查找客户',
  'field.relationship': '关系',
  'field.subscriptionId': '订阅 ID',
  'field.subscription': '订阅',
  'field.quantity': '数量',
  'field.status': '状态',
  'field.ofReseller': '经销商',

  'directory.findHint': '名称或域名的一部分',
  'directory.anyReseller': '所有经销商和直接客户',
  'directory.soFar': { other: '目前已读取 {n} 个客户，其余仍在读取中。请选择“查找”再次查看。' },
  'directory.stopped': {
    other: '已读取 {n} 个客户，之后读取中断。请选择“重试”，从中断处继续。',
  },
  'directory.unlisted': {
    other: '合作伙伴中心的列表中有 {n} 个条目无法读取，因此这里缺少这些客户。',
  },
  'directory.none': '未找到符合条件的客户。',
  'directory.noHits': '未找到符合条件的客户。请减少输入的字，或尝试名称或域名的其他部分。',
  'directory.noneYet': '目前尚未找到。',
  'directory.unfinished': '尚未完成',
  'directory.notRead': '无法读取客户',

  'relationship.reseller': '您的客户',
  'relationship.none': '无',
  'relationship.invited': '已邀请',
  'relationship.advisor': '顾问',
  'relationship.unknown': '未知',

  'status.active': '有效',
  'status.suspended': '已暂停',
  'status.pending': '待处理',
  'status.expired': '已过期',
  'status.deleted': '已取消',
  'status.disabled': '已禁用',
  'status.none': '无',

  'export.found': '将您找到的客户导出为可用 Excel 或其他电子表格软件打开的文件。',
  'export.all': '将所有客户导出为可用 Excel 或其他电子表格软件打开的文件。',
  'export.text': '订阅文件包含上述每个客户的订阅。客户较多时需要几分钟，在此期间您可以继续其他操作。',
  'export.customersName': '客户',
  'export.subscriptionsName': '订阅',
  'export.notRead': '无法读取',
  'export.lacking': { other: '有 {n} 个客户的订阅无法读取，已在文件中注明。' },

  'file.preparing': '正在准备文件…',
  'file.wait': '文件稍后会出现在此聊天中。',
  'file.read': '目前已读取 {n} 个客户',
  'file.readOf': '目前已读取 {n} 个客户，共 {of} 个',
  'file.ready': '文件已准备好',
  'file.offered': '接受文件后，文件会保存到您的 OneDrive。',
  'file.description': 'Customer Desk 的文件',
  'file.link': { other: '{n} 分钟内可在这台计算机上下载：{address}' },
  'file.asRows': '{name}：您的 Teams 版本不接受机器人发送的文件。请将下列行复制到电子表格：',
  'file.notHere': '{name}：您的 Teams 版本不接受机器人发送的文件，而内容过长，无法放在消息中。请缩小查找范围后再导出。',
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
