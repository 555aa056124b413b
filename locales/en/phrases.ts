import type { Phrases } from '../phrases.ts';

/** Sentences that people type in English. */
export const phrasesEn: Phrases = {
  before:
    "er|erm|uhm|listen|look|mate|you know|yeah so|right so|anyway|hey so|nah|oops|oh|uh|um|hmm|whoops|please|pls|plz|hey|hi|hello|ok|okay|now|so|and|well|(can/could/would/will) you|(can/could/may) (i/we)|how (do/can) (i/we)|how to|(i/we) (want/need/have) to|(i/we) would like to|(i/we) d like to|i wanna|lets|let us|let me|help me[to]|go to|take me to|bring me to|open|id like to|i'd like to|i'd want to|let's|i'll|i'm going to|ill|i will|im going to|i am going to|can u|could u|would u|need to|i need|gotta|i gotta|i have to|pls can you|is it possible to|just|also|hey bot|hi bot|bot",
  after:
    'lately|recently|last week|last month|yesterday|these days|real quick|quickly|please|pls|plz|now|thanks|thank you|thx|for me|page|card|screen|asap|today|right away|right now|thank you so much|thanks a lot|cheers|if possible|mate|yet',
  commands: {
    help: 'where (do/should) i (start/begin)|(im/i am) new here|what are (my/the) options|help[me]|i need help|commands|command list|list of commands|menu|options|what (can/do/else can) you do|what can i (do/type/say/ask)[here]|what (should/do/could) i (do/type/say)[here/now]|how does (this/it)[bot] work|how (do i/do you/to) (use/work with) (this/it/the bot/this bot)|instructions|manual|faq|usage|what (is/are) (this/you)|who are you|im lost|i am lost',
    hello:
      '(hi/hello/hey/hiya/howdy/greetings/yo/hallo)[there/again/bot/customer desk/team]|good (morning/afternoon/evening/day)[there/everyone/bot/team]|start|get started|home|main menu|start page|begin|(hi/hello/hey)(all/everybody/everyone/guys)|morning|evening|afternoon|(which/what)(partner/cloud)(am i/are we)(using/on/in/under)[now]|(which/what) partner(and cloud)[am i/are we][using/on/in/under][now]',
    addCustomer:
      '(add/create/make/register/set up/setup/onboard/new/start/begin/enter)[a/an/another/one/the][brand][new/another/more](customer/client/tenant/company/customers/clients)|(add/create)|(customer/client) (add/create)|(add/create/onboard/register)[a/another][new]cust[s]|new cust|(i/we)(got/have/won)a new(customer/client)',
    customers:
      'how many (are there/are they/customers are there/clients are there)|how many[customers/clients]in total|[show/list/see/view/display/find/search/look up/search for/look for/get/browse/give][me/us][all][of][the/my/our/a/an/another][all/existing/current](customers/customer/clients/client/tenants)[list]|[show/see/view/give][me](the/my)[customer/client]list|list[of][my/our/the/all][customers/clients]|find|search|who are (my/our) customers|what customers do (i/we) have|(show/list/see)[me]all|customer(overview/directory)|[show/give/get][me][the]list of[my/our/the/all][all](customers/clients)|how many(customers/clients)do(i/we)have|where are my customers',
    importCustomers:
      'import (this/the/my) list|(i have/ive got/i got/here is)[a/an/the][whole](excel/csv/xlsx)[sheet/file/list](with/of)[all][my/our/the](customers/clients)|(upload/send)[a/the/my](sheet/excel sheet)|(import/upload/bulk import/bulk upload/mass import)[a/an/the/my/our/some][new/many/multiple/several/all][customers/customer/clients/client/csv/xlsx/excel/file/list/spreadsheet/excel file/csv file/customer list/list of customers/customer file/data][from][a/an/the/my][csv/excel/file/csv file/excel file/spreadsheet/xlsx]|(bulk/mass) add[customers]|add (many/several/multiple)[new](customers/clients)[at once/from a file/from csv/from excel]|add customers from[a/an/my](file/csv/csv file/excel/excel file/spreadsheet)|bulk|csv|excel|xlsx|upload',
    renewals:
      'renewals overview|[show/list/see][me][all][the](expiring/ending/renewing)(subscriptions/licenses)|[show/list/see/view/display/get/give/check/find][me/us][all][of][the/my/our][upcoming/next/coming][subscription/license/customer](renewal/renewals/expirations/expiries/expiry dates/renewal dates)[list][soon/this month/next month/in 30 days/in 60 days/in 90 days]|[show/list/see/view][me/us][all][the/my/our](what/which subscriptions/which licenses/which terms/which customers/subscriptions/subscriptions that/licenses that)[is/are/will](renew/renews/renewing/end/ends/ending/expire/expires/expiring/up for renewal/due for renewal/up)[soon/next/this month/next month/this week/in 30 days/in 60 days/in 90 days/within 30 days/within 60 days/within 90 days]|(expiring/ending/renewing/upcoming)[soon](subscriptions/licenses/terms)|(expiring/ending/renewing) soon|list of renewals|renewals of all customers',
    licenseChart:
      'how many (licenses/licences/seats)[do we have/do i have/are there/have we got] (by/per) (product/offer)|[draw/show][me][a](pie/bar)chart|[show/see/view/give/get/draw][me][us][a/the][license/licenses/licence/subscription/customer](chart/charts/diagram/graph/overview)[of][all][our/the/my][licenses/subscriptions/customers]|[show/see/view/give/get/how many][me][all][our/the/my](licenses/licences/seats) (by offer/by product/per offer/per product/overview)|[show/give/get][me][a](picture/chart/graph) of (licenses/all licenses/our licenses)',
    renewalChart:
      '[show/see/view/give/get/draw][me][us][a/the][chart/graph/overview][of][all][our/the/my](renewals/renewal/expirations) (by month/per month/chart/graph/month by month)|[show/see/view/give/get/draw][me][us][a/the](chart/graph/picture) of [the/our/all](renewals/expirations)[by month/per month]',
    several:
      '[the][same](offer/offers/order/orders/subscription/subscriptions/product/license) for (several/many/multiple/a few/some/more)[of my/of our/of the](customers/clients)[at once/together]|(order/buy/add)[the/an][same][offer/subscription/offers/subscriptions/product/licenses][for/to](several/many/multiple)(customers/clients) together|(bulk/mass) (order/orders/ordering)|order in bulk',
    agenda:
      'what still needs (finishing/to be finished)|what (is/s) (still unfinished/left to finish/left to do)|(anything/what) left to finish|[show/list][me](just/only/all)[the]suspended[ones/customers/subscriptions]|[which/what/who](ones/customers/subscriptions)[of them]are suspended|who is suspended|(show/list)[me][the]suspended(ones/customers/subscriptions)|anything[thats/that is]waiting[for me]|what (do i need to/must i) do today|(anything/is there anything/something)[for me](to do/urgent/due)[for me][today]|what[s/is]on[my plate][for]today|[show/see][me][my/the](agenda/to do list/todo list/to dos/tasks)[for today/of today]|what (is/s) (waiting/due/open/urgent)[for me/today]|what (needs me/needs my attention/do i have to do)[today]|[send me/switch on/switch off/turn on/turn off/stop/start/show][me][the/a](morning message/morning messages/daily message/good morning message)[every morning/every day]|suspended (ones/customers/subscriptions/clients)|[the] suspended',
    drafts:
      'go back to[my/the]draft|unfinished (stuff/things/work)|(open/show)[my][the](last/latest/previous)draft|what (have i/did i) not finish[ed][yet]|what (havent i/didnt i) finish[ed][yet]|what is (unfinished/not finished)|where are my drafts|(where are/show me)[my/the](drafts/unfinished customers)|[show/list/see/open/view/find][me][all][my/the](draft/drafts)|(continue/resume/go on)[with][my/the/a/editing/filling in][last][draft/drafts/customer/where i left off/where i was]|(unfinished/saved/incomplete) (customers/customer/drafts/forms)|where (was i/did i stop)|drafts list|list of drafts',
    invite:
      '(invite/invitation/send[an/the]invitation/send[an]invite/request[a/the]reseller relationship/request[a/the]relationship)[to][a/an/the/my][existing][customer/client/tenant]|invitation (link/mail/text)|reseller relationship[request]|i need an(invite/invitation)link|(invite/invitation)link please|reseller invitation',
    back: 'one (card/step/page) back|[go/take me/step/move/one step]back[one step/to the previous/to the last][step/card/page]|[go to][the](previous/last/prior)[step/card/page/screen/question]|previous|return|[wait](go/step)back one[step/card/page]',
    cancel:
      '(cancel/stop/quit/exit/abort/close/leave/never mind/nevermind/forget/discard/end)[this/it/that/everything/all][draft/form]|forget (about it/this/it)|i (changed my mind/give up)|[i](do not/dont) (want to) (continue/go on)|enough|not now|no thanks|(save/keep/park)(it/this)[for later/for now/as a draft][please]|save[it][and]come back later|(finish/continue)(it/this)later',
    startOver:
      '(start/begin)[it/all/this][all][over/again/anew/from scratch/from the beginning/from the start/afresh/fresh][again]|restart[it/this/all]|reset[it/this/all/everything/form/the form]|from (the beginning/scratch/the start)|redo[it/this/all/everything]|(clear/empty/erase/wipe)[everything/all/it/the form/form/this/all fields]|do (it/this) (over/again)',
    language:
      '(do/can) you speak (german/french/spanish/italian/japanese/korean/polish/turkish/dutch/portuguese/ukrainian)|[switch to/in/speak] (german/french/spanish/italian/japanese/korean/polish/turkish/dutch/portuguese/ukrainian)|[change/switch/set/choose/select/pick/other/another/different][the/my][display]language[s/settings/setting]|(another/other/different) language|in (another/my) language|(switch to/speak/in) chinese|chinese',
  },
  speak:
    'switch[it/the language/language]to|change[it/the language/language]to|set[the language/language]to|in|to|use|speak|talk|show[it]in|language|i (speak/prefer/understand)|translate[it]to|continue in|do you speak',
  languages: {
    en: 'english[language]',
    'zh-TW': 'traditional chinese|chinese traditional|taiwanese[chinese/mandarin]|chinese taiwan|zh tw|zh hant',
    'zh-CN': 'simplified chinese|chinese simplified|mainland chinese|chinese china|zh cn|zh hans',
    ru: 'russian[language]',
  },
};
