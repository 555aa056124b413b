import type { Locale } from '../../../locales/translator.ts';
import type { SentenceTable } from './written.ts';

/** Sentences that say more, fewer or two things at once: none of them may be read as something else. */
export const relativeSentences: Readonly<Record<Locale, SentenceTable>> = {
  en: {
    'subscriptions contoso':
      "contoso isnt paying, suspend em|contoso hasn't paid, suspend them please|contoso stopped paying, put them on hold",
    'licenses contoso / visioplan2 fewer 5': 'contoso minus 5 visio plan 2|remove 5 visio plan 2 from contoso',
    'licenses alpine / e3 fewer 5':
      'alpine minus 5 e3|reduce e3 of alpine by 5|remove 5 e3 from alpine|cut 5 e3 for alpine|5 fewer e3 for alpine|alpine needs 5 fewer e3',
    'licenses alpine / e3 more 5': 'alpine plus 5 e3|increase alpine e3 by 5|raise alpine e3 by five',
    'licenses alpine / more 4': 'alpine plus 4 seats',
    'licenses alpine / fewer 4': 'alpine minus 4',
    'licenses alpine / e3 to 5': 'reduce e3 at alpine to 5|increase e3 at alpine from 3 to 5',
    'subscriptions alpine': 'alpine no longer needs e3',
    'order cut&color / e3 5': 'add 5 e3 to Cut & Color',
    'order smithandsons / e3 5': 'add 5 e3 to Smith and Sons',
    'explain newCommerce': 'what is NCE?|what is new commerce',
    unknown:
      'add another 10 seats of E3 for Alpine Ski House and 5 business premium|add 5 e3 and 3 e5 to alpine|alpine needs five e3 and three business premium',
  },
  'zh-TW': {
    'subscriptions contoso': 'Contoso 沒付錢，停掉他|contoso 欠費，先把他們停用',
    'explain suspended': '暫停了還要不要付費|停了還要付錢嗎',
    'order contoso / e3 1200': '給 contoso 訂一千二百個 e3',
    'order contoso / e3 15': '給 contoso 訂十五個 e3',
    'licenses contoso / visioplan2 fewer 5': '幫 contoso 減 5 個 visio plan 2|把 contoso 的 visio plan 2 減少 5 個',
    'licenses alpine / e3 more 5': '把 alpine 的 e3 增加 5 個',
    'licenses alpine / e3 to 5': '把 alpine 的 e3 減少到 5 個',
    'subscriptions alpine': 'alpine 不再需要 e3',
    'explain newCommerce': '什麼是 NCE',
    unknown: '給 alpine 加 5 個 e3 和 3 個 e5',
  },
  'zh-CN': {
    'subscriptions contoso': 'Contoso没付钱，停掉它|contoso欠费，先把他们停用',
    'explain suspended': '暂停了还要不要付费|停了还要不要交钱|暂停以后要不要继续付费',
    'order contoso / e3 1200': '给contoso订一千二百个e3',
    'order contoso / e3 30': '给contoso订三十个e3',
    'licenses alpine / e3 fewer 5': '给 alpine 减 5 个 e3|给 alpine 减少 5 个 e3|把 alpine 的 e3 减少 5 个',
    'licenses alpine / e3 more 5': '把 alpine 的 e3 增加 5 个',
    'licenses alpine / e3 to 5': '把 alpine 的 e3 减少到 5 个',
    'subscriptions alpine': 'alpine 不再需要 e3',
    'explain newCommerce': '什么是 NCE',
    unknown: '给 alpine 加 5 个 e3 和 3 个 e5',
  },
  ru: {
    'subscriptions contoso': 'Contoso не платит, приостанови их|contoso не оплатили, отключи их пока',
    'licenses contoso / visioplan2 more 5': 'увеличь visio plan 2 у contoso на 5',
    'licenses alpine / e3 fewer 5':
      'уменьши e3 у alpine на 5|alpine минус 5 e3|убери 5 e3 у alpine|сократи e3 у alpine на 5',
    'licenses alpine / e3 more 5': 'alpine плюс 5 e3|увеличь e3 у alpine на 5',
    'licenses alpine / to 30': 'сократи alpine до 30 лицензий',
    'licenses alpine / e3 to 5': 'сократи e3 у alpine до 5|увеличь e3 у alpine с 3 на 5',
    'explain newCommerce': 'что такое NCE',
    unknown: 'увеличь e3 у alpine на 10 процентов|добавь 5 e3 и 3 e5 для alpine',
  },
};
