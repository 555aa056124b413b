import { base } from '../translator.ts';

/** Words of special qualifications, of Microsoft's review of a customer's account, and of what each opens or blocks. */
export const qualificationsEn = base({
  'stage.asked': 'requested',
  'change.qualification': 'Request the special qualification “{qualification}”',
  'qualification.nonprofit': 'Nonprofit',
  'qualification.stateOwnedEntity': 'State-owned entity',

  'button.askQualification': 'Request qualification',
  'button.qualification': 'Qualification',
  'button.askAgain': 'Request again',
  'button.sendQualification': 'Request',

  'askQualification.text':
    'Microsoft checks the request; this takes a few days. Offers for a qualification can be ordered once it is approved.',
  'askQualification.education': 'Microsoft checks at most three requests per customer.',
  'askQualification.nonprofit':
    'Nonprofit organizations register with Microsoft directly, at {site}. This qualification cannot be requested here.',
  'askQualification.nothing':
    'There is nothing to request: every special qualification is in review or approved for this customer.',
  'askQualification.meanwhile': 'This special qualification was requested in the meantime. This is its status.',
  'askQualification.cloud': 'This cloud has no special qualifications.',
  'askQualification.done': 'Requested',
  'askQualification.follows': 'Microsoft reviews it; this takes a few days. The customer’s card shows the status.',

  'vetting.title': 'Status of special qualifications',
  'vetting.in-review': 'In review',
  'vetting.approved': 'Approved',
  'vetting.denied': 'Denied',
  'vetting.unknown': 'Recorded',
  'vetting.requested': '{state} (requested on {day})',
  'vetting.inReviewText': 'Until Microsoft has approved it, its offers cannot be ordered.',
  'vetting.approvedText': 'Its offers are found with “Add subscription”.',
  'vetting.deniedText': 'It can be requested again with other details.',
  'vetting.noReason': 'Partner Center gives no reason.',
  'vetting.unread': 'The customer’s special qualifications could not be loaded.',

  'accountReview.under-review': 'Microsoft is reviewing this customer’s account.',
  'accountBlocks.under-review':
    'While the review lasts, nothing can be bought and no licenses can be added for this customer. Renewals, license returns and cancellations continue as usual.',
  'accountReview.not-approved': 'Microsoft did not approve this customer’s account.',
  'accountBlocks.not-approved':
    'Nothing can be bought and no licenses can be added for this customer. Check its company name and address: correcting them can start a new review.',
  'accountReview.unread': 'We could not find out whether Microsoft is reviewing this customer’s account.',
  'accountReview.warning':
    'A change to the company name or the address can start a new review by Microsoft. While it lasts, nothing can be bought and no licenses can be added for this customer.',

  'button.practiseApprove': 'Practice: approve',
  'button.practiseRefuse': 'Practice: deny',
  'button.practiseReview': 'Practice: review',

  'segment.education': 'education',
  'segment.government': 'government',
  'segment.nonprofit': 'nonprofits',
  'cart.closed': {
    one: '{n} more offer matches, but cannot be ordered here: it is for {segments}, and no such special qualification is approved.',
    other:
      '{n} more offers match, but cannot be ordered here: they are for {segments}, and no such special qualification is approved.',
  },
  'cart.segmentsUnread': 'The special qualifications could not be loaded, so only commercial offers are shown.',
});
