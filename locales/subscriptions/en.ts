import { base } from '../translator.ts';

/** Words of a subscription: where it is in its life, what comes next, and what can be chosen for it. */
export const subscriptionsEn = base({
  'lifecycle.line': '{facts}. {sentence}',
  'lifecycle.both': '{first} {second}',
  'lifecycle.next': '{count}, {plan}',
  'lifecycle.renews': 'Renews by itself on {day}.',
  'lifecycle.renewsChanged': 'Renews by itself on {day} with what is scheduled: {next}.',
  'lifecycle.cancels': 'Ends on {day}, as chosen: users lose access then, and the bill ends.',
  'lifecycle.extends':
    'From {day} it goes on month by month, as chosen, in an extended service term: the monthly rate plus {uplift}.',
  'lifecycle.undecided':
    'Nothing is chosen for the end of its term: from {day} it goes on, and is billed, month by month in an extended service term (the monthly rate plus {uplift}). Choose by {lastDay}.',
  'lifecycle.expires': 'Ends on {day}, because auto-renew is off. You can turn it on until then.',
  'lifecycle.transitions': 'Becomes another product on {day}, as scheduled in Partner Center.',
  'lifecycle.extended':
    'In an extended service term: billed month by month (the monthly rate plus {uplift}) until you cancel it, which you can on any day.',
  'lifecycle.uplift3': '3%',
  'lifecycle.uplift23': '23%, because it has no monthly plan',
  'lifecycle.upliftUnknown': '3%, or 23% where it has no monthly plan',
  'lifecycle.suspendedBilled': 'Suspended: users are locked out, but you are still billed.',
  'lifecycle.suspendedUntil':
    'Suspended: users are locked out, but you are billed to the end of its term on {day}. You can reactivate it until then.',
  'lifecycle.suspendedFree':
    'Suspended: users are locked out, and you are not billed. If it is not reactivated in time, it is deleted with its data.',
  'lifecycle.suspended': 'Suspended: users are locked out. Partner Center does not say whether you are still billed.',
  'lifecycle.reasons': 'Reason in Partner Center: {reasons}.',
  'lifecycle.trialEnds': 'The trial ends on {day}, and nothing is billed.',
  'lifecycle.trialPaid': 'The trial ends on {day} and becomes a paid subscription, because auto-renew is on.',
  'lifecycle.trial': 'A trial. Partner Center does not say when it ends.',
  'lifecycle.usage': 'Billed by use, without a term.',
  'lifecycle.expired': 'Expired: it is no longer billed and cannot be reactivated.',
  'lifecycle.disabled':
    'Disabled: users are locked out. It is no longer billed, cannot be reactivated, and is deleted later with its data.',
  'lifecycle.deleted': 'Deleted: it is no longer billed and cannot be restored.',
  'lifecycle.pending': 'Partner Center is still setting it up.',
  'lifecycle.turning': 'Its term ended on {day}. What follows can take up to 24 hours to show.',
  'lifecycle.unknownUntil': 'Its term ends on {day}. Partner Center does not say what follows.',
  'lifecycle.unknown': 'Partner Center does not say what follows.',
});
