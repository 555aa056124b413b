import { locale } from '../translator.ts';
import { pagesEn } from '../en/pages.ts';

/** Words of the pages about privacy, terms of use and support. */
export const pagesZhTW = locale(
  'zh-TW',
  pagesEn,
)({
  'pages.pages': '頁面',
  'pages.languages': '語言',
  'pages.privacy': '隱私權',
  'pages.terms': '使用條款',
  'pages.support': '支援',
  'pages.title': '{page} | Customer Desk',
  'privacy.who':
    'Customer Desk 是由組織（通常是貴組織）自行執行的軟體。軟體作者不會收到任何內容，包括資料與使用統計。執行此軟體的組織負責這些資料，並回覆相關的問題與要求。',
  'privacy.own':
    '本頁說明此軟體的運作方式。由誰執行、法律依據為何、應向誰洽詢，只有執行此軟體的組織才能說明：該組織必須自行公布，也可以設定讓 Teams 顯示自己的頁面來取代本頁。',
  'privacy.kept': '儲存的內容與位置',
  'privacy.where': '儲存在機器人所在電腦的專用資料夾中，其中的檔案只有機器人本身的帳戶可以讀取：',
  'privacy.users':
    '使用者：租用戶與使用者識別碼、在其新增的記錄上顯示的名稱、語言、待回覆的聊天、草稿，以及最近幾天的操作；',
  'privacy.customers': '客戶：輸入的公司、連絡人與簽署人資料、訂購的供應項目，以及每個步驟的進度；',
  'privacy.history': '每個步驟的一筆歷程記錄：何人、何時、哪筆記錄、結果為何，不含客戶資料；',
  'privacy.consent': '連線至合作夥伴中心時：系統管理員的同意（重新整理權杖）；',
  'privacy.rows': '使用者傳送的客戶檔案：新增期間會保留其中的資料列。',
  'privacy.password': {
    other: '客戶系統管理員的密碼絕不會儲存。密碼只會在聊天中顯示一次，並在 {n} 分鐘後從聊天中移除。',
  },
  'privacy.passwordStays': '在不會更新訊息的應用程式中，密碼會一直留在聊天裡，直到聊天被刪除為止。',
  'privacy.goes': '資料的去向',
  'privacy.microsoft':
    '傳送至承載聊天的 Microsoft Teams；若已連線至 Microsoft 合作夥伴中心，也會傳送至該處以建立客戶。在練習模式中，不會將任何內容傳送至合作夥伴中心。',
  'privacy.oneDrive': '使用者要求的檔案，會在使用者於聊天中同意後，放入其本人的 OneDrive。',
  'privacy.nobody': '除此之外，沒有任何人會收到資料。記錄檔只包含識別碼與時間，不含任何輸入的內容。',
  'privacy.long': '保留時間',
  'privacy.drafts': '草稿：最後一次變更後 {days} 天。',
  'privacy.ended': '已結束的新增作業與變更：最長 {days} 天。',
  'privacy.begun': '使用者的操作清單：{days} 天。',
  'privacy.unreadable': '無法讀取的已儲存資料：{days} 天。',
  'privacy.imports': '檔案中的資料列：最後一列新增後 {days} 天，或無人繼續處理後 {days} 天。',
  'privacy.records': '客戶：直到有權限的使用者刪除記錄為止。之後仍會保留一筆歷程記錄，不含客戶資料。',
  'privacy.backups': '備份：由執行機器人的組織決定。',
  'terms.licence': 'Customer Desk 是採用 MIT 授權條款的自由軟體，依現狀提供，不附帶任何形式的保證。',
  'terms.own':
    '由執行此軟體的組織決定誰可以使用。如果該組織有自己的條款，也一併適用：該組織必須自行公布，也可以設定讓 Teams 顯示其條款來取代本頁。',
  'terms.use': '使用時',
  'terms.allowed': '只有在貴組織允許您代表組織在合作夥伴中心執行操作時，才能使用。',
  'terms.effect': '您送出的內容可能會以貴組織的名義建立客戶、記錄合約並訂購訂閱，並適用貴組織與 Microsoft 簽訂的合約。',
  'terms.accepted': '只有在客戶確實已接受 Microsoft 客戶合約時，才能註明其已接受。',
  'terms.password': '新客戶的系統管理員密碼只會向您顯示一次。請以安全的方式交付，不要將密碼留在聊天中。',
  'terms.files': '客戶檔案包含個人資料：請只傳送貴組織有權處理的內容，並依貴組織的規定保存或刪除您收到的檔案。',
  'terms.practice': '在練習模式中，卡片上會註明，且不會有任何內容傳送至合作夥伴中心。',
  'terms.microsoft': 'Customer Desk 與 Microsoft 沒有關聯。',
  'support.help': '在聊天中輸入「{help}」，即可查看隨時可以輸入的指令。',
  'support.step': '某個步驟失敗',
  'support.stepText':
    '未完成的作業會保留在聊天中，並附有「{finish}」按鈕，任何動作都不會重複執行。訊息中有相互關聯識別碼，請提供給您的系統管理員。',
  'support.refused': '存取遭到拒絕',
  'support.refusedText': '誰可以使用機器人以及各自的權限，由執行機器人的組織設定。請洽詢您的系統管理員。',
  'support.silence': '沒有任何回應',
  'support.silenceText': '輸入「{hello}」。如果仍然沒有回應，請告知您的系統管理員。',
  'support.password': '密碼已不再顯示',
  'support.passwordText':
    '密碼只會顯示一次，且不會儲存在任何地方。請設定新密碼：在客戶的卡片上（如果有此按鈕），或在合作夥伴中心。',
  'support.admin': '系統管理員須知',
  'support.adminText':
    '在機器人所在的電腦上執行 {doctor}，即可檢查設定、儲存空間、登入與合作夥伴中心，並得知需要修正之處。記錄檔中含有使用者所看到的識別碼。',
  'support.own':
    'Customer Desk 是沒有支援合約的自由軟體，由執行此軟體的組織為使用者提供支援。洽詢對象與方式必須由該組織自行公布，也可以設定讓 Teams 顯示該資訊來取代本頁。',
});
