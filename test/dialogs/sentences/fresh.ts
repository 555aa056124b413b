import type { Locale } from '../../../locales/translator.ts';
import type { SentenceTable } from './written.ts';

/** Sentences as four resellers said what they wished, without a look at the grammar; it reads them by their words. */
export const freshSentences: Readonly<Record<Locale, SentenceTable>> = {
  en: {
    'invite contoso': 'invite contoso to work with us',
    'updateAccount contosoretail': 'rename Contoso Retail to Contoso Stores',
    'explain undo': 'oops, wrong customer',
    'explain reminder': 'ping me tomorrow about contoso',
    'explain comparing': 'is copilot part of e5?',
    'explain suspended': 'does suspending stop the billing?',
    'explain returning': 'how many days do we have to send licenses back',
    'order northwnd / e3 6': 'gimme 6 e3 for northwnd',
    'licenses contoso / businesspremium more 5': 'add another 5 business premium to contoso',
    'licenses fabrikam / e3 more 7': 'fabrikam wants 7 more e3',
    'licenses fourthcoffee / e3 more 10': 'fourth coffee wants 10 more e3|add 10 more e3 to fourth coffee',
    'order lucerne / e3 15': 'lucerne 15x e3 please order',
    'subscriptions alpine': 'increase alpine e3 by 10 percent|increase alpine e3 by 10%',
    'explain invoices': "how much does it cost?|what's the price of e3?|how much is copilot",
    'find fabrikam':
      "could you bring up fabrikam for me|I'm after Fabrikam's record|got fabrikam on file?|fabrikam please, if we have them|locate fabrikam|fabrikam - which one is that again?|pop open fabrikam would you|where can I see fabrikam|check fabrikam|I'd like to have a look at Fabrikam, please|pull up the account of Fabrikam|tell me about fabrikam",
    'customer fabrikam': "fabrikam's details|details on fabrikam",
    'find northwindtraders':
      "find me 'Northwind Traders'|search for “Northwind Traders”|can we open Northwind Traders?|give me Northwind Traders",
    'subscriptions fabrikam':
      "what is fabrikam subscribed to at the moment|what licences does Fabrikam hold|list everything fabrikam has with us|which products is fabrikam using|show me fabrikam's licences please|fabrikam: which plans?|I need to see the subscriptions of fabrikam|could I get an overview of fabrikam's subscriptions|number of seats at fabrikam|how many e3 does fabrikam have|what did we sell to fabrikam|fabrikam doesn't want e3 any more|fabrikam don't need E3 anymore|stop e3 for fabrikam|cancel fabrikam's e3|please suspend fabrikam|put fabrikam on hold|switch off e3 at fabrikam|turn off auto renewal for fabrikam|fabrikam hasn't paid, suspend them|don't renew fabrikam's e3|reactivate fabrikam please|terminate fabrikam's subscription|halve fabrikam's e3",
    'history fabrikam':
      "who touched fabrikam last|what was done on fabrikam's account|audit log for fabrikam|when did we onboard fabrikam|show recent changes to fabrikam|log of fabrikam please",
    'order fabrikam / e3 7':
      "fabrikam want seven E3|please order seven E3 licences for Fabrikam|get 7x E3 for fabrikam|could we get fabrikam 7 E3 please|I'd like to order 7 E3 for Fabrikam|we'd like 7 e3 for fabrikam|book 7 e3 for fabrikam|purchase 7 seats of E3 for fabrikam|fabrikam needs 7 E3 by Monday|would you add 7 E3 licenses to fabrikam, thanks|can i buy 7 e3 for fabrikam|7 e3 to fabrikam please|fabrikam would like 7 E3",
    'order northwindtraders / businessbasic 12':
      "a dozen business basic for Northwind Traders please|order a dozen business basic for 'Northwind Traders'|Northwind Traders need twelve Business Basic licences|let's get 12 Business Basic for Northwind Traders",
    'order fabrikam / visioplan2':
      "fabrikam wants visio plan 2|fabrikam is asking for Visio Plan 2|I'd like to sell visio plan 2 to fabrikam|please provision Visio Plan 2 for Fabrikam",
    'order / businesspremium 20':
      'I want to order 20 business premium|20 business premium please|we need twenty Business Premium',
    'licenses fabrikam / more 3':
      'fabrikam has three new starters, add 3 licences|fabrikam needs 3 more seats please|could you add another 3 seats to fabrikam|bump fabrikam by 3 seats|three additional licences for fabrikam|add 3 users to fabrikam',
    'licenses fabrikam / e3 more 3':
      "another 3 e3 for fabrikam|bump fabrikam's e3 up by 3|give fabrikam 3 more e3|fabrikam needs an extra 3 e3|3 additional E3 licences for fabrikam|can fabrikam get three more E3",
    'licenses fabrikam / e3 to 25':
      "fabrikam should have 25 e3|make fabrikam's E3 25|change fabrikam e3 to 25|I need fabrikam at 25 E3|take fabrikam's e3 count to 25|could you please set the E3 seats of fabrikam to 25|fabrikam e3 from 20 to 25|lower fabrikam e3 to 25|drop fabrikam's E3 to 25",
    'licenses fabrikam / fewer 2':
      'fabrikam lost two people, remove 2 licences|two seats fewer for fabrikam|drop 2 seats from fabrikam please|could you take 2 seats off fabrikam|fabrikam wants to give back 2 licences|fabrikam can do with 2 fewer seats|return 2 seats of fabrikam',
    'licenses fabrikam / e3 fewer 2':
      'fabrikam needs 2 less e3|shave 2 e3 off fabrikam|take 2 e3 off fabrikam|get rid of 2 e3 at fabrikam|order 2 e3 less for fabrikam',
    'new bluewaveltd':
      'I\'d like to add Blue Wave Ltd as a customer|please set up Blue Wave Ltd|we won a new customer: Blue Wave Ltd|could you create a customer called Blue Wave Ltd?|Blue Wave Ltd wants to become our customer|new client Blue Wave Ltd, please|add a customer named "Blue Wave Ltd"|get Blue Wave Ltd set up as a new customer|onboard Blue Wave Ltd for me',
    addCustomer:
      "got a new customer to set up|can we add somebody new|there's a new customer|I have to onboard somebody|could you help me add a customer please|I need to get a new client going|someone new signed today",
    'invite fabrikam':
      'send fabrikam our invite|could you invite Fabrikam to us please|I want fabrikam to accept us as reseller|ask fabrikam for a reseller relationship',
    'renewals 30':
      "who's up for renewal in the next 4 weeks|anything about to lapse this month?|what falls due within 30 days|renewals for the coming month please|what's lapsing over the next month|which renewals hit in the next thirty days",
    'renewals 60': 'what expires in the next 2 months|which subscriptions end within sixty days',
    export:
      "can I have my customers in a spreadsheet|dump customers to csv|I'd like the customers as an Excel file|save the list of customers as csv|I need all clients in an xlsx|spit out a csv of my customers",
    drafts:
      'carry on with what I began yesterday|which customers did I not finish|show me anything unfinished|pick up where I left|let me finish the one from yesterday|any half finished customers?',
    agenda:
      "anything urgent today?|what do I need to take care of|what's outstanding|what's on my plate|anything on fire today?|what should I look at first",
    importCustomers:
      "I've got a csv full of customers|how do I load a spreadsheet of customers|I'd like to import a list of clients",
    'explain gdap': "what on earth is GDAP|could you explain what GDAP means|gdap - what's that good for",
    'explain changeLicenses': 'how can I change the number of seats',
    'explain password': "I lost the password of the customer's admin|where's the admin password",
    'find granite':
      "hey, mind opening granite real quick?|I wanna see granite's stuff|where did granite go|let me have granite on screen|granite's file please|we've got a client called Granite, find it|remind me who Granite are",
    'subscriptions granite':
      "so what's granite got from us|can you tell me how many licences are left at granite|run me through granite's products|granite subs?|which SKUs is Granite on|what did granite purchase so far|tell me what granite is paying for each month|granite are leaving e3|granite is done with e3|kill granite's e3 please|freeze granite for now|granite want to stop visio|bring granite back from suspension",
    'history granite':
      'did anybody fiddle with granite this week|granite: who did what|what was the last thing we did for granite|give me an audit of granite',
    'order granite / e3 15':
      "granite just asked for fifteen E3|hook granite up with 15 e3|15 E3 needed at Granite|please place an order of 15 E3 for Granite|Granite are after 15 E3 licenses|stick 15 e3 on granite's account|granite require 15 E3|can granite have 15 e3 by friday|e3 for granite, 15 pieces",
    'order granite / businessbasic 24': 'two dozen business basic for granite|granite need twenty-four business basic',
    'licenses granite / more 4':
      'four more heads at granite, add 4 seats|granite is growing, 4 seats more please|add four licences on top for granite',
    'licenses granite / e3 more 4':
      "top up granite's e3 by 4|granite could use 4 more E3|an additional four e3 at granite please",
    'licenses granite / e3 to 50':
      'granite e3 needs to be 50|I want granite to have 50 e3 in total|push granite e3 to 50|granite should end up with 50 E3',
    'licenses granite / fewer 6':
      "granite laid off 6 people, drop 6 licenses|cut granite's seats by 6|six licences too many at granite|granite want 6 seats gone",
    'licenses granite / e3 fewer 6': 'trim 6 e3 from granite|we can remove six E3 at granite',
    'new redrockllc':
      'Red Rock LLC just signed with us, create them|please put Red Rock LLC into Partner Center|make Red Rock LLC a customer|start onboarding for Red Rock LLC',
    'invite granite': 'shoot granite an invitation|get granite to accept our relationship request',
  },
  'zh-TW': {
    'explain undo': '剛剛那筆反悔了',
    'explain reminder': '明天提醒我打給 contoso',
    'explain suspended': '暫停之後還要付錢嗎',
    'explain comparing': 'E5 裡面有包含 Copilot 嗎',
    'explain returning': '授權幾天內可以退',
    'licenses 北风 / e3 more 7': '北風還要 7 個 e3',
    'licenses 海德电子 / e3 more 7': '海德電子多訂7個E3',
    'find 北辰科技': '北辰科技這間公司',
    'find 松风设计': '松風設計的頁面',
    'subscriptions alpine': '把 alpine 的 e3 增加 10%',
    'explain invoices': '這個多少錢？|E3多少錢',
    'find 海德':
      '麻煩幫我找一下海德|海德在哪裡|請問我們有海德這家客戶嗎|我想看看海德|可以開海德給我看嗎|幫我叫出海德的資料|有沒有海德|打開海德|查一下海德|海德是哪家|找海德這間公司|想查海德',
    'customer 海德': '海德的資料',
    'find 晨星科技': '請找「晨星科技」|「晨星科技」在名單裡嗎|帶我去晨星科技|晨星科技的狀況|調出晨星科技',
    'subscriptions 海德':
      '海德目前訂了什麼|海德有哪些授權|海德現在用什麼方案|看海德的訂閱|列出海德所有的訂閱|海德買過哪些產品|海德有幾個 e3|請問海德有多少授權|海德訂閱清單|可不可以給我看海德的授權|我要看海德訂了哪些東西|海德不要 e3 了|海德不用 E3 了|停掉海德的 e3|取消海德的訂閱|暫停海德|海德沒繳錢，先停用|海德的 e3 不要續約|關掉海德的自動續約|恢復海德的訂閱|重新啟用海德|把海德停權|海德的 e3 減半',
    'history 海德': '海德最近改了什麼|誰動過海德|海德的異動紀錄|海德是什麼時候加進來的|上週海德做了哪些變更|海德歷程',
    'order 海德 / e3 7':
      '海德要七個 E3|麻煩幫海德訂 7 個 e3|請替海德買七套 E3|我想幫海德加購 7 個 E3 授權|海德想要 7 個 e3|可以幫海德下單 7 個 E3 嗎|海德需要七個 E3 授權|給海德 7 份 e3|7 個 e3 給海德|幫忙加 7 個 E3 給海德，謝謝|我要為海德訂購 7 個 E3|海德那邊說要 7 個 e3|替海德採購 7 個 E3|海德 7 個 e3',
    'order 晨星科技 / businessbasic 12':
      '晨星科技要一打 business basic|幫「晨星科技」訂十二個 Business Basic|請幫晨星科技買 12 個 business basic|晨星科技需要 12 個 business basic 授權',
    'order 海德 / visioplan2':
      '海德想要 visio plan 2|幫海德開 Visio Plan 2|海德要買 visio plan 2|請幫海德訂 Visio Plan 2',
    'order / businesspremium 20':
      '我要訂 20 個 business premium|需要二十個 business premium|想買 20 個 business premium',
    'licenses 海德 / more 3':
      '海德來了三個新人，加 3 個授權|再幫海德加 3 個授權|海德還要多 3 個授權|海德加三個席位|多給海德 3 個授權|海德授權增加 3 個|海德 +3',
    'licenses 海德 / e3 more 3':
      '海德再加 3 個 e3|再給海德三個 E3|海德還需要 3 個 e3|海德的 e3 多加 3 個|幫海德的 E3 加三個',
    'licenses 海德 / e3 to 25':
      '海德的 e3 改成 25|把海德的 E3 調到 25 個|海德 e3 設為 25 個|請將海德的 E3 數量改為 25|海德的 e3 從 20 改成 25|讓海德有 25 個 e3|海德的 e3 降到 25 個|海德 e3 變 25|麻煩把海德的 E3 調整為 25 個',
    'licenses 海德 / fewer 2':
      '海德有兩個人離職，減 2 個授權|海德少 2 個授權|幫海德退掉兩個授權|海德授權減少 2 個|海德不需要那麼多了，減兩個授權|收回海德 2 個授權|扣掉海德兩個授權',
    'licenses 海德 / e3 fewer 2': '海德的 e3 少 2 個|海德減兩個 e3|把海德的 E3 減掉 2 個|退掉海德 2 個 e3|海德 e3 -2',
    'new 蓝波股份有限公司':
      '我要新增藍波股份有限公司|幫我建立客戶藍波股份有限公司|有新客戶：藍波股份有限公司|請建一個叫「藍波股份有限公司」的客戶|麻煩加入藍波股份有限公司|想開新客戶藍波股份有限公司|把藍波股份有限公司加進來|註冊新客戶 藍波股份有限公司',
    addCustomer:
      '有一家新客戶要開|我要怎麼加客戶|可以幫我加客戶嗎|來新增一個客戶吧|接了一個新客戶|要來開一個新客戶|今天有人簽約，新客戶',
    'invite 海德': '發邀請給海德|請邀請海德|寄邀請函給海德|想邀海德成為我們的客戶',
    'renewals 30':
      '這個月有誰要續約|30 天內到期的有哪些|下個月要到期的訂閱|未來一個月的續約|接下來一個月有哪些會到期|未來三十天的續約有哪些',
    'renewals 60': '兩個月內會到期的訂閱',
    export: '把客戶匯出成 excel|我要客戶清單的 csv|客戶名單給我一份試算表|我需要全部客戶的 xlsx|吐一份客戶 csv 給我',
    drafts: '昨天做到一半的|我還有哪些沒做完|沒完成的客戶|讓我把昨天那個做完|有沒有做一半的客戶',
    agenda: '今天有什麼要處理|有沒有急事|我今天該做什麼|有什麼待辦|今天有什麼火燒屁股的|我先看哪個好',
    importCustomers: '我有一份客戶的 excel|怎麼匯入客戶名單|想把客戶整批匯進來',
    'explain gdap': 'GDAP 到底是什麼|請解釋一下 GDAP|GDAP 有什麼用',
    'explain changeLicenses': '要怎麼改授權數量',
    'explain password': '管理員密碼在哪裡|客戶的密碼不見了怎麼辦',
    'find 远航': '欸幫我開一下遠航|想看一下遠航那家|遠航跑去哪了|把遠航叫出來|遠航那一筆|遠航是誰啊|來看遠航',
    'subscriptions 远航':
      '遠航跟我們買了什麼|遠航還剩幾個授權|講一下遠航有什麼產品|遠航訂閱？|遠航用的是哪幾種方案|遠航到目前為止買了什麼|遠航每個月付錢的是哪些訂閱|遠航要停 e3 了|遠航 e3 用完不續|砍掉遠航的 e3 訂閱|先凍結遠航|遠航想停 visio|把遠航從停用恢復',
    'history 远航': '這週有人動遠航嗎|遠航：誰做了什麼|我們上一次幫遠航做了什麼|給我遠航的變更紀錄',
    'order 远航 / e3 15':
      '遠航剛剛要十五個 E3|幫遠航弄 15 個 e3|遠航那裡需要 15 個 E3|請下單：遠航 15 個 E3|遠航想加 15 個 E3 授權|遠航要求 15 個 E3|禮拜五前給遠航 15 個 e3|E3 十五個給遠航|遠航得買 15 套 e3',
    'order 远航 / businessbasic 24': '兩打 business basic 給遠航|遠航要二十四個 business basic',
    'licenses 远航 / more 4': '遠航多了四個人，加 4 個授權|遠航擴編，授權再多 4 個|遠航再補四個授權',
    'licenses 远航 / e3 more 4': '遠航的 e3 補 4 個|遠航 E3 還要再 4 個|另外再給遠航四個 e3',
    'licenses 远航 / e3 to 50': '遠航的 e3 要有 50 個|我要遠航總共 50 個 e3|把遠航 e3 拉到 50|遠航的 E3 應該是 50 個',
    'licenses 远航 / fewer 6':
      '遠航裁了 6 個人，拿掉 6 個授權|遠航的授權砍 6 個|遠航多了六個授權要退|遠航要少 6 個授權',
    'licenses 远航 / e3 fewer 6': '遠航的 e3 刪 6 個|可以拿掉遠航六個 E3',
    'new 红石股份有限公司':
      '紅石股份有限公司剛簽約，幫我建檔|請把紅石股份有限公司放進合作夥伴中心|讓紅石股份有限公司成為客戶|開始幫紅石股份有限公司開戶',
    'invite 远航': '丟一個邀請給遠航|請遠航接受我們的邀請',
  },
  'zh-CN': {
    unknown: '新客户必须要填统一社会信用代码吗？',
    'updateAccount fourthcoffee': '改一下Fourth Coffee的开票地址，门牌号应该是 88 号',
    'explain undo': '撤销刚才的操作|昨天给蓝色远航下错单了，能撤吗？',
    'explain reminder': '明天提醒我联系contoso',
    'explain comparing': 'E5里包含Copilot吗',
    'explain returning': '许可证几天内能退啊',
    'licenses 北风 / e3 more 7': '北风还要 7 个 e3',
    'find 松风设计': '松风设计的页面',
    'subscriptions alpine': '把 alpine 的 e3 增加 10%',
    'explain invoices': '这个多少钱？|E3多少钱',
    'find 海德':
      '帮我查下海德|麻烦调一下海德的资料|海德在不在我们这儿|能不能打开海德|我想看一下海德|给我看海德|海德这个客户|有海德吗|看看海德的情况|海德的信息发我一下|搜一下海德|请找出海德|定位到海德',
    'find 晨星科技': '找“晨星科技”|“晨星科技”是咱们的客户吗|进入晨星科技|打开一下晨星科技',
    'customer 晨星科技': '晨星科技的详情',
    'subscriptions 海德':
      '海德现在都订了啥|海德有哪些许可证|海德在用什么套餐|看下海德的订阅|列一下海德的全部订阅|海德买了哪些产品|海德有多少个 e3|海德一共多少许可|海德订阅列表|能给我看看海德的订阅吗|海德都开通了什么|海德不要 e3 了|海德用不着 E3 了|停了海德的 e3|取消海德的订阅|暂停海德|海德没付款，先停掉|海德的 e3 别续了|关闭海德的自动续订|恢复海德的订阅|重新激活海德|把海德停了|海德的 e3 减半',
    'history 海德': '海德最近有什么改动|谁动过海德|海德的操作记录|海德啥时候加进来的|上周对海德做了什么|海德变更历史',
    'order 海德 / e3 7':
      '海德要七个 E3|麻烦给海德下 7 个 e3|请帮海德买七个 E3 许可|我想给海德订 7 个 E3|海德想要 7 个 e3|能帮海德订购 7 个 E3 吗|海德需要七个 E3 许可证|给海德来 7 个 e3|7 个 e3 给海德|给海德开通 7 个 E3，谢谢|要为海德采购 7 个 E3|海德那边要 7 个 e3|替海德下单 7 个 E3|海德 7 个 e3',
    'order 晨星科技 / businessbasic 12':
      '晨星科技要一打 business basic|给“晨星科技”订十二个 Business Basic|请给晨星科技买 12 个 business basic|晨星科技需要 12 份 business basic',
    'order 海德 / visioplan2':
      '海德想买 visio plan 2|给海德开个 Visio Plan 2|海德要 visio plan 2|麻烦给海德订 Visio Plan 2',
    'order / businesspremium 20':
      '我要订 20 个 business premium|需要二十个 business premium|想采购 20 个 business premium',
    'licenses 海德 / more 3':
      '海德来了三个新员工，加 3 个许可|再给海德加 3 个许可证|海德还差 3 个许可|海德加三个席位|给海德多加 3 个许可|海德的许可增加 3 个|海德 +3',
    'licenses 海德 / e3 more 3':
      '海德再加 3 个 e3|再给海德三个 E3|海德还要 3 个 e3|海德的 e3 多加 3 个|把海德的 E3 加三个',
    'licenses 海德 / e3 to 25':
      '海德的 e3 改成 25|把海德的 E3 调到 25 个|海德 e3 设成 25 个|请把海德的 E3 数量改为 25|海德的 e3 从 20 改到 25|让海德有 25 个 e3|海德的 e3 降到 25 个|海德 e3 变成 25|麻烦把海德的 E3 调整为 25 个',
    'licenses 海德 / fewer 2':
      '海德走了两个人，减 2 个许可|海德少 2 个许可|给海德退两个许可证|海德的许可减少 2 个|海德用不了那么多，减两个许可|收回海德 2 个许可|扣掉海德两个许可',
    'licenses 海德 / e3 fewer 2': '海德的 e3 少 2 个|海德减两个 e3|把海德的 E3 减掉 2 个|退掉海德 2 个 e3|海德 e3 -2',
    'new 蓝波有限公司':
      '我要添加蓝波有限公司|帮我新建客户蓝波有限公司|来了个新客户：蓝波有限公司|建一个叫“蓝波有限公司”的客户|麻烦加一下蓝波有限公司|想开新客户蓝波有限公司|把蓝波有限公司加进来|注册新客户 蓝波有限公司',
    addCustomer:
      '有个新客户要开户|怎么加客户呀|能帮我加个客户吗|咱们加个客户吧|签了一个新客户|要开一个新客户|今天有人签了，新客户',
    'invite 海德': '给海德发邀请|请邀请海德|发邀请函给海德|想邀请海德做我们的客户',
    'renewals 30':
      '这个月谁要续订|30 天内到期的有哪些|下个月到期的订阅|未来一个月的续订|接下来一个月有哪些会到期|未来三十天的续订有哪些',
    'renewals 60': '两个月内到期的订阅|六十天内要续订的',
    export:
      '把客户导成 excel|我要客户名单的 csv|下载全部客户|客户列表给我一份表格|我需要全部客户的 xlsx|吐一份客户 csv 给我',
    drafts: '昨天弄了一半的|我还有啥没做完|接着上次的来|没完成的客户|让我把昨天那个做完|有没有做一半的客户',
    agenda: '今天要处理啥|有没有着急的事|我今天该干嘛|有什么待办|今天有啥火烧眉毛的|我先看哪个好',
    importCustomers: '我有一份客户 excel|怎么导入客户名单|想批量导客户',
    'explain gdap': 'GDAP 到底是啥|解释一下 GDAP 是什么|GDAP 有啥用',
    'explain changeLicenses': '怎么改许可数量',
    'explain password': '管理员密码在哪儿|客户密码丢了怎么办',
    'find 远航': '哎帮忙开下远航|想瞅一眼远航|远航去哪了|把远航调出来|远航那条|远航是谁呀|来看看远航',
    'subscriptions 远航':
      '远航从我们这买了啥|远航还剩几个许可|说说远航都有什么产品|远航订阅？|远航用的哪几种套餐|远航到目前买了哪些|远航每月付费的是哪些订阅|远航要停 e3 了|远航 e3 用完不续|砍掉远航的 e3 订阅|先冻结远航|远航想停 visio|把远航从停用恢复',
    'history 远航': '这周有人动过远航没|远航：谁干了什么|我们上次给远航做了什么|给我远航的变更记录',
    'order 远航 / e3 15':
      '远航刚要了十五个 E3|给远航弄 15 个 e3|远航那儿需要 15 个 E3|请下单：远航 15 个 E3|远航想加 15 个 E3 许可|远航要求 15 个 E3|周五前给远航 15 个 e3|E3 十五个给远航|远航得买 15 套 e3',
    'order 远航 / businessbasic 24': '两打 business basic 给远航|远航要二十四个 business basic',
    'licenses 远航 / more 4': '远航多了四个人，加 4 个许可|远航扩招，许可再多 4 个|远航再补四个许可',
    'licenses 远航 / e3 more 4': '远航的 e3 补 4 个|远航 E3 还要再 4 个|另外再给远航四个 e3',
    'licenses 远航 / e3 to 50': '远航的 e3 要有 50 个|我要远航总共 50 个 e3|把远航 e3 拉到 50|远航的 E3 应该是 50 个',
    'licenses 远航 / fewer 6':
      '远航裁了 6 个人，拿掉 6 个许可|远航的许可砍 6 个|远航多了六个许可要退|远航要少 6 个许可',
    'licenses 远航 / e3 fewer 6': '远航的 e3 删 6 个|可以拿掉远航六个 E3',
    'new 红石有限公司':
      '红石有限公司刚签约，帮我建档|请把红石有限公司录进合作伙伴中心|让红石有限公司成为客户|开始给红石有限公司开户',
    'invite 远航': '丢个邀请给远航|让远航接受我们的邀请',
  },
  ru: {
    'explain reminder': 'напомни завтра про контосо',
    'explain suspended': 'за приостановленную подписку платить надо?',
    'explain comparing': 'copilot входит в e5?',
    'explain returning': 'сколько дней чтоб сдать лицензии назад',
    'subscriptions блуйондер': 'скинь подписки блу йондер',
    'subscriptions alpine': 'alpine больше не нужен e3',
    'explain invoices': 'сколько стоит e3',
    'find лютик':
      'открой-ка Лютик|глянь Лютик|а Лютик у нас числится?|не могли бы вы найти Лютик|мне бы Лютик посмотреть|расскажи про Лютик|есть такой клиент Лютик?|найди, будь добр, ООО «Лютик»|ищу Лютик|проверь Лютик',
    'find лютика': 'выведи карточку Лютика',
    'find лютику': 'инфо по Лютику',
    'customer лютика': 'данные Лютика',
    'find северныйветер':
      'найдите, пожалуйста, «Северный ветер»|покажи Северный ветер|хочу посмотреть компанию "Северный ветер"|клиент Северный ветер',
    'find северномуветру': 'перейди к Северному ветру',
    'subscriptions лютика':
      'что подключено у Лютика|сколько лицензий у Лютика|какие продукты у лютика|подписки лютика покажи|перечень подписок Лютика|сколько e3 у лютика|отключи e3 у лютика|отмени подписку Лютика|выключи автопродление у Лютика|не продлевать e3 лютика|возобнови подписку лютика|расторгни подписку Лютика|сократи e3 лютика вдвое',
    'subscriptions лютиком': 'какие лицензии числятся за Лютиком',
    'subscriptions лютик':
      'чем пользуется Лютик|что Лютик у нас покупает|за что платит Лютик|на что подписан Лютик|приостанови Лютик|Лютик не заплатил, приостановите его|заблокируй лютик|лютик отказался от e3',
    'history лютика': 'кто менял что-то у Лютика|последние изменения у Лютика',
    'history лютиком': 'что делали с Лютиком на прошлой неделе',
    'history лютику': 'журнал изменений по Лютику|история по Лютику',
    'history лютик': 'когда завели Лютик',
    'order лютику / e3 7':
      'Лютику нужно семь E3|оформи Лютику 7 лицензий E3|не могли бы вы добавить 7 E3 Лютику?|надо 7 e3 лютику|продай лютику 7 штук e3|подключи лютику семь e3',
    'order лютика / e3 7':
      'закажите, пожалуйста, 7 E3 для Лютика|хочу купить для Лютика 7 e3|докупи 7 e3 для лютика|7 e3 для Лютика|можно заказать 7 e3 для Лютика',
    'order лютик / e3 7': 'добавьте семь лицензий E3 клиенту Лютик|Лютик просит 7 E3|нужны 7 E3 на Лютик',
    'order северноговетра / businessbasic 12': 'дюжину business basic для Северного ветра',
    'order северномуветру / businessbasic 12':
      '«Северному ветру» двенадцать Business Basic|купить 12 Business Basic Северному ветру',
    'order северныйветер / businessbasic 12': 'закажи двенадцать business basic для «Северный ветер»',
    'order лютик / visioplan2': 'Лютик хочет visio plan 2|оформите visio plan 2 на Лютик',
    'order лютику / visioplan2': 'подключи Лютику Visio Plan 2|лютику нужен visio plan 2',
    'order / businesspremium 20':
      'хочу заказать 20 business premium|нужно двадцать business premium|закажи 20 business premium',
    'licenses лютика / more 3': 'у Лютика три новых сотрудника, добавь 3 лицензии|увеличь число лицензий Лютика на 3',
    'licenses лютику / more 3':
      'Лютику ещё 3 места|добавь ещё три лицензии Лютику|накинь лютику 3 лицензии|прибавь Лютику три лицензии|лютику +3',
    'licenses лютику / e3 more 3': 'ещё 3 e3 лютику|Лютику нужно ещё три E3|добавь лютику ещё 3 e3',
    'licenses лютик / e3 more 3': 'подними e3 у лютика на 3',
    'licenses лютика / e3 more 3': 'плюс 3 e3 для лютика',
    'licenses лютика / e3 to 25':
      'пусть у лютика будет 25 e3|измени количество E3 у Лютика на 25|e3 у лютика должно стать 25|доведи e3 лютика до 25|e3 лютика с 20 до 25',
    'licenses лютику / e3 to 25': 'поставь лютику 25 e3|установите, пожалуйста, Лютику 25 лицензий E3',
    'licenses лютик / e3 to 25': 'сделай лютику e3 25|снизь e3 лютика до 25',
    'licenses лютику / fewer 2': 'Лютику на 2 лицензии меньше|убавь лютику две лицензии',
    'licenses лютика / fewer 2':
      'сними с Лютика 2 лицензии|у Лютика уволились двое, убери 2 лицензии|сократи лицензии Лютика на 2|верни 2 лицензии лютика',
    'licenses лютик / fewer 2': 'Лютик отказывается от двух лицензий',
    'licenses лютика / e3 fewer 2': 'на 2 e3 меньше для лютика|отними у лютика 2 e3|сними 2 e3 у Лютика',
    'licenses лютику / e3 fewer 2': 'минус 2 e3 лютику',
    'licenses лютик / e3 fewer 2': 'удали две e3 у Лютика',
    'subscriptions лютику': 'Лютику больше не нужен e3',
    'new ооосиняяволна':
      'заведи, пожалуйста, ООО «Синяя волна»|у нас новый клиент: ООО «Синяя волна»|добавьте клиента ООО Синяя волна|надо зарегистрировать ООО «Синяя волна»|хочу завести клиента ООО «Синяя волна»|создай клиента с названием ООО «Синяя волна»|внеси ООО «Синяя волна» как нового клиента|подключаем нового клиента ООО «Синяя волна»',
    addCustomer:
      'как мне завести клиента|надо бы нового клиента добавить|заведём клиента|можешь помочь добавить клиента|надо завести новенького клиента|сегодня подписали нового клиента',
    'invite лютику': 'отправь Лютику приглашение',
    'invite лютик': 'пригласите Лютик к нам|хочу пригласить Лютик',
    'invite лютика': 'вышли приглашение для Лютика',
    'renewals 30':
      'у кого в ближайший месяц продление|что закончится в течение 30 дней|что истекает в этом месяце|продления на месяц вперёд|что слетит в ближайший месяц|какие продления в ближайшие тридцать дней',
    'renewals 60': 'что истекает в ближайшие два месяца|какие подписки кончаются через шестьдесят дней',
    export:
      'хочу список клиентов в csv|сохрани клиентов в файл|дай клиентов таблицей|нужны все клиенты в xlsx|сделай csv с моими клиентами',
    drafts:
      'продолжить вчерашнее|покажи незаконченное|где мои незавершённые заявки|давай доделаем вчерашнего|есть недоделанные клиенты?',
    agenda:
      'что у меня сегодня|что требует внимания|чем мне заняться сегодня|что сегодня горит|на что посмотреть в первую очередь',
    importCustomers: 'у меня таблица с клиентами|как загрузить клиентов из таблицы|хочу загрузить список клиентов',
    'explain gdap': 'объясни, что значит GDAP|что за GDAP такой|gdap - для чего он',
    'explain password': 'где взять пароль администратора|потерял пароль админа клиента',
    'find гранит':
      'а ну-ка открой гранит|мне нужен клиент Гранит|куда делся гранит|хочу глянуть на Гранит|вытащи Гранит|напомни, кто такие Гранит',
    'find гранита': 'дай карточку Гранита',
    'subscriptions гранит':
      'что у гранита есть|расскажи, что покупал Гранит|на каких тарифах Гранит|за какие подписки платит Гранит|гранит подписки|чего и сколько у гранита|гранит уходит с e3|заморозь пока гранит|гранит хочет отказаться от visio|верни гранит из приостановки',
    'subscriptions гранита': 'сколько там у Гранита лицензий|прекрати e3 у гранита',
    'history гранит': 'кто на этой неделе трогал гранит',
    'history гранита': 'что последнее делали для Гранита|отчёт об изменениях Гранита|что там меняли у гранита',
    'order гранит / e3 15': 'гранит просит пятнадцать E3|гранит заказал 15 e3',
    'order гранита / e3 15': 'сделай заказ 15 E3 для Гранита|хотелось бы 15 e3 для гранита',
    'order граниту / e3 15':
      'Граниту надо 15 лицензий e3|возьмём граниту 15 e3|выпиши Граниту 15 E3|15 E3 Граниту, будьте добры|нужно купить граниту 15 штук e3',
    'order граниту / businessbasic 24': 'две дюжины business basic граниту|граниту двадцать четыре business basic',
    'licenses гранита / more 4': 'у гранита плюс четыре человека, добавь 4 лицензии',
    'licenses граниту / more 4': 'граниту не хватает 4 лицензий|докинь граниту ещё 4 места',
    'licenses граниту / e3 more 4': 'увеличь граниту e3 на 4|Граниту ещё бы 4 E3|дополнительно четыре e3 граниту',
    'licenses гранита / e3 to 50': 'сделай так, чтобы у гранита было 50 e3|подними e3 гранита до 50',
    'licenses гранит / e3 to 50': 'гранит: e3 должно быть 50',
    'licenses граниту / e3 to 50': 'поменяй граниту e3 на 50',
    'licenses гранит / fewer 6':
      'гранит сократил 6 человек, убери 6 лицензий|урежь гранит на 6 лицензий|гранит хочет вернуть шесть лицензий',
    'licenses гранита / fewer 6': 'у гранита 6 лишних лицензий',
    'licenses гранита / e3 fewer 6': 'убери шесть e3 у гранита',
    'licenses граниту / e3 fewer 6': 'граниту на 6 e3 меньше',
    'subscriptions граниту': 'e3 граниту уже не нужны',
    'new оооалмаз':
      'ООО «Алмаз» подписало договор, заведи их|занеси ООО «Алмаз» в Центр партнёров|сделай ООО «Алмаз» клиентом|начни оформление ООО «Алмаз»',
    'invite граниту': 'кинь Граниту приглашение',
    'invite гранит': 'нужно, чтобы Гранит принял наше приглашение',
  },
};
