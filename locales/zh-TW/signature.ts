import { locale } from '../translator.ts';
import { signatureEn } from '../en/signature.ts';

/** Words beside the values in a signature, a letterhead or a registry entry, and what is said of values taken from them. */
export const signatureZhTW = locale(
  'zh-TW',
  signatureEn,
)({
  'label.companyName': '名稱|企業名稱|商業名稱|單位名稱|公司全名|機構名稱|公司抬頭|抬頭',
  'label.contact': '聯絡人|連絡人|姓名|收件人|承辦人|聯絡窗口|窗口',
  'label.phone': '電話|聯絡電話|連絡電話|辦公電話|市話|公司電話|電話號碼',
  'label.mobile': '手機|手機號碼|行動電話|行動',
  'label.fax': '傳真|傳真號碼',
  'label.organizationPhone': '總機|公司總機|代表號',
  'label.email': '信箱|電子信箱|電子郵件|郵件|電郵',
  'label.website': '網址|網站|官網|公司網址|首頁',
  'label.address': '地址|公司地址|通訊地址|登記地址|公司所在地|營業地址|聯絡地址|所在地',
  'label.registration': '稅籍編號|公司註冊號碼',
  'label.sender': '寄件者|寄件人',
  'label.head': '負責人|代表人|代表人姓名|公司負責人|總經理|董事長',
  'label.other':
    '收件者|副本|主旨|日期|寄件日期|銀行|帳號|統一編號|統編|資本總額|資本額|核准設立日期|登記機關|公司狀況|職稱|部門|LINE|營業項目|登記現況',
  'label.jobTitle':
    '經理|總經理|副總經理|董事長|執行長|總監|主管|主任|部長|專員|助理|工程師|會計|顧問|業務部|採購部|資訊部|行政部|部門|客戶資料|公司資料|聯絡方式|總裁|協理|副理|課長',
  'label.closing': '敬祝商祺|順頌商祺|謝謝|謝謝您|祝好|敬上|此致|順頌時綏',
  'label.honorific': '先生|女士|小姐|經理|總經理|老師',

  'paste.notice': '以下內容取自您貼上的文字，請核對。',
  'paste.notSold': '未填入：{details}。這些資料屬於其他國家/地區（{country}），您無法在當地新增客戶。',
  'paste.otherCountry': '未填入：{details}。這些資料屬於其他國家/地區（{country}），客戶的國家/地區則是：{own}。',
  'paste.otherAddress': '未填入：{details}。當時表單中已有另一個地址。',
  'paste.leftOut': '先前貼上的資料（{country}）：{details}。',
  'paste.otherContact': '未填入：{details}。表單中已有另一位連絡人。',
  'paste.nothingNew': '未填入任何內容。貼上的內容只會填入仍為空白的欄位，且不會與另一個地址或另一位連絡人的資料混用。',
  'paste.wrongNumber': '未填入：{number}。其檢查碼不符合 {type} 的規則。',
  'paste.otherPhones': '未填入：{numbers}。表單中沒有其他電話號碼的欄位。',
  'paste.file': '無法使用此連絡人名片。請改為在此貼上連絡人資料並傳送。',
  'paste.first': '檔案中有多張連絡人名片，僅使用第一張。',
});
