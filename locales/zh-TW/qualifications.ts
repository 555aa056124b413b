import { locale } from '../translator.ts';
import { qualificationsEn } from '../en/qualifications.ts';

/** Words of special qualifications and of the review of a customer's account, in Traditional Chinese. */
export const qualificationsZhTW = locale(
  'zh-TW',
  qualificationsEn,
)({
  'stage.asked': '已申請',
  'change.qualification': '申請特殊資格「{qualification}」',
  'qualification.nonprofit': '非營利組織',
  'qualification.stateOwnedEntity': '國營事業',

  'button.askQualification': '申請特殊資格',
  'button.qualification': '申請特殊資格',
  'button.askAgain': '再次申請',
  'button.sendQualification': '申請',

  'askQualification.text': 'Microsoft 會審核申請，這需要數天時間。資格獲核准後，才能訂購適用的供應項目。',
  'askQualification.education': 'Microsoft 對每個客戶最多審核三次申請。',
  'askQualification.nonprofit': '非營利組織須自行在 {site} 向 Microsoft 註冊，無法在此申請。',
  'askQualification.nothing': '沒有可申請的項目：此客戶的所有特殊資格都在審核中或已獲核准。',
  'askQualification.meanwhile': '此特殊資格已有人申請。以下是目前的狀態。',
  'askQualification.cloud': '此雲端沒有特殊資格。',
  'askQualification.done': '已申請',
  'askQualification.follows': 'Microsoft 會進行審核，這需要數天時間。客戶卡片會顯示目前的狀態。',

  'vetting.title': '特殊資格的狀態',
  'vetting.in-review': '審核中',
  'vetting.approved': '已核准',
  'vetting.denied': '遭到拒絕',
  'vetting.unknown': '已登記',
  'vetting.requested': '{state}（{day} 申請）',
  'vetting.inReviewText': 'Microsoft 核准之前，無法訂購適用的供應項目。',
  'vetting.approvedText': '選取「新增訂閱」即可找到適用的供應項目。',
  'vetting.deniedText': '可以用其他資料再次申請。',
  'vetting.noReason': '合作夥伴中心未說明原因。',
  'vetting.unread': '無法讀取客戶的特殊資格。',

  'accountReview.under-review': 'Microsoft 正在審核此客戶的帳戶。',
  'accountBlocks.under-review':
    '審核期間，無法為此客戶購買任何項目，也無法增加授權。續約、退回授權與取消訂閱照常進行。',
  'accountReview.not-approved': 'Microsoft 未核准此客戶的帳戶。',
  'accountBlocks.not-approved':
    '無法為此客戶購買任何項目，也無法增加授權。請檢查公司名稱與地址：更正後可能會開始新的審核。',
  'accountReview.unread': '無法得知 Microsoft 是否正在審核此客戶的帳戶。',
  'accountReview.warning':
    '變更公司名稱或地址後，Microsoft 可能會開始新的審核。審核期間，無法為此客戶購買任何項目，也無法增加授權。',

  'button.practiseApprove': '練習：核准',
  'button.practiseRefuse': '練習：拒絕',
  'button.practiseReview': '練習：審核帳戶',

  'segment.education': '教育',
  'segment.government': '政府',
  'segment.nonprofit': '非營利組織',
  'cart.closed': {
    other: '另有 {n} 個符合的供應項目，但無法在此訂購：這些項目僅適用於 {segments}，而對應的特殊資格未獲核准。',
  },
  'cart.segmentsUnread': '無法讀取特殊資格，因此只顯示商業供應項目。',
});
