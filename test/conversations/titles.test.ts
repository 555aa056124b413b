import assert from 'node:assert/strict';
import type { Locale } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { client, newest } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { pressAny } from './existing.ts';
import { answersIn, changed, openSection, filled, asks } from './walk.ts';

const trial = '0FA9D6B6-5923-4B5D-B16E-B7EF0A69E1B7'; // Microsoft 365 Business Trial

/** What a person types, and reads of every card: its title, and its buttons from top to bottom, each once. */
const conversations: Readonly<Record<Locale, { readonly add: string; readonly cards: readonly string[] }>> = {
  en: {
    add: 'add customer',
    cards: [
      'Customer Desk: Add customer | Customers | Renewals | Language | Help',
      'Company: Change country | Next | Cancel',
      'Contact and agreement: Next: Subscriptions | Back | Cancel',
      'Reseller and subscriptions: Find | Add | Next: Review | Back | Cancel',
      'Reseller and subscriptions: Remove | Save as bundle | Find | Add | Next: Review | Back | Cancel',
      'Review: Update | Submit | Back | Cancel',
      '✓ Customer added: First steps | Done | Open customer | Add another',
      'Customers: Find | Refresh | Open | Add customer | Export | Import | Help',
      'Customer: Add subscription | Subscriptions | History | More | Customers',
      'Customer details: Update info | Qualification | New password | First steps | Practice: review | Open customer | Copy | End relationship | Delete record',
      'Subscriptions: Refresh | Licenses | Manage | Add subscription | Chart | Open customer',
    ],
  },
  'zh-TW': {
    add: '新增客戶',
    cards: [
      'Customer Desk: 新增客戶 | 客戶 | 續約 | 語言 | 說明',
      '公司: 變更國家/地區 | 下一步 | 取消',
      '連絡人和合約: 下一步：訂閱 | 上一步 | 取消',
      '轉銷商和訂閱: 尋找 | 新增 | 下一步：檢閱 | 上一步 | 取消',
      '轉銷商和訂閱: 移除 | 儲存為組合 | 尋找 | 新增 | 下一步：檢閱 | 上一步 | 取消',
      '檢閱: 編輯 | 送出 | 上一步 | 取消',
      '✓ 已新增客戶: 給客戶的入門說明 | 完成 | 開啟客戶 | 新增另一個客戶',
      '客戶清單: 尋找 | 重新整理 | 開啟 | 新增客戶 | 匯出 | 匯入 | 為多個客戶訂購',
      '客戶資料: 新增訂閱 | 訂閱 | 歷程記錄 | 更多 | 客戶',
      '客戶詳細資料: 更新帳戶資訊 | 申請特殊資格 | 新的系統管理員密碼 | 給客戶的入門說明 | 練習：審核帳戶 | 開啟客戶 | 複製為新客戶 | 結束轉銷商關係 | 刪除此記錄',
      '訂閱: 重新整理 | 變更授權數量 | 管理 | 新增訂閱 | 以圖表檢視 | 開啟客戶',
    ],
  },
  'zh-CN': {
    add: '添加客户',
    cards: [
      'Customer Desk: 添加客户 | 客户 | 续订 | 语言 | 帮助',
      '公司: 更改国家/地区 | 下一步 | 取消',
      '联系人和协议: 下一步：订阅 | 上一步 | 取消',
      '经销商和订阅: 查找 | 添加 | 下一步：核对 | 上一步 | 取消',
      '经销商和订阅: 移除 | 保存为组合 | 查找 | 添加 | 下一步：核对 | 上一步 | 取消',
      '核对: 编辑 | 提交 | 上一步 | 取消',
      '✓ 已添加客户: 给客户的入门说明 | 完成 | 打开客户 | 再添加一个客户',
      '客户列表: 查找 | 刷新 | 打开 | 添加客户 | 导出 | 导入 | 为多个客户订购',
      '客户信息: 添加订阅 | 订阅 | 历史记录 | 更多 | 客户',
      '客户详情: 更新帐户信息 | 申请特殊资格 | 新的管理员密码 | 给客户的入门说明 | 练习：审核帐户 | 打开客户 | 复制为新客户 | 结束经销商关系 | 删除此记录',
      '订阅: 刷新 | 更改许可证数量 | 管理 | 添加订阅 | 以图表查看 | 打开客户',
    ],
  },
  ru: {
    add: 'добавить клиента',
    cards: [
      'Customer Desk: Добавить клиента | Клиенты | Продления | Язык | Справка',
      'Компания: Изменить | Далее | Отмена',
      'Контакт и соглашение: Далее: подписки | Назад | Отмена',
      'Посредник и подписки: Найти | Добавить | Далее: проверка | Назад | Отмена',
      'Посредник и подписки: Убрать | Сохранить набор | Найти | Добавить | Далее: проверка | Назад | Отмена',
      'Проверка: Изменить | Отправить | Назад | Отмена',
      '✓ Клиент добавлен: Первые шаги | Готово | К клиенту | Добавить еще',
      'Клиенты: Найти | Обновить | Открыть | Добавить клиента | Экспорт | Импорт | Массовый заказ',
      'Клиент: Добавить подписку | Подписки | История | Еще | Клиенты',
      'Сведения о клиенте: Изменить | Квалификация | Новый пароль | Первые шаги | Учебная проверка | К клиенту | Копировать | Прекратить отношения | Удалить запись',
      'Подписки: Обновить | Лицензии | Управление | Добавить подписку | Диаграмма | К клиенту',
    ],
  },
};

describe('the titles of cards and buttons, which no other test holds', () => {
  const bot = useTestBot();

  for (const [locale, { add, cards }] of Object.entries(conversations) as [Locale, (typeof conversations)[Locale]][]) {
    it(`are read in this order by who adds a customer: ${locale}`, async () => {
      const { t } = words(locale);
      const user = client(bot(), { manner: 'teams', locale });
      // A company in the list already would be warned of.
      const companyName = `Alpine Ski House ${locale}`;
      const answers = changed(answersIn(), { company: { companyName }, offers: [trial] });
      const read: string[] = [];
      const look = (): void =>
        void read.push(`${user.title()}: ${[...new Set(user.buttons())].join(' | ')}`.replaceAll('\u00A0', ' '));
      await user.hello();
      look();
      await user.say(add);
      for (let open = openSection(user); open !== 'review'; open = openSection(user)) {
        assert.ok(open, user.title());
        const isCart = asks(user, 'subscriptions');
        if (isCart) await user.press('find', { find: 'Microsoft 365 Business Trial' });
        look();
        if (isCart) {
          await user.press(`add ${trial}`);
          look();
        }
        await user.press('next', filled(user, answers));
      }
      look();
      await user.press('submit');
      await user.until(t('confirmation.title'));
      look();
      await pressAny(user, 'command', 'customers');
      look();
      await user.press(newest(user, 'customer'));
      look();
      await user.press('customerDetails');
      look();
      await user.press('customer');
      await user.press('subscriptions');
      look();
      assert.deepEqual(read, cards);
    });
  }
});
