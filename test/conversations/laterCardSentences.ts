import type { Locale } from '../../locales/translator.ts';
import type { CardName } from './cardSentences.ts';

/** Further sentences for the same cards, written when the first were understood. */
export const laterCardSentences: Readonly<
  Partial<Record<Locale, Readonly<Record<CardName, Readonly<Record<string, string>>>>>>
> = {
  en: {
    licenses: {
      '20': "let's do 20|20 then|bump it up to 20|can you make it 20?|I said 20 not 12|20, please|we need 20|set to 20|it's 20|20 instead of 12|twenty",
      '14': 'plus 2|2 extra seats',
      '13': 'one more',
      '7': 'remove 5',
      '10': 'minus 2|lower it by 2',
    },
    cart: {
      '1 8': 'business 8',
      '8 1': 'e3: 8|8x e3|I need 8 e3|change e3 to 8|the e3 should be 8',
      '- 1': "don't need e3|no e3 please",
      '1 -': 'delete business|without business',
      '1 1 4': 'add 4 visio online plan 2',
      review: "that's all|go on|ok, next one",
    },
    form: {
      'city=Tacoma': 'city is Tacoma|use Tacoma as the city|City: Tacoma, please|it should be Tacoma for the city',
      'companyName=Northwind Cycles': 'rename the company to Northwind Cycles|company name: Northwind Cycles',
      'postalCode=98402': 'the postal code is 98402|ZIP: 98402',
    },
    customer: {
      subscriptions: 'press subscriptions|Subscriptions.',
      history: 'go to history|“History”',
      addSubscription: 'click add subscription',
    },
    deletion: { 'not discardDraft': 'yes delete|press delete draft', drafts: 'no, keep the draft' },
    review: { 'not submit': 'submit it|submit the order now|looks good, go ahead|send it', update: 'update please' },
    which: { '2': 'second|the 2nd one please|option 2', '1': 'pick the first|1|the first customer' },
  },
  'zh-CN': {
    licenses: {
      '20': '20个吧|改成二十|那就20|20 个就好|请改成 20 个|一共 20 个|数量改为 20|20套|不用 12，20 个',
      '14': '加两个|增加 2 个许可证',
      '13': '再多一个',
      '7': '减5',
      '10': '减 2 个|少2个',
    },
    cart: {
      '1 8': 'business 8个',
      '8 1': 'e3：8|e3 8个|给我 8 个 e3|E3数量改成8',
      '- 1': '把e3删了|E3 不要了|去掉E3',
      '1 -': '删除 business|business 取消',
      '1 1 4': '加 4 个 visio online plan 2',
      review: '就这些|好了，下一步|接着来',
    },
    form: {
      'city=成都': '城市改为 成都|城市应该是成都|把城市换成成都|城市填成都',
      'companyName=北风单车': '公司名改成北风单车|公司名称：北风单车|公司名称是北风单车',
      'postalCode=98402': '邮编是98402|邮编：98402',
    },
    customer: { subscriptions: '打开订阅', history: '点击历史记录', addSubscription: '我要添加订阅' },
    deletion: { 'not discardDraft': '对，删除草稿|点删除草稿', drafts: '不，保留草稿' },
    review: { 'not submit': '提交吧|我要提交|提交吧，急|没问题，提交吧', update: '请更新' },
    which: { '2': '第二个吧|2|选第二个', '1': '要第一个|第一家' },
  },
  ru: {
    licenses: {
      '20': 'давай 20|20 штук|лучше 20|нет, 20|мне нужно 20|поменяй на 20 лицензий|20, а не 12|поставь 20 вместо 12',
      '14': 'плюс 2|добавь 2',
      '13': 'ещё одну',
      '7': 'убери 5 лицензий',
      '10': 'минус 2',
    },
    cart: {
      '1 8': 'business 8',
      '8 1': 'e3: 8|нужно 8 e3|поставь e3 8|e3 на 8|мне 8 e3',
      '- 1': 'без e3|e3 убери|e3 лишний',
      '1 -': 'удали business|убери business из заказа',
      '1 1 4': 'добавь 4 visio online plan 2',
      review: 'дальше|давай дальше|это всё',
    },
    form: {
      'city=Казань': 'город должен быть Казань|исправь город на Казань|город — Казань|в городе Казань',
      'companyName=Северный ветер': 'компания: Северный ветер|название компании: Северный ветер',
      'postalCode=98402': 'измени индекс на 98402|индекс должен быть 98402',
    },
    customer: {
      subscriptions: 'перейди в подписки',
      history: 'открой историю',
      addSubscription: 'хочу добавить подписку',
    },
    deletion: { 'not discardDraft': 'да, удали|нажми удалить черновик', drafts: 'нет, сохрани черновик' },
    review: {
      'not submit': 'отправляй|отправить, пожалуйста|всё верно, отправляй|всё ок, отправляй',
      update: 'изменить, пожалуйста',
    },
    which: { '2': 'второй вариант|давай второй|2', '1': 'первого|вариант 1' },
  },
};
