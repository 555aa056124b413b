import { base } from '../translator.ts';

/** Words of the pages about privacy, terms of use and support. */
export const pagesEn = base({
  'pages.pages': 'Pages',
  'pages.languages': 'Languages',
  'pages.privacy': 'Privacy',
  'pages.terms': 'Terms of use',
  'pages.support': 'Support',
  'pages.title': '{page} – Customer Desk',
  'privacy.who':
    'Customer Desk is software that an organization runs itself, usually yours. Its authors receive nothing: no data and no usage statistics. Those who run it are responsible for the data, and answer questions and requests about it.',
  'privacy.own':
    'This page says what the software does. Only those who run it can say who they are, on what legal basis they do so, and whom to ask: they must publish that themselves, and can have Teams show their own page instead of this one.',
  'privacy.kept': 'What is kept, and where',
  'privacy.where':
    'In the data folder of the machine on which the bot runs, in files that only the bot’s own account can read:',
  'privacy.users':
    'of its users: tenant and user ID, the name shown with a record they added, the language, the chat in which an answer is due, drafts, and what they began in the last days;',
  'privacy.customers':
    'of customers: what was entered about the company, contact and signer, the offers ordered, and how far each step is;',
  'privacy.history':
    'a line of history for each step: who, when, which record, and with which outcome, without the customer’s data;',
  'privacy.consent': 'where Partner Center is connected: the administrator’s consent, as a refresh token;',
  'privacy.rows': 'of a file of customers that a user sends: its rows, while they are being added.',
  'privacy.password': {
    one: 'The password of a customer’s administrator is never kept. It is shown once in the chat, and replaced there {n} minute later.',
    other:
      'The password of a customer’s administrator is never kept. It is shown once in the chat, and replaced there {n} minutes later.',
  },
  'privacy.passwordStays': 'In apps that ignore updates of messages it stays until the chat is deleted.',
  'privacy.goes': 'Where data goes',
  'privacy.microsoft':
    'To Microsoft Teams, which carries the chat, and, where it is connected, to Microsoft Partner Center, which creates the customer. In practice mode nothing is sent to Partner Center.',
  'privacy.oneDrive':
    'A file that a user asks for is put into that user’s own OneDrive, once the user has agreed to it in the chat.',
  'privacy.nobody': 'Nobody else receives anything. Logs contain IDs and times, and nothing that was entered.',
  'privacy.long': 'How long',
  'privacy.drafts': 'Drafts: {days} days after they were last touched.',
  'privacy.ended': 'Submissions and changes that ended: {days} days at most.',
  'privacy.begun': 'The list of what a user began: {days} days.',
  'privacy.unreadable': 'Stored data that could not be read: {days} days.',
  'privacy.imports': 'Rows of a file: {days} days after the last one was added, or after anyone last worked on them.',
  'privacy.records':
    'Customers: until a user who may do so deletes the record. A line of history remains, without the customer’s data.',
  'privacy.backups': 'Backups: as those who run the bot decide.',
  'terms.licence':
    'Customer Desk is free software under the MIT license. It is provided “as is”, without warranty of any kind.',
  'terms.own':
    'Those who run it decide who may use it. If they have terms of their own, those apply as well: they must publish them themselves, and can have Teams show them instead of this page.',
  'terms.use': 'When you use it',
  'terms.allowed': 'Use it only if your organization has allowed you to act for it in Partner Center.',
  'terms.effect':
    'What you submit may create a customer, record an agreement and order subscriptions in your organization’s name. Your organization’s agreements with Microsoft apply to them.',
  'terms.accepted': 'State that a customer has accepted the Microsoft Customer Agreement only when it has.',
  'terms.password':
    'A new customer’s admin password is shown to you once. Hand it over safely, and do not leave it in the chat.',
  'terms.files':
    'A file of customers holds personal data: send only what your organization may process, and keep or delete the files you are given as its rules require.',
  'terms.practice': 'In practice mode the cards say so, and nothing reaches Partner Center.',
  'terms.microsoft': 'Customer Desk is not affiliated with Microsoft.',
  'support.help': 'Type “{help}” in the chat: it lists what you can type at any time.',
  'support.step': 'A step failed',
  'support.stepText':
    'The submission stays visible with the button “{finish}”; nothing is done twice. The message names a correlation ID: give it to your administrator.',
  'support.refused': 'Access is refused',
  'support.refusedText':
    'Those who run the bot list who may use it, and what each person may do. Ask your administrator.',
  'support.silence': 'There is no answer',
  'support.silenceText': 'Type “{hello}”. If nothing comes, tell your administrator.',
  'support.password': 'The password is gone',
  'support.passwordText':
    'It is shown once, and kept nowhere. Set another one: on the customer’s card, where it offers that, or in Partner Center.',
  'support.admin': 'For administrators',
  'support.adminText':
    '{doctor}, run on the bot’s machine, tries the settings, the storage, the sign-in and Partner Center, and says what to fix. Log lines carry the ID that users see.',
  'support.own':
    'Customer Desk is free software without a support contract: those who run it support its users. They must publish themselves whom to contact and how, and can have Teams show that instead of this page.',
});
