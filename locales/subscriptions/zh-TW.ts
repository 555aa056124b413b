import { locale } from '../translator.ts';
import { subscriptionsEn } from './en.ts';

/** Words of a subscription: where it is in its life, what comes next, and what can be chosen for it. */
export const subscriptionsZhTW = locale(
  'zh-TW',
  subscriptionsEn,
)({
  'lifecycle.line': '{facts}。{sentence}',
  'lifecycle.both': '{first}{second}',
  'lifecycle.next': '{count}，{plan}',
  'lifecycle.renews': '將於 {day} 自動續約。',
  'lifecycle.renewsChanged': '將於 {day} 自動續約，並套用已排程的變更：{next}。',
  'lifecycle.cancels': '依您的選擇，將於 {day} 結束：屆時使用者會失去存取權，也不再計費。',
  'lifecycle.extends': '依您的選擇，自 {day} 起進入延長服務期限，按月計費：月費加 {uplift}。',
  'lifecycle.undecided':
    '尚未選擇期限結束後的處理方式：自 {day} 起將進入延長服務期限並按月計費（月費加 {uplift}）。最晚可在 {lastDay} 選擇。',
  'lifecycle.expires': '自動續約已關閉，將於 {day} 結束。在此之前可以開啟。',
  'lifecycle.transitions': '將於 {day} 變更為另一項產品，這是在合作夥伴中心排程的。',
  'lifecycle.extended': '目前處於延長服務期限：按月計費（月費加 {uplift}），直到您取消為止；任何一天都可以取消。',
  'lifecycle.uplift3': '3%',
  'lifecycle.uplift23': '23%，因為此產品沒有按月方案',
  'lifecycle.upliftUnknown': '3%，若沒有按月方案則為 23%',
  'lifecycle.suspendedBilled': '已暫停：使用者無法存取，但仍會向您計費。',
  'lifecycle.suspendedUntil': '已暫停：使用者無法存取，但仍會向您計費，直到期限於 {day} 結束。在此之前可以重新啟用。',
  'lifecycle.suspendedFree': '已暫停：使用者無法存取，也不會向您計費。若未及時重新啟用，訂閱及其資料將被刪除。',
  'lifecycle.suspended': '已暫停：使用者無法存取。合作夥伴中心未說明是否仍會向您計費。',
  'lifecycle.reasons': '合作夥伴中心的原因：{reasons}。',
  'lifecycle.trialEnds': '試用將於 {day} 結束，不會計費。',
  'lifecycle.trialPaid': '試用將於 {day} 結束，並轉為付費訂閱，因為自動續約已開啟。',
  'lifecycle.trial': '這是試用訂閱。合作夥伴中心未說明何時結束。',
  'lifecycle.usage': '依使用量計費，沒有期限。',
  'lifecycle.expired': '已到期：不再計費，也無法重新啟用。',
  'lifecycle.disabled': '已停用：使用者無法存取。不再計費，也無法重新啟用；之後訂閱及其資料會被刪除。',
  'lifecycle.deleted': '已刪除：不再計費，也無法還原。',
  'lifecycle.pending': '合作夥伴中心仍在設定此訂閱。',
  'lifecycle.turning': '期限已於 {day} 結束。後續狀態最多可能需要 24 小時才會顯示。',
  'lifecycle.unknownUntil': '期限將於 {day} 結束。合作夥伴中心未說明之後會如何。',
  'lifecycle.unknown': '合作夥伴中心未說明之後會如何。',
});
