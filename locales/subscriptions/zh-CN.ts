import { locale } from '../translator.ts';
import { subscriptionsEn } from './en.ts';

/** Words of a subscription: where it is in its life, what comes next, and what can be chosen for it. */
export const subscriptionsZhCN = locale(
  'zh-CN',
  subscriptionsEn,
)({
  'lifecycle.line': '{facts}。{sentence}',
  'lifecycle.both': '{first}{second}',
  'lifecycle.next': '{count}，{plan}',
  'lifecycle.renews': '将于 {day} 自动续订。',
  'lifecycle.renewsChanged': '将于 {day} 自动续订，并应用已计划的更改：{next}。',
  'lifecycle.cancels': '按您的选择，将于 {day} 结束：届时用户会失去访问权限，也不再计费。',
  'lifecycle.extends': '按您的选择，自 {day} 起进入延长服务期，按月计费：月费加 {uplift}。',
  'lifecycle.undecided':
    '尚未选择期限结束后的处理方式：自 {day} 起将进入延长服务期并按月计费（月费加 {uplift}）。最晚可在 {lastDay} 选择。',
  'lifecycle.expires': '自动续订已关闭，将于 {day} 结束。在此之前可以开启。',
  'lifecycle.transitions': '将于 {day} 变更为另一产品，这是在合作伙伴中心计划的。',
  'lifecycle.extended': '目前处于延长服务期：按月计费（月费加 {uplift}），直到您取消为止；任何一天都可以取消。',
  'lifecycle.uplift3': '3%',
  'lifecycle.uplift23': '23%，因为此产品没有按月计划',
  'lifecycle.upliftUnknown': '3%，如果没有按月计划则为 23%',
  'lifecycle.suspendedBilled': '已暂停：用户无法访问，但仍会向您计费。',
  'lifecycle.suspendedUntil': '已暂停：用户无法访问，但仍会向您计费，直到期限于 {day} 结束。在此之前可以重新激活。',
  'lifecycle.suspendedFree': '已暂停：用户无法访问，也不会向您计费。如果未及时重新激活，订阅及其数据将被删除。',
  'lifecycle.suspended': '已暂停：用户无法访问。合作伙伴中心未说明是否仍会向您计费。',
  'lifecycle.reasons': '合作伙伴中心的原因：{reasons}。',
  'lifecycle.trialEnds': '试用将于 {day} 结束，不会计费。',
  'lifecycle.trialPaid': '试用将于 {day} 结束，并转为付费订阅，因为自动续订已开启。',
  'lifecycle.trial': '这是试用订阅。合作伙伴中心未说明何时结束。',
  'lifecycle.usage': '按使用量计费，没有期限。',
  'lifecycle.expired': '已过期：不再计费，也无法重新激活。',
  'lifecycle.disabled': '已禁用：用户无法访问。不再计费，也无法重新激活；之后订阅及其数据会被删除。',
  'lifecycle.deleted': '已删除：不再计费，也无法恢复。',
  'lifecycle.pending': '合作伙伴中心仍在设置此订阅。',
  'lifecycle.turning': '期限已于 {day} 结束。后续状态最多可能需要 24 小时才会显示。',
  'lifecycle.unknownUntil': '期限将于 {day} 结束。合作伙伴中心未说明之后会如何。',
  'lifecycle.unknown': '合作伙伴中心未说明之后会如何。',
});
