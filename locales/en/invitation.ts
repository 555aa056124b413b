import { base } from '../translator.ts';

/** Words of inviting customers who have a Microsoft tenant already. */
export const invitationEn = base({
  'field.invitation': 'Text of the email',
  'field.mailLanguage': 'Language of the email',
  'field.mailCompany': 'Customer’s company',
  'field.mailTo': 'Customer’s email address',

  'button.updateText': 'Update the text',
  'button.openMail': 'Open in email',
  'button.showPlain': 'Show as plain text',

  'invite.title': 'Invite an existing customer',
  'invite.intro':
    'A customer who already has a Microsoft tenant is not created again, but asked by email for a reseller relationship. A global administrator of the customer accepts it. The customer must be in a country or region where you can sell.',
  'invite.noteReseller': 'The link asks for two relationships at once: with you, and with your indirect provider.',
  'invite.noteRights': 'The link does not ask for administrator rights (GDAP): these are requested separately.',
  'invite.noLink':
    'No link is set up. Copy it in Partner Center under Customers, “Request a reseller relationship”, and ask the administrator of Customer Desk to enter it.',
  'invite.fault': 'Partner Center did not provide a link: {reason}.',
  'invite.elsewhere': 'You can copy the link in Partner Center under Customers, “Request a reseller relationship”.',
  'invite.unchanged': 'Copy the whole text. The link works only if it is not changed. What you enter here is not kept.',
  'customerMail.copied': 'Copy the whole text. What you enter here is not kept.',
  'invite.mailUnopened': 'If “Open in email” opens nothing, your client blocks such links: copy the text.',
  'invite.mailShortened':
    '“Open in email” opens a shorter text, because such a link cannot hold the whole. If it opens nothing, copy the text.',
  'invite.mailTooLong': 'The text is too long to be opened in email. Please copy it.',

  // In the customer’s language, whatever the chat’s is.
  'invite.subject': '{partner}: request for a reseller relationship',
  'invite.greeting': 'Hello,',
  'invite.greetingCompany': 'Hello {company},',
  'invite.mail':
    'Please authorize {partner} to be your reseller for Microsoft cloud services.\n\n1. Check that your company’s profile is complete.\n2. Open this link and accept:\n{link}\n\nA global administrator of your organization has to do this in the {center}.\n\nThank you.',
  'invite.mailReseller':
    'Please authorize {partner} to be your reseller for Microsoft cloud services, together with the indirect provider that {partner} works with.\n\n1. Check that your company’s profile is complete.\n2. Open this link and accept both relationships:\n{link}\n\nA global administrator of your organization has to do this in the {center}.\n\nThank you.',
  'invite.mailShort':
    'Hello,\n\n{partner} asks you for a reseller relationship. A global administrator of your organization can accept it here:\n{link}\n\nThank you.',
  'invite.center': 'Microsoft 365 admin center',
  'invite.centerChina': 'Microsoft 365 admin center operated by 21Vianet',

  'button.welcomeText': 'First steps',
  'welcome.intro': 'Send this to the customer, from your own mailbox. The password is not in it: give it separately.',
  // In the customer’s language, whatever the chat’s is.
  'welcome.subject': '{partner}: your new Microsoft account',
  'welcome.mail':
    '{partner} has set up a Microsoft tenant for you: {domain}\n\nAdministrator account: {account}\nYou get its password separately.\n\nFirst steps:\n1. Open this page and sign in with that account:\n{link}\n2. If you are asked for a new password, choose one that only you know.\n3. Set up multifactor authentication when you are asked to.\n4. Add your people under Users, and assign them licenses.',
  'welcome.mailShort':
    'Your administrator account is {account}. You get its password separately. Sign in here:\n{link}',
});
