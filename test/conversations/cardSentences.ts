import type { Locale } from '../../locales/translator.ts';

/** Cards on the screen when something is typed. */
export type CardName = 'licenses' | 'cart' | 'form' | 'customer' | 'deletion' | 'review' | 'which';

/**
 * Sentences with `|` between them, by the card they are typed beside and what that card holds then: the number of licenses
 * (12 before); the counts of the cart's lines (E3 and Business, one of each before; a further offer is a third); an input
 * with its value; or the verb that is pressed, or shown once more with `not`.
 */
export const cardSentences: Readonly<Record<Locale, Readonly<Record<CardName, Readonly<Record<string, string>>>>>> = {
  en: {
    licenses: {
      '20': 'make that 20|20|20 licenses please|no, I meant 20|make it 20 instead|actually 20|change it to twenty|oops, 20 not 12|should be 20',
      '14': '2 more',
      '15': 'add another 3',
      '7': '5 fewer',
      '10': 'take two off',
    },
    cart: {
      '1 8': '8|set business to 8',
      '8 1': 'make e3 8|8 of the e3|e3 should be 8|8 e3|no wait, 8 e3',
      '- 1': 'remove e3|take out office 365 e3',
      '1 -': 'drop the business one',
      '3 1': 'two more e3',
      '1 1 4': 'add 4 visio plan 2 as well',
    },
    form: {
      'city=Tacoma': 'change the city to Tacoma|the city is Tacoma|city: Tacoma|sorry, city should be Tacoma',
      'companyName=Northwind Cycles':
        'no wait, the company is called Northwind Cycles|company name should be Northwind Cycles|change company name to Northwind Cycles',
      'postalCode=98402': 'postal code 98402|set the zip code to 98402',
    },
    customer: {
      subscriptions: 'subscriptions|show subscriptions please',
      history: 'history|the history',
      addSubscription: 'add subscription',
    },
    deletion: {
      'not discardDraft': 'delete draft|yes, delete the draft|Delete draft please',
      drafts: 'keep draft|keep the draft',
    },
    review: { 'not submit': 'submit|submit order|please submit', update: 'update' },
    which: {
      '2': 'the second one|2nd|the last one|number two',
      '1': 'the first one|first|number 1',
    },
  },
  'zh-TW': {
    licenses: {
      '20': '改成 20 個|20|20 個授權|不對，我是說 20 個|應該是 20|改為20|我要 20 個|不是 12，是 20|總共二十個',
      '14': '再加 2 個|多兩個',
      '15': '增加 3 個',
      '7': '減少 5 個',
      '10': '少兩個',
    },
    cart: {
      '1 8': '8|business 改成 8 個',
      '8 1': 'e3 改成 8|8 個 e3|e3 要 8 個|e3 應該是 8 個|把 e3 改為 8',
      '- 1': '移除 e3|不要 e3|把 e3 拿掉',
      '1 -': '刪掉 business',
      '3 1': 'e3 再加兩個',
      '1 1 4': '再加 4 個 visio plan 2',
      review: '就這些|好了，下一步|繼續',
    },
    form: {
      'city=高雄': '城市改成高雄|城市是高雄|城市：高雄|把城市改為高雄',
      'companyName=北風單車': '公司名稱改成北風單車|不對，公司叫北風單車|公司名稱應該是北風單車',
      'postalCode=98402': '郵遞區號 98402|郵遞區號改成 98402',
    },
    customer: {
      subscriptions: '訂閱|看訂閱',
      history: '歷程記錄|歷程',
      addSubscription: '新增訂閱',
    },
    deletion: {
      'not discardDraft': '刪除草稿|是，刪除草稿|請刪除草稿',
      drafts: '保留草稿|好，保留草稿',
    },
    review: { 'not submit': '提交|提交訂單|請提交|沒問題，送出', update: '編輯' },
    which: { '2': '第二個|最後一個|2 號', '1': '第一個|選第一個|第1個' },
  },
  'zh-CN': {
    licenses: {
      '20': '改成20个|20|20个许可证|不对，是20个|应该是 20|改为 20|我要20个|不是 12，是 20|总共二十个',
      '14': '再加 2 个|多两个',
      '15': '增加3个',
      '7': '减少 5 个',
      '10': '少两个',
    },
    cart: {
      '1 8': '8|business 改成 8 个',
      '8 1': 'e3 改成 8|8个e3|e3 要 8 个|e3 应该是 8 个|把 e3 改为 8',
      '- 1': '移除 e3|不要 e3|把 e3 去掉',
      '1 -': '删掉 business',
      '3 1': 'e3 再加两个',
      '1 1 4': '再加 4 个 visio plan 2',
    },
    form: {
      'city=成都': '城市改成成都|城市是成都|城市：成都|把城市改为成都',
      'companyName=北风单车': '公司名称改成北风单车|不对，公司叫北风单车|公司名称应该是北风单车',
      'postalCode=98402': '邮政编码 98402|邮编改成 98402',
    },
    customer: {
      subscriptions: '订阅|看订阅',
      history: '历史记录|历史',
      addSubscription: '添加订阅',
    },
    deletion: {
      'not discardDraft': '删除草稿|是的，删除草稿|请删除草稿',
      drafts: '保留草稿|好，保留草稿',
    },
    review: { 'not submit': '提交|提交订单|请提交', update: '编辑' },
    which: { '2': '第二个|最后一个|2号', '1': '第一个|选第一个|第1个' },
  },
  ru: {
    licenses: {
      '20': 'сделай 20|20|20 лицензий, пожалуйста|нет, я имел в виду 20|пусть будет 20|измени на 20|увеличь до 20|не 12, а 20|поставь двадцать',
      '14': 'ещё 2 лицензии|ещё две',
      '15': 'добавь ещё 3',
      '7': 'на 5 меньше',
      '10': 'убери две',
    },
    cart: {
      '1 8': '8|business сделай 8',
      '8 1': 'e3 сделай 8|8 штук e3|8 e3|измени e3 на 8|e3 должно быть 8',
      '- 1': 'убери e3|удали e3 из корзины',
      '1 -': 'business не нужен',
      '3 1': 'ещё два e3',
      '1 1 4': 'добавь ещё 4 visio plan 2',
    },
    form: {
      'city=Казань': 'измени город на Казань|город Казань|город: Казань|поменяй город на Казань',
      'companyName=Северный ветер':
        'нет, компания называется Северный ветер|название компании Северный ветер|измени название компании на Северный ветер',
      'postalCode=98402': 'индекс 98402|почтовый индекс: 98402',
    },
    customer: {
      subscriptions: 'подписки|покажи подписки',
      history: 'история|покажи историю',
      addSubscription: 'добавить подписку',
    },
    deletion: {
      'not discardDraft': 'удалить черновик|да, удалить черновик|удали черновик',
      drafts: 'сохранить черновик|сохрани черновик',
    },
    review: { 'not submit': 'отправить|отправить заказ|отправь', update: 'изменить' },
    which: { '2': 'второй|последний|номер два', '1': 'первый|первый вариант|номер 1' },
  },
};
