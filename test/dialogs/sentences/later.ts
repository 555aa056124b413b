import type { Locale } from '../../../locales/translator.ts';
import type { SentenceTable } from './written.ts';

/** Sentences that were written after the grammar, to see what it understands of others than it was made by. */
export const laterSentences: Readonly<Record<Locale, SentenceTable>> = {
  en: {
    'customer contoso': 'has contoso accepted our invitation?',
    back: 'wait go back one',
    'explain invoices':
      'need a quote for 40 copilot|need a quote for contoso, 40 copilot|can I get pricing on 20 e5 for contoso',
    'licenses contoso / e3 more 15':
      '15 more e3 for contoso, signed off|contoso signed off on 15 more e3|15 more e3 for contoso approved',
    'new fabrikam': 'got a new logo: Fabrikam|we landed a new account, Fabrikam',
    agenda: 'Suspended ones|suspended customers',
    'subscriptions contoso': 'until when is contoso paid?|contoso paid until when',
    'find fabrikam':
      'find me fabrikam|could you pull up fabrikam for me?|I am looking for fabrikam|lookup fabrikam|any customer called fabrikam?|where can I find fabrikam|display fabrikam|bring up Fabrikam please|search customer fabrikam|is there a client named fabrikam?|find fabrikam.de',
    'name fabrikam': 'Fabrikam|fabrikam!|fabrikam.co.uk|joe@fabrikam.net|www.fabrikam.com|fabrikam ...',
    'name northwindtraders': 'Northwind Traders|northwind traders.|"Northwind Traders"',
    'new northwindtraders':
      'add Northwind Traders as a new customer|please create a customer called Northwind Traders|set up a new customer: Northwind Traders|new client Northwind Traders|enter a new customer named Northwind Traders|I’d like to register the company Northwind Traders|Northwind Traders is a new customer|lets add the customer Northwind Traders',
    'order fabrikam / e3 7':
      'please order 7 e3 for fabrikam|fabrikam would like 7 e3|get 7 E3 for Fabrikam|7 e3 licenses for fabrikam|can we add seven e3 to fabrikam?|add 7x e3 to fabrikam|order 7 licenses of e3 for fabrikam|we want 7 e3 for fabrikam|add e3 x 7 to fabrikam',
    'order fabrikam / businessbasic 3':
      'add 3 business basic to fabrikam|buy 3 bb for fabrikam|sell fabrikam 3 business basic|fabrikam needs three business basic',
    'order northwindtraders / microsoft365e5 12':
      'add 12 microsoft 365 e5 for northwind traders|order 12 m365 e5 for Northwind Traders',
    'licenses fabrikam / to 40':
      'set fabrikam to 40 seats|fabrikam to 40|bring fabrikam to 40 licenses|reduce fabrikam to 40|fabrikam should have 40 licenses|make fabrikam 40|update the seats of fabrikam to 40|change license count of fabrikam to 40',
    'licenses fabrikam / e5 to 40':
      'fabrikam: 40 e5|fabrikam e5 to 40|change fabrikam’s e5 to 40|set e5 at fabrikam to 40',
    'licenses fabrikam / more 3':
      'give fabrikam 3 more licenses|add 3 seats to fabrikam|fabrikam needs 3 additional licenses|raise fabrikam by 3|3 extra licenses for fabrikam|buy 3 more seats for fabrikam',
    'licenses fabrikam / fewer 3':
      'take away 3 licenses from fabrikam|cut 3 licenses of fabrikam|decrease fabrikam by 3|fabrikam needs 3 fewer licenses',
    'subscriptions fabrikam':
      'what subscriptions does fabrikam have|which products does Fabrikam use?|see fabrikam subscriptions|please cancel all subscriptions of fabrikam|pause fabrikam|I want to suspend fabrikam’s subscription|fabrikam subs|licenses of fabrikam|stop the e3 of fabrikam|terminate the subscription for fabrikam|how many seats does fabrikam have|subscriptions: fabrikam',
    'history fabrikam':
      'fabrikam log|show history for fabrikam|changes of fabrikam|what changed at fabrikam?|audit log of fabrikam',
    'deleteRecord fabrikam': 'remove fabrikam|erase customer fabrikam',
    'newPassword fabrikam': 'new password for fabrikam',
    'customer fabrikam':
      'fabrikam address|what is the domain of fabrikam?|details of fabrikam|did fabrikam sign the agreement?',
    'endRelationship fabrikam': 'end relationship with fabrikam',
    'renewals 60': 'show renewals for the next 60 days|what ends in 60 days|expiring in 50 days',
    'renewals 30': 'what renews in the next 30 days?|which subscriptions expire within 20 days',
    export:
      'export this|download customers as csv|export my customers please|customer list to excel|can I get a spreadsheet of all customers',
    'invite fabrikam': 'please invite fabrikam|send fabrikam an invitation|invite the company fabrikam',
    'explain gdap': 'what’s gdap good for?|can you explain GDAP|gdap meaning|why do you need gdap',
    'explain mpnId': 'what is our partner id|mpn?|explain mpn id please',
    'explain tenant': 'what is meant by tenant|tenant meaning',
    'explain reseller': 'who is the indirect reseller|what is a reseller?',
    'explain addOn': 'what are add-ons?|explain addon',
    'explain changeLicenses': 'how can I change the number of seats?|how do we reduce licenses',
    'explain suspending': 'how do I suspend a subscription?|how can we cancel subscriptions',
    'talk thanks': 'many thanks!|thx bot|awesome, thank you so much|nice work',
    'talk bye': 'good night|cya|bye bot',
    'talk ok': 'alright|cool 😎|nope|perfect!|k',
    'talk identity': 'is this a bot?|are you real?|who made you',
    'talk rude': 'you suck|this bot is useless|damn it',
    unknown:
      'please don’t suspend fabrikam|do not order anything for fabrikam|what time is it?|who won the match yesterday|my computer is broken|can you book a flight to Paris|does it support Linux?',
  },
  'zh-TW': {
    'new 禾豐食品': '有一家新的客戶要建，禾豐食品',
    'explain invoices': '要一份 40 個 copilot 的報價|幫 contoso 報價 40 個 copilot',
    'licenses contoso / e3 more 15': 'contoso 簽核過了，再加 15 個 e3',
    'new 四海': '新簽了一家客戶：四海',
    agenda: '停用的',
    'subscriptions contoso': 'contoso 付到什麼時候|contoso什麼時候到期',
    'find 北風':
      '幫我查北風|請找北風|我想找北風|搜一下北風|北風在哪？|我們有北風這個客戶嗎|查詢北風|顯示北風|找找看北風',
    'name 北風': '北風|北風！|（北風）',
    'name 北風貿易有限公司': '北風貿易有限公司',
    'find fabrikam':
      '幫忙找 fabrikam|可以幫我查 fabrikam 嗎|fabrikam 是我們的客戶嗎|找 fabrikam.com|叫 fabrikam 的客戶|請開啟 fabrikam',
    'new 北風貿易':
      '新增北風貿易為客戶|請幫我新增客戶北風貿易|註冊客戶北風貿易|有個新客戶叫北風貿易|加入新客戶北風貿易|我們要新增客戶北風貿易|建立新客戶「北風貿易」',
    'order 北風 / e3 7':
      '請幫北風訂 7 個 e3|北風想要 7 個 e3|給北風七個 e3|替北風加購 7 個 E3|要幫北風下單 7 個 e3|幫北風開 7 個 e3|北風 7 個 e3',
    'order fabrikam / businessbasic 3':
      '幫 fabrikam 訂 3 個 business basic|fabrikam 要買 3 個商務基本版|給 fabrikam 3 個商務基本版',
    'licenses 北風 / to 40':
      '把北風調整到 40|北風改成 40 個授權|請將北風的授權數改為 40|北風的授權要改成 40|把北風的授權數量變更為 40 個|把北風加到 40',
    'licenses fabrikam / e5 to 40': '把 fabrikam 的 e5 改為 40 個|fabrikam: 40 e5|將 fabrikam 的 E5 增加到 40',
    'licenses 北風 / more 3': '北風多 3 個授權|給北風多加 3 個授權|北風要再加三個授權|幫北風再買 3 個授權',
    'licenses 北風 / fewer 3': '把北風減少 3 個授權|北風退 3 個授權|幫北風減 3 個授權',
    'subscriptions 北風':
      '我要看北風的訂閱|北風買了哪些產品|停用北風的訂閱|請暫停北風的訂閱|北風的授權數|列出北風的所有訂閱|我想取消北風的訂閱|北風有什麼訂閱|恢復北風|幫我把北風的訂閱停掉',
    'history 北風': '查看北風的變更記錄|北風的異動紀錄|顯示北風的歷程記錄|我要看北風的紀錄',
    'deleteRecord 北風': '我要刪除北風',
    'customer 北風': '北風的密碼|北風的詳細資料|北風接受合約了嗎|北風的電話',
    'newPassword 北風': '請重設北風的密碼',
    'endRelationship 北風': '解除與北風的關係',
    'updateAccount 北風': '更新北風的地址',
    'renewals 60': '60 天內有哪些訂閱到期|接下來 60 天內要續約的客戶|查看 60 天內到期的訂閱',
    'renewals 90': '未來 90 天內續約|下一季到期的訂閱',
    export: '匯出來|導出來|匯出訂閱|我要匯出客戶資料|下載所有客戶|把客戶名單匯出成 Excel|給我客戶的 excel',
    'invite 北風': '我要邀請北風|寄邀請函給北風',
    'invite fabrikam': '請邀請客戶 fabrikam',
    'explain gdap': 'gdap 的意思|請解釋 gdap|GDAP 有什麼用？|何謂 GDAP',
    'explain mpnId': '合作夥伴識別碼是什麼|mpn 是什麼意思？|MPN ID 要填什麼',
    'explain tenant': '租用戶的定義|請問租用戶是什麼？',
    'explain reseller': '轉銷商是什麼|什麼叫間接轉銷商',
    'explain agreement': 'mca 是什麼意思|解釋一下客戶合約',
    'explain changeLicenses': '要怎麼增加授權？|怎樣變更授權',
    'explain suspending': '訂閱怎麼取消|我要怎麼暫停訂閱',
    'explain password': '客戶的密碼忘了怎麼辦|管理員密碼怎麼重設',
    'talk thanks': '非常感謝！|謝啦～|感恩|做得好',
    'talk bye': '拜拜囉|下班了，掰掰|晚點見',
    'talk ok': '沒問題|知道了|好喔|不用|可以',
    'talk identity': '你是 AI 嗎？|轉真人客服',
    'talk rude': '爛死了|你有病|什麼爛機器人',
    unknown: '請不要取消北風的訂閱|別幫北風下單|現在幾點？|昨天誰贏了比賽|你喜歡吃什麼|我的電腦壞了怎麼辦',
  },
  'zh-CN': {
    'history 晨光': '晨光的E3是谁改的',
    'new 青木文化': '有个新客户要开户，青木文化',
    'explain invoices': '要一份40个copilot的报价|给我报个价，40个copilot',
    'licenses contoso / e3 more 15': 'contoso批了再加15个e3',
    'new 四海': '新签了一家：四海',
    agenda: '暂停的',
    'subscriptions contoso': 'contoso付到哪天',
    'find 北风': '帮我查北风|请找北风|我想找北风|搜一下北风|北风在哪？|我们有北风这个客户吗|查询北风|显示北风|找找北风',
    'name 北风': '北风|北风！|（北风）',
    'name 北风贸易有限公司': '北风贸易有限公司',
    'find fabrikam':
      '帮忙找 fabrikam|可以帮我查 fabrikam 吗|fabrikam 是我们的客户吗|找 fabrikam.com|叫 fabrikam 的客户|请打开 fabrikam',
    'new 北风贸易':
      '添加北风贸易为客户|请帮我添加客户北风贸易|注册客户北风贸易|有个新客户叫北风贸易|加入新客户北风贸易|我们要添加客户北风贸易|创建新客户“北风贸易”',
    'order 北风 / e3 7':
      '请给北风订 7 个 e3|北风想要 7 个 e3|给北风七个 e3|替北风加购 7 个 E3|要给北风下单 7 个 e3|帮北风开 7 个 e3|北风 7 个 e3',
    'order fabrikam / businessbasic 3':
      '给 fabrikam 订 3 个 business basic|fabrikam 要买 3 个商业基础版|给 fabrikam 3 个商业基础版',
    'licenses 北风 / to 40':
      '把北风调整到 40|北风改成 40 个许可证|请将北风的许可证数改为 40|北风的许可证要改成 40|把北风的许可证数量变更为 40 个|把北风加到 40',
    'licenses fabrikam / e5 to 40': '把 fabrikam 的 e5 改为 40 个|fabrikam: 40 e5|将 fabrikam 的 E5 增加到 40',
    'licenses 北风 / more 3': '北风多 3 个许可证|给北风多加 3 个许可证|北风要再加三个许可证|给北风再买 3 个许可证',
    'licenses 北风 / fewer 3': '把北风减少 3 个许可证|北风退 3 个许可证|给北风减 3 个许可证',
    'subscriptions 北风':
      '我要看北风的订阅|北风买了哪些产品|停用北风的订阅|请暂停北风的订阅|北风的许可证数|列出北风的所有订阅|我想取消北风的订阅|北风有什么订阅|恢复北风|帮我把北风的订阅停掉',
    'history 北风': '查看北风的变更记录|北风的操作日志|显示北风的历史记录|我要看北风的记录',
    'deleteRecord 北风': '我要删除北风',
    'customer 北风': '北风的密码|北风的详细信息|北风接受协议了吗|北风的电话',
    'newPassword 北风': '请重置北风的密码',
    'endRelationship 北风': '解除与北风的关系',
    'updateAccount 北风': '更新北风的地址',
    'renewals 60': '60 天内有哪些订阅到期|接下来 60 天内要续订的客户|查看 60 天内到期的订阅',
    'renewals 90': '未来 90 天内续订|下季度到期的订阅',
    export: '导出来|全部导出来|导出订阅|下载所有客户|给我客户的 excel',
    'invite 北风': '我要邀请北风|寄邀请函给北风',
    'invite fabrikam': '请邀请客户 fabrikam',
    'explain gdap': 'gdap 的意思|请解释 gdap|GDAP 有什么用？|何谓 GDAP',
    'explain mpnId': '合作伙伴 ID 是什么|mpn 是什么意思？|MPN ID 要填什么',
    'explain tenant': '租户的定义|请问租户是什么？',
    'explain reseller': '经销商是什么|什么叫间接经销商',
    'explain agreement': 'mca 是什么意思|解释一下客户协议',
    'explain changeLicenses': '要怎么增加许可证？|怎样更改许可证',
    'explain suspending': '订阅怎么取消|我要怎么暂停订阅',
    'explain password': '客户密码忘了怎么办|管理员密码怎么重置',
    'talk thanks': '非常感谢！|谢啦～|辛苦了|干得好',
    'talk bye': '拜拜啦|下班了，拜拜|回头见',
    'talk ok': '没问题|知道了|好哒|可以|行',
    'talk identity': '你是 AI 吗？|转人工客服',
    'talk rude': '太烂了|你有病|什么烂机器人',
    unknown: '请不要取消北风的订阅|别给北风下单|现在几点？|昨天谁赢了比赛|你喜欢吃什么|我的电脑坏了怎么办',
  },
  ru: {
    'customer вектор': 'Вектор принял наше приглашение?',
    'explain billing': 'чем отличается годовая подписка с помесячной оплатой от месячной',
    'explain invoices': 'нужен коммерческий на 40 copilot|нужно КП на 40 copilot',
    'licenses contoso / e3 more 15': 'согласовали ещё 15 e3 для contoso',
    agenda: 'приостановленные',
    'subscriptions contoso': 'до какого числа оплачено у contoso|contoso на сколько ещё оплачено',
    'find фабрика':
      'найди мне Фабрика|ищу клиента Фабрика|поищи Фабрика|а где Фабрика?|покажи, пожалуйста, клиента Фабрика|хочу посмотреть Фабрика|клиент «Фабрика»|есть ли такой клиент Фабрика?|у нас есть Фабрика?',
    'name фабрика': 'Фабрика|фабрика!|"Фабрика"',
    'find fabrikam':
      'найти клиента fabrikam|покажи fabrikam.com|найди, пожалуйста, Fabrikam|открой fabrikam|где у нас fabrikam',
    'new аовосток':
      'добавь нового клиента АО «Восток»|создать клиента АО «Восток»|заведи нового клиента АО Восток|новая компания АО «Восток»|нужно добавить клиента АО «Восток»|добавьте АО «Восток» в клиенты|оформи клиента АО Восток|давай добавим клиента АО «Восток»',
    'order fabrikam / e3 7':
      'закажите 7 e3 для fabrikam|нужно 7 e3 для fabrikam|fabrikam хочет 7 e3|подключи семь e3 клиенту fabrikam|7 лицензий e3 для fabrikam|оформите 7 e3 для компании fabrikam|надо купить 7 e3 для fabrikam|fabrikam: нужно 7 e3|добавь 7 штук e3 для fabrikam|добавь fabrikam 7 e3',
    'order фабрики / businessbasic 3': 'добавь 3 business basic для Фабрики|закажи три бизнес базовый для Фабрики',
    'licenses fabrikam / to 40':
      'поменяй fabrikam на 40|увеличь fabrikam до 40|fabrikam до 40|уменьши число лицензий fabrikam до 40|измени количество лицензий у fabrikam на 40|установи fabrikam 40 лицензий|сделай у fabrikam 40 лицензий',
    'licenses fabrikam / e5 to 40': 'fabrikam: 40 e5|измени e5 для fabrikam на 40|fabrikam 40 e5',
    'licenses fabrikam / more 3':
      'добавь 3 лицензии для fabrikam|еще 3 лицензии для fabrikam|fabrikam нужно еще 3 лицензии|увеличь количество лицензий fabrikam на 3|купи еще три лицензии для fabrikam',
    'licenses fabrikam / fewer 3':
      'убери 3 лицензии у fabrikam|верни 3 лицензии fabrikam|уменьши количество лицензий fabrikam на 3',
    'subscriptions fabrikam':
      'какие подписки есть у fabrikam|посмотреть подписки fabrikam|подписки компании fabrikam|приостановить подписку fabrikam|хочу отменить подписку fabrikam|отключи fabrikam|что есть у fabrikam?|лицензии у fabrikam|заморозь подписки fabrikam|fabrikam: подписки|покажи лицензии клиента fabrikam',
    'history fabrikam':
      'посмотреть историю fabrikam|журнал изменений fabrikam|кто менял fabrikam?|fabrikam история|что изменилось у fabrikam',
    'deleteRecord fabrikam': 'удалить клиента fabrikam',
    'customer fabrikam':
      'убери fabrikam|пароль fabrikam|контакты fabrikam|домен fabrikam|подписал ли fabrikam соглашение|покажи реквизиты fabrikam',
    'newPassword fabrikam': 'сменить пароль администратора для fabrikam',
    'endRelationship fabrikam': 'разорви отношения с fabrikam',
    'renewals 60': 'покажи продления за 60 дней|что заканчивается в ближайшие 60 дней?|продления в течение 60 дней',
    'renewals 30': 'какие подписки истекают через 30 дней|продления на 20 дней',
    export: 'выгрузи это|скачай клиентов в excel|выгрузить все подписки|экспортируй продления|клиенты в csv',
    'invite fabrikam': 'пригласить fabrikam|вышли приглашение fabrikam|пригласи компанию fabrikam',
    'explain gdap': 'расскажи, что такое GDAP|что это такое gdap|GDAP — что это?|для чего нужен GDAP',
    'explain mpnId': 'что такое код партнера|mpn id это что|откуда взять mpn id',
    'explain tenant': 'объясни слово тенант|что значит тенант',
    'explain reseller': 'кто такой торговый посредник|что такое реселлер',
    'explain agreement': 'что за соглашение|объясни mca',
    'explain changeLicenses': 'как поменять количество лицензий|как докупить лицензии',
    'explain suspending': 'как остановить подписку|как отменить подписку клиента',
    'explain password': 'как поменять пароль администратора|как восстановить пароль клиента',
    'talk thanks': 'спасибо огромное|ок спс|супер, спасибо|ты молодец',
    'talk bye': 'всего доброго|до встречи|пока бот',
    'talk ok': 'хорошо, понял|угу|окей|не|класс!',
    'talk identity': 'ты робот?|кто ты такой|с кем я разговариваю?',
    'talk rude': 'тупица|какой бред|бот дурак',
    unknown:
      'не заказывай ничего для fabrikam|пожалуйста, не приостанавливай fabrikam|который час?|кто выиграл матч вчера|у меня сломался компьютер|закажи мне пиццу|ты умеешь петь?',
  },
};
