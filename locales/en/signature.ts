import { base } from '../translator.ts';

/** Words beside the values in a signature, a letterhead or a registry entry, and what is said of values taken from them. */
export const signatureEn = base({
  // What stands before a value, and is not a column's name besides: any of what stands between bars.
  'label.companyName': 'Registered name|Employer|Trading as|Company legal name',
  'label.contact':
    'Contact|Contact person|Contact name|Main contact|Primary contact|Name|Full name|Attn|Attention|Representative',
  'label.phone': 'T|P|Ph|Tel|Phone|Office|Landline|Direct|Direct line|Work|Work phone|Office phone|D|O',
  'label.mobile': 'M|Mob|Mobile|Cell|Cellphone|Cell phone|C|Mobile number',
  'label.fax': 'F|Fax|Facsimile|Fax no|Fax number',
  'label.organizationPhone': 'Switchboard|Main number|Main line|General phone|Reception|Head office phone',
  'label.email': 'E|Email|E-mail|Mail',
  'label.website': 'W|Web|Website|Web site|Site|URL|Homepage|Domain',
  'label.address':
    'A|Address|Registered office|Registered address|Head office|Business address|Office address|Location',
  'label.registration': 'Company registration ID|Tax number',
  'label.sender': 'From',
  'label.head':
    'Director|Directors|Managing director|General director|CEO|Chief executive|Chief executive officer|President|Owner|Founder|Head',
  'label.other':
    'To|Cc|Bcc|Subject|Date|Sent|Reply-To|VAT|VAT no|VAT number|VAT registration number|Company number|Company no|Registration no|Company status|Company type|Incorporated on|Bank|Account number|Sort code|Title|Job title|Position|Role|Department|LinkedIn|Skype|Notes|Industry|Registered in',
  'label.jobTitle':
    'Manager|Director|CEO|CTO|CFO|CIO|COO|Head|President|Owner|Founder|Partner|Administrator|Engineer|Officer|Assistant|Consultant|Analyst|Coordinator|Accountant|Lead|Specialist|Secretary|Supervisor|Principal|Buyer|Procurement|Sales|Support|Department|Team|Office|Headquarters|Customer|Details|Information|Division|Services',
  'label.closing':
    'Best regards|Kind regards|Warm regards|Regards|Best|Best wishes|Many thanks|Thanks|Thank you|Sincerely|Yours sincerely|Yours faithfully|Yours truly|Cheers|Thanks and regards|With kind regards',
  'label.honorific': 'Mr|Mrs|Ms|Miss|Dr|Prof|Sir',

  'paste.notice': 'Taken from what you pasted: please check.',
  'paste.notSold': 'Not filled in: {details}. This is in {country}, where you cannot add customers.',
  'paste.otherCountry': 'Not filled in: {details}. This is in {country}, but the customer’s country is {own}.',
  'paste.otherAddress': 'Not filled in: {details}. The form already had another address.',
  'paste.leftOut': 'Pasted before, in {country}: {details}.',
  'paste.otherContact': 'Not filled in: {details}. The form already has another contact.',
  'paste.nothingNew':
    'Nothing was filled in. Only inputs that are still empty take what you paste, and never a part of another address or another person’s details.',
  'paste.wrongNumber': 'Not filled in: {number}. As {type}, its check digit does not match.',
  'paste.otherPhones': 'Not filled in: {numbers}. The form has no input for another phone number.',
  'paste.file': 'This contact card cannot be used. Paste the contact’s details here as a message instead.',
  'paste.first': 'The file has several contact cards. Only the first was used.',
});
