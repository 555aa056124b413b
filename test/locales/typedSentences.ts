import type { CommandName } from '../../dialogs/commands.ts';
import type { Locale } from '../../locales/translator.ts';

/** Sentences as people type them, by what they mean; separated by |. */
export const sentences: Readonly<Record<Locale, Readonly<Record<CommandName, string>>>> = {
  en: {
    help: 'help|HELP!!|/help|help me|Help please|**help**|<div>help</div>|help\u00A0|help&nbsp;|help\u200B|\u202Ahelp\u202C|help 🙏|what can I do?|What can you do|what can i type here|commands|menu|options|how does this work?|how do I use this|I need help|who are you|instructions|<at>Customer Desk</at> help|ｈｅｌｐ',
    hello:
      'hi|Hello!|hey there|hi)|good morning|Good evening, bot|start|/start|get started|hello 👋|home|howdy|hi again|greetings',
    addCustomer:
      'add customer|Add a customer|create customer|create a new customer|new customer please|I want to add a customer|I’d like to add a new customer|can you add a customer for me?|please register a new client|add another customer|set up a tenant|onboard a new customer|make a customer|let’s add a customer|how do I add a customer?|start a new customer|/add customer|add one more customer',
    customers:
      'customers|list|list customers|customer list|show customers|show me my customers|show all customers|list of customers|my customers|all customers|find a customer|search customers|open the customer list|view customers|who are my customers|give me the list|clients|find customer|<at>Customer Desk</at>&nbsp;customers',
    renewals:
      'renewals|Show renewals|upcoming renewals|what renews soon?|What ends soon|which subscriptions expire this month|which subscriptions are expiring soon?|expiring subscriptions|list of renewals|show me all renewals|what is up for renewal?|what expires next month|what’s expiring in 30 days?|subscription renewals|can you show me the upcoming renewals please|which licenses renew in 60 days|renewals please',
    licenseChart:
      'chart|charts|licenses overview|licenses by offer|show me a chart|show me the licenses by offer|license chart|draw a chart of licenses|a chart of all licenses please|overview|show licenses per product',
    renewalChart:
      'renewals by month|show renewals by month|renewals chart|chart of renewals|draw a graph of the renewals|renewals per month please',
    importCustomers:
      'import|import customers|import csv|import from excel|upload a file|upload customers|bulk import|import a list of customers|add many customers|add customers from a file|I want to import customers from csv|import an excel file|mass import|bulk add customers',
    several:
      'same offer for several customers|Order for several customers|bulk order|the same order for many customers|same subscription for several clients|mass order please',
    agenda:
      'what is waiting for me|agenda|my agenda|what is due today|what needs me today|morning message|stop the morning message|my to do list',
    drafts:
      'drafts|my drafts|show my drafts|continue|resume|continue where I left off|unfinished customers|open drafts|go on with my draft|list of drafts|resume draft',
    invite:
      'invite|invite a customer|invite an existing customer|send an invitation|I want to invite a customer|request a reseller relationship|invitation link|send invite to a customer',
    back: 'back|go back|previous|previous step|go back please|one step back|take me back|back to the previous card|return|last step',
    cancel:
      'cancel|stop|quit|exit|never mind|forget it|cancel this|close|abort|I changed my mind|leave|stop it|cancel please|discard draft|I give up',
    startOver:
      'start over|restart|begin again|start again|start from scratch|reset|start all over again|clear everything|from the beginning|redo|reset the form',
    language:
      'language|change language|change the language|switch language|choose my language|other language|language settings|I want to change the language|another language please',
  },
  ru: {
    help: 'справка|помощь|помоги|помогите|Помоги мне|помогите, пожалуйста|/help|меню|команды|список команд|что ты умеешь?|что вы умеете|что можно сделать|Что здесь можно сделать?|что я могу|как пользоваться ботом|как это работает?|инструкция|нужна помощь|подскажите|что делать|что дальше?|Помоги, не понимаю, что делать',
    hello:
      'привет|привет)|Привет!!!|здравствуйте|здраствуйте|доброго дня|Добрый день!!!|добрый вечер|доброе утро|/start|начать|приветствую|доброго времени суток|хай|утро доброе|добрый|главная|привет 👋',
    addCustomer:
      'добавить клиента|добавь клиента|Добавь клиента|добавьте клиента|добавить нового клиента|«добавить клиента»|создать клиента|создать нового клиента|создай клиента|новый клиент|хочу добавить клиента|мне нужно добавить нового клиента|заведи клиента|зарегистрировать клиента|добавить ещё одного клиента|давай добавим клиента|как добавить клиента?|можно добавить клиента|добавь компанию|оформить нового клиента|добавление клиента|внести клиента|добавить клиента пожалуйста|Добавь, пожалуйста, компанию|создать карточку клиента',
    customers:
      'клиенты|КЛИЕНТЫ|клиенты.|список|поиск|список клиентов|покажи клиентов|покажите клиентов|показать список клиентов|мои клиенты|все клиенты|покажи мне всех клиентов|найти клиента|найди клиента|поиск клиента|открой список клиентов|посмотреть клиентов|где мои клиенты?|выведи список клиентов|какие у меня есть клиенты|просмотр клиентов|поиск по клиентам|Выгрузи список клиентов в Excel',
    renewals:
      'продления|Продления|покажи продления|ближайшие продления|список продлений|что скоро продлевается?|что продлевается в этом месяце|какие подписки скоро заканчиваются?|какие подписки истекают|у кого заканчивается подписка|истекающие подписки|что нужно продлить|предстоящие продления подписок|покажи, пожалуйста, ближайшие продления|что скоро истекает|Покажите продления на ближайшие 30 дней',
    licenseChart:
      'диаграмма|покажи диаграмму|лицензии по предложениям|Покажи лицензии по продуктам|обзор лицензий|диаграмма лицензий|график|сколько лицензий по предложениям?',
    renewalChart:
      'продления по месяцам|покажи продления по месяцам|диаграмма продлений|график продлений по месяцам|Построй график продлений, пожалуйста',
    importCustomers:
      'импорт|импорт клиентов|импортировать клиентов|импортируй клиентов|загрузить файл|загрузи клиентов из файла|загрузить клиентов|загрузка csv|импорт из excel|массовая загрузка|добавить много клиентов|добавить клиентов из файла|добавить сразу несколько клиентов|залить таблицу|загрузить клиентов из экселя|У меня есть файл со списком клиентов',
    several: 'заказ для нескольких клиентов|одинаковый заказ нескольким клиентам|массовый заказ|Групповой заказ',
    agenda: 'что меня ждет|дела на сегодня|мои дела|утреннее сообщение|включи утреннее сообщение',
    drafts:
      'черновики|черновик|мои черновики|покажи черновики|открой черновик|продолжить|продолжи|продолжим|список черновиков|незавершённые клиенты|на чём я остановился|Хочу продолжить то, что начал вчера',
    invite:
      'пригласить|пригласить клиента|пригласи клиента|пригласите существующего клиента|отправить приглашение|отправь приглашение клиенту|приглашение|хочу пригласить клиента|выслать приглашение|ссылка для приглашения|текст приглашения|Как пригласить клиента, у которого уже есть тенант?',
    back: 'назад|вернись|вернуться|вернись назад|вернуться назад|верни назад|обратно|шаг назад|на шаг назад|предыдущий шаг|вернитесь|иди назад|к предыдущему шагу',
    cancel:
      'отмена|отмени|отменить|отмените всё|стоп|выход|выйти|закрыть|закрой|прервать|хватит|не надо|передумал|я передумала|остановись|отмени это|прекрати|завершить',
    startOver:
      'начать заново|начни заново|начать сначала|начать с начала|начать всё заново|заново|сначала|начни сначала|сброс|сбросить всё|очистить форму|давай начнём заново|перезапустить|начать с нуля',
    language:
      'язык|смени язык|сменить язык|поменять язык|поменяй язык|изменить язык|выбрать язык|другой язык|хочу сменить язык|переключить язык|на другом языке|настройки языка',
  },
  'zh-TW': {
    help: '說明|帮助|使用幫助|你能做什麼|你可以做什麼|可以做什麼|如何使用|怎麼使用|使用說明|怎麼用|指令|功能|選單|？|幫助我|請問怎麼用|這個怎麼用？|有哪些功能|我需要協助|教我|你好，請問這個怎麼用？|可以教我怎麼操作嗎？|這個機器人可以幫我做什麼？|我不會用',
    hello:
      '你好|您好|你好！|你好～|您好~|你好呀|你好啊|在嗎|早|👋你好|您好😊|哈囉|哈啰|早安|午安|嗨|開始|首頁|哈囉，有人在嗎？',
    addCustomer:
      '新增客戶|添加客戶|添加新客戶|新建客戶|加入新的客戶|新增新的客戶|建立新客戶|建立客户|我要新增客戶|我想新增客戶|我想添加客戶|新增一個客戶|新增一位客戶|請幫我新增客戶|再新增一個客戶|如何新增客戶？|新客戶|新的客戶|我想要加入一家新的公司|可以新增客戶嗎|幫我建一個新客戶|我想幫客戶開租用戶|有新的客戶要建檔|請幫我登錄新客戶的資料|教我新增客戶|你好，我要新增一家客戶|早安，我想新增客戶|新客戶要怎麼加？|有一家新公司要加進來',
    customers:
      '客戶|客戶列表|客戶清單|客户清单|所有客戶|我的客戶|全部客戶|查詢客戶|查看客戶|列出所有客戶|搜尋客戶|找客戶|顯示客戶清單|看一下客戶|請列出我的客戶|有哪些客戶|清單|尋找客戶|檢視客戶資料|我想看一下目前有哪些客戶|我想找一個客戶|客戶列表給我看|我們公司有哪些客戶',
    renewals:
      '續約|續約清單|查看續約|續订|续约|哪些訂閱即將到期？|即將到期的訂閱|近期續約|最近要續約的客戶|有哪些訂閱快到期|到期清單|請列出即將續約的訂閱|顯示所有續約|哪些客戶要續約|本月到期的訂閱|訂閱什麼時候到期|30天內到期的訂閱|下個月有哪些訂閱要續約？|最近有誰要續約|90 天內到期的訂閱有哪些|有沒有快到期的訂閱？|下週到期的授權|三個月內要續約的客戶',
    licenseChart: '圖表|图表|查看授權圖表|顯示圖表|授權總覽|各產品授權|按產品查看授權數|我想看授權圖表',
    renewalChart: '各月續約|每月續約|按月續約|續約圖表|查看每月續約圖表|每月到期訂閱',
    importCustomers:
      '匯入|汇入|匯入客戶|匯入檔案|導入|批量導入|批次匯入客戶|上傳檔案|上傳客戶|從檔案匯入|從 Excel 匯入客戶|匯入 CSV|批次新增客戶|我要匯入客戶清單|新增多個客戶|匯入 Excel 檔案|我有一份客戶名單要匯入|範本在哪裡下載',
    several: '為多個客戶訂購|幫多個客戶一起訂購相同的產品|相同的產品給多個客戶|批次訂購',
    agenda: '待辦事項|今天有什麼待辦|今天有什麼事要處理|今日待辦|早安訊息|關閉早安訊息',
    drafts:
      '草稿|我的草稿|草稿清單|草稿列表|草稿清单|繼續|繼續填寫|查看草稿|打開草稿|繼續上次的草稿|未完成的草稿|繼續上次沒填完的|我上次填到一半的資料在哪裡？|草稿在哪裡|我想繼續填剛剛的草稿',
    invite:
      '邀請|邀請客戶|我要邀請客戶|邀請現有客戶|發送邀請|寄邀請函|傳送邀請|邀請一個客戶|要求建立轉銷商關係|邀請連結|我想邀請現有的客戶|邀請已經有租用戶的客戶|請給我邀請連結|我要寄邀請信給客戶|我想邀請舊客戶',
    back: '返回|上一步|上一頁|返回上一步|回上一步|回上一頁|回上一页|返回上一頁|後退|回去|退回上一步|前一頁',
    cancel:
      '取消|停止|離開|离开|退出|放棄|算了|不要了|結束|取消這個|不用了|我不要了|請取消|關閉|先不要填了|算了，先這樣|我不想做了',
    startOver: '重新開始|重新填寫|重来|重填|重置|從頭開始|全部重填|清空|從頭來|再來一次|重設|我要重新開始|全部清空',
    language: '語言|變更語言|变更语言|更改語言|切換語言|語言設定|選擇語言|换語言|其他語言|我想換語言|中文|換成中文',
  },
  'zh-CN': {
    help: '帮助|幫助|说明|使用帮助|你能做什么|你可以做什么|能做什么|如何使用|怎么使用|怎么用|使用说明|命令|菜单|功能|？|请问怎么用|有哪些功能|我需要帮助|这个怎么用|教程|你都能干些什么',
    hello:
      '你好|您好|你好！|你好～|您好~|你好呀|你好啊|在吗|早|👋你好|您好😊|哈喽|早上好|下午好|嗨|开始|首页|回到主菜单',
    addCustomer:
      '添加客户|添加客戶|添加新客户|新建客户|新增客户|创建客户|我想添加客户|添加一个客户|我要添加客户|帮我添加一个新客户|再添加一个客户|如何添加客户？|新客户|新的客户|请添加客户|可以新增客户吗|注册客户|录入客户信息|添加一家公司|我想加个新客户|我要开一个新的租户',
    customers:
      '客户|客户列表|所有客户|我的客户|全部客户|查询客户|查看客户|列出客户|显示客户列表|搜索客户|找客户|看一下客户|有哪些客户|列表|查找客户|请列出我的客户|客户清单|打开客户列表|浏览客户|看一下我有哪些客户',
    renewals:
      '续订|续约|续费|续订清单|查看续订|續約|哪些订阅即将到期？|即将到期的订阅|近期续订|最近要续费的客户|有哪些订阅快到期|到期列表|请列出即将续订的订阅|显示所有续订|哪些客户要续约|本月到期的订阅|订阅什么时候到期|这个月要续费的客户|下个月到期的订阅有哪些|哪些订阅快到期了',
    licenseChart: '图表|圖表|查看许可证图表|显示图表|许可证概览|各产品许可证|按产品查看许可证数|我想看许可证图表',
    renewalChart: '各月续订|每月续订|按月续订|续订图表|查看每月续订图表|每月到期订阅',
    importCustomers:
      '导入|導入|导入客户|导入文件|批量导入|批量導入|批量导入客户|上传文件|上传客户|从文件导入|从 Excel 导入客户|导入 CSV|批量添加客户|我要导入客户列表|添加多个客户|怎么批量导入客户|发一份导入模板给我|模板在哪里下载',
    several: '为多个客户订购|帮多个客户一起订购相同的产品|相同的产品给多个客户|批量订购',
    agenda: '待办事项|今天有什么待办|今天有什么事要处理|今日待办|早安消息|关闭早安消息',
    drafts:
      '草稿|我的草稿|草稿箱|草稿列表|继续|继续填写|查看草稿|打开草稿|继续上次的草稿|未完成的草稿|上次没填完的接着填|有没有未完成的',
    invite:
      '邀请|邀请客户|发送邀请|我要邀请客户|邀请现有客户|请求经销商关系|邀请链接|发邀请函|邀请一个客户|我想邀请现有的客户|给客户发个邀请',
    back: '返回|上一步|上一页|返回上一步|返回上一页|后退|後退|回去|退回上一步|前一页|回到上一步|我填错了，返回上一步',
    cancel: '取消|停止|退出|离开|放弃|算了|不要了|结束|取消这个|不用了|我不要了|请取消|关闭|不填了|我要退出',
    startOver:
      '重新开始|重新填写|重新填寫|重来|重填|重置|从头开始|全部重填|清空|从头来|再来一次|我要重新开始|重设|重新来一遍',
    language: '语言|更改语言|切换语言|语言设置|选择语言|换语言|其他语言|我想换个语言|修改语言',
  },
};

