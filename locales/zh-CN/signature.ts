import { locale } from '../translator.ts';
import { signatureEn } from '../en/signature.ts';

/** Words beside the values in a signature, a letterhead or a registry entry, and what is said of values taken from them. */
export const signatureZhCN = locale(
  'zh-CN',
  signatureEn,
)({
  'label.companyName': '名称|企业名称|单位名称|公司全称|机构名称|企业全称',
  'label.contact': '联系人|姓名|联络人|收件人|经办人',
  'label.phone': '电话|联系电话|办公电话|座机|固定电话|固话|公司电话',
  'label.mobile': '手机|手机号|手机号码|移动电话|联系手机',
  'label.fax': '传真|传真号码',
  'label.organizationPhone': '总机|公司总机|前台电话',
  'label.email': '邮箱|电子邮箱|邮件|电子邮件|电邮',
  'label.website': '网址|网站|官网|公司网址|主页',
  'label.address': '地址|公司地址|通讯地址|注册地址|住所|办公地址|联系地址|单位地址',
  'label.registration': '统一社会信用代码|信用代码|纳税人识别号|税号',
  'label.sender': '发件人',
  'label.head': '法定代表人|法人代表|法人|负责人|总经理|董事长',
  'label.other':
    '收件人地址|抄送|主题|日期|发送时间|时间|开户行|开户银行|银行|银行账号|账号|注册资本|成立日期|经营范围|类型|登记机关|职务|职位|部门|微信|QQ|登记状态|营业期限',
  'label.jobTitle':
    '经理|总经理|副总经理|董事长|总监|主管|主任|部长|专员|助理|工程师|会计|顾问|销售部|采购部|信息部|行政部|部门|客户信息|公司信息|联系方式|总裁|首席',
  'label.closing': '此致|敬礼|祝好|顺祝商祺|谢谢|谢谢！|祝商祺|祝工作顺利|致敬',
  'label.honorific': '先生|女士|小姐|经理|总经理|老师',

  'paste.notice': '以下内容取自您粘贴的文字，请核对。',
  'paste.notSold': '未填入：{details}。这些信息属于其他国家/地区（{country}），您无法在当地添加客户。',
  'paste.otherCountry': '未填入：{details}。这些信息属于其他国家/地区（{country}），客户所在国家/地区则是：{own}。',
  'paste.otherAddress': '未填入：{details}。当时表单中已有另一个地址。',
  'paste.leftOut': '先前粘贴的信息（{country}）：{details}。',
  'paste.otherContact': '未填入：{details}。表单中已有另一位联系人。',
  'paste.nothingNew':
    '未填写任何内容。粘贴的内容只会填入仍为空白的输入框，且不会与另一个地址或另一位联系人的信息混用。',
  'paste.wrongNumber': '未填入：{number}。其校验码不符合 {type} 的规则。',
  'paste.otherPhones': '未填入：{numbers}。表单中没有其他电话号码的输入框。',
  'paste.file': '无法使用此联系人名片。请改为在此粘贴联系人信息并发送。',
  'paste.first': '文件中有多张联系人名片，仅使用了第一张。',
});
