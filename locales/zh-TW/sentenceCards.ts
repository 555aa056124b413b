import { locale } from '../translator.ts';
import { sentenceCardsEn } from '../en/sentenceCards.ts';

/** Answers to typed sentences in Traditional Chinese. */
export const sentenceCardsZhTW = locale(
  'zh-TW',
  sentenceCardsEn,
)({
  'sentence.whichCustomer': '您指的是哪一個客戶？',
  'sentence.oneFirst': '提到了多個客戶。先處理哪一個？',
  'sentence.nearest': '不是每個字詞我都看得懂，以下是最接近的結果。',
  'wish.asDraft': '複製為新客戶',
  'wish.sameOrder': '和上次一樣',
  'sentence.didYouMean': '您是想說下面哪一項？',
  'sentence.nothingDone': '好的，不做任何變更。',
  'sentence.outside': '這件事我在這裡辦不到。',
  'sentence.outsideHint': '我可以把客戶新增到合作夥伴中心，並管理客戶及其訂閱。',
  'sentence.oneWish': '請一次只寫一項需求。',
  'sentence.twoWishes': '這裡有兩個需求，要先處理哪一個？',
  'sentence.twoWishesHint': '每個按鈕會開啟各自的卡片，另一個會留在這裡。',
  'sentence.wishFor': '給 {name} {wish}',
  'sentence.isWider':
    '清單無法這樣篩選或排序，因此顯示所有客戶。您可以依公司名稱、網域或 Microsoft ID 搜尋，也可以用「{title}」取得客戶或所有訂閱的檔案，在其中篩選。',
  'sentence.unclearNumber': '無法確定 {n} 是變更後的總數，還是要增加或減少的數量。沒有代為填入，請自行輸入數量。',
  'sentence.isMore': '{n} 多於目前的數量（{now}）。',
  'sentence.isFewer': '{n} 少於目前的數量（{now}）。',
  'sentence.noMarket': '您無法在 {country} 新增客戶。',
  'sentence.historyWhere':
    '每個客戶都有各自的歷程記錄。請開啟客戶並選擇「{title}」，或連同名稱一起輸入：「contoso 的歷程記錄」。',
  'sentence.whichOffer': '您指的是哪一個供應項目？',
  'sentence.whichSubscription': '您指的是哪一個訂閱？',
  'sentence.showAll': '全部顯示',
  'sentence.nothingFound': '找不到結果',
  'sentence.noCustomer': '找不到與「{name}」相符的客戶。',
  'sentence.foundBy': '可依公司名稱、網域或 Microsoft ID 尋找客戶，不能依城市或連絡人尋找。',
  'sentence.forWhom': '請連同客戶名稱一起輸入，例如「幫 contoso 訂 5 個 business premium」。',
  'sentence.noOffer': '找不到與「{name}」相符的供應項目。',
  'sentence.formOpen': '還有一張卡片未填完。您輸入的是答案，還是要搜尋客戶？',
  'sentence.formHint': '您可以繼續填寫上方的卡片。已輸入的內容都會保留。',
  'sentence.findNamed': '搜尋客戶',
  'sentence.choose': '選擇',
  'sentence.examples':
    '您也可以直接輸入：客戶名稱（「contoso」）、「新增客戶 Contoso」、「幫 contoso 訂 5 個 business premium」、「contoso 的訂閱」、「什麼是 GDAP？」。這只會開啟對應的卡片，由您確認。',
  'sentence.short': '也可以直接輸入您的需求：「contoso」、「幫 contoso 訂 5 個 business premium」、「什麼是 GDAP？」。',
  'typed.waits': '在您選取卡片上的按鈕之前，不會執行任何動作；卡片會保持原樣。如果內容有誤，請直接輸入正確的內容。',
  'typed.press': '輸入文字不會訂購、變更或刪除任何內容。如要執行，請選取卡片上的「{title}」。',
  'typed.pressFilled': '卡片中填寫的內容只會隨按鈕送出：請填寫後選取「{title}」。',
  'typed.filled': '已填入：{value}。請檢查卡片。',
  'typed.emptied': '已清空：{value}。請檢查卡片。',
  'typed.noPlan': '購物車中的供應項目都沒有這種計費方式或期限。',
  'typed.needed': '「{label}」必須填寫。',
  'typed.optional': '「{label}」可以不填。',
  'typed.notAsked': '這裡不需要填寫「{label}」。',
  'typed.tick': '如果客戶已接受合約，請在卡片上勾選「{title}」：這一步只能由您完成。',
  'sentence.noRepeat': '您還沒有可以重複的訂單或變更。',
  'sentence.againWhom': '請寫明是為哪個客戶，例如：「給 contoso 也來一份」。',
  'sentence.alikeWhom': '請先寫出要訂購的客戶名稱，再寫「比照 {name}」。',
  'sentence.hasNothing': '{name} 沒有可以照樣訂購的訂閱。',
  'typed.noMore': '沒有更多內容了。',
  'typed.anew': '「{label}」應該是什麼？請在卡片上修改，或直接寫在這裡。',
  'typed.kept': '已保留，稍後的卡片會用到：{value}。',
  'typed.notHere': '這張卡片上沒有：{value}。',

  'sentence.nothingToRepeat': '目前還沒有可以重複的訂單或變更。請選擇要為這個客戶做什麼。',
  'smallTalk.rude': '很抱歉造成您的困擾。請告訴我您需要什麼，或在這裡選擇。',
  'smallTalk.identity': '我是 Customer Desk，是機器人，不是真人。我協助您新增及管理合作夥伴中心的客戶。',
  'smallTalk.wellbeing': '一切都好，謝謝。接下來要做什麼？',
  'smallTalk.bye': '再見。已輸入的內容都會保留。',
  'smallTalk.thanks': '不客氣。',
  'smallTalk.sorry': '沒關係。已輸入的內容都會保留。',
  'smallTalk.ok': '好的。請選擇接下來要做的事。',

  'topic.gdap': 'GDAP',
  'glossary.gdap':
    '細微委派系統管理員權限：您管理客戶租用戶所用的權限，僅限特定角色與期間。權限由客戶核准，客戶也可以終止。',
  'topic.mpnId': 'MPN ID',
  'glossary.mpnId':
    '合作夥伴在 Microsoft 合作夥伴計畫中的編號，也稱為合作夥伴識別碼。訂單會註明間接轉銷商的編號，讓 Microsoft 知道是誰銷售的。',
  'topic.microsoftId': 'Microsoft ID',
  'glossary.microsoftId':
    '客戶租用戶的識別碼，由 32 個數字與字母組成，例如 00000000-0000-4000-8000-000000000001。客戶的卡片上會顯示；在這裡輸入即可找到客戶。',
  'topic.tenant': '租用戶',
  'glossary.tenant': '客戶在 Microsoft 的專屬目錄，包含使用者、訂閱與網域。新增客戶時會建立一個租用戶。',
  'topic.qualification': '特殊資格',
  'glossary.qualification':
    '學校與政府機關經 Microsoft 確認資格後，可以購買專屬的供應項目。其他客戶都是商業客戶，不需要資格。',
  'topic.reseller': '間接轉銷商',
  'glossary.reseller':
    '透過間接提供者銷售的合作夥伴。間接提供者向 Microsoft 訂購並選擇轉銷商；直接計費合作夥伴則自行訂購與開立帳單。',
  'topic.agreement': 'Microsoft 客戶合約（MCA）',
  'glossary.agreement':
    '客戶與 Microsoft 之間的合約：由客戶接受，不是由您接受。客戶必須先接受合約才能訂購。表單詢問時，請填寫由誰接受，以及接受的日期，不是填表的日期。',
  'topic.domain': '主要網域',
  'glossary.domain':
    '租用戶的第一個位址，例如 contoso.onmicrosoft.com，且不能已被使用。留空時會依公司名稱產生。新增客戶之後，無法在這裡變更。客戶自己的網域可以稍後在 Microsoft 新增。',
  'topic.term': '期限',
  'glossary.term': '購買訂閱的期間，例如一個月或一年。期限結束時，訂閱會依所選方式續約、變更或終止。',
  'topic.billing': '帳單週期',
  'glossary.billing':
    '訂閱期限內多久計費一次：每月、每年或一次，視供應項目而定；訂單的每一行可以各自選擇。Microsoft 向合作夥伴收費，不向客戶收費；增加的授權從當天計費到期限結束。各種方式的價格請到合作夥伴中心查看。',
  'topic.addOn': '附加元件',
  'glossary.addOn': '必須與另一個供應項目（基礎項目）一起使用的供應項目，例如通話方案。基礎項目要先訂購或一起訂購。',
  'topic.license': '授權',
  'glossary.license': '一位使用者使用供應項目的權利，也稱為席位。訂閱有一定數量的授權，數量可以變更。',
  'topic.renewal': '續約與取消',
  'glossary.renewal':
    '除非選擇其他方式，訂閱會在期限結束時續約；如果什麼都沒選，較新的訂閱可能會以較高的價格逐月延續。可以在訂閱的卡片上用「到期處理方式」選擇。授權可以在購買或續約後七天內退回。「續約」會列出未來 90 天內到期的項目。',
  'topic.draft': '草稿',
  'glossary.draft': '您為客戶輸入但尚未送出的內容。最後一次變更後會保留 90 天。',
  'topic.practice': '練習模式',
  'glossary.practice':
    '試用 Customer Desk 的方式：客戶只記錄在這裡，不會傳送任何內容給 Microsoft。啟用時，首頁卡片上會註明。',
  'topic.newCommerce': '新商務（NCE）',
  'glossary.newCommerce':
    '在新商務（NCE）模式下，合作夥伴以固定期限購買訂閱，例如一個月或一年。只有前七天內可以取消訂閱或退回授權；暫停訂閱不會停止計費。',
  'topic.csp': 'CSP 與合作夥伴中心',
  'glossary.csp':
    '在雲端解決方案提供者（CSP）計畫中，合作夥伴向客戶銷售 Microsoft 的雲端服務。合作夥伴中心是 Microsoft 為此提供的網站；Customer Desk 在聊天中完成相同的工作。',
  'topic.returning': '退回授權',
  'glossary.returning':
    '新商務（NCE）的授權只能在購買或續約後七天內退回，且不得超過當時購買的數量：請開啟客戶，選擇「訂閱」，再選「變更授權數量」。之後只能從下一期開始減少數量。',
  'topic.suspended': '暫停的影響',
  'glossary.suspended':
    '暫停之後可以重新啟用，取消則是徹底終止訂閱。暫停後使用者會立即無法存取。新商務（NCE）訂閱會繼續計費到期限結束，在那之前可以重新啟用；之後系統管理員還有一段時間可以保存資料，接著資料就會刪除。舊版訂閱暫停期間不計費，但若未及時重新啟用，會連同資料一併刪除。實際情況會在您確認之前顯示在卡片上。',
  'topic.trial': '試用',
  'glossary.trial':
    '如果 Microsoft 有提供，試用會是單獨的供應項目：請在客戶選擇「新增訂閱」，在那裡尋找。試用結束後是否轉為付費，會寫在該訂閱的卡片上。',
  'topic.earlyEnd': '期限未滿就結束',
  'glossary.earlyEnd':
    '新商務（NCE）訂閱只能在每一期的前七天內取消，可退款多少會在確認取消時說明。之後會計費到期限結束；您可以在「到期處理方式」選擇不再續約。',
  'topic.bundle': '組合',
  'glossary.bundle':
    '組合是有名稱的購物車，適合重複的訂單。在購物車選擇「儲存為組合」之後，貴公司所有可新增客戶的同事都能在每個購物車找到它。輸入「組合」即可查看全部。',
  'topic.invited': '已有租用戶的客戶',
  'glossary.invited':
    '這種客戶不需要重新新增，即使目前由其他合作夥伴銷售也一樣：請從您自己的信箱寄出邀請。客戶的系統管理員接受關係之後，客戶就會出現在您的清單中。',
  'topic.comparing': '供應項目的內容',
  'glossary.comparing':
    '供應項目包含什麼、彼此有何差異，這裡並不知道，請以 Microsoft 網站為準。您可以在購物車依名稱搜尋供應項目並查看期限。',
  'topic.reminder': '提醒',
  'glossary.reminder':
    '這裡無法自訂提醒。「待您處理」會列出需要處理的事項，以及即將到期或續約的項目；您可以用其中的按鈕設定每天早上傳送給您。',
  'topic.changeLicenses': '變更授權數量',
  'glossary.changeLicenses':
    '開啟客戶，選擇「訂閱」、該訂閱，再選「變更授權數量」。或輸入「把 contoso 改成 30 個授權」：開啟的卡片已填好數量，在您確認之前不會購買。',
  'topic.addSubscription': '新增訂閱',
  'glossary.addSubscription':
    '開啟客戶並選擇「新增訂閱」。或輸入「幫 contoso 訂 5 個 business premium」：開啟的購物車已填好內容，在您送出之前不會訂購。',
  'topic.suspending': '暫停或取消訂閱',
  'glossary.suspending':
    '暫停之後可以重新啟用，取消則是徹底終止訂閱。開啟客戶，選擇「訂閱」與該訂閱：卡片上會列出目前可以執行的動作，並在您確認之前說明後果。',
  'topic.password': '新的系統管理員密碼',
  'glossary.password':
    '系統管理員帳戶寫在客戶卡片的「給客戶的入門說明」裡。密碼只會向您顯示一次，不會保存在任何地方。需要新密碼時，請開啟客戶；如果有「新的系統管理員密碼」按鈕，請選取該按鈕，舊密碼就會失效。',
  'topic.invoices': '價格、發票與退款',
  'glossary.invoices':
    '價格、折扣、報價、發票、抵扣與退款都不在這裡：無法查看、修改、寄送或申請。Microsoft 的價格與發票請到合作夥伴中心查看；您開給客戶的，由您與客戶自行處理。訂閱是否還能取消，寫在該訂閱的卡片上；取消時可退款多少，會在確認取消時說明。',
  'topic.undo': '復原變更',
  'glossary.undo':
    '可以收回的變更（新增的授權、暫停、重新啟用），其結果卡片上會有「復原」。新的訂閱在還能取消時，可在該訂閱的卡片上取消。',
  'topic.ending': '結束轉銷商關係',
  'glossary.ending':
    '請先處理客戶的訂閱：新商務訂閱必須取消或等其到期（僅暫停並不足夠），舊版訂閱必須暫停。然後開啟客戶並選擇「結束轉銷商關係」；系統會再向您確認一次。',
  'topic.acceptance': '接受合約',
  'glossary.acceptance':
    '開啟客戶：卡片會顯示合約是否已接受；若由客戶在 Microsoft 接受，卡片上也有可以寄給客戶的文字。',
  'topic.typing': '輸入文字會怎樣',
  'glossary.typing':
    '輸入文字不會訂購、變更或刪除任何內容。您寫的內容只會開啟對應的卡片並填好，選取卡片上的按鈕後才會執行。',
  'topic.adminCenter': '使用者和信箱',
  'glossary.adminCenter':
    '使用者及其密碼、角色與多重要素驗證、信箱，以及授權指派給誰，都在客戶自己的系統管理中心管理，不在這裡。如果有連結，客戶卡片上的「開啟系統管理中心」可以直接前往。',
  'topic.sharing': '誰看得到什麼',
  'glossary.sharing':
    '草稿只有您自己看得到。客戶、訂閱和歷程記錄，貴公司所有有權檢視客戶的人都看得到；歷程記錄會寫明誰在什麼時候做了什麼。',
  'topic.storedData': '保存哪些內容',
  'glossary.storedData':
    '草稿、客戶記錄和歷程記錄由營運此機器人的一方保存。密碼不會保存：系統管理員密碼只在聊天中顯示一次，幾分鐘後或選取「完成」後就會隱去。',
  'topic.submitting': '送出之後會怎樣',
  'glossary.submitting':
    '送出的內容只會執行一次，即使重複選取或連線中斷也一樣。結果會以卡片傳到這個聊天。沒能完成的部分會寫明原因，可以繼續的部分，選取「繼續完成」即可。送出之前，在檢閱卡片選取「編輯」就可以修改；送出之後，仍可在客戶的卡片上變更帳戶資訊和授權數量，但網域不能改。',
  'topic.colleague': '讓同事使用',
  'glossary.colleague':
    '誰可以使用這個機器人、有哪些權限，由貴公司負責營運它的人設定，無法在這個聊天中變更。設定好之後，同事在 Teams 傳一則訊息給機器人即可使用。',
  'topic.waiting': '需要多久',
  'glossary.waiting':
    '送出之後會立即開始處理，結果會以卡片傳到這個聊天，通常在幾分鐘之內；Microsoft 需要多久，這裡無法得知。授權要先在客戶的系統管理中心指派給使用者才能使用。特殊資格的審核可能需要幾天。',
  'topic.contactPerson': '主要連絡人是誰',
  'glossary.contactPerson':
    'Microsoft 會與客戶的這個人聯絡：例如負責人或負責資訊的同仁。電子郵件地址不能是您自己的，也不能是 Microsoft 的。Customer Desk 不會寄信到這個地址。合約可以由另一個人簽署。',
  'topic.companyData': '公司與地址',
  'glossary.companyData':
    '請填公司登記的正式名稱與地址：Microsoft 依此辨認客戶，也可能審核其帳戶。名稱可以用公司自己的文字，網域只能用拉丁字母。可以留空的欄位會註明。',
  'topic.deleting': '刪除的影響',
  'glossary.deleting':
    '「刪除此記錄」只會刪除 Customer Desk 所保存的客戶資料：在 Microsoft 不會有任何變更，訂閱照常繼續。租用戶無法在這裡刪除，要由該租用戶的系統管理員在 Microsoft 進行。刪除的草稿在一天之內可以還原。',
  'topic.transfer': '轉移訂閱',
  'glossary.transfer':
    '訂閱屬於購買時的租用戶：無法在這裡轉移到另一個租用戶、客戶或合作夥伴。請為對方另行訂購，再取消原來的訂閱，或讓它到期終止。合作夥伴之間的轉移請在合作夥伴中心辦理。',
  'topic.support': '支援與服務中斷',
  'glossary.support':
    '這裡不能建立支援要求，也不會顯示服務中斷。向 Microsoft 提出支援要求，請到合作夥伴中心或客戶的系統管理中心；服務中斷也可以在那裡查看。',
  'topic.otherProducts': 'Azure 與其他產品',
  'glossary.otherProducts':
    '這裡可以訂購購物車找得到的項目，也就是按授權銷售的供應項目。虛擬機器、保留執行個體等 Azure 服務不在這裡設定，請到 Azure 入口網站。這裡不銷售硬體，也不銷售其他公司的產品。',
  'topic.limits': '一次可以多少',
  'glossary.limits':
    '一張訂單最多 15 行，大量訂購最多 20 個客戶，一個檔案最多 5,000 列。供應項目最少和最多可以訂幾個授權，購物車會說明；通常一個就可以。',
  'topic.countries': '國家/地區與雲端',
  'glossary.countries':
    '您可以新增自己市場內各國家/地區的客戶：在第一張卡片選取「變更國家/地區」即可查看。其他國家/地區由當地市場的合作夥伴新增。Microsoft 獨立的德國雲端不再接受新客戶。',
});
