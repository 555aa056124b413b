import { locale } from '../translator.ts';
import { agreementEn } from '../en/agreement.ts';

/** Words of the customer's own acceptance of the agreement, and of what waits for it. */
export const agreementZhCN = locale(
  'zh-CN',
  agreementEn,
)({
  'stage.awaited': '等待客户接受协议',
  'stage.dropped': '已放弃',
  'order.awaited': '客户接受协议后立即订购',
  'change.agreement': '接受 Microsoft 客户协议',

  'agreement.missing': '尚未接受',
  'agreement.tooOld': '已于 {day} 接受，但已失效',
  'agreement.introPage':
    'Microsoft 会创建一个网页，供客户接受协议。请选择由谁代表客户接受。提交之后，您会获得该网页的网址。',
  'field.signatory': '由谁接受协议',
  'fault.acceptanceOld': '2023\u00A0年\u00A04\u00A0月\u00A01\u00A0日之前接受的协议已失效，客户必须重新接受。',
  'reason.customer-accepts': '必须由客户自行接受 Microsoft 客户协议',
  'reason.acceptance-too-old':
    '客户是在 2023\u00A0年\u00A04\u00A0月\u00A01\u00A0日之前接受 Microsoft 客户协议的，必须重新接受',

  'acceptance.confirmed': '客户已创建。客户一旦接受协议，就会提交订单。',
  'acceptance.title': '客户必须接受协议',
  'acceptance.text': '客户的全局管理员必须先在以下网页接受 Microsoft 客户协议，之后才能订购：',
  'acceptance.old':
    '客户已于 {day} 接受 Microsoft 客户协议，但 2023\u00A0年\u00A04\u00A0月\u00A01\u00A0日之前接受的协议已失效。客户的全局管理员必须在以下网页重新接受，之后才能订购：',
  'acceptance.refusal': '合作伙伴中心未记录客户已接受协议：{reason}。',
  'acceptance.waiting': '订单正在等待；一旦确认客户已接受，就会自动订购。',
  'acceptance.looks': '上次自动检查：{looked}。下次自动检查：{next}。',
  'acceptance.next': 'Customer Desk 会自动检查，下次检查：{next}。',
  'acceptance.waitingTitle': '正在等待客户',
  'acceptance.notYet': '目前还看不到客户接受协议的记录。检查时间：{moment}。',
  'acceptance.done': '客户已接受 Microsoft 客户协议。',
  'acceptance.placing': '此前等待的订单正在提交，结果会显示在下单者的聊天中。',
  'acceptance.review':
    '由客户自行接受 Microsoft 客户协议。您会获得链接，以及可发给客户的文本。客户一旦接受，就会订购这些订阅。',
  'acceptance.reviewAlone': '今后订购之前，客户必须先自行接受 Microsoft 客户协议。您会获得链接，以及可发给客户的文本。',
  'acceptance.erased': '等待客户接受协议的订单会一并放弃。',
  'importReview.customerAccepts': '不会使用与协议有关的列：每个新客户会自行接受协议，接受之后才会订购其订阅。',

  'button.customerText': '给客户的文本',
  'button.giveUpOrder': '放弃订单',
  'button.changeOrder': '更改订单',
  'button.practiseAcceptance': '练习：代替客户接受',
  'order.givenUp': '已放弃此订单，未订购任何内容。您选择的内容已保留为草稿：键入“草稿”即可继续。',
  'order.reopened': '此订单已不再等待。以下是订单内容，您可以更改后重新提交。',

  'acceptance.mailIntro': '请用您自己的邮箱将此内容发给客户。只有客户的全局管理员可以接受协议。',
  // In the customer’s language, whatever the chat’s is.
  'acceptance.subject': '{partner}：请接受 Microsoft 客户协议',
  'acceptance.mail':
    '{partner} 是贵公司的 Microsoft 合作伙伴。贵公司必须先接受 Microsoft 客户协议，我们才能为贵公司订购。\n\n1. 请打开以下网页：\n{link}\n2. 以贵公司全局管理员的身份登录。\n3. 阅读协议并接受。',
  'acceptance.mailOld':
    'Microsoft 已更新客户协议，2023\u00A0年\u00A04\u00A0月\u00A01\u00A0日之前接受的协议已失效。贵公司重新接受之前，贵公司的 Microsoft 合作伙伴 {partner} 无法为贵公司订购。\n\n1. 请打开以下网页：\n{link}\n2. 以贵公司全局管理员的身份登录。\n3. 阅读协议并接受。',
  'acceptance.account': '贵公司新 Microsoft 租户的管理员帐户是 {account}。密码会另行提供。',
  'acceptance.thanks': '谢谢！',
  'acceptance.mailShort': '请打开以下网页，以全局管理员的身份登录，并接受 Microsoft 客户协议：\n{link}',
});
