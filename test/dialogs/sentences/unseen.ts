import type { Locale } from '../../../locales/translator.ts';
import type { SentenceTable } from './written.ts';

/** Sentences that were written without a look at the grammar, and measured before it was mended by their kinds. */
export const unseenSentences: Readonly<Record<Locale, SentenceTable>> = {
  en: {
    'find tailspin':
      'do we have tailspin?|is Tailspin one of ours|have we got tailspin in the list|look for tailspin|look up Tailspin for me real quick|show tailspin|go to tailspin|pull tailspin|what do we know about tailspin',
    'name tailspin': 'tailspin please|tailspin|Tailspin?|info@tailspin.example',
    'name wingtiptoys': 'wingtip toys|Wingtip Toys,',
    'subscriptions tailspin':
      'what does tailspin have|what has tailspin bought|which licenses does tailspin have|show licenses for tailspin|how many seats does tailspin have|tailspin licenses|what is tailspin paying for|list of subscriptions at tailspin|what’s tailspin subscribed to|tailspin’s subs',
    'history tailspin':
      'what did we change for tailspin lately|who added tailspin|when was tailspin added|tailspin history|changelog for tailspin|what happened with tailspin last week',
    'order tailspin / businesspremium 12':
      '12 business premium for tailspin|tailspin needs 12 business premium seats|can you get tailspin 12 business premium|put 12 business premium on tailspin|sell tailspin 12 business premium|Tailspin would like to buy 12 licenses of Business Premium|buy a dozen business premium for tailspin',
    'order tailspin / microsoft365businesspremium 12': 'order 12 x m365 business premium for tailspin',
    'order tailspin / exchangeonlineplan1 3':
      '3 exchange online plan 1 for tailspin|three exchange online (plan 1) licenses for tailspin please|add 3x Exchange Online Plan 1 to Tailspin',
    'order tailspin / teams': 'i need teams for tailspin|add teams to tailspin',
    'licenses tailspin / more 2':
      'two more licenses for tailspin|tailspin hired two people, add 2 licenses|add 2 seats to tailspin|give tailspin 2 more|tailspin +2|2 extra seats for tailspin',
    'licenses tailspin / e3 to 40':
      'set tailspin e3 to 40|tailspin e3 = 40|change e3 at tailspin from 35 to 40|tailspin: 40 E3|make it 40 e3 for tailspin|bring tailspin up to 40 e3',
    'licenses tailspin / fewer 4':
      'take 4 licenses away from tailspin|tailspin needs 4 fewer licenses|reduce tailspin by 4|4 less for tailspin|cut 4 seats at tailspin|remove four licenses from tailspin',
    'new wingtiptoysllc':
      'new customer: Wingtip Toys LLC|add Wingtip Toys LLC|onboard Wingtip Toys LLC|sign up Wingtip Toys LLC|please register Wingtip Toys LLC as customer|we have a new client, Wingtip Toys LLC|create tenant for Wingtip Toys LLC',
    'invite tailspin':
      'invite tailspin|send tailspin an invite|send a reseller link to tailspin|request relationship with tailspin',
    'renewals 30':
      'what renews this month|anything expiring next month?|renewals next 4 weeks|which contracts are ending in the next 30 days|who renews this month|what expires next month|what’s due in 30 days|which customers renew next month|whose subscriptions run out this month',
    'renewals 60': 'renewals in the next two months|what expires within 60 days',
    'renewals 90': 'renewals this quarter|what is up for renewal|what’s expiring soon',
    export:
      'export all customers to excel|give me the customer list as csv|download my customers|customers as excel|download the client list|send me all customers in excel|export subscriptions as csv|csv of my customers please',
    drafts:
      'where was I|open my last draft|what have I not finished|continue my draft|unfinished stuff|go back to my draft',
    agenda:
      'what should I do today|anything to do?|what’s on today|what needs me today|what’s waiting|my tasks for today|anything waiting for me',
    importCustomers:
      'I have an excel sheet with customers|upload spreadsheet|import a csv|bulk upload|import this list|bulk add customers',
    cancel: 'nah forget it|abort this|cancel|stop this',
    back: 'oops go back|one card back',
    licenseChart: 'how many licenses do we have by product|pie chart please',
    'explain gdap': 'explain gdap to me',
    'explain tenant': 'what does tenant mean',
    'explain undo': 'can I undo this',
    'explain password': 'where do I find the password',
    'talk thanks': 'cheers mate|thx a lot|that was helpful, thank you',
    'talk bye': 'see you tomorrow|bye for now',
    'talk wellbeing': 'how are things|how’s it going',
    'language ru': 'can we speak russian',
    unknown:
      'do not add tailspin|don’t touch the licenses of tailspin|how is the weather in Seattle|lucerne, where are they',
    'find proseware':
      'Proseware, do we have them?|can u find proseware|search proseware|take me to proseware|open proseware|is there a proseware in our customers|need to see proseware',
    'customer proseware': 'proseware info please',
    'name adatum': 'Adatum|adatum.example',
    'find adatum': 'who is adatum',
    'subscriptions adatum':
      'adatum subscriptions please|what did adatum order|see adatum subs|which products does adatum use|how many licenses has adatum|are there licenses at adatum',
    'history adatum': 'adatum audit log|who changed adatum|show me what happened at adatum|adatum changes',
    'order adatum / e5 20':
      'order 20 e5 for adatum|adatum wants twenty e5|20 x E5 for Adatum|please buy 20 e5 licenses for adatum|adatum is asking for 20 e5|we need 20 e5 for adatum',
    'order adatum / copilot': 'add copilot to adatum|adatum wants copilot|sell copilot to adatum',
    'licenses adatum / more 6':
      'add 6 more licenses to adatum|adatum needs 6 more seats|increase adatum by 6|six more seats for adatum',
    'licenses adatum / to 55':
      'change adatum to 55|set adatum licenses to 55|adatum from 50 to 55|adatum should have 55 licenses|put adatum at 55',
    'licenses adatum / fewer 3':
      'remove 3 seats from adatum|adatum wants to drop 3 licenses|3 fewer for adatum|adatum -3',
    'new humongousinsuranceinc':
      'add customer Humongous Insurance Inc|create Humongous Insurance Inc|new client: Humongous Insurance Inc|Humongous Insurance Inc is a new customer|let’s onboard Humongous Insurance Inc',
    'invite adatum': 'invite adatum please|send an invitation to adatum|invitation for adatum',
    'explain mpnId': 'what’s an MPN ID',
    'explain renewal': 'how long can I cancel a subscription',
    'explain billing': 'what does billing frequency mean',
    'talk ok': 'sounds good',
    'find lucerne':
      'hey can you find me lucerne|bring up the card of lucerne|I want to look at lucerne|check lucerne|customer lucerne|show me the customer lucerne please',
    'name gotlucerne': 'got lucerne?',
    'subscriptions lucerne':
      'lucerne: subscriptions|what’s lucerne on|lucerne license overview|which plan is lucerne on|does lucerne have e3|subscriptions for lucerne|cancel lucerne’s subscription|when does lucerne renew|pause lucerne',
    'history lucerne': 'log of lucerne|lucerne history please|what’s been done for lucerne|who ordered for lucerne',
    'order lucerne / e3 15':
      '15 e3 lucerne|order lucerne 15 e3|I’d like 15 E3 for lucerne|can lucerne get 15 e3|fifteen E3 licences for Lucerne',
    'order lucerne / visio': 'visio for lucerne|lucerne would like visio|please add visio for lucerne',
    'licenses lucerne / more 3':
      'lucerne needs three more|three more seats lucerne|add three users to lucerne|+3 for lucerne',
    'licenses lucerne / to 80': 'lucerne 80 seats|lucerne to 80|raise lucerne to 80 licenses|lucerne now has 80 users',
    'licenses lucerne / fewer 5':
      'lucerne has 5 too many|drop 5 licenses at lucerne|lucerne minus 5|give back 5 seats of lucerne',
    'new fourthcoffeecorp':
      'fourth coffee corp is a new client|add customer: Fourth Coffee Corp|please onboard Fourth Coffee Corp|add Fourth Coffee Corp to partner center',
    renewals: 'show expiring subscriptions|renewals overview',
    startOver: 'let’s start again',
    help: 'what are my options|how do I use this thing',
    'explain reseller': 'who is an indirect reseller',
    'explain addOn': 'what’s an add on',
    'find relecloud': 'any info on relecloud|could you open up relecloud|let me see relecloud',
    'customer relecloud': 'relecloud profile please',
    'subscriptions relecloud':
      'what has relecloud subscribed to|relecloud seat count|give me relecloud’s licenses|relecloud plans|has relecloud got copilot|what do we bill relecloud for',
    'history relecloud': 'recent activity relecloud|relecloud change log|what was changed for relecloud',
    'order relecloud / e3 25':
      'relecloud wants 25 of e3|get 25 e3 seats for relecloud|25 new e3 licenses at relecloud|quote 25 e3 for relecloud|relecloud order 25 e3',
    'licenses relecloud / more 4':
      'relecloud could use 4 more licenses|4 additional seats at relecloud please|relecloud plus 4 seats',
    'licenses relecloud / fewer 2': 'relecloud lost 2 people, remove 2 licenses|reduce relecloud by two licenses',
    'new treyresearchltd':
      'trey research ltd wants to be a customer|add Trey Research Ltd please|new customer Trey Research Ltd',
  },
  'zh-TW': {
    'find 海德电子':
      '海德電子在嗎|有沒有海德電子這家|幫我查海德電子|找一下海德電子|我要看海德電子|打開海德電子|叫出海德電子|海德電子這個客戶在哪|我們有海德電子嗎',
    'customer 海德电子': '查海德電子的資料',
    'name 海德电子': '海德電子|海德電子？|「海德電子」',
    'name tailspin': 'tailspin|Tailspin。',
    'subscriptions 海德电子':
      '海德電子買了什麼|海德電子有哪些授權|海德電子現在有幾個授權|海德電子用什麼方案|看海德電子的訂閱|海德電子訂閱|海德電子的授權有多少|海德電子目前訂了哪些產品|列出海德電子的訂閱|海德電子訂了什麼',
    'history 海德电子':
      '海德電子的紀錄|海德電子最近改了什麼|海德電子是誰加的|海德電子什麼時候加進來的|查海德電子的歷程|海德電子之前做過哪些變更',
    'order 海德电子 / businesspremium 12':
      '海德電子要12個商務進階版|幫海德電子訂12個Business Premium|給海德電子12個business premium|海德電子加12套Business Premium|海德電子需要十二個商務進階版|下單12個Business Premium給海德電子|海德電子想買 12 個 Business Premium|替海德電子買12個商務進階版',
    'order 海德電子 / e3 7': '海德電子 E3 七個',
    'order 海德电子 / e3 7': '七個E3給海德電子|海德電子要買 7 個 E3|幫我訂 7 份 E3 給海德電子',
    'order 海德电子 / teams': '海德電子要買Teams|幫海德電子訂 Teams',
    'licenses 海德电子 / more 2':
      '海德電子多兩個授權|海德電子再加2個授權|海德電子增加兩個|幫海德電子加 2 個授權|海德電子 +2|海德電子來了兩個新人，加兩個授權',
    'licenses 海德电子 / e3 to 40':
      '海德電子E3改成40|把海德電子的E3調到40個|海德電子 E3 改 40 個|海德電子的 E3 從 35 改為 40|海德電子：40個E3',
    'licenses 海德電子 / e3 to 40': 'E3 調成 40，海德電子',
    'licenses 海德电子 / fewer 4':
      '海德電子少4個授權|海德電子減4個|把海德電子的授權減少四個|海德電子退 4 個授權|幫海德電子拿掉4個授權',
    'new 明海物流股份有限公司':
      '新增明海物流股份有限公司|新客戶 明海物流股份有限公司|幫我建明海物流股份有限公司|加一個新客戶叫明海物流股份有限公司|我們有個新客戶：明海物流股份有限公司|開通明海物流股份有限公司|把明海物流股份有限公司加進來|註冊新客戶明海物流股份有限公司',
    'invite 海德电子': '邀請海德電子|發邀請給海德電子|寄邀請連結給海德電子|跟海德電子建立轉銷商關係',
    'renewals 30':
      '這個月有哪些要續約|下個月誰到期|三十天內到期的|本月到期|30天內續約|這個月誰要續約|下個月到期的客戶|30天內誰到期|下個月要續約的|這個月誰的訂閱到期',
    'renewals 60': '兩個月內續約的有哪些|60天內到期',
    'renewals 90': '這一季要續約的',
    export:
      '匯出所有客戶|給我客戶的Excel檔|下載客戶清單|客戶清單轉成Excel|全部客戶匯出Excel|匯出訂閱成CSV|客戶名單給我CSV',
    drafts: '我剛剛做到哪|還沒填完的在哪|打開上次的草稿|繼續上次的草稿|未完成的草稿|回到我的草稿',
    agenda: '今天要做什麼|有什麼事要處理|今天的待辦|今天有什麼待辦|待辦事項|我的待辦|有沒有要我處理的',
    importCustomers: '我有一份客戶的Excel|上傳試算表|匯入Excel|批次匯入客戶|匯入這份名單|一次加很多客戶',
    cancel: '不用了|先不要了|停',
    back: '退回去|回前一頁',
    licenseChart: '各產品有多少授權|畫個圓餅圖',
    'explain gdap': 'GDAP是啥|什麼叫GDAP|為什麼需要GDAP',
    'explain password': '密碼在哪裡看',
    'explain undo': '可以復原嗎',
    'talk identity': '你是ChatGPT嗎',
    'language en': '講英文',
    unknown: '不要新增海德電子|先別動海德電子的授權',
    'find 北辰科技':
      '北辰科技有嗎|找北辰科技|幫我打開北辰科技|想看北辰科技|查一下北辰科技|北辰科技是不是我們的客戶|給我看北辰科技',
    'name adatum': 'adatum|adatum.example',
    'subscriptions 北辰科技':
      '北辰科技有什麼訂閱|列出北辰科技所有訂閱|北辰科技買了幾個授權|看看北辰科技的授權|北辰科技訂閱清單|北辰科技用了哪些產品',
    'history 北辰科技': '北辰科技的異動紀錄|誰動過北辰科技|北辰科技歷程|北辰科技上週改了什麼',
    'order 北辰科技 / e5 20':
      '幫北辰科技買20個E5|北辰科技要20個E5|20個E5給北辰科技|北辰科技想訂20個E5|替北辰科技下單20個E5|訂20套E5給北辰科技',
    'order 北辰科技 / copilot': '北辰科技要Copilot|幫北辰科技加Copilot|北辰科技想買 Copilot',
    'licenses 北辰科技 / more 6': '北辰科技再加6個授權|北辰科技多六個授權|給北辰科技加6個授權|北辰科技授權加6個',
    'licenses 北辰科技 / to 55':
      '北辰科技授權改成55|把北辰科技調到55個|北辰科技從50改成55|北辰科技的授權數量改為55|將北辰科技授權增加到55',
    'licenses 北辰科技 / fewer 3': '北辰科技退3個授權|北辰科技少3個|把北辰科技減三個授權|北辰科技 -3',
    'new 青田设计有限公司':
      '新增客戶青田設計有限公司|青田設計有限公司是新客戶|幫我新增青田設計有限公司|新客戶：青田設計有限公司|建立青田設計有限公司',
    'invite 北辰科技': '邀請北辰科技當客戶|寄邀請函給北辰科技|給北辰科技發邀請',
    renewals: '快續約的客戶|最近要續約的有哪些|續約總覽',
    'explain mpnId': 'MPN ID是什麼',
    'explain renewal': '幾天內可以取消',
    'explain billing': '月繳跟年繳差在哪',
    'talk thanks': '太好了，謝謝|很有幫助，謝謝',
    'talk ok': '好的沒問題',
    'talk bye': '先這樣，掰掰',
    'name 松风设计': '松風設計',
    'find 松风设计': '我想查松風設計|搜尋松風設計|松風設計在哪裡|看一下松風設計|幫忙找松風設計',
    'subscriptions 松风设计':
      '松風設計現在用什麼|松風設計的方案|松風設計有訂E3嗎|松風設計何時到期|暫停松風設計|取消松風設計的訂閱|松風設計有多少授權|松風設計的訂閱狀況|查松風設計的訂閱',
    'history 松风设计': '松風設計的操作記錄|松風設計做過什麼|松風設計歷史記錄|松風設計誰改的',
    'order 松风设计 / e3 15':
      '15個E3給松風設計|松風設計訂15個E3|幫松風設計下單15個E3|松風設計要加購15個E3|松風設計想要15套E3|請幫松風設計買15個E3',
    'order 松风设计 / visio': '松風設計要Visio|幫松風設計買Visio|Visio給松風設計',
    'licenses 松风设计 / more 3': '松風設計再來3個授權|松風設計加三個人|給松風設計多3個授權|松風設計要多三個授權',
    'licenses 松风设计 / to 80': '松風設計改80個授權|松風設計改為80|松風設計的人數改成80|把松風設計的授權調整為80個',
    'licenses 松风设计 / fewer 5': '松風設計減5個授權|松風設計退掉5個|把松風設計的授權減5個|松風設計多了5個要退',
    'new 四方咖啡股份有限公司':
      '四方咖啡股份有限公司要新增|新增客戶：四方咖啡股份有限公司|有新客戶四方咖啡股份有限公司|請新增四方咖啡股份有限公司|加入四方咖啡股份有限公司',
    help: '你能幫我什麼|這要怎麼用',
    'explain reseller': '間接轉銷商是誰',
    'explain addOn': '什麼是附加元件',
    'talk wellbeing': '你還好嗎',
    'talk sorry': '打錯了抱歉',
    'customer 星海贸易': '星海貿易的資料給我',
    'find 星海贸易': '我要找星海貿易|請開星海貿易',
    'find 星海貿易': '星海貿易這客戶',
    'subscriptions 星海貿易': '星海貿易買過哪些東西|星海貿易有沒有Copilot|星海貿易訂閱還有多久',
    'subscriptions 星海贸易': '星海貿易授權數|星海貿易的授權給我看|星海貿易用什麼方案呢',
    'history 星海貿易': '星海貿易最近的變更',
    'history 星海贸易': '星海貿易的變更紀錄|星海貿易改過哪些',
    'order 星海贸易 / e3 25': '星海貿易要訂25套E3|幫星海貿易加購25個E3|E3 25個給星海貿易|我要幫星海貿易買25個E3',
    'order 星海貿易 / e3 25': '星海貿易下25個E3的單',
    'licenses 星海贸易 / more 4': '星海貿易還要4個授權|幫星海貿易多加4個授權|星海貿易授權多4個',
    'licenses 星海貿易 / fewer 2': '星海貿易少了兩個人，退2個授權',
    'licenses 星海贸易 / fewer 2': '星海貿易要減兩個授權',
    'new 遠見顧問有限公司': '遠見顧問有限公司想成為客戶',
    'new 远见顾问有限公司': '幫我加遠見顧問有限公司|新客戶遠見顧問有限公司',
  },
  'zh-CN': {
    'find 海德电子':
      '海德电子在吗|有没有海德电子|帮我查下海德电子|搜一下海德电子|看看海德电子|打开海德电子|调出海德电子|海德电子是我们的客户吗|我想找海德电子',
    'customer 海德电子': '海德电子的资料',
    'name 海德电子': '海德电子|海德电子？|“海德电子”',
    'name tailspin': 'tailspin|Tailspin。',
    'subscriptions 海德电子':
      '海德电子买了啥|海德电子有哪些许可证|海德电子现在有多少许可|海德电子用的什么套餐|看海德电子订阅|海德电子的订阅|海德电子订了哪些产品|查一下海德电子有哪些订阅|海德电子有几个用户许可证|列出海德电子的订阅',
    'history 海德电子':
      '海德电子的记录|海德电子最近改过什么|海德电子谁加的|海德电子什么时候添加的|查海德电子的历史|海德电子的操作记录',
    'order 海德电子 / businesspremium 12':
      '海德电子要12个商业高级版|给海德电子下单12个Business Premium|帮海德电子买12个business premium|海德电子加12个Business Premium|海德电子需要十二个商业高级版|给海德电子开12个Business Premium|海德电子想买 12 个 Business Premium|订12个商业高级版给海德电子',
    'order 海德电子 / e3 7':
      '海德电子来7个E3|7个E3给海德电子|海德电子要买七个E3|海德电子新购7个E3|帮我给海德电子订 7 个 E3',
    'order 海德电子 / teams': '海德电子要买Teams|给海德电子加Teams',
    'licenses 海德电子 / more 2':
      '海德电子多两个许可证|海德电子再加2个许可证|海德电子增加俩|给海德电子加 2 个许可|海德电子 +2|海德电子来了两个新员工，加两个许可证',
    'licenses 海德电子 / e3 to 40':
      '海德电子E3改成40|把海德电子的E3调到40个|海德电子 E3 改 40|海德电子的 E3 从 35 改为 40|海德电子：40个E3|海德电子E3调整为40个',
    'licenses 海德电子 / fewer 4':
      '海德电子少4个许可证|海德电子减4个|把海德电子的许可证减少四个|海德电子退 4 个许可证|海德电子去掉4个许可',
    'new 明海物流有限公司':
      '新增明海物流有限公司|新客户 明海物流有限公司|帮我建一下明海物流有限公司|加个新客户叫明海物流有限公司|我们有个新客户：明海物流有限公司|给明海物流有限公司开户|把明海物流有限公司加进来|录入新客户明海物流有限公司',
    'invite 海德电子': '邀请海德电子|给海德电子发邀请|把邀请链接发给海德电子|和海德电子建立经销商关系',
    'renewals 30':
      '这个月有哪些要续费|下个月谁到期|三十天内到期的|本月到期的订阅|30天内续订|这个月谁要续费|下个月到期的客户|30天内谁到期|下个月要续费的|这个月谁的订阅到期',
    'renewals 60': '两个月内续订的有哪些|60天内到期',
    'renewals 90': '这个季度要续订的',
    export:
      '导出所有客户|给我一份客户的Excel|下载客户列表|导出客户列表|客户列表转成Excel|全部客户导出Excel|导出订阅成CSV|客户名单给我CSV',
    drafts: '我刚才填到哪了|没填完的在哪|打开上次的草稿|继续上次的草稿|未完成的草稿|回到我的草稿',
    agenda: '今天要干什么|有啥要处理的|今天的待办|今天有什么待办|待办事项|我的待办|有没有要我处理的',
    importCustomers: '我有一份客户的Excel表|上传表格|导入Excel|批量导入客户|导入这份名单|一次加很多客户',
    back: '退回去|返回上一页',
    licenseChart: '各产品有多少许可证|画个饼图',
    'explain gdap': 'GDAP是啥|啥叫GDAP|为什么需要GDAP',
    'explain password': '密码在哪看',
    'explain undo': '能撤销吗',
    'talk thanks': '多谢啦|太好了，谢谢|很有帮助，谢谢',
    'talk wellbeing': '你怎么样|你还好吗',
    'language en': '说英文|可以用英语吗',
    unknown: '不要添加海德电子|先别动海德电子的许可证',
    'find 北辰科技':
      '北辰科技有吗|找北辰科技|帮我打开北辰科技|想看北辰科技|北辰科技这家公司|查一下北辰科技|北辰科技是不是我们的客户|给我看北辰科技',
    'name adatum': 'adatum|adatum.example',
    'subscriptions 北辰科技':
      '北辰科技有什么订阅|列出北辰科技所有订阅|北辰科技买了几个许可证|看看北辰科技的许可证|北辰科技订阅列表|北辰科技用了哪些产品',
    'history 北辰科技': '北辰科技的变更记录|谁动过北辰科技|北辰科技历史|北辰科技上周改了什么',
    'order 北辰科技 / e5 20':
      '帮北辰科技买20个E5|北辰科技要20个E5|20个E5给北辰科技|北辰科技想订20个E5|给北辰科技下单20个E5|订20套E5给北辰科技',
    'order 北辰科技 / copilot': '北辰科技要Copilot|给北辰科技加Copilot|北辰科技想买 Copilot',
    'licenses 北辰科技 / more 6':
      '北辰科技再加6个许可证|北辰科技多六个许可证|给北辰科技加6个许可证|北辰科技许可证加6个',
    'licenses 北辰科技 / to 55':
      '北辰科技许可证改成55|把北辰科技调到55个|北辰科技从50改成55|北辰科技的许可证数量改为55|将北辰科技许可证增加到55',
    'licenses 北辰科技 / fewer 3': '北辰科技退3个许可证|北辰科技少3个|把北辰科技减三个许可证|北辰科技 -3',
    'new 青田设计有限公司':
      '添加客户青田设计有限公司|青田设计有限公司是新客户|帮我添加青田设计有限公司|新客户：青田设计有限公司|创建青田设计有限公司',
    'invite 北辰科技': '邀请北辰科技做客户|发邀请函给北辰科技|给北辰科技发邀请',
    renewals: '快续费的客户|最近要续订的有哪些|续订总览',
    cancel: '先不要了|停',
    'explain mpnId': 'MPN ID是什么',
    'explain billing': '月付跟年付有啥区别',
    'talk ok': '好的没问题',
    'talk bye': '先这样，拜拜',
    'name 松风设计': '松风设计',
    'find 松风设计': '我想查松风设计|搜索松风设计|松风设计在哪|看一下松风设计|帮忙找松风设计',
    'subscriptions 松风设计':
      '松风设计现在用什么|松风设计的套餐|松风设计订了E3吗|松风设计啥时候到期|暂停松风设计|取消松风设计的订阅|松风设计有多少许可证|松风设计的订阅情况|查松风设计的订阅',
    'history 松风设计': '松风设计的操作日志|松风设计做过什么|松风设计历史记录|松风设计谁改的',
    'order 松风设计 / e3 15':
      '15个E3给松风设计|松风设计订15个E3|帮松风设计下单15个E3|松风设计要加购15个E3|松风设计想要15套E3|请给松风设计买15个E3',
    'order 松风设计 / visio': '松风设计要Visio|给松风设计买Visio|Visio给松风设计',
    'licenses 松风设计 / more 3': '松风设计再来3个许可证|松风设计加三个人|给松风设计多3个许可证|松风设计要多三个许可证',
    'licenses 松风设计 / to 80':
      '松风设计改80个许可证|松风设计改为80|松风设计的人数改成80|把松风设计的许可证调整为80个',
    'licenses 松风设计 / fewer 5': '松风设计减5个许可证|松风设计退掉5个|把松风设计的许可证减5个|松风设计多了5个要退',
    'new 四方咖啡有限公司':
      '四方咖啡有限公司要添加|添加客户：四方咖啡有限公司|有新客户四方咖啡有限公司|请添加四方咖啡有限公司|加上四方咖啡有限公司',
    startOver: '重新来过',
    help: '你能帮我什么|这要怎么用',
    'explain reseller': '间接经销商是谁',
    'explain addOn': '什么是附加产品',
    'talk sorry': '打错了抱歉',
    'customer 星海贸易': '星海贸易的资料给我',
    'find 星海贸易': '我要找星海贸易|请打开星海贸易|星海贸易这客户',
    'subscriptions 星海贸易':
      '星海贸易买过哪些东西|星海贸易许可证数|星海贸易的许可证给我看|星海贸易用什么套餐呢|星海贸易有没有Copilot|星海贸易订阅还有多久',
    'history 星海贸易': '星海贸易最近的变更|星海贸易的变更记录|星海贸易改过哪些',
    'order 星海贸易 / e3 25':
      '星海贸易要订25套E3|帮星海贸易加购25个E3|E3 25个给星海贸易|星海贸易下25个E3的单|我要给星海贸易买25个E3',
    'licenses 星海贸易 / more 4': '星海贸易还要4个许可证|给星海贸易多加4个许可证|星海贸易许可证多4个',
    'licenses 星海贸易 / fewer 2': '星海贸易少了两个人，退2个许可证|星海贸易要减两个许可证',
    'new 远见顾问有限公司': '远见顾问有限公司想成为客户|帮我加远见顾问有限公司|新客户远见顾问有限公司',
  },
  ru: {
    'find вектор':
      'есть у нас вектор?|вектор у нас есть?|найди мне Вектор|глянь Вектор|посмотри Вектор|покажи мне вектор|где вектор|открой Вектор|поищи клиента Вектор',
    'find вектору': 'что у нас по вектору',
    'name вектор': 'вектор|Вектор?|«Вектор»',
    'find тейлспин': 'найди тейлспин',
    'find тэйлспин': 'покажи тэйлспин',
    'subscriptions вектора':
      'что куплено у вектора|что есть у Вектора|какие лицензии у Вектора|сколько лицензий у вектора|подписки Вектора|покажи подписки вектора',
    'subscriptions вектор':
      'вектор подписки|какие подписки есть у компании Вектор|что Вектор покупал|на что подписан Вектор',
    'history вектора': 'история Вектора|что меняли у Вектора',
    'history вектор': 'кто добавил Вектор|когда добавили Вектор',
    'history вектором': 'что делали с Вектором на прошлой неделе',
    'history вектору': 'журнал изменений по Вектору',
    'order вектора / businesspremium 12': '12 бизнес премиум для Вектора|купи двенадцать business premium для вектора',
    'order вектору / businesspremium 12':
      'Вектору нужно 12 business premium|закажи Вектору 12 business premium|добавь вектору 12 бизнес премиум',
    'order вектор / businesspremium 12': 'оформи 12 Business Premium на Вектор|Вектор хочет 12 бизнес премиум',
    'licenses вектору / businesspremium to 12': 'Вектору 12 лицензий Business Premium, пожалуйста',
    'order вектору / e3 7': 'семь е3 Вектору|продай Вектору 7 E3',
    'order вектора / e3 7': '7 E3 для вектора|нужно семь E3 для Вектора',
    'order вектор / e3 7': 'Вектор просит 7 Е3',
    'order вектору / teams': 'Вектору нужен тимс',
    'order вектора / teams': 'добавь Teams для Вектора',
    'licenses вектору / more 2':
      'еще две лицензии Вектору|добавь 2 лицензии Вектору|увеличь Вектору на 2|плюс две лицензии Вектору',
    'licenses вектор / more 2': 'Вектор +2',
    'licenses вектора / more 2': 'у Вектора двое новых сотрудников, добавь 2 лицензии',
    'licenses вектор / e3 to 40': 'Вектор E3 40 штук|Вектор: 40 E3',
    'licenses вектору / e3 to 40': 'поставь Вектору 40 E3|сделай Вектору 40 е3',
    'licenses вектора / e3 to 40': 'измени E3 у Вектора с 35 на 40|увеличь E3 у Вектора до 40',
    'licenses вектора / fewer 4':
      'убери 4 лицензии у Вектора|сними с Вектора четыре лицензии|минус 4 лицензии у Вектора',
    'licenses вектору / fewer 4': 'уменьши Вектору на 4|на 4 лицензии меньше Вектору',
    'new ооосеверныйветер':
      'новый клиент ООО Северный ветер|добавь ООО Северный ветер|заведи ООО Северный ветер|зарегистрируй ООО Северный ветер|у нас новый клиент: ООО Северный ветер|подключи нового клиента ООО Северный ветер|создай клиента ООО Северный ветер|надо завести ООО Северный ветер',
    'invite вектор': 'пригласи Вектор',
    'invite вектору': 'отправь приглашение Вектору|вышли Вектору ссылку на приглашение',
    'invite вектором': 'запроси отношения с Вектором',
    'renewals 30':
      'что продлевается в этом месяце|у кого заканчивается подписка в следующем месяце|что истекает в ближайшие 30 дней|продления на 30 дней|кто продлевается в этом месяце|у кого истекает через 30 дней|кто продлевается в следующем месяце|у кого подписка кончается в этом месяце',
    'renewals 60': 'продления за два месяца|что заканчивается в течение 60 дней',
    renewals: 'что скоро истекает|покажи истекающие подписки|обзор продлений',
    'renewals 90': 'продления в этом квартале|продления на квартал',
    export:
      'выгрузи всех клиентов|выгрузи клиентов в эксель|экспорт клиентов|выгрузка клиентов в Excel|пришли всех клиентов в Excel|экспорт подписок в csv|клиентов в csv, пожалуйста',
    drafts:
      'на чем я остановился|что я не закончил|открой последний черновик|продолжи черновик|незавершенные черновики|вернуться к черновику',
    agenda:
      'что сегодня нужно сделать|какие дела на сегодня|есть что-нибудь срочное?|что меня ждет сегодня|мои дела|мои задачи на сегодня|есть что-нибудь для меня',
    importCustomers:
      'у меня есть таблица с клиентами|загрузи эксель|импорт из Excel|загрузить список клиентов|импортируй этот список|добавить много клиентов сразу',
    cancel: 'да ну забудь|прекрати',
    back: 'ой, назад|на шаг назад|вернись назад',
    licenseChart: 'сколько лицензий по продуктам|нарисуй диаграмму лицензий',
    'explain gdap': 'что за gdap|объясни про GDAP|зачем нужен GDAP',
    'explain password': 'где посмотреть пароль',
    'explain undo': 'можно ли отменить изменение',
    'talk thanks': 'спасибочки|благодарю вас|очень помогло, спасибо',
    'language en': 'давай по-английски|переключись на английский',
    unknown: 'не добавляй Вектор|не трогай лицензии Вектора|какая сегодня погода',
    'find аркаду': 'найди аркаду|покажи Аркаду|ищу Аркаду',
    'find аркада': 'Аркада у нас?|аркада где|нужна Аркада|есть ли клиент Аркада',
    'customer аркада': 'открой карточку Аркада',
    'name adatum': 'adatum|adatum.example',
    'subscriptions аркады':
      'какие подписки у Аркады|подписки Аркады покажи|сколько лицензий у Аркады|лицензии Аркады|что подключено у Аркады',
    'subscriptions аркада': 'что купила Аркада',
    'history аркады': 'история изменений Аркады|покажи историю Аркады|что изменилось у Аркады',
    'history аркаду': 'кто менял Аркаду',
    'order аркады / e5 20': 'закажи 20 E5 для Аркады',
    'order аркаде / e5 20': 'Аркаде нужно 20 E5|20 Е5 Аркаде|купи Аркаде 20 E5|добавь 20 лицензий E5 Аркаде',
    'order аркада / e5 20': 'Аркада хочет двадцать E5',
    'order аркаде / copilot': 'Аркаде нужен копилот',
    'order аркады / copilot': 'добавь Copilot для Аркады',
    'order аркада / copilot': 'Аркада хочет Copilot',
    'licenses аркаде / more 6': 'добавь Аркаде 6 лицензий|Аркаде нужно еще 6 лицензий',
    'licenses аркады / more 6': 'еще 6 лицензий для Аркады',
    'licenses аркаду / more 6': 'увеличь Аркаду на 6',
    'licenses аркаду / to 55': 'измени Аркаду на 55',
    'licenses аркады / to 55': 'у Аркады с 50 на 55|увеличь число лицензий Аркады до 55',
    'licenses аркаде / to 55': 'поставь Аркаде 55 лицензий',
    'licenses аркада / to 55': 'Аркада до 55 лицензий',
    'licenses аркады / fewer 3': 'убери у Аркады 3 лицензии',
    'licenses аркаду / fewer 3': 'уменьши Аркаду на 3',
    'licenses аркаде / fewer 3': 'минус 3 лицензии Аркаде',
    'licenses аркада / fewer 3': 'Аркада -3',
    'new заомаяк':
      'добавь клиента ЗАО «Маяк»|новый клиент ЗАО «Маяк»|создай ЗАО «Маяк»|ЗАО «Маяк» — новый клиент|хочу добавить компанию ЗАО «Маяк»',
    'invite аркаду': 'пригласи Аркаду',
    'invite аркаде': 'отправь приглашение Аркаде',
    'invite аркады': 'приглашение для Аркады',
    'explain mpnId': 'что такое MPN ID',
    'explain renewal': 'сколько дней на отмену подписки',
    'explain billing': 'чем отличается помесячная оплата',
    'talk bye': 'пока, до завтра',
    'name сириус': 'сириус',
    'find сириус': 'где Сириус|мне нужен Сириус|хочу посмотреть Сириус|проверь Сириус|клиент Сириус',
    'customer сириуса': 'покажи карточку Сириуса',
    'find сириусу': 'перейди к Сириусу',
    'subscriptions сириус':
      'Сириус: подписки|чем пользуется Сириус|когда продлевается Сириус|приостанови Сириус|что оплачивает Сириус',
    'subscriptions сириуса': 'какой тариф у Сириуса|отмени подписку Сириуса|все лицензии Сириуса',
    'find усириусаe3': 'есть ли у Сириуса E3',
    'history сириуса': 'лог Сириуса|что сделали для Сириуса|кто заказывал для Сириуса|журнал Сириуса',
    'order сириуса / e3 15':
      '15 Е3 для Сириуса|закажи для Сириуса 15 E3|хочу 15 E3 для Сириуса|оформи заказ 15 E3 для Сириуса',
    'order сириус / e3 15': 'Сириус заказал 15 E3',
    'order сириусу / e3 15': 'Сириусу пятнадцать E3',
    'order сириуса / visio': 'визио для Сириуса',
    'order сириус / visio': 'Сириус хочет Visio',
    'order сириусу / visio': 'подключи Сириусу Visio',
    'licenses сириусу / more 3': 'Сириусу нужно еще три лицензии|добавь три пользователя Сириусу|+3 лицензии Сириусу',
    'licenses сириуса / more 3': 'еще три места для Сириуса',
    'licenses сириус / to 80': 'Сириус 80 лицензий|Сириус до 80|подними Сириус до 80',
    'licenses сириуса / to 80': 'теперь у Сириуса 80 лицензий',
    'licenses сириуса / fewer 5': 'у Сириуса 5 лишних лицензий|верни 5 лицензий Сириуса',
    'licenses сириус / fewer 5': 'Сириус минус 5',
    'licenses сириусу / fewer 5': 'сократи Сириусу 5 лицензий',
    'new ооокофейня':
      'ООО «Кофейня» — новый заказчик|добавить клиента: ООО «Кофейня»|оформи нового клиента ООО «Кофейня»|внеси ООО «Кофейня»|добавьте ООО «Кофейня» в Центр партнеров',
    startOver: 'давай заново',
    help: 'чем ты можешь помочь|как этим пользоваться',
    'explain reseller': 'кто такой косвенный посредник',
    'explain addOn': 'что такое надстройка',
    'talk wellbeing': 'как поживаешь',
    'talk sorry': 'моя ошибка',
    'find маяк': 'дай информацию по Маяку|открой-ка Маяк|посмотрим Маяк|найди компанию Маяк',
    'subscriptions маяк': 'что у Маяка из подписок|есть ли у Маяка копилот|за что платит Маяк|подписки клиента Маяк',
    'subscriptions маяка': 'количество лицензий Маяка|дай лицензии Маяка',
    'history маяка': 'последние изменения Маяка',
    'history маяком': 'что происходило с Маяком',
    'history маяк': 'кто изменил Маяк',
    'order маяк / e3 25': 'Маяк хочет купить 25 E3',
    'order маяка / e3 25': '25 лицензий E3 для Маяка|нужно заказать 25 E3 для Маяка',
    'order маяку / e3 25': 'добавь Маяку 25 E3|Маяку требуется 25 E3',
    'licenses маяку / more 4': 'Маяку еще 4 лицензии|добавь 4 места Маяку',
    'licenses маяка / more 4': 'плюс 4 места для Маяка',
    'licenses маяк / fewer 2': 'у Маяка ушли двое, убери 2 лицензии',
    'licenses маяка / fewer 2': 'уменьши лицензии Маяка на 2',
    'new ооозаря': 'ООО «Заря» хочет стать клиентом|добавь, пожалуйста, ООО «Заря»|новый клиент: ООО «Заря»',
  },
};
