import type { SentenceTable } from './written.ts';

/** Sentences typed in Traditional Chinese. */
export const taiwanSentences: SentenceTable = {
  'find contoso':
    '找 contoso|搜尋 Contoso|幫我找 contoso|查一下 contoso|請幫我查 contoso|contoso 在哪裡？|有沒有 contoso 這個客戶|找客戶 contoso|打開 contoso|我要找 Contoso|請搜尋 contoso|看一下 contoso|查詢客戶 contoso|客戶 contoso|找contoso這家公司|find contoso|麻煩找一下 contoso|尋找 contoso.com|有沒有一家叫 contoso 的客戶',
  'name contoso': 'contoso|「contoso」|contoso.com|ana@contoso.com|contoso？',
  'find 高山':
    '找高山|搜尋高山|高山在哪裡|客戶高山|查一下高山|幫我找高山|有沒有高山這家公司|找客户高山|找客戶「高山」|麻煩幫我找一下高山',
  'name 高山': '高山|「高山」|高山。',
  'name 藍天科技股份有限公司': '藍天科技股份有限公司|蓝天科技股份有限公司',
  'find 藍天科技': '找藍天科技|搜尋 藍天科技|查藍天科技這家公司|打開藍天科技',
  'new contoso':
    '新增客戶 Contoso|新增一個客戶叫 Contoso|建立客戶 Contoso|請新增客戶 Contoso|我要新增客戶 Contoso|把 Contoso 加為客戶|新客戶 Contoso|幫我新增客戶 contoso|有一家新客戶叫 Contoso',
  'new 藍天科技':
    '新增客戶藍天科技|新增客戶：藍天科技|新客戶藍天科技|建立一個客戶叫藍天科技|我想新增客戶藍天科技|把藍天科技加為新客戶|添加客戶「藍天科技」',
  'order contoso / e3 5':
    '幫 contoso 訂 5 個 e3|給 contoso 加 5 個 E3|幫 Contoso 買五個 e3|contoso 要 5 個 e3|訂 5 個 e3 給 contoso|請幫 contoso 訂購 5 套 e3|幫contoso訂5個e3|替 contoso 買 5 個 E3 授權|contoso 需要 5 個 e3|我要幫 contoso 訂 5 個 e3|麻煩幫 contoso 加購 5 個 e3|買 5 個 e3 給 contoso',
  'order 高山 / businesspremium 5':
    '幫高山訂 5 個 business premium|高山要 5 個 business premium|幫高山買 5 個商務進階版|給高山加 5 個 bp|訂 5 個商務進階版給高山|請幫高山訂五套 business premium|高山需要 5 個商務進階版',
  'order 高山 / e5 1000': '幫高山訂 1,000 個 e5|幫高山訂 1000 個 e5',
  'order contoso / exchangeonlineplan1 3': '幫 contoso 訂 3 個 exchange plan 1|給 contoso 買三個 exchange p1',
  'order contoso / copilot 2': '幫 contoso 買兩個 copilot|幫 contoso 訂 2 個 copilot',
  'order contoso /': '幫 contoso 加訂閱|幫 contoso 下單|contoso 新增訂閱',
  'licenses contoso / e3 to 30':
    'contoso：30 個 e3|contoso: 30 e3|把 contoso 的 e3 改成 30|將 contoso 的 E3 調整為 30 個|contoso 30 e3',
  'licenses contoso / to 30':
    '把 contoso 改成 30|把 contoso 的授權改成 30|將 contoso 的授權數調整為 30|contoso 的授權改為 30 個|把contoso改成30個授權|contoso 30 個授權|請把 contoso 的數量改為 30|contoso：30',
  'licenses 高山 / to 30':
    '把高山改成 30|把高山的授權改成 30 個|高山的授權數增加到 30|將高山的授權數量調整為 30|麻煩把高山的授權改成三十',
  'licenses 高山 / more 5':
    '幫高山加 5 個授權|高山要加 5 個授權|給高山增加五個授權|幫高山多買 5 個授權|高山再加 5 個人|請幫高山加5個授權',
  'licenses 高山 / fewer 5': '高山減少 5 個授權|幫高山退 5 個授權|把高山的授權減 5 個',
  'licenses contoso /': '變更 contoso 的授權數量|修改 contoso 的授權|調整 contoso 的授權數',
  'subscriptions contoso':
    'contoso 的訂閱|查看 contoso 的訂閱|contoso 訂閱|contoso 有哪些訂閱？|取消 contoso 的訂閱|暫停 contoso 的訂閱|停用 contoso|看一下 contoso 的授權|contoso 買了什麼？|請列出 contoso 的訂閱|把 contoso 的訂閱取消|恢復 contoso 的訂閱|contoso 有多少授權',
  'subscriptions 高山':
    '高山的訂閱|查看高山的訂閱|高山有哪些訂閱？|取消高山的訂閱|把高山的訂閱停掉|高山的授權|暫停高山|請幫我看一下高山的訂閱|高山的订阅',
  'history contoso': 'contoso 的歷程記錄|查看 contoso 的歷史|contoso 的變更紀錄|contoso 發生什麼事',
  'history 高山': '高山的歷程|看高山的歷史記錄|高山的記錄|誰改了高山',
  'deleteRecord contoso': '刪除客戶 contoso|移除 contoso',
  'newPassword contoso': '重設 contoso 的密碼',
  'customer contoso': 'contoso 的地址|contoso 的網域',
  'endRelationship contoso': '終止與 contoso 的關係',
  'deleteRecord 高山': '刪除高山',
  'customer 高山': '高山的資料|高山的聯絡人|高山簽了合約嗎',
  'newPassword 高山': '重設高山的密碼',
  'endRelationship 高山': '結束和高山的關係',
  'updateAccount 高山': '修改高山的地址',
  renewals: '續約|哪些訂閱快到期？|查看續約',
  'renewals 60': '60 天內到期的訂閱有哪些|60天內要續約|續約 60 天',
  'renewals 30': '30 天內續約|未來 30 天內到期的訂閱',
  export: '匯出|匯出客戶|匯出客戶清單|下載客戶名單|把客戶清單匯出|匯出所有客戶到 Excel',
  invite: '邀請',
  'invite contoso': '邀請 contoso|發邀請給 contoso',
  'invite 高山': '邀請客戶高山|邀請高山',
  drafts: '草稿|我的草稿',
  customers: '客戶|客戶清單|我的客戶',
  addCustomer: '新增客戶|怎麼新增客戶？|我要新增客戶|我要錄一個新客戶',
  help: '說明|你能做什麼？|我可以做什麼',
  hello: '你好|哈囉|早安|嗨',
  'explain invoices': '可以退款嗎?|哪裡可以看發票?|發票在哪裡',
  'explain undo': '復原|撤銷|怎麼復原',
  'explain gdap': '什麼是 GDAP？|GDAP 是什麼？|gdap|GDAP 是什麼意思|請問什麼是 GDAP|解釋 GDAP|什麼是gdap|gdap是啥',
  'explain mpnId': '什麼是 MPN ID？|MPN ID 是什麼|mpn id 在哪裡找|請問 MPN ID 是什麼意思',
  'explain microsoftId': 'Microsoft ID 是什麼？|什麼是租用戶識別碼',
  'explain tenant': '什麼是租用戶？|租用戶是什麼意思|租戶是什麼',
  'explain qualification': '什麼是特殊資格？|特殊資格是什麼',
  'explain reseller': '什麼是間接轉銷商？|間接轉銷商是什麼意思',
  'explain agreement': '什麼是 MCA？|客戶合約是什麼',
  'explain domain': '什麼是網域？|主要網域是什麼|網域要填什麼',
  'explain term': '期限是什麼意思？|什麼是期限',
  'explain billing': '什麼是計費頻率？|計費週期是什麼',
  'explain addOn': '什麼是附加元件？|附加元件是什麼',
  'explain license': '什麼是授權？|席位是什麼意思',
  'explain renewal': '什麼是自動續約？|七天取消期是什麼',
  'explain draft': '什麼是草稿？',
  'explain practice': '什麼是練習模式？|練習模式是什麼意思',
  'explain csp': '什麼是 CSP？|合作夥伴中心是什麼？',
  'explain changeLicenses': '怎麼變更授權數量？|如何增加授權',
  'explain addSubscription': '怎麼新增訂閱？|如何訂購訂閱|怎麼幫客戶訂 office',
  'explain suspending': '怎麼取消訂閱？|如何暫停訂閱|取消訂閱',
  'explain password': '怎麼重設密碼？|忘記密碼|如何重設管理員密碼',
  'explain ending': '怎麼刪除客戶？|如何結束轉銷商關係',
  'talk thanks': '謝謝|謝謝你|感謝|太棒了|好的，謝謝|多謝啦',
  'talk bye': '再見|掰掰|明天見|謝謝，再見',
  'talk ok': '好|好的|了解|收到|嗯|👌',
  'talk identity': '你是機器人嗎？|你是真人嗎|你叫什麼名字？|我要找真人客服',
  'talk wellbeing': '最近好嗎|吃飽沒|你好嗎|你好嗎?',
  'talk rude': '白痴|你真笨|垃圾|爛機器人|去死',
  'talk sorry': '對不起|不好意思，打錯了|抱歉',
  unknown:
    '不要幫 contoso 加 e3|請勿刪除高山|別取消 contoso 的訂閱|今天天氣如何|明天要吃什麼|你覺得怎麼樣？|我想請你幫忙寫發票|為什麼天空是藍的',
};
