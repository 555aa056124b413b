import { locale } from '../translator.ts';
import { directoryEn } from '../en/directory.ts';

/** Words of finding customers that exist, and of taking the list away. */
export const directoryZhTW = locale(
  'zh-TW',
  directoryEn,
)({
  'button.allCustomers': '所有客戶',
  'button.previousPage': '上一頁',
  'button.export': '匯出',
  'button.exportCustomers': '匯出客戶',
  'button.exportSubscriptions': '匯出訂閱',

  'field.findCustomer': '尋找客戶',
  'field.relationship': '關係',
  'field.subscriptionId': '訂閱識別碼',
  'field.subscription': '訂閱',
  'field.quantity': '數量',
  'field.status': '狀態',
  'field.ofReseller': '轉銷商',

  'directory.findHint': '名稱或網域的一部分',
  'directory.anyReseller': '所有轉銷商和直接客戶',
  'asOf.customers': '客戶清單截至 {moment}。',
  'asOf.subscriptions': '訂閱資料截至 {moment}。',
  'directory.soFar': { other: '目前已讀取 {n} 個客戶，其餘仍在讀取中。請選取「尋找」重新查看。' },
  'directory.stopped': {
    other: '已讀取 {n} 個客戶，之後讀取中斷。請選取「再試一次」，從中斷處繼續。',
  },
  'directory.unlisted': {
    other: '合作夥伴中心的清單中有 {n} 個項目無法讀取，因此這裡缺少這些客戶。',
  },
  'directory.none': '找不到符合條件的客戶。',
  'directory.noHits': '找不到符合條件的客戶。請減少輸入的字，或改用名稱或網域的其他部分。',
  'directory.noneYet': '目前尚未找到。',
  'directory.unfinished': '尚未完成',
  'directory.notRead': '無法讀取客戶',

  'relationship.reseller': '您的客戶',
  'relationship.none': '無',
  'relationship.invited': '已邀請',
  'relationship.advisor': '顧問',
  'relationship.unknown': '不明',

  'status.active': '使用中',
  'status.suspended': '已暫停',
  'status.pending': '待處理',
  'status.expired': '已到期',
  'status.deleted': '已取消',
  'status.disabled': '已停用',
  'status.none': '無',

  'export.found': '將您找到的客戶匯出為可用 Excel 或其他試算表軟體開啟的檔案。',
  'export.all': '將所有客戶匯出為可用 Excel 或其他試算表軟體開啟的檔案。',
  'export.text': '訂閱檔案包含上述每個客戶的訂閱。客戶較多時需要幾分鐘，期間您可以繼續其他操作。',
  'export.customersName': '客戶',
  'export.subscriptionsName': '訂閱',
  'export.notRead': '無法讀取',
  'export.lacking': { other: '有 {n} 個客戶的訂閱無法讀取，已在檔案中註明。' },

  'file.preparing': '正在準備檔案…',
  'file.wait': '檔案稍後會出現在此聊天中。',
  'file.read': '目前已讀取 {n} 個客戶',
  'file.readOf': '目前已讀取 {n} 個客戶，共 {of} 個',
  'file.ready': '檔案已備妥',
  'file.offered': '接受檔案後，檔案會儲存到您的 OneDrive。',
  'file.description': 'Customer Desk 的檔案',
  'file.link': { other: '您可以在 {n} 分鐘內於這部電腦下載：{address}' },
  'file.asRows': '{name}：您的 Teams 版本無法接收 Customer Desk 的檔案。請將下列資料列複製到試算表：',
  'file.notHere':
    '{name}：您的 Teams 版本無法接收 Customer Desk 的檔案，而內容太長，無法放在訊息中。請縮小尋找範圍後再匯出。',
  'file.here': '這是您要的檔案。',
  'file.tooLarge': '檔案太大，無法在此聊天中傳送。請縮小尋找範圍後再匯出，或在 Teams 中使用 Customer Desk。',
  'file.uploading': '正在儲存檔案…',
  'file.saved': '「{name}」已儲存到您的 OneDrive。',
  'file.notSaved': '無法儲存檔案',
  'file.notMade': '無法建立檔案',
  'file.again': '未變更任何資料，請稍後再試一次。',
  'file.gone': '此檔案已不再提供，請重新匯出。',
  'file.declined': '檔案未儲存。您可以隨時重新匯出。',
});
