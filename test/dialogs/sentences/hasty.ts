import type { Locale } from '../../../locales/translator.ts';
import type { SentenceTable } from './written.ts';

/** Sentences as partners’ employees type them: in haste, with typing errors, product names in English, either script. */
export const hastySentences: Readonly<Record<Locale, SentenceTable>> = {
  en: {
    'find northwind':
      'can u pull up northwind|need to look at northwind|lemme see northwind|open up northwind|get me northwind|i need northwind|check northwind|Hi, could you find Northwind for me?|search 4 northwind|i cant find northwind|any customer called northwind|do we already have northwind?|northwind customer card|customer northwind',
    'find northwindtraders':
      'Where can I see Northwind Traders|open Northwind Traders\' page|find "Northwind Traders"|FIND NORTHWIND TRADERS',
    'name northwind': 'northwind pls|NORTHWIND|@northwind|northwind...',
    'name northwnd': 'northwnd',
    'name woodgrovebank': 'Woodgrove Bank',
    'name phonecompany': 'The Phone Company|the phone company',
    'name citypowerlight': 'City Power & Light|City Power &amp; Light',
    'name oneillsons': "O'Neill & Sons|O’Neill & Sons",
    'name mullergmbh': 'müller gmbh|Muller GmbH',
    'name 7seasltd': '7 Seas Ltd',
    'name litware': 'litware.com.au|https://litware.com.au/contact?x=1|<https://litware.com.au>',
    'name proseware': 'jane.doe@proseware.com',
    'name bestforyouorganics': 'best for you organics',
    'new prosewareinc':
      'new cust: Proseware Inc|pls onboard Proseware Inc|set up Proseware Inc as new customer|I\'d like to onboard a new client, Proseware Inc|sign up Proseware Inc|need to add Proseware Inc as a customer|create tenant for Proseware Inc|adding customer Proseware Inc|add cust Proseware Inc|pls add the new customer Proseware Inc.|We just won a new customer: Proseware Inc|add customer - Proseware Inc|add  customer   "Proseware Inc"|Create new customer record for Proseware Inc',
    'new phonecompany': 'add The Phone Company as customer',
    'new citypowerlight': 'add new customer City Power & Light',
    'new 7seasltd': 'add customer 7 Seas Ltd',
    addCustomer:
      "i need to add a new client|new client|add new cust|onboard a customer|let's add a customer|create a new customer please|i got a new customer|add customr|how to onboard a new customer?|add another customer|Add Customer.|addcustomer",
    'order fourthcoffee / e3 10':
      'add 10 e3 for fourth coffee|pls order 10x E3 for Fourth Coffee|can we get 10 E3 for fourth coffee asap|need 10 e3 licences for Fourth Coffee|put 10 e3 on fourth coffee|fourth coffee is asking for 10 E3s|order fourth coffee 10 e3|add ten e3 to fourth coffee|Please add 10 E3 licenses to our customer Fourth Coffee, thanks!|add 10 e3 lics to fourth coffee|could you please order 10 E3 for Fourth Coffee|add 10 x e3 to fourth coffee|fourth coffee ordered 10 e3 today',
    'order fourthcoffee / office365e3 10': 'Add ten Office 365 E3 to Fourth Coffee|add 10 o365 e3 to fourth coffee',
    'order adatum / e5trial': 'add e5 trial to adatum',
    'order adatum / exchangeonlineplan2 25':
      'order 25 exchange online plan 2 for adatum|add 25 EXO P2 to adatum|order 25 Exchange Online (Plan 2) for Adatum',
    'order phonecompany / teamsphone 25': 'add 25 teams phone to the phone company',
    'order citypowerlight / powerbipro 3': 'add 3 power bi pro to city power & light',
    'order treyresearch / visioplan2 1': 'buy 1 visio plan 2 for trey research',
    'order treyresearch / visioplan2': 'buy a visio plan 2 for trey research|get visio plan 2 for trey research',
    'order litware / businessstandard 5':
      'litware needs 5 biz standard|add 5 business std to litware|5 bus std for litware',
    'order litware / microsoft365businessbasic 5': 'order 5 M365 Business Basic lics for Litware please',
    'licenses litware / to 50':
      'bump litware to 50|litware should be at 50 seats|upgrade litware to 50 users|set the seats at litware to fifty|change qty for litware to 50|litware from 40 to 50|make it 50 for litware|Litware: 50 seats|increase litware from 40 to 50|litware to 50|need litware at 50 licenses|pls set litware to 50 users',
    'licenses litware / e3 to 50':
      'increase litware e3 from 40 to 50|bump litware e3 to 50|litware e3 50|litware - E3 - 50|litware: e3 50|change number of E3 licenses for litware to 50|set litware e3 to 50',
    'licenses litware / to 5': 'reduce litware to 5 licences please|lower litware to 5',
    'licenses litware / more 3':
      'litware +3|add 3 addl licenses for litware|litware needs 3 more|litware needs another 3 licenses|3 extra seats for litware',
    'licenses litware / fewer 3':
      'litware -3|drop 3 seats from litware|litware wants to drop 3 licenses|3 less for litware|take 3 licenses off litware|give back 3 licenses of litware',
    'licenses litware /':
      'can you change the license count at litware?|need to adjust seats for litware|change litware licenses',
    'subscriptions adatum':
      "what subs does adatum have|adatum subs|what's adatum running|which licenses are at adatum|show adatum's licensing|subscriptions for adatum pls|turn off auto renew for adatum|put adatum on hold|how many e3 does adatum have?|when does adatum renew?|does adatum have e3?|cancel e3 for adatum|adatum renewal date|list adatum's licenses|subscriptons adatum|what did adatum buy|adatum wants to cancel|cancel adatum",
    'history adatum':
      "adatum changelog|what did we do at adatum|who touched adatum last|recent changes for adatum|what changed at adatum?|show history adatum|adatum histroy|audit log for adatum|when was adatum changed|what's new at adatum",
    'customer adatum':
      "adatum tenant id|adatum's phone number|who's the contact at adatum|what is the domain of adatum?|email of adatum|update adatum|did adatum sign the mca yet|has adatum accepted|mca status adatum|adatum admin account",
    'newPassword adatum': 'adatum forgot the admin password|reset admin pw adatum|password reset for adatum',
    'deleteRecord adatum': 'get rid of adatum',
    'updateAccount adatum': "edit adatum's details|change adatum's address",
    'endRelationship adatum': 'remove the relationship with adatum',
    'renewals 90':
      "what's coming up for renewal|anything expiring soon?|what is renewing|renewals next 3 months|renewals for the next quarter",
    renewals: 'upcoming expirations|which subscriptions are ending soon?',
    'renewals 30':
      'who renews next month|renewals this month|expiring in 2 weeks|which customers renew in 30 days|renewals next 30 days',
    'renewals 60': "what's up for renewal in the next 60 days|renewals next 2 months|60 day renewals",
    export:
      'export customer list to xlsx|can i get a csv of all customers|download customers as excel pls|dump all customers|excel export|export to csv',
    'invite adatum':
      'invite adatum|send adatum the reseller link|reseller relationship link for adatum|invitation mail for adatum|send relationship request to adatum|pls invite Adatum|invite customer adatum',
    invite: 'i need an invite link|invite existing tenant|invite a customer|send an invitation|reseller invitation',
    drafts:
      'where are my drafts|continue where i left off|resume|unfinished customers|go on with my draft|saved drafts|continue draft',
    customers:
      'list all my customers|show all|custommers|who are my customers|my clients|customer overview|show me the list of customers|all clients|how many customers do i have?',
    help: "what else can you do|how does this work?|i'm lost|menu|options|commands pls|i need help|help me please|what do i do now?|??|how do i use this",
    cancel: 'nevermind|forget it|abort|cancel this|never mind|stop it|no thanks',
    back: 'go back please|one step back|back pls',
    startOver: 'start from scratch|begin from the start|restart please',
    hello: 'good evening|hi there!|morning|hey bot|yo|hiya|hi all|hello bot',
    'language en': 'in english please|english pls|switch to english',
    language: 'switch to chinese',
    'explain gdap': 'wats gdap|what is gdap??|whats GDAP exactly|difference between gdap and dap',
    'explain mpnId': "what's an mpn|what is PLA ID|where is my mpn id|which mpn id|what do i enter for mpn",
    'explain microsoftId':
      "why do i need the tenant id|how do i find out the customer's tenant id|whats the microsoft id",
    'explain tenant': 'wots a tenant|what exactly is a tenant',
    'explain renewal':
      "what's the 7 day window|cancellation policy?|can i return licenses?|how long do i have to cancel|when can i cancel",
    'explain term': 'what is annual commitment|what is p1m|what does the term mean',
    'explain billing': "billing plan?|monthly vs yearly billing|what's billed monthly",
    'explain changeLicenses': 'how do I give back licenses|how do i add seats|how can i increase the license count',
    'explain agreement': "what's the signer|why do i need the mca|what's a customer agreement",
    'explain practice': 'is this live or a test?|is this real?|is this a demo',
    'explain acceptance': 'what does attestation mean|how does the customer accept the agreement',
    'explain domain': 'what domain should i pick|why onmicrosoft|can i use my own domain?',
    'talk thanks':
      'ty!|awesome thx|great work mate|you rock|k thx|thank you for your help :)|thks|great, thank you so much!!|thanks!! 🙏',
    'talk ok': 'cool cool|perfect 👌|lol|yes please|no problem|okey|hmmm|👍👍|ok cool',
    'talk bye': 'see ya tomorrow|gtg|k thx bye|have a good weekend|good night!',
    'talk rude': 'ur useless|this sucks|what a stupid bot|this is useless|f*** you',
    'talk identity': 'r u real?|are you chatgpt|is anyone there a human?|who made you?|I want to talk to a real person',
    'talk wellbeing': "u there?|how r u|how's your day?|hows it going",
    'talk sorry': 'my bad|sorry my mistake|oops wrong one|sorry, typo',
    unknown:
      "don't add anything to adatum yet|adatum hasn't signed, don't order|call me back|send invoice to adatum|book a meeting with adatum tomorrow|is partner center down?|what's for lunch|can adatum pay by credit card?|the customer is unhappy with us|please wait before you add licenses to adatum|i never asked to delete adatum|do you like coffee|can you speak german?|this isn't what I wanted|why is it so slow|please do nothing|it does not work|adatum said they would think about it",
  },
  'zh-TW': {
    'find 北風貿易':
      '幫我找北風貿易|幫我查一下北風貿易|我要看北風貿易|請問有北風貿易這個客戶嗎|麻煩找一下北風貿易，謝謝|打開北風貿易|開北風貿易的資料|查北風貿易|有沒有北風貿易|搜尋 北風貿易|北風貿易在哪|找客戶北風貿易|想查北風貿易|請幫我開啟北風貿易|客戶：北風貿易|北風貿易這家客戶|客戶北風貿易',
    'name 北風貿易': '北風貿易|北風貿易？|「北風貿易」|北风贸易',
    'find contoso': '找contoso|查一下Contoso|幫我找 contoso 這家|ｃｏｎｔｏｓｏ 在哪裡|搜尋contoso謝謝|contoso這個客戶',
    'name contoso': 'ｃｏｎｔｏｓｏ|Contoso～|contoso.com.tw|lin@contoso.com.tw',
    'name 高山滑雪股份有限公司': '高山滑雪股份有限公司',
    'name 高山滑雪股公司台灣': '高山滑雪（股）公司（台灣）',
    'name 高山滑雪股份有限公司台灣': '高山滑雪股份有限公司（台灣）',
    'new 明月科技':
      '我要新增客戶明月科技|新增一個客戶叫明月科技|幫我建立明月科技|新客戶：明月科技|加客戶 明月科技|請新增客戶「明月科技」|想開一個新客戶明月科技|把明月科技加成客戶|有一個新客戶 明月科技|新增客戶 明月科技 謝謝|建一個新的客戶明月科技|幫明月科技開戶|新增明月科技這個客戶|添加客戶明月科技',
    'new fabrikam': '新增客戶 Fabrikam|add客戶 Fabrikam|新增 Fabrikam 為客戶',
    addCustomer: '開新客戶|加一個客戶|要怎麼加客戶|新增顧客|我想加新客戶|可以幫我新增一個客戶嗎？|新客戶|建立客戶',
    'order contoso / e3 10':
      '幫contoso加10個E3|contoso要10個e3|contoso 要買 10 套 E3|請幫 Contoso 訂 10 個 E3 授權|給contoso加十個e3|Contoso 訂購 E3 10個|幫 contoso 下單 10 個 E3|替contoso買10組e3|contoso 追加 10 個 E3|contoso 需要 10 個 E3 licence|order 10 個 E3 給 contoso|幫忙訂10個E3給Contoso，感恩|contoso加購10個e3',
    'order 北風貿易 / businesspremium 5':
      '幫北風貿易加5個business premium|北風貿易要五個 Business Premium|給北風貿易訂 5 個商務進階版|北風貿易想買5套BP|請幫北風貿易新增5個 Business Premium 授權|北風貿易 下訂 5 個 business premium',
    'order 北風貿易 / copilot 3': '北風貿易加 3 個 copilot|北風貿易要加三個Copilot',
    'order contoso / microsoft365businessbasic 20': 'contoso要20個M365 Business Basic',
    'order contoso / businessbasic 20': '幫 contoso 買 20 個商務基本版',
    'order 北風貿易 /': '幫北風貿易加訂閱|替北風貿易下單|新增訂閱給北風貿易|北風貿易要買東西',
    'licenses contoso / to 30':
      'contoso 改成30個|contoso改30|把contoso的授權改成30|contoso 的數量調到 30|contoso授權數調成三十個|contoso 從 20 改 30|把 Contoso 增加到 30 個授權|contoso 調整為 30 人|contoso 減到30個',
    'licenses contoso / e3 to 30':
      'contoso的E3改成30個|contoso e3 改 30|contoso：E3 30個|把contoso的e3調成30|contoso E3 增加到 30',
    'licenses contoso / more 5':
      'contoso 再加5個授權|contoso加五個人|contoso多5個授權|幫contoso加5個授權|contoso +5|contoso 增加 5 個使用者|再給contoso五個授權',
    'licenses contoso / fewer 5':
      'contoso少5個授權|contoso減5個|contoso 要退 5 個授權|contoso 砍 5 個授權|幫contoso減少五個授權|contoso -5',
    'licenses contoso /': '改contoso的授權數|調整 contoso 授權|contoso要改授權數量',
    'subscriptions contoso':
      'contoso有哪些訂閱|contoso買了什麼|看contoso的訂閱|查 contoso 授權|contoso有幾個授權|contoso 什麼時候續約|取消contoso的訂閱|contoso要退訂|暫停 contoso|contoso不續約了|contoso 的訂閱要停掉|恢復contoso的訂閱|contoso 目前用什麼|contoso到期日|contoso現在有多少E3|contoso想取消E3|關掉contoso的自動續約',
    'history contoso':
      'contoso的紀錄|contoso改過什麼|誰動過contoso|contoso 歷史|看一下contoso的異動紀錄|contoso 最近有什麼變更|contoso操作記錄',
    'newPassword contoso': 'contoso 的密碼忘了|重設contoso密碼',
    'customer contoso':
      'contoso聯絡人是誰|contoso的網域是什麼|contoso的統編|contoso 租戶ID|contoso電話|contoso 簽約了沒|contoso 接受合約了嗎|不跟contoso合作了',
    'deleteRecord contoso': '刪掉contoso|刪除客戶contoso',
    'updateAccount contoso': 'contoso要改地址|更新contoso的資料',
    'endRelationship contoso': '跟contoso解除關係',
    'renewals 90': '快到期的有哪些|即將到期|下一季要續約的|三個月內到期',
    renewals: '最近要續約的|有哪些訂閱快到期|續約清單',
    'renewals 30': '30天內到期的|下個月要續約的客戶|這個月到期的訂閱|一個月內到期',
    'renewals 60': '未來60天續約|六十天內要續約的|兩個月內到期的訂閱',
    export: '把客戶清單匯出成excel|給我客戶的 Excel|導出客戶列表|匯出CSV',
    'invite contoso':
      '邀請contoso|發邀請給contoso|寄邀請信給 Contoso|邀請客戶 contoso|幫我邀請contoso|跟contoso要求轉銷商關係',
    invite: '我要邀請客戶|寄邀請信|邀請現有客戶',
    drafts: '繼續上次的|繼續填|接著做|沒做完的',
    customers: '看所有客戶|我的客戶有哪些|列出客戶|全部客戶|客戶列表|客户列表',
    help: '怎麼用|你會什麼|有什麼功能|可以做什麼|我不會用|救命|選單|功能表|我該怎麼辦|要打什麼|你是誰',
    cancel: '取消|算了|不要了|先不要|不弄了|先這樣',
    back: '上一步|回上一頁|返回|退回',
    startOver: '重來|重新來過|全部重填|清空重來',
    hello: '安安|午安|在嗎|hello～|您好！|晚上好|晚安|有人在嗎',
    'language zh-TW': '繁體中文|切換成繁體',
    language: '我要看中文',
    'language en': '英文|改英文|可以用英文嗎',
    'explain gdap': 'GDAP是什麼|gdap 是啥|請問GDAP是什麼意思|gdap幹嘛的|為什麼要gdap',
    'explain mpnId': 'MPN ID在哪裡看|什麼是 MPN|mpn是什麼|哪裡找合作夥伴ID',
    'explain microsoftId': '什麼是Microsoft ID|租戶ID是什麼|租用戶識別碼在哪裡找',
    'explain tenant': '什麼是租用戶|tenant 是什麼',
    'explain agreement': '什麼是MCA|合約要誰簽',
    'explain acceptance': '為什麼要簽合約',
    'explain domain': '網域是什麼|onmicrosoft是什麼',
    'explain renewal': '七天內可以取消嗎|多久可以退|可以退授權嗎|什麼是自動續約|幾天內可以退訂',
    'explain changeLicenses': '怎麼改授權|要怎麼增加授權數|如何減少授權',
    'explain addSubscription': '怎麼訂購|要怎麼下單|如何新增訂閱',
    'explain suspending': '怎麼取消訂閱|要怎麼退訂',
    'explain password': '怎麼重設密碼|密碼忘了怎麼辦|管理員密碼在哪',
    'explain ending': '怎麼刪除客戶|如何解除關係',
    'explain practice': '這是測試嗎|什麼是練習模式|這是真的還是測試的',
    'explain billing': '月繳年繳差在哪',
    'explain term': '合約期是什麼|年約是什麼意思',
    'talk thanks': '謝啦|3Q|感謝您的協助|讚啦|太棒了謝謝|辛苦了|多謝|讚',
    'talk ok': '嗯嗯|OK|哈哈|是喔|對|好喔～',
    'talk bye': '88|下班了',
    'talk rude': '智障機器人|你很笨|幹|什麼爛東西',
    'talk identity': '你是機器人嗎|我要找真人|可以轉真人客服嗎|你是AI嗎',
    'talk sorry': '不好意思打錯了|我打錯了|歹勢|Sorry 打錯',
    unknown:
      '不要幫contoso加授權|先別動contoso|contoso 還沒簽約先不要下單|幫我訂便當|寄發票給contoso|老闆說不行|系統好慢|打電話給contoso|contoso說要考慮看看|千萬不要刪除contoso|為什麼不能用|這不是我要的|會議幾點',
  },
  'zh-CN': {
    'find 北风贸易':
      '帮我找一下北风贸易|查一下北风贸易|我想看看北风贸易|有没有北风贸易这个客户|麻烦找下北风贸易|打开北风贸易|北风贸易在哪里|搜索北风贸易|找客户北风贸易|看下北风贸易|给我看北风贸易|帮忙查查北风贸易|请打开北风贸易的页面|查询客户北风贸易|北风贸易这个客户|客户：北风贸易|客户北风贸易',
    'name 北风贸易': '北风贸易|“北风贸易”|北風貿易|北风贸易？',
    'find contoso': '找contoso|查下Contoso|帮我看一下contoso|搜一下contoso|ｃｏｎｔｏｓｏ在哪|打开 contoso 谢谢',
    'name contoso': 'contoso~|contoso.cn|zhang@contoso.com.cn|Contoso。',
    'name 高山滑雪上海有限公司': '高山滑雪（上海）有限公司|高山滑雪(上海)有限公司',
    'new 明月网络':
      '添加客户明月网络|新增一个客户叫明月网络|帮我加个客户：明月网络|新建客户明月网络|我要添加新客户 明月网络|录入客户明月网络|开个新客户明月网络|创建客户“明月网络”|把明月网络加为客户|新客户明月网络|给明月网络开户|来了个新客户，明月网络|增加客户明月网络|新增客戶明月网络|添加明月网络这个客户|麻烦新建一个客户 明月网络',
    'new fabrikam': '添加客户 Fabrikam|add 客户 Fabrikam|新建Fabrikam客户',
    addCustomer: '我要加客户|添加新客户|新建一个客户|加个客户|开户|新客户|想加一个新的客户|请帮我添加客户|录入新客户',
    'order contoso / e3 10':
      '给contoso加10个E3|contoso要10个e3|帮contoso买10个E3|contoso下单10个E3许可证|给Contoso订10个E3|contoso 需要十个E3|给contoso采购10个E3|Contoso 想买 10 个 E3 license|帮contoso开10个E3|contoso新购10个e3|为contoso订购10个E3|contoso加购 10 个 E3|订10个E3给contoso|给contoso添加10个E3的许可',
    'order 北风贸易 / businesspremium 5':
      '给北风贸易加5个business premium|北风贸易要五个商业高级版|帮北风贸易订5个 Business Premium|北风贸易买5个BP|北风贸易下单5套商业高级版',
    'order 北风贸易 / copilot 3': '给北风贸易加三个copilot|北风贸易要 3 个 Copilot 许可证',
    'order contoso / businessbasic 20': '给contoso买20个商业基础版',
    'order contoso / microsoft365businessbasic 20': 'contoso要20个M365商业基础版',
    'order 北风贸易 /': '给北风贸易加订阅|给北风贸易下单|北风贸易要下单|为北风贸易添加订阅|给北风贸易买点东西',
    'licenses contoso / to 30':
      'contoso改成30个|把contoso的许可证改成30|contoso数量改为30|contoso调到30个|将contoso的许可证数量调整为30|contoso从20改到30|contoso增加到30个许可|contoso 减到 30|contoso改30个用户|把Contoso扩到30个',
    'licenses contoso / e3 to 30':
      'contoso的E3改成30个|contoso e3改30|contoso：E3 30个|把contoso的e3数量调成30|contoso E3增加到30',
    'licenses contoso / more 5':
      'contoso再加5个许可证|给contoso加5个许可|contoso加五个用户|contoso +5|contoso多加5个|contoso增加5个席位|contoso再来5个许可证',
    'licenses contoso / fewer 5':
      'contoso减5个|contoso少5个许可证|给contoso减少5个许可|contoso退5个许可证|contoso 减掉五个用户|contoso -5',
    'licenses contoso /': '修改contoso的许可证数量|调整contoso许可证|contoso要改数量',
    'subscriptions contoso':
      'contoso有哪些订阅|contoso买了啥|看contoso订阅|contoso有多少许可证|contoso什么时候到期|contoso什么时候续订|取消contoso的订阅|contoso要退订|暂停contoso|contoso不续了|停掉contoso的订阅|恢复contoso的订阅|contoso现在用的什么|contoso到期时间|contoso有几个E3|关闭contoso的自动续订|contoso的产品',
    'history contoso':
      'contoso的记录|contoso改过什么|谁动过contoso|contoso历史记录|看下contoso的操作日志|contoso最近有啥变化|contoso变更记录',
    'newPassword contoso': 'contoso密码忘了|重置contoso的密码',
    'customer contoso':
      'contoso联系人是谁|contoso域名是多少|contoso租户ID|contoso电话多少|contoso签协议了吗|contoso接受协议了没|contoso的详情',
    'deleteRecord contoso': '删除contoso|把contoso删了',
    'updateAccount contoso': 'contoso改地址|更新contoso信息|修改contoso联系方式',
    'endRelationship contoso': '和contoso解除关系',
    'renewals 90': '快到期的有哪些|下季度到期的|三个月内到期',
    renewals: '最近要续订的|哪些订阅快到期了|即将到期的订阅|要续费的客户',
    'renewals 30': '30天内到期的|下个月续订的|这个月到期的订阅|一个月内到期|近30天到期',
    'renewals 60': '未来60天续订|六十天内到期的|两个月内要续订的',
    export: '导出客户|把客户列表导出成excel|给我一个客户的Excel|导出csv|导出全部客户数据',
    'invite contoso':
      '邀请contoso|给contoso发邀请|发邀请链接给contoso|邀请客户contoso|帮我邀请下contoso|向contoso发送邀请',
    invite: '邀请客户|发邀请|我要邀请一个老客户',
    drafts: '继续上次的|接着填|没填完的|继续草稿',
    customers: '所有客户|我有哪些客户|列一下客户|看全部客户|客戶列表|客户名单',
    help: '怎么用|你会干嘛|有啥功能|不会用|菜单|我该咋办|咋用|你能干啥|求助|你是谁',
    cancel: '取消|算了|不要了|不弄了|不做了|不用了|先这样',
    back: '上一步|返回|回到上一页|后退',
    startOver: '重来|从头来|重新填|重新开始吧|清空重来',
    hello: '您好|在吗|下午好|hello啊|在不在|有人吗|晚安',
    'language zh-CN': '简体中文|切换到简体',
    language: '换成中文|说中文',
    'language en': '英文|换英文|切换英语',
    'explain gdap': 'GDAP是什么|gdap啥意思|什么叫GDAP|gdap是干嘛的|GDAP是什么东西|为啥要gdap',
    'explain mpnId': 'MPN ID在哪看|什么是MPN ID|合作伙伴ID是什么|mpn id 怎么查',
    'explain microsoftId': '什么是Microsoft ID|租户ID是啥|租户ID在哪里看',
    'explain tenant': 'tenant是啥',
    'explain agreement': 'MCA是啥|谁来签协议',
    'explain acceptance': '为什么要签协议',
    'explain domain': '域名怎么填|onmicrosoft是什么',
    'explain renewal': '7天内能退吗|多久内能退|能退许可证吗|自动续订是什么|几天内可以取消',
    'explain changeLicenses': '怎么改许可证数量|咋减许可证',
    'explain addSubscription': '怎么下单|如何订购|怎么给客户加订阅',
    'explain suspending': '怎么取消订阅|怎么退订',
    'explain password': '怎么重置密码|密码忘了咋办|管理员密码在哪里',
    'explain ending': '怎么删除客户|如何解除关系',
    'explain practice': '这是测试环境吗|什么是练习模式|是真的还是演示',
    'explain billing': '按月付和按年付有什么区别|年付是什么意思',
    'explain term': '期限是什么',
    'talk thanks': '谢了|多谢|3q|太好了谢谢|给力|牛',
    'talk ok': 'OK|明白|没事|哈哈|对|好嘞',
    'talk bye': '88|下班了',
    'talk rude': '傻逼|你是傻子吗|真难用|滚',
    'talk identity': '你是机器人吗|人工客服|你是AI吗|有没有真人',
    'talk sorry': '不好意思|打错了|对不起我打错了|sorry 打错了',
    unknown:
      '不要给contoso加许可证|先别动contoso|contoso还没签协议先别下单|今天天气怎么样|帮我订个外卖|给contoso开发票|老板不同意|系统好卡|给contoso打电话|contoso说再考虑考虑|千万别删contoso|为什么用不了|这不是我要的|几点开会',
  },
  ru: {
    'find ромашку':
      'найди ромашку|покажи ромашку плиз|найдите пожалуйста Ромашку|надо найти ромашку|хочу посмотреть ромашку|ищу ромашку|глянь ромашку|пробей ромашку|открой-ка ромашку|наити ромашку',
    'customer ромашки':
      'открой карточку ромашки|пароль ромашки|контакт ромашки|домен ромашки|телефон ромашки|адрес ромашки|tenant id ромашки|реквизиты ромашки|ИНН ромашки',
    'updateAccount ромашки': 'обнови данные ромашки|поменялся адрес у ромашки',
    'find ромашка':
      'где ромашка|а есть у нас ромашка?|нужна ромашка|покажи мне клиента ромашка|поищи клиента Ромашка|клиент ромашка|найти: ромашка',
    'name ромашка': 'Ромашка|РОМАШКА!|ромашка?|"Ромашка"',
    'name оооромашка': 'ООО Ромашка',
    'name березка': 'Берёзка|березка',
    'name ооосеверныйветер': 'ООО «Северный ветер»',
    'name северныйветер': 'северный ветер',
    'name рогаикопыта': 'Рога и копыта',
    'name ипивановаа': 'ИП Иванов А.А.',
    'name ипиванов': 'ИП Иванов',
    'name contoso': 'contoso.ru|https://contoso.ru/kontakty|ivan@contoso.ru|Contoso',
    'new альфастрой':
      'добавь клиента Альфа-Строй|новый клиент Альфа-Строй|заведи клиента Альфа-Строй|добавить нового клиента «Альфа-Строй»|нужно завести Альфа-Строй|зарегистрируй Альфа-Строй|у нас новый клиент: Альфа-Строй|добавьте пожалуйста клиента Альфа-Строй|хочу добавить компанию Альфа-Строй|добавить Альфа-Строй как клиента|внеси клиента Альфа-Строй|Добавте клиента Альфа-Строй|добавляем клиента Альфа-Строй|новый клиент - Альфа-Строй',
    'new оооальфастрой': 'создай клиента ООО Альфа-Строй',
    'new fabrikam': 'добавь клиента Fabrikam|новый клиент Fabrikam',
    addCustomer:
      'новый клиент|надо добавить клиента|хочу завести нового клиента|добавить клиента плз|добавте клиента|завести клиента|создай нового клиента|давай добавим клиента|появился новый клиент',
    'order ромашке / e3 10':
      'добавь 10 e3 ромашке|ромашке нужно 10 e3|купи ромашке 10 e3|выпиши ромашке 10 e3|подключи ромашке десять E3|10 шт E3 ромашке|надо 10 е3 ромашке',
    'order ромашки / e3 10':
      'закажи 10 E3 для Ромашки|нужно 10 лицензий E3 для Ромашки|докупить 10 E3 для ромашки|10 e3 для ромашки|Закажите, пожалуйста, 10 E3 для Ромашки',
    'order ромашка / e3 10': 'ромашка хочет 10 Е3|ромашка просит 10 e3|ромашка заказала 10 E3',
    'order ромашку / e3 10': 'оформи 10 е3 на ромашку',
    'order северномуветру / businesspremium 5':
      'добавь 5 business premium северному ветру|северному ветру нужно пять Business Premium',
    'order северноговетра / businesspremium 5': '5 бизнес премиум для северного ветра',
    'order ромашке / copilot 3': 'добавь ромашке 3 копайлота',
    'licenses ромашке / copilot to 3': 'ромашке 3 copilot',
    'order ромашки / copilot 3': '3 копилота для ромашки',
    'order вектору / businessbasic 20': 'вектору нужно 20 бизнес бейсик',
    'order вектора / microsoft365businessbasic 20': 'закажи 20 Microsoft 365 Business Basic для Вектора',
    'order ромашке /': 'добавь подписку ромашке',
    'order ромашки /': 'оформи заказ для ромашки|новая подписка для ромашки',
    'order ромашка /': 'ромашка хочет заказать',
    'licenses ромашку / to 30': 'измени ромашку на 30|увеличь ромашку до 30|сократи ромашку до 30 лицензий',
    'licenses ромашки / to 30':
      'у ромашки должно быть 30 лицензий|уменьши количество лицензий ромашки до 30|лицензии ромашки: 30|поменяй количество у ромашки на 30',
    'licenses ромашке / to 30': 'поставь ромашке 30 лицензий|ромашке сделать 30',
    'licenses ромашка / to 30': 'ромашка с 20 до 30|ромашка: 30',
    'licenses ромашка / e3 to 30': 'ромашка: 30 e3|ромашка 30 е3|ромашка e3 30|ромашка - 30 e3',
    'licenses ромашки / e3 to 30': 'измени e3 ромашки на 30|увеличь E3 у ромашки до 30|у Ромашки E3 сделай 30',
    'licenses ромашке / more 5':
      'добавь ромашке 5 лицензий|ромашке еще 5 лицензий|ромашке ещё пять мест|плюс 5 лицензий ромашке|добавь 5 пользователей ромашке|докупи ромашке 5 лицензий',
    'licenses ромашка / more 5': 'ромашка +5|ромашка хочет еще 5 лицензий',
    'licenses ромашки / fewer 5': 'убери 5 лицензий у ромашки|сними 5 лицензий с ромашки|верни 5 лицензий ромашки',
    'licenses ромашку / fewer 5': 'уменьши ромашку на 5',
    'licenses ромашка / fewer 5': 'ромашка -5',
    'licenses ромашке / fewer 5': 'минус 5 лицензий ромашке',
    'licenses ромашки /': 'измени количество лицензий у ромашки|надо поменять лицензии ромашки',
    'licenses ромашка /': 'изменить лицензии Ромашка',
    'subscriptions ромашки':
      'что есть у ромашки|какие подписки у ромашки|сколько лицензий у ромашки|сколько e3 у ромашки|отмени подписку ромашки|отключи автопродление ромашки|когда заканчивается подписка у ромашки|когда продление у ромашки|покажи подписки ромашки|возобнови подписку ромашки|лицензии ромашки|продли подписку ромашки|что за подписки у Ромашки?',
    'subscriptions ромашка': 'что купила ромашка|ромашка не будет продлевать|чем пользуется ромашка|ромашка подписки',
    'subscriptions ромашку': 'приостанови ромашку|заморозь ромашку',
    'history ромашки': 'что меняли у ромашки|журнал ромашки|последние изменения у ромашки|лог ромашки',
    'history ромашку': 'кто менял ромашку',
    'history ромашкой': 'что было с ромашкой',
    'history ромашке': 'покажи историю по ромашке',
    'newPassword ромашке': 'сбрось пароль ромашке',
    'newPassword ромашка': 'ромашка забыла пароль',
    'deleteRecord ромашка': 'удалить клиента Ромашка',
    'customer ромашка': 'ромашка приняла соглашение?|подписала ли ромашка соглашение',
    'endRelationship ромашкой': 'прекрати отношения с ромашкой',
    renewals:
      'что скоро заканчивается|ближайшие продления|у кого заканчивается подписка|какие подписки истекают|что продлевается',
    'renewals 90': 'кого продлевать|продления за квартал|продления на три месяца',
    'renewals 30':
      'что заканчивается в течение 30 дней|продления в этом месяце|что истекает в следующем месяце|продления на месяц|заканчиваются через 2 недели',
    'renewals 60': 'продления за 2 месяца|что заканчивается через 60 дней',
    export:
      'выгрузи клиентов|выгрузи список клиентов в эксель|скачать клиентов|дай эксельку по клиентам|сделай выгрузку клиентов',
    'invite ромашку': 'пригласи ромашку',
    'invite ромашке':
      'отправь приглашение ромашке|вышли приглашение Ромашке|кинь приглашение ромашке|отправь ссылку-приглашение ромашке',
    'invite ромашки': 'приглашение для ромашки',
    'invite ромашка': 'пригласить клиента Ромашка',
    invite: 'пригласить клиента|приглашение|хочу пригласить клиента|нужна ссылка для приглашения',
    drafts: 'продолжить с того места|где мои черновики|что я не доделал|незаконченные|продолжим',
    customers: 'все клиенты|наши клиенты|кто у нас в клиентах|список|клинеты',
    help: 'что ты умеешь|что ты можешь?|хелп|как пользоваться|как это работает|меню|помоги|что делать?|не понимаю что делать|команды|какие есть команды',
    cancel: 'отмена|отбой|забудь|не надо|передумал|отмени|стоп',
    back: 'назад|вернись|шаг назад|верни назад',
    startOver: 'сначала|заново|начать заново|давай сначала|все заново',
    hello: 'доброе утро|хай|приветик|здорово|прив|добрый вечер!|здрасьте|Доброго времени суток',
    'language en': 'на английском|английский|english|переключи на английский',
    'language ru': 'русский|на русском пожалуйста|по-русски',
    'explain gdap': 'что такое gdap|гдап это что|зачем gdap|что значит GDAP?|чё такое gdap|поясни что такое GDAP|gdap?',
    'explain mpnId': 'где взять mpn id|что такое mpn|что за MPN ID|какой mpn указать',
    'explain microsoftId': 'что такое идентификатор microsoft|где найти tenant id|где посмотреть ид клиента',
    'explain tenant': 'что такое тенант',
    'explain agreement': 'что такое mca|кто подписывает соглашение|что за клиентское соглашение|зачем соглашение',
    'explain domain': 'что писать в домене|какой домен указать|что такое onmicrosoft',
    'explain renewal':
      'сколько дней на отмену|можно ли вернуть лицензии|что такое автопродление|когда можно отменить|в течение скольких дней можно отменить',
    'explain changeLicenses': 'как изменить количество лицензий|как уменьшить лицензии',
    'explain addSubscription': 'как заказать подписку|как оформить заказ|как добавить подписку',
    'explain suspending': 'как отменить подписку|как отключить подписку клиенту',
    'explain password': 'как сбросить пароль|забыли пароль что делать|как сменить пароль админа',
    'explain ending': 'как удалить клиента|как прекратить отношения',
    'explain practice': 'это тест или по-настоящему|что такое режим практики|это демо?',
    'explain billing': 'как выставляются счета|что такое период выставления счетов|помесячная оплата',
    'explain term': 'что такое срок подписки|что такое годовое обязательство',
    'talk thanks': 'от души|пасиб|огромное спасибо за помощь|круто спасибо|ты лучший',
    'talk ok': 'понял|ясно|хм|понятно)|отлично|норм',
    'talk bye': 'пока пока|спокойной ночи|всем пока',
    'talk rude': 'ты тупой|бесполезная хрень|дурак|иди нафиг|что за бред|достал',
    'talk identity': 'ты человек?|ты кто|позови оператора|хочу поговорить с человеком|ты живой?|ты нейросеть?',
    'talk wellbeing': 'как дела|как дела?)|как жизнь|ты тут?|есть кто живой|как сам',
    'talk sorry': 'прости|сорри|ошибся|сорян|пардон опечатка|не туда написал',
    unknown:
      'не добавляй ничего ромашке|не надо заказывать для ромашки|ромашка еще не подписала, не заказывай|какая погода|позвони ромашке|выстави счет ромашке|шеф против|почему так долго|у меня не работает|ромашка думает|ни в коем случае не удаляй ромашку|это не то|закажи пиццу|когда обед|подожди с заказом ромашки|не трогай ромашку',
  },
};
