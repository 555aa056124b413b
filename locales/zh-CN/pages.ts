import { locale } from '../translator.ts';
import { pagesEn } from '../en/pages.ts';

/** Words of the pages about privacy, terms of use and support. */
export const pagesZhCN = locale(
  'zh-CN',
  pagesEn,
)({
  'pages.pages': '页面',
  'pages.languages': '语言',
  'pages.privacy': '隐私',
  'pages.terms': '使用条款',
  'pages.support': '支持',
  'pages.title': '{page} | Customer Desk',
  'privacy.who':
    'Customer Desk 是由组织（通常是贵组织）自行运行的软件。软件作者不会收到任何内容，包括数据和使用情况统计。运行此软件的组织对这些数据负责，并答复相关的问题和请求。',
  'privacy.own':
    '本页说明此软件的工作方式。由谁运行、法律依据是什么、应向谁咨询，只有运行此软件的组织才能说明：该组织必须自行公布，也可以将 Teams 设置为显示自己的页面，以代替本页。',
  'privacy.kept': '存储的内容和位置',
  'privacy.where': '存储在运行机器人的计算机的数据文件夹中，文件只有机器人自己的帐户可以读取：',
  'privacy.users': '用户：租户和用户 ID、在其添加的记录上显示的姓名、语言、待回复的聊天、草稿，以及最近几天的操作；',
  'privacy.customers': '客户：所输入的公司、联系人和签署人信息、订购的产品/服务，以及每个步骤的进度；',
  'privacy.history': '每个步骤的一条历史记录：何人、何时、哪条记录、结果如何，不含客户数据；',
  'privacy.consent': '连接到合作伙伴中心时：管理员的同意（刷新令牌）；',
  'privacy.rows': '用户发送的客户文件：添加期间会保留其中的行。',
  'privacy.password': {
    other: '客户管理员的密码绝不会存储。密码只会在聊天中显示一次，并在 {n} 分钟后从聊天中移除。',
  },
  'privacy.passwordStays': '在不会更新消息的应用中，密码会一直留在聊天里，直到聊天被删除。',
  'privacy.goes': '数据的去向',
  'privacy.microsoft':
    '数据会发送到承载聊天的 Microsoft Teams；如果已连接 Microsoft 合作伙伴中心，也会发送到合作伙伴中心，用于创建客户。在练习模式下，不会向合作伙伴中心发送任何内容。',
  'privacy.oneDrive': '用户请求的文件，在用户于聊天中同意后，会保存到其本人的 OneDrive。',
  'privacy.nobody': '除此之外，没有任何人会收到数据。日志只包含 ID 和时间，不含所输入的内容。',
  'privacy.long': '保留时间',
  'privacy.drafts': '草稿：最后一次更改后 {days} 天。',
  'privacy.ended': '已结束的提交和更改：最长 {days} 天。',
  'privacy.begun': '用户的操作列表：{days} 天。',
  'privacy.unreadable': '无法读取的已存储数据：{days} 天。',
  'privacy.imports': '文件中的行：最后一行添加后 {days} 天，或无人继续处理后 {days} 天。',
  'privacy.records': '客户：直到有权限的用户删除记录为止。之后仍会保留一条历史记录，不含客户数据。',
  'privacy.backups': '备份：由运行机器人的组织决定。',
  'terms.licence': 'Customer Desk 是采用 MIT 许可证发布的自由软件，按原样提供，不附带任何形式的保证。',
  'terms.own':
    '由运行此软件的组织决定谁可以使用。如果该组织有自己的条款，也一并适用：该组织必须自行公布，也可以将 Teams 设置为显示自己的条款，以代替本页。',
  'terms.use': '使用时',
  'terms.allowed': '只有在贵组织允许您代表组织在合作伙伴中心执行操作时，才能使用。',
  'terms.effect': '您提交的内容可能会以贵组织的名义创建客户、记录协议并订购订阅，并适用贵组织与 Microsoft 签订的协议。',
  'terms.accepted': '只有在客户确实已接受 Microsoft 客户协议时，才能注明其已接受。',
  'terms.password': '新客户的管理员密码只会向您显示一次。请以安全的方式交付，不要将密码留在聊天中。',
  'terms.files': '客户文件包含个人数据：请只发送贵组织有权处理的内容，并按照贵组织的规定保存或删除您收到的文件。',
  'terms.practice': '在练习模式下，卡片上会注明，且不会向合作伙伴中心发送任何内容。',
  'terms.microsoft': 'Customer Desk 与 Microsoft 没有关联。',
  'support.help': '在聊天中输入“{help}”，即可查看随时可以输入的命令。',
  'support.step': '某个步骤失败',
  'support.stepText':
    '未完成的提交会保留在聊天中，并附有“{finish}”按钮，任何操作都不会重复执行。消息中有相关 ID，请提供给您的管理员。',
  'support.refused': '访问被拒绝',
  'support.refusedText': '谁可以使用机器人以及各自的权限，由运行机器人的组织设置。请咨询您的管理员。',
  'support.silence': '没有任何回应',
  'support.silenceText': '输入“{hello}”。如果仍然没有回应，请告知您的管理员。',
  'support.password': '密码已不再显示',
  'support.passwordText':
    '密码只会显示一次，且不会存储在任何地方。请设置新密码：在客户的卡片上（如果有此按钮），或在合作伙伴中心。',
  'support.admin': '管理员须知',
  'support.adminText':
    '请在运行机器人的计算机上执行 {doctor}：它会检查设置、存储、登录和合作伙伴中心，并指出需要修正之处。日志中含有用户看到的 ID。',
  'support.own':
    'Customer Desk 是没有支持合同的自由软件，由运行此软件的组织为用户提供支持。咨询对象和方式必须由该组织自行公布，也可以将 Teams 设置为显示该信息，以代替本页。',
});
