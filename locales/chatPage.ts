import type { CloudId } from '../model/clouds.ts';
import type { Locale } from '../model/languages.ts';

/** The few words the chat page says by itself; everything else on it is the bot's. It imports types only, so that a browser can load it. */
export interface ChatPageWords {
  readonly title: string;
  readonly languageName: string;
  readonly language: string;
  readonly partner: string;
  readonly user: string;
  readonly newConversation: string;
  readonly conversation: string;
  readonly message: string;
  readonly send: string;
  readonly sendFile: string;
  readonly you: string;
  readonly bot: string;
  readonly typing: string;
  readonly connectionLost: string;
  readonly notDelivered: string;
  readonly cardNotShown: string;
  /** A partner in the list: {name}, {type}, {cloud}. */
  readonly partnerAs: string;
  readonly types: Readonly<Record<'direct-bill' | 'indirect-provider' | 'indirect-reseller', string>>;
  readonly clouds: Readonly<Record<CloudId, string>>;
}

/** The chat page's words in each language. */
export const chatPage = {
  en: {
    title: 'Customer Desk',
    languageName: 'English',
    language: 'Language',
    partner: 'Partner',
    user: 'User',
    newConversation: 'New conversation',
    conversation: 'Conversation',
    message: 'Type a message',
    send: 'Send',
    sendFile: 'Send a file',
    you: 'You',
    bot: 'Customer Desk',
    typing: 'Customer Desk is typing…',
    connectionLost: 'The connection to the bot is lost. Connecting again…',
    notDelivered: 'This was not delivered. Check that the bot is running, then try again.',
    cardNotShown: 'This card cannot be shown.',
    partnerAs: '{name} — {type}, {cloud}',
    types: {
      'direct-bill': 'Direct-bill partner',
      'indirect-provider': 'Indirect provider',
      'indirect-reseller': 'Indirect reseller',
    },
    clouds: {
      global: 'Global',
      usGovernment: 'US Government',
      germany: 'Germany',
      china: 'China (21Vianet)',
    },
  },
  'zh-TW': {
    title: 'Customer Desk',
    languageName: '繁體中文',
    language: '語言',
    partner: '合作夥伴',
    user: '使用者',
    newConversation: '新對話',
    conversation: '對話',
    message: '輸入訊息',
    send: '傳送',
    sendFile: '傳送檔案',
    you: '您',
    bot: 'Customer Desk',
    typing: 'Customer Desk 正在輸入…',
    connectionLost: '與機器人的連線中斷，正在重新連線…',
    notDelivered: '未能送達。請確認機器人正在執行，然後再試一次。',
    cardNotShown: '無法顯示此卡片。',
    partnerAs: '{name}（{type}，{cloud}）',
    types: {
      'direct-bill': '直接計費合作夥伴',
      'indirect-provider': '間接提供者',
      'indirect-reseller': '間接轉銷商',
    },
    clouds: {
      global: '全球',
      usGovernment: '美國政府',
      germany: '德國',
      china: '中國（21Vianet）',
    },
  },
  'zh-CN': {
    title: 'Customer Desk',
    languageName: '简体中文',
    language: '语言',
    partner: '合作伙伴',
    user: '用户',
    newConversation: '新对话',
    conversation: '对话',
    message: '键入消息',
    send: '发送',
    sendFile: '发送文件',
    you: '您',
    bot: 'Customer Desk',
    typing: 'Customer Desk 正在输入…',
    connectionLost: '与机器人的连接已断开，正在重新连接…',
    notDelivered: '未能送达。请确认机器人正在运行，然后重试。',
    cardNotShown: '无法显示此卡片。',
    partnerAs: '{name}（{type}，{cloud}）',
    types: {
      'direct-bill': '直接计费合作伙伴',
      'indirect-provider': '间接提供商',
      'indirect-reseller': '间接经销商',
    },
    clouds: {
      global: '全球',
      usGovernment: '美国政府',
      germany: '德国',
      china: '中国（世纪互联）',
    },
  },
  ru: {
    title: 'Customer Desk',
    languageName: 'Русский',
    language: 'Язык',
    partner: 'Партнер',
    user: 'Пользователь',
    newConversation: 'Новый чат',
    conversation: 'Чат',
    message: 'Введите сообщение',
    send: 'Отправить',
    sendFile: 'Отправить файл',
    you: 'Вы',
    bot: 'Customer Desk',
    typing: 'Customer Desk печатает…',
    connectionLost: 'Связь с ботом потеряна. Подключаемся снова…',
    notDelivered: 'Сообщение не доставлено. Проверьте, что бот запущен, и повторите попытку.',
    cardNotShown: 'Не удается показать эту карточку.',
    partnerAs: '{name} — {type}, {cloud}',
    types: {
      'direct-bill': 'Партнер с прямым выставлением счетов',
      'indirect-provider': 'Косвенный поставщик',
      'indirect-reseller': 'Косвенный торговый посредник',
    },
    clouds: {
      global: 'Глобальное облако',
      usGovernment: 'Государственные организации США',
      germany: 'Германия',
      china: 'Китай (21Vianet)',
    },
  },
} as const satisfies Readonly<Record<Locale, ChatPageWords>>;

/** A language the chat page speaks. */
export type ChatPageLocale = keyof typeof chatPage;
