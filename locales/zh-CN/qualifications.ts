import { locale } from '../translator.ts';
import { qualificationsEn } from '../en/qualifications.ts';

/** Words of special qualifications and of the review of a customer's account, in Simplified Chinese. */
export const qualificationsZhCN = locale(
  'zh-CN',
  qualificationsEn,
)({
  'stage.asked': '已申请',
  'change.qualification': '申请特殊资格“{qualification}”',
  'qualification.nonprofit': '非营利组织',
  'qualification.stateOwnedEntity': '国有实体',

  'button.askQualification': '申请特殊资格',
  'button.qualification': '申请特殊资格',
  'button.askAgain': '再次申请',
  'button.sendQualification': '申请',

  'askQualification.text': 'Microsoft 会审核申请，这需要几天时间。资格获批准后，才能订购适用的产品/服务。',
  'askQualification.education': '每个客户最多可由 Microsoft 审核三次。',
  'askQualification.nonprofit': '非营利组织须自行在 {site} 向 Microsoft 注册，无法在此申请。',
  'askQualification.nothing': '没有可申请的项目：此客户的所有特殊资格都在审核中或已获批准。',
  'askQualification.meanwhile': '此特殊资格已有人申请。以下是当前的状态。',
  'askQualification.cloud': '此云没有特殊资格。',
  'askQualification.done': '已申请',
  'askQualification.follows': 'Microsoft 会进行审核，这需要几天时间。客户卡片会显示当前的状态。',

  'vetting.title': '特殊资格的状态',
  'vetting.in-review': '审核中',
  'vetting.approved': '已批准',
  'vetting.denied': '被拒绝',
  'vetting.unknown': '已登记',
  'vetting.requested': '{state}（{day} 申请）',
  'vetting.inReviewText': 'Microsoft 批准之前，无法订购适用的产品/服务。',
  'vetting.approvedText': '选择“添加订阅”即可找到适用的产品/服务。',
  'vetting.deniedText': '可以用其他资料再次申请。',
  'vetting.noReason': '合作伙伴中心未说明原因。',
  'vetting.unread': '无法读取客户的特殊资格。',

  'accountReview.under-review': 'Microsoft 正在审核此客户的帐户。',
  'accountBlocks.under-review':
    '审核期间，无法为此客户购买任何项目，也无法增加许可证。续订、退回许可证和取消订阅照常进行。',
  'accountReview.not-approved': 'Microsoft 未批准此客户的帐户。',
  'accountBlocks.not-approved':
    '无法为此客户购买任何项目，也无法增加许可证。请检查公司名称和地址：更正后可能会开始新的审核。',
  'accountReview.unread': '无法得知 Microsoft 是否正在审核此客户的帐户。',
  'accountReview.warning':
    '更改公司名称或地址后，Microsoft 可能会开始新的审核。审核期间，无法为此客户购买任何项目，也无法增加许可证。',

  'button.practiseApprove': '练习：批准',
  'button.practiseRefuse': '练习：拒绝',
  'button.practiseReview': '练习：审核帐户',

  'segment.education': '教育',
  'segment.government': '政府',
  'segment.nonprofit': '非营利组织',
  'cart.closed': {
    other: '另有 {n} 个匹配的产品/服务，但无法在此订购：它们仅面向 {segments}，而相应的特殊资格未获批准。',
  },
  'cart.segmentsUnread': '无法读取特殊资格，因此只显示商业产品/服务。',
});
