import { locale } from '../translator.ts';
import { invitationEn } from '../en/invitation.ts';

/** Words of inviting customers who have a Microsoft tenant already. */
export const invitationZhCN = locale(
  'zh-CN',
  invitationEn,
)({
  'field.invitation': '电子邮件正文',
  'field.mailLanguage': '电子邮件的语言',
  'field.mailCompany': '客户的公司',
  'field.mailTo': '客户的电子邮件地址',

  'button.updateText': '更新正文',
  'button.openMail': '在电子邮件中打开',
  'button.showPlain': '显示为纯文本',

  'invite.title': '邀请现有客户',
  'invite.intro':
    '已有 Microsoft 租户的客户无需重新创建。请向客户发送邀请电子邮件，由其全局管理员接受经销商关系。客户必须位于您有权销售产品的国家/地区。',
  'invite.noteReseller': '此链接会同时请客户建立两项关系：与您的关系，以及与您的间接提供商的关系。',
  'invite.noteRights': '此链接不会请求管理员权限（GDAP），该权限需要另行请求。',
  'invite.noLink':
    '尚未设置链接。请在合作伙伴中心的“客户”下，从“请求经销商关系”中复制链接，并请 Customer Desk 管理员输入该链接。',
  'invite.fault': '合作伙伴中心未提供链接：{reason}。',
  'invite.elsewhere': '您可以在合作伙伴中心的“客户”下，从“请求经销商关系”中复制链接。',
  'invite.unchanged': '请复制全文。链接必须保持原样才有效。您在此输入的内容不会保留。',
  'customerMail.copied': '请复制全文。您在此输入的内容不会保留。',
  'invite.mailUnopened': '如果选择“在电子邮件中打开”后没有反应，说明您的客户端阻止了此类链接，请改为复制全文。',
  'invite.mailShortened': '“在电子邮件中打开”会打开较短的正文，因为此类链接容纳不下全文。如果没有反应，请复制全文。',
  'invite.mailTooLong': '正文太长，无法在电子邮件中打开。请复制全文。',

  // In the customer’s language, whatever the chat’s is.
  'invite.subject': '{partner}：请求建立经销商关系',
  'invite.greeting': '您好！',
  'invite.greetingCompany': '{company}，您好！',
  'invite.mail':
    '请授权 {partner} 成为贵公司的 Microsoft 云服务经销商。\n\n1. 请确认贵公司的资料填写完整。\n2. 请打开以下链接，并接受经销商关系：\n{link}\n\n请由贵公司的全局管理员在 {center} 完成以上操作。\n\n谢谢！',
  'invite.mailReseller':
    '请授权 {partner} 及与其合作的间接提供商，成为贵公司的 Microsoft 云服务经销商与提供商。\n\n1. 请确认贵公司的资料填写完整。\n2. 请打开以下链接，并接受这两项关系：\n{link}\n\n请由贵公司的全局管理员在 {center} 完成以上操作。\n\n谢谢！',
  'invite.mailShort':
    '您好！\n\n{partner} 邀请贵公司建立经销商关系。请由贵公司的全局管理员打开以下链接并接受：\n{link}\n\n谢谢！',
  'invite.center': 'Microsoft 365 管理中心',
  'invite.centerChina': '由世纪互联运营的 Microsoft 365 管理中心',

  'button.welcomeText': '给客户的入门说明',
  'welcome.intro': '请用您自己的邮箱将此内容发给客户。其中不含密码，请另行提供密码。',
  // In the customer’s language, whatever the chat’s is.
  'welcome.subject': '{partner}：贵公司的新 Microsoft 帐户',
  'welcome.mail':
    '{partner} 已为贵公司创建 Microsoft 租户：{domain}\n\n管理员帐户：{account}\n密码会另行提供。\n\n入门步骤：\n1. 请打开以下网页，并使用此帐户登录：\n{link}\n2. 如果要求设置新密码，请选择只有您知道的密码。\n3. 出现提示时，请设置多重身份验证。\n4. 在“用户”中添加贵公司的人员，并分配许可证。',
  'welcome.mailShort': '贵公司的管理员帐户是 {account}。密码会另行提供。请在此登录：\n{link}',
});
