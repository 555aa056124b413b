import { base } from '../translator.ts';

/** Words of finding customers that exist, and of taking the list away. */
export const directoryEn = base({
  'button.allCustomers': 'All customers',
  'button.previousPage': 'Previous page',
  'button.export': 'Export',
  'button.exportCustomers': 'Export customers',
  'button.exportSubscriptions': 'Export subscriptions',

  'field.findCustomer': 'Find a customer',
  'field.relationship': 'Relationship',
  'field.subscriptionId': 'Subscription ID',
  'field.subscription': 'Subscription',
  'field.quantity': 'Quantity',
  'field.status': 'Status',
  'field.ofReseller': 'Reseller',

  'directory.findHint': 'Name or domain',
  'directory.anyReseller': 'All customers',
  'asOf.customers': 'Customers as of {moment}.',
  'asOf.subscriptions': 'Subscriptions as of {moment}.',
  'directory.soFar': {
    one: '{n} customer is loaded so far; the others are still loading. Press “Find” to look again.',
    other: '{n} customers are loaded so far; the others are still loading. Press “Find” to look again.',
  },
  'directory.stopped': {
    one: '{n} customer was loaded, then loading stopped. “Try again” continues from there.',
    other: '{n} customers were loaded, then loading stopped. “Try again” continues from there.',
  },
  'directory.unlisted': {
    one: '{n} entry of Partner Center’s list could not be read, so a customer is missing here.',
    other: '{n} entries of Partner Center’s list could not be read, so customers are missing here.',
  },
  'directory.none': 'No customer found.',
  'directory.noHits': 'No customer found. Try fewer letters, or another part of the name or domain.',
  'directory.noneYet': 'None found yet.',
  'directory.unfinished': 'Not finished',
  'directory.notRead': 'The customers could not be loaded',

  'relationship.reseller': 'Your customer',
  'relationship.none': 'None',
  'relationship.invited': 'Invited',
  'relationship.advisor': 'Advisor',
  'relationship.unknown': 'Unknown',

  'status.active': 'Active',
  'status.suspended': 'Suspended',
  'status.pending': 'Pending',
  'status.expired': 'Expired',
  'status.deleted': 'Canceled',
  'status.disabled': 'Disabled',
  'status.none': 'None',

  'export.found': 'The customers you found, as a file for Excel or another spreadsheet.',
  'export.all': 'All customers, as a file for Excel or another spreadsheet.',
  'export.text':
    'The subscriptions file lists the subscriptions of each of these customers. With many customers this takes a few minutes; you can keep working in the meantime.',
  'export.customersName': 'customers',
  'export.subscriptionsName': 'subscriptions',
  'export.notRead': 'could not be loaded',
  'export.lacking': {
    one: 'The subscriptions of {n} customer could not be loaded. It is marked in the file.',
    other: 'The subscriptions of {n} customers could not be loaded. They are marked in the file.',
  },

  'file.preparing': 'Preparing the file…',
  'file.wait': 'It will appear in this chat in a moment.',
  'file.read': 'Customers loaded so far: {n}',
  'file.readOf': 'Customers loaded so far: {n} of {of}',
  'file.ready': 'The file is ready',
  'file.offered': 'Accept the file to save it to your OneDrive.',
  'file.description': 'File from Customer Desk',
  'file.link': {
    one: 'It can be downloaded on this machine for {n} minute: {address}',
    other: 'It can be downloaded on this machine for {n} minutes: {address}',
  },
  'file.asRows': '{name}: your version of Teams does not accept files from bots. Copy these rows into a spreadsheet:',
  'file.notHere':
    '{name}: your version of Teams does not accept files from bots, and the file is too long for a message. Please narrow your search and export again.',
  'file.here': 'Here is the file.',
  'file.tooLarge':
    'The file is too large for this chat. Narrow your search and export again, or use Customer Desk in Teams.',
  'file.uploading': 'Saving the file…',
  'file.saved': '{name} was saved to your OneDrive.',
  'file.notSaved': 'The file could not be saved',
  'file.notMade': 'The file could not be created',
  'file.again': 'Nothing was changed. Please try again in a moment.',
  'file.gone': 'This file is no longer available. Please export it again.',
  'file.declined': 'The file was not saved. You can export it again at any time.',
});
