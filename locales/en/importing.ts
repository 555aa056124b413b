import { base } from '../translator.ts';

/** Words of bringing in many customers by a file. */
export const importingEn = base({
  // Headers and cells of a file: what comes after a bar is understood too.
  'column.kind': 'Existing or new|Kind|Type',
  'column.relationship': 'Relationship|Relationship type',
  'column.accepted': 'Agreement accepted|The customer has accepted the latest Microsoft Customer Agreement',
  'column.signerFirstName': 'Signer’s first name',
  'column.signerLastName': 'Signer’s last name',
  'column.signerEmail': 'Signer’s email address',
  'column.signerPhoneNumber': 'Signer’s phone number',
  'column.offer': 'Offer|Offer ID|Offer name',
  'column.reason': 'Reason',
  'cell.new': 'new|add',
  'cell.existing': 'existing|present',
  'cell.yes': 'yes|y|✓|✔|☑|√',
  'cell.no': 'no|n|✗|✘|×|☒',
  'cell.none': 'none|no',
  'cell.reseller': 'reseller|cloud reseller|reseller relationship',
  'cell.invited': 'invited|invitation sent',

  'command.importCustomers': 'import|import customers|import csv|upload customers',
  'help.importCustomers': 'Add many customers from an Excel or CSV file',
  'button.importCustomers': 'Import',
  'button.check': 'Check',
  'button.template': 'Template',
  'button.faultyRows': 'Rows with errors',
  'button.failedRows': 'Rows not imported',
  'button.stopImport': 'Stop',
  'field.csv': 'Paste the rows here, with their header',

  'import.title': 'Import customers',
  'import.intro':
    'Add many customers from one file. New ones are submitted one by one, existing ones are added to your list. Before anything is submitted, you see what is wrong in each row.',
  'import.how': 'Fill in the template, then send it in this chat as a file, or paste its rows with the header here.',
  'import.limits': 'At most {rows} rows and {mb} MB per file.',
  'import.limitNew': 'At most {n} new customers per file.',
  'import.example': 'Contoso|1 Main Street|Redmond|Ana|Lima|WA',
  'import.templateName': 'customers-template',
  'import.failedName': 'customers-not-imported',
  'import.gone': 'This import is no longer here. Send the file again if you need it.',
  'import.dropped': 'Nothing was imported.',
  'import.replaced': 'This file replaces the one you sent before, which was not submitted.',
  'import.oneFile': 'Only “{file}” was taken from your message. Please send the other files one at a time.',
  'import.beside': 'Your message also had text, which was not used. Please send the text as a message of its own.',
  'import.runsAlready': 'This import is already running.',
  'import.stopping': 'The import stops when the rows in progress are finished.',
  'import.noFile': 'Every row was handled. There is nothing to send again.',

  'importReview.title': 'Check the file',
  'importReview.pasted': 'Pasted text',
  'importReview.file': 'File',
  'importReview.first': 'First entry',
  'importReview.new': { one: '{n} new customer will be submitted', other: '{n} new customers will be submitted' },
  'importReview.existing': {
    one: '{n} existing customer will be added to your list',
    other: '{n} existing customers will be added to your list',
  },
  'importReview.there': {
    one: '{n} customer is already in your list and will be skipped',
    other: '{n} customers are already in your list and will be skipped',
  },
  'importReview.faulty': {
    one: '{n} row needs correction and will be skipped',
    other: '{n} rows need correction and will be skipped',
  },
  'importReview.remarks': {
    one: '{n} row that begins with # will be skipped',
    other: '{n} rows that begin with # will be skipped',
  },
  'importReview.unused': {
    one: '{n} column is not used: {columns}.',
    other: '{n} columns are not used: {columns}.',
  },
  'importReview.dates': '{typed} is read as {day}.',
  'importReview.passwords':
    'The admin account and password of each new customer are shown once, on cards in this chat, as soon as the customer is added. They are not saved in any file. Have a safe place for them ready.',
  'importReview.practiceCards': 'Practice mode: cards are shown for the first {n} customers only.',
  // Patterns of a row with its number, which is #, between bars.
  'importReview.rowWords': '\\brow#|\\brow (?:no\\.?)?#|\\brow number#|\\bline#',
  'importReview.noRow': 'There is no row {row} in this file.',
  'importReview.noFaults': 'The check found no errors in this row.',
  'importReview.leaveOut':
    'To leave a row out, take it out of the file and send the file again: nothing has been submitted yet. Rows with errors, and customers already in your list, are left out anyway.',
  'importReview.back': 'Back to the review',
  'importReview.page': 'Page {n} of {m}',
  'importReview.row': 'Row {row}: {name}',
  'importReview.fault': '{label}: {text}',
  'importReview.unnamed': 'unnamed',
  'rowState.faulty': 'errors',
  'rowState.there': 'already in your list',
  'rowState.ready': 'ready',
  'rowState.added': 'added',
  'rowState.recorded': 'added to your list',
  'rowState.failed': 'not imported',
  'rowState.unfinished': 'not finished yet',
  'rowState.stopped': 'not started',

  'credentials.title': { one: 'Account of {n} new customer', other: 'Accounts of {n} new customers' },
  'credentials.once': {
    one: 'Copy and store these passwords now. They disappear when you press “Done”, or {n} minute after the import has ended at the latest, and cannot be shown again.',
    other:
      'Copy and store these passwords now. They disappear when you press “Done”, or {n} minutes after the import has ended at the latest, and cannot be shown again.',
  },
  'credentials.blanked': 'The passwords are no longer shown.',
  'credentials.stored': 'Done. The customers are in your list.',

  'importProgress.title': 'Importing…',
  'importProgress.over': 'Import',
  'importProgress.done': 'Rows done: {done} of {all}',
  'importDone.title': 'The import is finished',
  'importDone.stopped': 'The import was stopped',
  'importDone.added': { one: '{n} customer added', other: '{n} customers added' },
  'importDone.recorded': {
    one: '{n} existing customer added to your list',
    other: '{n} existing customers added to your list',
  },
  'importDone.there': {
    one: '{n} customer was already in your list',
    other: '{n} customers were already in your list',
  },
  'importDone.failed': { one: '{n} row was not imported', other: '{n} rows were not imported' },
  'importDone.unfinished': { one: '{n} row is not finished yet', other: '{n} rows are not finished yet' },
  'importDone.notBegun': { one: '{n} row was not started', other: '{n} rows were not started' },
  'importDone.again': {
    one: 'Correct the rows that were not imported and send them again; nothing is added twice. They are kept here for {n} day.',
    other:
      'Correct the rows that were not imported and send them again; nothing is added twice. They are kept here for {n} days.',
  },
  'importDone.invite': 'Send the invitation to existing customers that have no relationship with you yet.',

  'import.fault.header':
    'This could not be read as a list of customers. The first row must name the columns, Company name and Primary domain name among them. Please use the template.',
  'import.fault.quote': 'From row {row} on, a quotation mark is not closed.',
  'import.fault.twice': 'The column “{label}” appears twice.',
  'import.fault.empty': 'There are no rows below the header.',
  'import.fault.rows': 'There are too many rows. A file can have at most {n}.',
  'import.fault.size': 'The file is too large. It can have at most {n} MB.',
  'import.fault.encoding':
    'The characters of this file cannot be read. Please save it as “CSV UTF-8” and send it again.',
  'import.fault.fetch': 'The file could not be fetched. Please send it again, or paste its rows.',
  'import.fault.host':
    'Files from this location are not accepted. Please send the file in this chat, or paste its rows.',
  'import.fault.cells':
    'This row has more cells than there are columns. Text that contains the delimiter needs quotation marks.',
  'import.fault.country': 'You cannot sell in this country or region.',
  'import.fault.choice': 'This is not one of the possible values.',
  'import.fault.reseller': 'Enter the MPN ID or the name of one of your resellers, or “none”.',
  'import.fault.noSuchDay': 'There is no such day.',
  'import.fault.domainProposed': 'Fill this in. “{prefix}” would fit.',
  'import.fault.date': 'Write the date like 2026-03-31.',
  'import.fault.lines': 'A customer can have at most {n} offers in a file.',
  'import.fault.domain': 'This is not a domain name.',
  'import.fault.unidentified': 'Enter the customer’s domain or Microsoft ID.',
  'import.fault.microsoftId': 'This is not a Microsoft ID, such as 00000000-0000-4000-8000-000000000001.',
  'import.fault.sameRow': 'The same customer is in row {row}.',
  'import.fault.tooManyNew': 'A file can have at most {n} new customers. Please put this row into another file.',
  'import.fault.stopped': 'The import was stopped before this row.',
  'import.fault.halfMade':
    'Partner Center seems to have started creating this customer: its domain name is taken now. Correct this row and send it again to complete the customer.',
  'import.fault.unfinished': 'Not finished yet: {reason}. Use “Finish”, or send this row again.',
});
