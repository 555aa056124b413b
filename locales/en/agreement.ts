import { base } from '../translator.ts';

/** Words of the customer's own acceptance of the agreement, and of what waits for it. */
export const agreementEn = base({
  'stage.awaited': 'waiting for the customer to accept',
  'stage.dropped': 'given up',
  'order.awaited': 'ordered as soon as the customer has accepted',
  'change.agreement': 'Acceptance of the Microsoft Customer Agreement',

  'agreement.missing': 'not accepted yet',
  'agreement.tooOld': 'accepted on {day}, which no longer counts',
  'agreement.introPage':
    'Microsoft provides a page where the customer accepts the agreement. Choose who will accept it there. You get the address of the page after you submit.',
  'field.signatory': 'Who will accept',
  'fault.acceptanceOld':
    'Acceptances from before April\u00A01,\u00A02023 no longer count. The customer has to accept the agreement again.',
  'reason.customer-accepts': 'the customer has to accept the Microsoft Customer Agreement directly',
  'reason.acceptance-too-old':
    'the customer accepted the Microsoft Customer Agreement before April\u00A01,\u00A02023 and has to accept it again',

  'acceptance.confirmed':
    'The customer was created. The order is placed as soon as the customer has accepted the agreement.',
  'acceptance.title': 'The customer has to accept the agreement',
  'acceptance.text':
    'Nothing can be ordered before a global administrator of the customer has accepted the Microsoft Customer Agreement on this page:',
  'acceptance.old':
    'The customer accepted the Microsoft Customer Agreement on {day}. Acceptances from before April\u00A01,\u00A02023 no longer count: a global administrator of the customer has to accept it again on this page before anything can be ordered:',
  'acceptance.refusal': 'Partner Center did not record the acceptance: {reason}.',
  'acceptance.waiting':
    'The order is waiting. It is placed automatically as soon as Partner Center shows the acceptance.',
  'acceptance.looks': 'Last automatic check: {looked}. Next one: {next}.',
  'acceptance.next': 'Customer Desk checks automatically. Next check: {next}.',
  'acceptance.waitingTitle': 'Waiting for the customer',
  'acceptance.notYet': 'Partner Center does not show the acceptance yet. Checked: {moment}.',
  'acceptance.done': 'The customer has accepted the Microsoft Customer Agreement.',
  'acceptance.placing':
    'The order that waited for it is being placed now. The result will appear in the chat of the person who ordered.',
  'acceptance.review':
    'The customer accepts the Microsoft Customer Agreement directly. You get a link and a text to send. The subscriptions are ordered as soon as the customer has accepted.',
  'acceptance.reviewAlone':
    'Before anything can be ordered later, the customer has to accept the Microsoft Customer Agreement directly. You get a link and a text to send.',
  'acceptance.erased': 'The order that waits for the customer’s acceptance will be given up.',
  'importReview.customerAccepts':
    'The columns about the agreement are not used: each new customer accepts the agreement directly, and its subscriptions are ordered then.',

  'button.customerText': 'Customer email',
  'button.giveUpOrder': 'Cancel order',
  'button.changeOrder': 'Change order',
  'button.practiseAcceptance': 'Practice: accept as the customer',
  'order.givenUp':
    'The order was given up. Nothing was ordered, and what you had chosen is kept as a draft: type “drafts” to continue it.',
  'order.reopened': 'The order is no longer waiting. Here it is: change it and submit it again.',

  'acceptance.mailIntro':
    'Send this to the customer, from your own mailbox. A global administrator there has to accept; nobody else can.',
  // In the customer’s language, whatever the chat’s is.
  'acceptance.subject': '{partner}: please accept the Microsoft Customer Agreement',
  'acceptance.mail':
    '{partner} is your Microsoft partner. Before we can order anything for you, your organization has to accept the Microsoft Customer Agreement.\n\n1. Open this page:\n{link}\n2. Sign in as a global administrator of your organization.\n3. Read the agreement and accept it.',
  'acceptance.mailOld':
    'The Microsoft Customer Agreement has changed. Acceptances from before April\u00A01,\u00A02023 no longer count, so {partner}, your Microsoft partner, cannot order anything for you until your organization has accepted it again.\n\n1. Open this page:\n{link}\n2. Sign in as a global administrator of your organization.\n3. Read the agreement and accept it.',
  'acceptance.account':
    'The administrator account of your new Microsoft tenant is {account}. You get its password separately.',
  'acceptance.thanks': 'Thank you.',
  'acceptance.mailShort':
    'Please open this page, sign in as a global administrator, and accept the Microsoft Customer Agreement:\n{link}',
});
