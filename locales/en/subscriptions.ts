import { base } from '../translator.ts';

/** Words of a subscription: where it is in its life, what comes next, and what can be chosen for it. */
export const subscriptionsEn = base({
  'lifecycle.line': '{facts}. {sentence}',
  'lifecycle.next': '{count}, {plan}',
  'lifecycle.renews': 'Renews automatically on {day}.',
  'lifecycle.renewsChanged': 'Renews automatically on {day} with what is scheduled: {next}.',
  'lifecycle.cancels': 'Ends on {day}, as chosen: users lose access then, and billing ends.',
  'lifecycle.extends': 'From {day} it continues month by month, as chosen, in an extended service term.',
  'lifecycle.undecided':
    'Nothing has been chosen for the end of its term: from {day} it continues, and is billed, month by month in an extended service term. Choose by {lastDay}.',
  'lifecycle.expires': 'Ends on {day}, because auto-renew is off. You can turn it on until then.',
  'lifecycle.transitions': 'Becomes another product on {day}, as scheduled in Partner Center.',
  'lifecycle.extended':
    'In an extended service term: billed month by month until you cancel it, which you can do on any day.',
  'lifecycle.surcharge': 'An extended service term costs the monthly rate plus {uplift}.',
  'lifecycle.uplift3': '3%',
  'lifecycle.uplift23': '23%, because the offer has no monthly plan',
  'lifecycle.upliftUnknown': '3%, or 23% where the offer has no monthly plan',
  'lifecycle.suspendedBilled': 'Users are locked out, but you are still billed.',
  'lifecycle.suspendedUntil':
    'Users are locked out, but you are billed to the end of its term on {day}. You can reactivate it until then.',
  'lifecycle.suspendedFree':
    'Users are locked out, and you are not billed. If it is not reactivated in time, it is deleted with its data.',
  'lifecycle.suspended': 'Users are locked out. Partner Center does not say whether you are still billed.',
  'lifecycle.reasons': 'Reason in Partner Center: {reasons}.',
  'lifecycle.trialEnds': 'The trial ends on {day}, and nothing is billed.',
  'lifecycle.trialPaid': 'The trial ends on {day} and becomes a paid subscription, because auto-renew is on.',
  'lifecycle.trial': 'A trial. Partner Center does not say when it ends.',
  'lifecycle.usage': 'Billed by usage, without a term.',
  'lifecycle.expired': 'It is no longer billed and cannot be reactivated.',
  'lifecycle.disabled':
    'Users are locked out. It is no longer billed, cannot be reactivated, and is deleted later with its data.',
  'lifecycle.deleted': 'It is no longer billed and cannot be restored.',
  'lifecycle.pending': 'Partner Center is still setting it up.',
  'lifecycle.turning': 'Its term ended on {day}. What follows can take up to 24 hours to show.',
  'lifecycle.unknownUntil': 'Its term ends on {day}. Partner Center does not say what follows.',
  'lifecycle.unknown': 'Partner Center does not say what follows.',

  'reason.not-changeable': 'Partner Center does not accept this change while the subscription is in its current state',
  'button.manage': 'Manage',
  'button.nextTerm': 'At renewal',
  'button.endOfTerm': 'End of term',
  'button.cancelSubscription': 'Cancel subscription',
  'button.chooseRenew': 'Renew it',
  'button.chooseExtend': 'Continue month by month',
  'button.chooseCancel': 'End it',
  'button.schedule': 'Schedule',
  'button.unschedule': 'Remove what is scheduled',
  'button.scheduleAgain': 'Schedule it again',
  'button.chooseAgain': 'Choose again',
  'button.changeBack': 'Change back',
  'manage.title': 'Subscription',
  'manage.cancelUntil': 'You can still cancel it until {moment}.',
  'manage.addOns': 'It has add-ons, which are subscriptions of their own: {names}.',
  'manage.baseSuspended': 'It is an add-on, and its base is suspended: {name}.',
  'manage.extended':
    'Its number of licenses and its term cannot be changed now. To make it an ordinary subscription again, convert it in Partner Center.',
  'manage.azure': 'What runs under it is changed and ended in the Azure portal.',
  'gone.warning': 'This removes what is scheduled: {what}. You can schedule it again afterwards.',
  'gone.was': 'Removed, as announced: {what}.',
  'gone.nextTerm': '{next} (at renewal)',
  'gone.cancel': 'its end at the end of the term',
  'gone.extend': 'continuing month by month after the term',
  'gone.other': 'what was set in Partner Center for the end of the term',
  'endOfTerm.title': 'What happens at the end of its term?',
  'endOfTerm.until': 'You can choose, and change your choice, until {day} (UTC).',
  'endOfTerm.chosen': '{title} (chosen)',
  'endOfTerm.renew': 'A new term',
  'endOfTerm.renewText':
    'On {day} a new term begins automatically ({plan}), at the price of that day. It can then be canceled for seven days only.',
  'endOfTerm.renewTextPlain':
    'On {day} a new term begins automatically, at the price of that day. It can then be canceled for seven days only.',
  'endOfTerm.extend': 'Month by month',
  'endOfTerm.extendText':
    'From {day} it continues in an extended service term: billed by the month, the monthly rate plus {uplift}. You can cancel it on any day and are refunded for the rest of the month.',
  'endOfTerm.cancel': 'It ends',
  'endOfTerm.cancelText':
    'At the end of {day} users lose access at once, and billing ends. It cannot be reactivated; for some time administrators can still save the data.',
  'endOfTerm.closed': 'Nothing can be chosen for the end of its term now.',
  'nextTerm.title': 'What should change at renewal?',
  'nextTerm.text':
    'The change takes effect on {day}, when the subscription renews automatically, and can be changed or removed until {lastDay}. Until then nothing is billed or refunded for it. It is removed if the licenses are changed or the subscription is suspended before then.',
  'nextTerm.turnsOn': 'This turns auto-renew on, and replaces what is chosen for the end of its term.',
  'nextTerm.same': 'It already renews like this.',
  'nextTerm.sameEnds': 'It is like this now. To renew it unchanged, choose “Renew it” under “End of term”.',
  'field.plan': 'Term and billing',
  'cancelSubscription.title': 'Cancel this subscription?',
  'cancelSubscription.days': {
    one: 'Less than {n} day is left: you can cancel it until {moment}.',
    other: 'Less than {n} days are left: you can cancel it until {moment}.',
  },
  'cancelSubscription.hours': {
    one: 'Less than {n} hour is left: you can cancel it until {moment}.',
    other: 'Less than {n} hours are left: you can cancel it until {moment}.',
  },
  'cancelSubscription.full': 'Everything charged for this term is refunded.',
  'cancelSubscription.fullUntil':
    'Until {moment} everything charged for this term is refunded; after that, what is left of it by the day.',
  'cancelSubscription.prorated': 'What is left of the term is refunded, by the day.',
  'cancelSubscription.trial': 'Nothing was charged for it.',
  'cancelSubscription.follows':
    'Users lose access at once, and billing ends. It cannot be brought back. For seven days one of your administrators can still save the data.',
  'cancelSubscription.over':
    'It can no longer be canceled: the time for that is over. You can choose to end it with its term.',
  'suspend.new':
    'Users lose access at once, but billing goes on until its term ends: suspending does not save money. Everything scheduled for the end of its term is removed. You can reactivate it until then; after that administrators can save the data for some time, then it is deleted.',
  'suspend.newUntil':
    'Users lose access at once, but billing goes on until its term ends on {day}: suspending does not save money. Everything scheduled for the end of its term is removed. You can reactivate it until then; after that administrators can save the data for some time, then it is deleted.',
  'suspend.legacy': {
    one: 'Users lose access at once, and you are not billed while it is suspended. It is deleted with its data after {n} day, or when its term ends, unless you reactivate it first.',
    other:
      'Users lose access at once, and you are not billed while it is suspended. It is deleted with its data after {n} days, or when its term ends, unless you reactivate it first.',
  },
  'suspend.trial': 'Users lose access at once. A trial is not billed. You can reactivate it until it ends.',
  'suspend.azure':
    'Partner Center refuses this while an Azure subscription under the plan is active. Cancel these in the Azure portal first: until then what runs there is billed.',
  'suspend.unknown':
    'Users lose access at once. Partner Center does not say for this kind of product whether billing goes on, nor how long its data is kept.',
  'suspend.cancelInstead': 'You can still cancel it instead, which ends billing, until {moment}.',
  'suspend.addOns': 'Its add-ons are subscriptions of their own, and are not suspended by this: {names}.',
  'cancelSubscription.addOns': 'Its add-ons are subscriptions of their own, and are not canceled by this: {names}.',
  'reactivate.new':
    'Users can use it again. Billing does not change: it never stopped. What was scheduled before is gone, so choose again what happens at the end of its term.',
  'reactivate.legacy': 'Users can use it again, and you are billed again from now on.',
  'reactivate.unknown':
    'Users can use it again. Partner Center does not say for this kind of product whether billing changes.',
  'licenses.ask.more': '{from} → {to}: {count} more. Order now?',
  'licenses.ask.fewer': '{from} → {to}: {count} fewer. Return now?',
  'licenses.note.more': 'That is more than twice as many as now. They are bought at once, for the whole term.',
  'licenses.note.fewer': 'They are returned at once. Check first that nobody needs them.',
  'licenses.do.more': 'Order {count} more',
  'licenses.do.fewer': 'Return {count}',
  'button.undo': 'Undo',
  'drafts.forgotten': 'This draft is no longer there. A deleted draft is kept for a day, and only the last one.',
  'undo.title': 'Undo this change?',
  'undo.orders': 'Undo this order',
  'undo.ordersIntro':
    'The customers stay as they are until you press Undo beside one. It asks first, and works for seven days.',
  'undo.ordersGone':
    'Not shown: customers of this order that are no longer in your list, or have no reseller relationship with you.',
  'undo.ordersNot': 'Not included:',
  'undo.orderAsked': 'Undo was requested already.',
  'undo.orderDone': 'Undone.',
  'undo.orderLate':
    'Partner Center does not show this order’s subscriptions yet, so it cannot be undone yet. Refresh in a few minutes.',
  'undo.notYet': 'Not shown by Partner Center yet, and not canceled by this: {names}.',
  'undo.orderNot': 'Cannot be undone here: not shown yet, changed since, or too late to cancel.',
  'undo.orderRunning': 'Being undone. The outcome follows on a card of its own.',
  'undo.orderOver':
    'This cannot be undone here: the subscription is not shown yet, was changed since, or can no longer be canceled. This is how it is now.',
  'undo.over': 'This can no longer be undone. This is how it is now.',
  'end.goOn': 'Go on ending the relationship',
  'button.keepRelationship': 'Keep the relationship',
  'stop.cancel': 'Cancel {n} subscriptions',
  'stop.suspend': 'Suspend {n} subscriptions',
  'stop.both': 'Cancel or suspend {n} subscriptions',
  'stop.canceledThen':
    'These will be canceled. Users lose access at once, and billing ends. They cannot be brought back.',
  'stop.suspendedThen':
    'These will be suspended. Users lose access at once. You can reactivate them while the relationship lasts.',
  'stop.canceledOneThen':
    'This subscription will be canceled. Users lose access at once, and billing ends. It cannot be brought back.',
  'stop.suspendedOneThen':
    'This subscription will be suspended. Users lose access at once. You can reactivate it while the relationship lasts.',
  'history.stop': 'Canceling or suspending {names}',
  'history.stopBoth': 'Canceling {canceled}; suspending {suspended}',
  'history.stopCanceled': 'Canceling {names}',
  'history.stopSuspended': 'Suspending {names}',
  'licenses.billed':
    'Added licenses are billed from now to the end of the term; returned ones are credited by the day.',
  'change.cancel': 'Cancellation of {subscription}',
  'change.stopCancel': { one: 'Cancellation of {n} subscription', other: 'Cancellation of {n} subscriptions' },
  'change.stopSuspend': 'Suspension of {n} subscriptions',
  'change.stopBoth': 'Cancellation or suspension of {n} subscriptions',
  'change.endRenew': 'At the end of its term: {subscription} renews',
  'change.endCancel': 'At the end of its term: {subscription} ends',
  'change.endExtend': 'After its term: {subscription} continues month by month',
  'change.nextTerm': 'At renewal of {subscription}: {next}',
  'change.unscheduled': 'Removal of what is scheduled for the renewal of {subscription}',
  'changed.now': 'As it is now: {line}',
  'history.cancelled': 'Canceling {subscription}',
  'history.endRenew': 'Choosing to renew {subscription} at the end of its term',
  'history.endCancel': 'Choosing to end {subscription} at the end of its term',
  'history.endExtend': 'Choosing to continue {subscription} month by month after its term',
  'history.nextTerm': 'Scheduling {to} licenses for the renewal of {subscription}',
  'history.unscheduled': 'Removing what was scheduled for the renewal of {subscription}',
  'end.blocked': { one: '{n} subscription prevents this.', other: '{n} subscriptions prevent this.' },
  'end.blockedNew':
    'New commerce subscriptions must be canceled, which is possible for seven days, or run out. Suspending them is not enough.',
  'end.blockedLegacy': 'Older ones must be suspended.',
  'end.blockedAzure':
    'An Azure plan must be suspended, after its Azure subscriptions have been canceled in the Azure portal.',
  'end.suspended':
    'Suspended new commerce subscriptions are billed to the end of their term, and may still prevent this: Partner Center decides.',
  'end.askColleague': 'You do not have permission to change them. Ask a colleague.',
  'reactivate.trial': 'Users can use it again. A trial is not billed.',
  'endOfTerm.meanwhile': 'This was changed in the meantime. This is how it is now.',
  'subscription.addOnsGoOn': 'Its add-ons are not suspended: {names}.',
});
