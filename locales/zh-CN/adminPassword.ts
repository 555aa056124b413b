import { locale } from '../translator.ts';
import { adminPasswordEn } from '../en/adminPassword.ts';

/** Words of the administrator's new password, in Simplified Chinese. */
export const adminPasswordZhCN = locale(
  'zh-CN',
  adminPasswordEn,
)({
  'button.newPassword': '新的管理员密码',
  'button.setPassword': '设置新密码',

  'newPassword.title': '要设置新的管理员密码吗？',
  'newPassword.text': '当前密码会立即失效。新密码只在此处向您一人显示一次，且必须在首次登录时更改。',
  'newPassword.set': '管理员密码已更新',
  'newPassword.practice': '练习模式：未向 Microsoft 发送任何内容，此帐户并不存在。',
  'newPassword.follows': '之前的密码已失效。新密码必须在首次登录时更改。如果您之后再次设置，则只有最后设置的密码有效。',
  'newPassword.notShown': '新密码只能显示一次，且未被存储。如果您还没有复制，请再设置一个。',
  'newPassword.doubtful': '此前一次设置密码的尝试中断了。如果登录时此密码被拒绝，请再设置一个。',
  'newPassword.done': '完成。密码不再显示。',

  'newPassword.offered': '选择“新的管理员密码”即可再设置一个。',
  'newPassword.colleague': '有权更改客户的同事可以再设置一个。',
  'newPassword.cloud': '在此云中，程序无法设置密码：请由客户的管理员在客户的管理中心设置，或联系此云的支持服务。',
  'newPassword.notAdded': 'Customer Desk 只掌握通过它添加的客户的管理员帐户。',

  'newPassword.unsure':
    '无法确定密码是否已设置。如果已设置，之前的密码已失效，且没有人看到过新密码。选择“继续完成”会再设置一个并显示。',
  'newPassword.unsureRefused':
    '之前的一次尝试没有收到响应，密码可能已被设置。如果是这样，之前的密码已失效，且没有人看到过新密码。',
  'newPassword.unchanged': '密码未更改。',
  'newPassword.roles':
    '要设置密码，Customer Desk 使用的帐户必须对此客户具有“特权身份验证管理员”角色（GDAP）。否则请由客户的全局管理员在 Microsoft 365 管理中心设置，或联系 Microsoft 支持服务。',

  'change.password': '{account} 的新密码',
  'history.password': '为 {account} 设置新密码',
  'reason.no-account': '客户已没有此帐户',
});
