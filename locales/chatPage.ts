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
  /** The control of the choices: {name} is the user. */
  readonly tryingAs: string;
  readonly choices: string;
  readonly appearance: string;
  readonly appearanceNames: Readonly<Record<'system' | 'light' | 'dark', string>>;
  /** The choice of how a client treats cards that the bot replaces. */
  readonly client: string;
  readonly clientNames: Readonly<Record<'updating' | 'ignoring', string>>;
  /** What waits for the user, beside the conversation, and {time} at which the bot said it. */
  readonly today: string;
  readonly asOf: string;
  readonly close: string;
  readonly newMessages: string;
  readonly dropHere: string;
  /** The files that are read: {endings}, {n} megabytes. */
  readonly filesRead: string;
  /** A file that is not sent: {name}, {files} as in `filesRead`, {n} megabytes. */
  readonly fileNotRead: string;
  readonly fileTooLarge: string;
  readonly fileEmpty: string;
  readonly shortcuts: string;
  readonly examplesTitle: string;
  /** Commands and sentences that the bot understands; names in them are invented. */
  readonly commands: readonly string[];
  readonly examples: readonly string[];
  readonly keys: string;
  /** A partner in the list: {name}, {kind}. */
  readonly partnerAs: string;
  /** A partner's kind: {type}, {cloud}. */
  readonly partnerKind: string;
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
    typing: 'Typing…',
    connectionLost: 'The connection to the bot is lost. Connecting again…',
    notDelivered: 'This was not delivered. Check that the bot is running, then try again.',
    cardNotShown: 'This card cannot be shown.',
    tryingAs: 'Trying as {name}',
    choices: 'Try it as',
    appearance: 'Appearance',
    appearanceNames: { system: 'As the system', light: 'Light', dark: 'Dark' },
    client: 'Client',
    clientNames: {
      updating: 'Updates cards, as Teams does',
      ignoring: 'Leaves cards as they were',
    },
    today: 'Today',
    asOf: 'As of {time}',
    close: 'Close',
    newMessages: 'New messages',
    dropHere: 'Drop files here',
    filesRead: '{endings}, up to {n} MB',
    fileNotRead: '“{name}” cannot be read here. Files that can: {files}.',
    fileTooLarge: '“{name}” is too large. Files can have {n} MB at most.',
    fileEmpty: '“{name}” is empty.',
    shortcuts: 'What you can type',
    examplesTitle: 'In your own words',
    commands: ['add customer', 'customers', 'renewals', 'import', 'drafts', 'invite', 'help'],
    examples: [
      'add customer Contoso Ltd',
      'find contoso',
      'add 5 business premium to contoso',
      'history of contoso',
      'what is GDAP?',
    ],
    keys: 'Shift+Enter begins a new line. ↑ brings back what you typed. Files can be dropped anywhere.',
    partnerAs: '{name} — {kind}',
    partnerKind: '{type}, {cloud}',
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
    typing: '正在輸入…',
    connectionLost: '與機器人的連線中斷，正在重新連線…',
    notDelivered: '未能送達。請確認機器人正在執行，然後再試一次。',
    cardNotShown: '無法顯示此卡片。',
    tryingAs: '試用身分：{name}',
    choices: '試用設定',
    appearance: '外觀',
    appearanceNames: { system: '依照系統', light: '淺色', dark: '深色' },
    client: '用戶端',
    clientNames: {
      updating: '會更新卡片，如同 Teams',
      ignoring: '卡片維持原樣',
    },
    today: '今天',
    asOf: '{time} 的狀況',
    close: '關閉',
    newMessages: '新訊息',
    dropHere: '將檔案拖放到這裡',
    filesRead: '{endings}，最大 {n} MB',
    fileNotRead: '這裡無法讀取「{name}」。可讀取的檔案：{files}。',
    fileTooLarge: '「{name}」太大，檔案最大 {n} MB。',
    fileEmpty: '「{name}」是空的。',
    shortcuts: '您可以輸入',
    examplesTitle: '用您自己的話',
    commands: ['新增客戶', '客戶', '續約', '匯入', '草稿', '邀請', '說明'],
    examples: [
      '新增客戶 Contoso Ltd',
      '尋找 contoso',
      '幫 contoso 加 5 個 business premium',
      'contoso 的歷程記錄',
      '什麼是 GDAP？',
    ],
    keys: 'Shift+Enter 換行，↑ 取回先前輸入的文字。檔案可拖放到任何位置。',
    partnerAs: '{name}（{kind}）',
    partnerKind: '{type}，{cloud}',
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
    typing: '正在输入…',
    connectionLost: '与机器人的连接已断开，正在重新连接…',
    notDelivered: '未能送达。请确认机器人正在运行，然后重试。',
    cardNotShown: '无法显示此卡片。',
    tryingAs: '试用身份：{name}',
    choices: '试用设置',
    appearance: '外观',
    appearanceNames: { system: '跟随系统', light: '浅色', dark: '深色' },
    client: '客户端',
    clientNames: {
      updating: '会更新卡片，如同 Teams',
      ignoring: '卡片保持原样',
    },
    today: '今天',
    asOf: '{time} 的情况',
    close: '关闭',
    newMessages: '新消息',
    dropHere: '将文件拖放到此处',
    filesRead: '{endings}，最大 {n} MB',
    fileNotRead: '此处无法读取“{name}”。可读取的文件：{files}。',
    fileTooLarge: '“{name}”太大，文件最大 {n} MB。',
    fileEmpty: '“{name}”是空的。',
    shortcuts: '您可以键入',
    examplesTitle: '用您自己的话',
    commands: ['添加客户', '客户', '续订', '导入', '草稿', '邀请', '帮助'],
    examples: [
      '添加客户 Contoso Ltd',
      '查找 contoso',
      '给 contoso 加 5 个 business premium',
      'contoso 的历史记录',
      '什么是 GDAP？',
    ],
    keys: 'Shift+Enter 换行，↑ 找回之前键入的文字。文件可拖放到任意位置。',
    partnerAs: '{name}（{kind}）',
    partnerKind: '{type}，{cloud}',
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
    typing: 'Печатает…',
    connectionLost: 'Связь с ботом потеряна. Подключаемся снова…',
    notDelivered: 'Сообщение не доставлено. Проверьте, что бот запущен, и повторите попытку.',
    cardNotShown: 'Не удается показать эту карточку.',
    tryingAs: 'От имени: {name}',
    choices: 'Кем и как пробуете',
    appearance: 'Оформление',
    appearanceNames: { system: 'Как в системе', light: 'Светлое', dark: 'Темное' },
    client: 'Приложение',
    clientNames: {
      updating: 'Обновляет карточки, как Teams',
      ignoring: 'Оставляет карточки как есть',
    },
    today: 'Сегодня',
    asOf: 'На {time}',
    close: 'Закрыть',
    newMessages: 'Новые сообщения',
    dropHere: 'Перетащите файлы сюда',
    filesRead: '{endings}, до {n} МБ',
    fileNotRead: 'Файл «{name}» здесь прочитать нельзя. Подойдут файлы {files}.',
    fileTooLarge: 'Файл «{name}» слишком большой: можно не больше {n} МБ.',
    fileEmpty: 'Файл «{name}» пустой.',
    shortcuts: 'Что можно написать',
    examplesTitle: 'Своими словами',
    commands: ['добавить клиента', 'клиенты', 'продления', 'импорт', 'черновики', 'пригласить', 'справка'],
    examples: [
      'добавить клиента Contoso Ltd',
      'найти contoso',
      'добавь 5 business premium для contoso',
      'история contoso',
      'что такое GDAP?',
    ],
    keys: 'Shift+Enter — новая строка, ↑ — введенное раньше. Файлы можно перетащить в любое место.',
    partnerAs: '{name} — {kind}',
    partnerKind: '{type}, {cloud}',
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
