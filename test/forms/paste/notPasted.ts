/** Texts that are typed or pasted into the chat and must never begin a customer. */
export const notPasted: Readonly<Record<string, string>> = {
  'a question with a name and a number':
    'Can you call Ana Lima at Contoso Ltd, +1 425 555 0100, about ana@contoso.example?',
  'a sentence with a company and an address':
    'Please add Contoso Ltd in Seattle, WA 98101, the contact is ana.lima@contoso.example.',
  'a request of two sentences':
    'Contoso Ltd needs 25 licenses. Please write to ana.lima@contoso.example or call +1 425 555 0100.',
  'a list of offers':
    'Microsoft 365 Business Premium\t25\tannual\nMicrosoft 365 E3\t10\tmonthly\nVisio Plan 2\t3\tannual',
  'a list of offers by lines':
    '25 x Microsoft 365 Business Premium\n10 x Microsoft 365 E3\n3 x Visio Plan 2\nbilled monthly, please',
  'a list of names': 'Contoso Ltd\nFabrikam Inc\nTailspin GmbH\nNorthwind LLC',
  'a list of mail addresses': 'ana@contoso.example\nbruno@fabrikam.example\ncarla@tailspin.example',
  'rows of customers':
    'Contoso Ltd\tana@contoso.example\t+1 425 555 0100\tSeattle\tWA\nWingtip Inc\tbo@wingtip.example\t+1 425 555 0101\tPortland\tOR',
  'rows of customers in Chinese':
    '青山软件有限公司\t王伟\t13812345678\twang@qingshan.example\n鹭岛贸易有限公司\t李娜\t13912345678\tli@ludao.example',
  'a to-do list':
    'Call Ana Lima\nOrder 25 licenses for Contoso Ltd\nSend invoice 20250302 to Seattle\nMeeting at 10:00',
  'an error message':
    'Error 600002: The registration ID is not valid.\nCorrelation ID: 3b33e682-00c3-41ee-9dd2-a548adf56438\nTime: 2026-03-02 10:15:00\nRequest: POST /v1/customers',
  'a command in several lines': 'add customer\ncontoso\n25 e3',
  'a mail without a signature':
    'Hi Robin,\nwe would like to have 25 licenses of Business Premium from next week on.\nCould you tell us what that costs per year?\nThanks\nAna',
  'a Russian request':
    'Добрый день!\nПодключите, пожалуйста, ООО «Ромашка», нужно 25 лицензий.\nКонтакт Иван, телефон сообщу позже.\nСпасибо',
  'a Russian sentence':
    'Добавьте клиента ООО «Ромашка», ИНН 1234567894, телефон +7 495 123-45-67, почта info@romashka.example.',
  'a Chinese sentence': '请帮青山软件有限公司的王伟开通账号，电话13812345678，邮箱wei.wang@qingshan.example。',
  'a Taiwanese question':
    '藍天科技股份有限公司的電話是 02-2345-6789 嗎？請問可以寄到 meiling.chen@lantian.example 嗎？',
  'an address alone': '100 Main Street\nSuite 400\nSeattle, WA 98101',
  'a name and a number': 'Ana Lima\n+1 425 555 0100',
  'a date, a time and a place': 'Monday, March 2, 2026\n10:15 AM\nRoom 98101\nSeattle',
  'a piece of code':
    "const customer = { name: 'Contoso Ltd', mail: 'ana@contoso.example' };\nawait add(customer);\nreturn customer.id;\n// +1 425 555 0100",
  'a page of news':
    'Contoso opens a new office in Berlin.\nThe company, founded in 1999, has 250 employees in 12 countries and sells its products worldwide.\nRead more at https://www.contoso.example/news and write to press@contoso.example.',
  'an order with an address':
    'Order 4711\nContoso Ltd\n25 x Microsoft 365 E3\nShip to: 100 Main Street, Seattle, WA 98101\nTotal: $1,250.00\nContact: orders@contoso.example',
  'numbers of a spreadsheet': '10115\t25\t12.5\t2026-03-02\n98101\t30\t14.5\t2026-03-03',
  'an empty text': ' \n\t\n ',
  'a card that names nobody': 'BEGIN:VCARD\nVERSION:3.0\nTEL:+1 425 555 0100\nEND:VCARD',
};