/** Ways to ask for a language, by the language. */
export const askedLanguages: Readonly<Record<Locale, string>> = {
  en: 'English|english please|switch to English|in English please|切換英文介面|change language to english|английский|язык английский|на английском|говори по-английски|переключи на английский|換成英文|切換到英文|英文|说英语|切换成英语|请用英文',
  ru: 'русский|Русский|по-русски|на русском|говори по-русски, пожалуйста|давай на русском|смени язык на русский|язык русский|Russian|switch to russian|do you speak Russian?|俄文|換成俄文|用俄语|切换到俄语',
  'zh-TW':
    '繁體中文|繁体中文|繁中|正體中文|切換到繁體中文|換成繁體|請用繁體中文|Traditional Chinese|switch to traditional chinese|традиционный китайский|китайский (традиционный)|переключи на традиционный китайский',
  'zh-CN':
    '简体中文|簡體中文|简体|簡中|切换到简体中文|换成简体|请用简体中文|Simplified Chinese|change to simplified chinese|упрощенный китайский|китайский упрощённый|смени язык на упрощённый китайский',
};

/** Texts that are none of the commands, whatever words of theirs they hold. */
export const others =
  'what is the weather?|Contoso|customer Contoso|cancel the subscription of Contoso|delete customer Contoso|stop renewing|add 5 licenses to Contoso|help Contoso with licenses|invite Contoso|change licenses|back pain|English Breakfast Ltd|import duty|contract|invoice for customers in May|hello world GmbH|новости|клиент Ромашка|отменить подписку клиента|удалить клиента|добавить лицензии|продлить подписку|погода|英文系學會|客戶高山|取消訂閱|幫客戶加買授權|停用客戶的訂閱|客戶的密碼忘了怎麼辦|謝謝|刪除客戶|新增授權|新增訂閱|删除客户|取消订阅|添加许可证|客户高山滑雪|今天天氣如何|12345|constructor|__proto__|toString|ааааа|…|我想我想我想我想我想我想我想我想我想我想我想我想我想我想我想我想'.split(
    '|',
  );
