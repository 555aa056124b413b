import { base } from '../translator.ts';

/** Words of the files that customers are brought in by: other names of columns, what cells may say, what is wrong with them. */
export const spreadsheetEn = base({
  // Headers that people write besides our own, and what cells may say: any of what stands between bars.
  'alias.kind': 'Kind|Type|New or existing|Existing/new|New/existing|New customer',
  'alias.companyName':
    'Company|Customer|Customer name|Organization|Organisation|Organization name|Organisation name|Account name|Business name|Legal name|Company legal name|Client|Client name',
  'alias.domain':
    'Domain|Domain name|Primary domain|Default domain|Tenant domain|Tenant name|Domain prefix|onmicrosoft domain',
  'alias.microsoftId':
    'Tenant ID|Customer tenant ID|Microsoft tenant ID|Microsoft customer ID|Directory ID|Directory (tenant) ID',
  'alias.relationship': 'Relation|Relationship type|Reseller relationship',
  'alias.country': 'Country|Country code|Country or region|Country/region code|Nation',
  'alias.addressLine1': 'Address|Address 1|Street|Street address|Street and number|Address line|Street 1',
  'alias.addressLine2': 'Address 2|Street 2|Suite|Building|Apartment|Unit',
  'alias.city': 'Town|City/Town|Town/City|Locality',
  'alias.state': 'State|Province|County|State or province|State/Region|Province/State|State code',
  'alias.postalCode': 'ZIP|ZIP code|Postal code|Postcode|Post code|ZIP/Postcode|Zip/Postal',
  'alias.culture': 'Language|Customer language|Preferred language|Culture|Locale',
  'alias.registrationNumber':
    'Registration number|Registration ID|Company registration number|Organization registration number|Tax ID|Tax number|VAT number|VAT ID',
  'alias.organizationPhone': 'Company phone|Company phone number|Organization phone number|Business phone|Main phone',
  'alias.qualification': 'Qualification|Special qualification|Kind of customer|Customer type',
  'alias.educationSegment': 'Education level|Segment|School type',
  'alias.website': 'Website|Web site|School website|URL|Homepage',
  'alias.validationCode': 'GCC validation code|Government validation code',
  'alias.gdap': 'GDAP|Default GDAP|Default admin relationship (GDAP)|Admin relationship|Delegated administration',
  'alias.firstName': 'Given name|Forename|First|Contact first name|Primary contact first name',
  'alias.lastName': 'Surname|Family name|Last|Contact last name|Primary contact last name',
  'alias.email': 'Email|E-mail|E-mail address|Mail|Contact email|Contact email address|Primary contact email',
  'alias.phoneNumber':
    'Phone|Telephone|Telephone number|Tel|Tel no|Phone no|Mobile|Mobile phone|Cell|Contact phone|Contact phone number',
  'alias.accepted': 'Accepted|MCA accepted|Accepted MCA|Agreement|MCA|Microsoft Customer Agreement',
  'alias.dateAccepted':
    'Date accepted|Acceptance date|Date of acceptance|Agreement date|MCA date|Accepted on|Accepted date|MCA acceptance date',
  'alias.signerFirstName': 'Signer first name|Signatory first name|Signed by first name',
  'alias.signerLastName': 'Signer last name|Signatory last name|Signed by last name',
  'alias.signerEmail': 'Signer email|Signer email address|Signer’s email|Signatory email',
  'alias.signerPhoneNumber': 'Signer phone|Signer phone number|Signer’s phone|Signatory phone',
  'alias.reseller': 'Reseller|Reseller name|Reseller ID|Reseller MPN ID|MPN ID|MPN|Reseller (MPN ID)',
  'alias.offer':
    'Product|Product name|SKU|SKU name|License|Licence|License type|Licence type|Item|Subscription|Subscription name',
  'alias.billing': 'Billing|Billing cycle|Billing period|Billing plan|Payment|Payment frequency',
  'alias.quantity':
    'Qty|Quantity|Seats|Seat count|Licenses|Licences|License count|Licence count|Number of seats|No of licenses|Count|Users|Number of users',

  'cell.accepted': 'yes|accepted|agreed|✓|✔|☑|√',
  'cell.notAccepted': 'no|not accepted|not yet|pending|declined|n|✗|✘|×|☒',
  'cell.monthly': 'monthly|month|every month|per month|billed monthly',
  'cell.annual': 'annual|annually|yearly|year|every year|per year|billed annually|billed yearly',
  'cell.triennial': 'triennial|every 3 years|three years|billed every 3 years',
  'cell.once': 'once|one time|one-time|upfront|billed once',
  'cell.education': 'education|school|academic',
  'cell.government': 'government|GCC',
  'cell.commercial': 'commercial|business|standard',
  'cell.total': 'total|totals|grand total|sum|subtotal',

  'importReview.faultValue': '{label} “{value}”: {text}',
  'importReview.quoted': '“{text}”',
  'importReview.meant': '“{header}” (did you mean “{label}”?)',
  'importReview.lacking': 'The file lacks columns that its rows need: {columns}.',
  'importReview.totals': {
    one: '{n} row looks like a total and will be skipped',
    other: '{n} rows look like totals and will be skipped',
  },
  'importReview.alike': {
    one: 'The company in {n} row may be in your list or in this file already. The row is not skipped.',
    other: 'The companies in {n} rows may be in your list or in this file already. These rows are not skipped.',
  },
  'importReview.alikeRow': 'Row {row} has the same company name.',
  'importReview.alikeRowNumber': 'Row {row} has the same registration ID.',
  'importReview.askDomains': {
    one: '{n} row has no primary domain name. One made from the company’s name is proposed beside the row. It cannot be changed later.',
    other:
      '{n} rows have no primary domain name. One made from the company’s name is proposed beside each. They cannot be changed later.',
  },
  'importReview.taken': 'Left empty, so the card’s default is used: {values}.',
  'importReview.ignored': 'Not asked for this customer, so not used: {columns}.',
  'importReview.moreFaults': { one: 'And {n} more error', other: 'And {n} more errors' },
  'importReview.askKind': {
    one: '{n} row has details of a new customer, but nothing says whether the customer is new. New or existing?',
    other: '{n} rows have details of new customers, but nothing says whether the customers are new. New or existing?',
  },
  'importReview.saidNew': 'Where a row does not say, the customer is treated as new.',
  'importReview.saidExisting': 'Where a row does not say, the customer is treated as one you already have.',
  'button.templateCsv': 'Template as CSV',
  'field.fileFormat': 'File format',
  'file.xlsx': 'Excel workbook (.xlsx)',
  'file.csv': 'CSV text',
  'button.takeDomains': { one: 'Use the proposed domain', other: 'Use the {n} proposed domains' },
  'button.rowsAreNew': 'They are new',
  'button.rowsExist': 'They already exist',

  'import.fault.unknownHeader':
    'The first row must name the columns, and none of these is known: {found}. Please use the names of the template.',
  'import.fault.lacking': 'A column is missing: {lacking}. These were found: {found}.',
  'import.fault.domainOrId': 'Primary domain name, or Microsoft ID',
  'import.fault.fileType': 'Only .xlsx and CSV files can be read.',
  'import.fault.media':
    'Pictures, recordings and stickers cannot be read. To bring in customers, send an .xlsx or CSV file.',
  'import.fault.workbook':
    'This workbook cannot be read. Save it as .xlsx without a password, or as CSV, and send it again.',
  'import.fault.workbookSize':
    'This workbook contains too much to be read. Save only the list of customers, and send that.',
  'import.fault.askedKind': 'Say whether this customer is new or existing.',
  'import.fault.oneOf': 'Write {either}.',
  'import.fault.countries': 'You cannot sell in this country or region. Possible here: {either}.',
  'import.fault.offer': 'There is no such offer.',
  'import.fault.offerMeant': 'There is no such offer. Did you mean {either}?',
  'import.fault.billing': 'This offer cannot be billed like that. Write {either}.',
  'import.fault.accepted': 'This can mean different things. Write “yes” if the customer has accepted the agreement.',
  'import.fault.notAccepted':
    'Only a customer who has accepted the agreement can be added. Write “yes” when that has happened.',
});
