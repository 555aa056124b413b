import type { Locale } from '../../../locales/translator.ts';
import type { SentenceTable } from './written.ts';

/** Sentences with more than their wish: a billing behind an order, thanks with a reason, a second sentence, a name of the trade. */
export const joinedSentences: Readonly<Record<Locale, SentenceTable>> = {
  en: {
    addCustomer: 'set up a customer pls, dont have the details yet|new client, they havent signed yet',
    'endRelationship fourthcoffee': "we're dropping Fourth Coffee, how do I end the relationship",
    'find coffee': 'which customers with coffee in their name',
    'order fourthcoffee / exchangeonlineplan1 5 monthly':
      'order 5 exchange online plan 1 for fourth coffee, billed monthly|5 exchange online plan 1 for fourth coffee with monthly billing',
    'order northwind / e3 10 annual': '10 e3 for northwind, annual|order 10 e3 for northwind, paid yearly',
    'licenses contoso / to 30': 'set contoso to 30 licenses instead of 25',
    agenda: 'what still needs finishing|what is left to finish',
    drafts: "didn't I start something for Lamna yesterday",
    'explain newCommerce':
      'whats the cancelation window on NCE?|what is the cancellation period|how many days are there to cancel',
    'explain invoices': "what's the total?|how much is it all together",
    'talk thanks': 'thanks, figured it out|thanks, sorted',
    'explain gdap': 'find gdap|where can I find gdap?|what is gdap? somebody asked me',
    'newPassword fourthcoffee':
      'the admin at Fourth Coffee forgot his password|their admin lost the password at Fourth Coffee',
    'new adventureworksdomainadventureworkscom': 'new client Adventure Works, domain adventureworks.com',
  },
  ru: {
    addCustomer: 'новый клиент, реквизитов пока нет|заведи клиента, данные потом',
    'endRelationship fourthcoffee': 'хотим расстаться с fourth coffee, как убрать их из наших клиентов',
    'explain undo': 'верни как было',
    'explain bundle': 'как сохранить корзину, чтоб каждый раз не набирать?',
    'order fourthcoffee / exchangeonlineplan1 5 monthly':
      'закажи 5 exchange online plan 1 для fourth coffee с помесячной оплатой|закажи 5 exchange online plan 1 для fourth coffee, помесячно',
    'order northwind / e3 10 p1y': 'закажи 10 e3 для northwind на год',
    'licenses contosoltd / e3 to 30': 'contoso ltd 30 лицензий e3 вместо 25',
    agenda: 'что еще не доделано|что осталось доделать',
    drafts: 'я вчера клиента не дозаполнила, где он',
    'explain newCommerce': 'сколько дней есть на отмену после покупки|какой срок отмены',
    'explain invoices': 'сколько всего выйдет?|итого сколько получится',
    'talk thanks': 'спасибо, разобрался|спасибо, уже нашла',
    'explain gdap': 'а что вообще такое gdap|где найти gdap',
    'newPassword ромашка': 'клиент Ромашка забыл пароль админа|у админа Ромашка потерян пароль, нужен новый',
    'new аотехносферасайтtechnosferaru': 'новый клиент АО Техносфера, сайт technosfera.ru',
  },
  'zh-CN': {
    addCustomer: '新客户，资料还没有|新增客户，资料晚点发',
    'endRelationship fourthcoffee': '跟Fourth Coffee不合作了，解除关系',
    'explain undo': '撤回刚才那个',
    'explain invited': '那个邀请对方接受了没',
    'find 科技': '名字里带科技的客户有哪些',
    'order fourthcoffee / exchangeonlineplan1 5 monthly':
      'Fourth Coffee订5个Exchange Online 计划1，按月|给Fourth Coffee订5个exchange online plan 1，按月付',
    'order northwind / e3 10 annual': '给northwind订10个E3，按年付',
    agenda: '还有什么没处理完|还有哪些没弄完',
    drafts: '上午没弄完的那个单子呢',
    'explain newCommerce': '取消窗口期是几天|订阅买了几天内可以退',
    'explain invoices': '这样一共多少|能给northwind开发票吗',
    'talk thanks': '谢谢，搞定了',
    'explain gdap': '找一下gdap',
    'newPassword northwind': '给Northwind重置一下密码|northwind的管理员密码忘了',
    'new 苏州恒通机械有限公司邮编215123': '新增客户：苏州恒通机械有限公司，邮编215123',
  },
  'zh-TW': {
    addCustomer: '新客戶，資料晚點補|新增客戶，資料還沒拿到',
    'endRelationship fourthcoffee': 'fourth coffee 要轉去別家經銷商，怎麼解除關係',
    'explain undo': '撤回剛才那個',
    'find 科技': '名字裡有科技的公司',
    'order northwind / exchangeonlineplan1 6 monthly': '幫 Northwind 下單 Exchange Online 方案 1 共 6 個，月繳',
    'order northwind / e3 10 annual': '幫 northwind 訂 10 個 E3，年繳',
    agenda: '還有什麼沒處理完|還有哪些沒弄完',
    drafts: '上午沒弄完的那個單子呢',
    'explain newCommerce': '取消期限是幾天|訂閱買了幾天內可以退？',
    'explain invoices': '這樣總共多少|可以幫我開發票給 northwind 嗎',
    'talk thanks': '謝謝，搞定了',
    'explain gdap': '找一下 gdap',
    'newPassword northwind': '幫 Northwind 重設一下密碼|northwind 的管理員忘記密碼了',
    'new 日升科技有限公司邮递区号114': '新增客戶：日升科技有限公司，郵遞區號114',
  },
};
