import type { Locale } from '../../../locales/translator.ts';
import type { SentenceTable } from './written.ts';

/** Sentences that ask for what stands under More on a customer's card. */
export const taskSentences: Readonly<Record<Locale, SentenceTable>> = {
  en: {
    'newPassword contoso':
      'new admin password for contoso|reset the password for contoso|please reset contoso’s admin password|give contoso a new admin password',
    'welcomeText contoso':
      'first steps for contoso|show me the first steps for contoso|welcome mail for contoso|send contoso the welcome mail',
    'asDraft contoso / fabrikam':
      'set up Fabrikam same as Contoso|add Fabrikam, same as contoso|onboard Fabrikam just like Contoso',
    drafts: 'delete the Fabrikam draft',
    'asDraft contoso':
      'copy contoso to a new customer|copy contoso|duplicate contoso|clone customer contoso|new customer like contoso',
    'updateAccount contoso':
      'please update the address of contoso|change contoso’s address|edit the contact of contoso|update account info of contoso',
    'chart contoso': 'chart for contoso|show the chart of contoso|contoso chart|show me a license chart for contoso',
    'addOns contoso': 'add-ons for contoso|contoso add-ons|show the add-ons of contoso|order add-ons for contoso',
    'endRelationship contoso': 'please end relationship with contoso|end the reseller relationship with contoso',
    'deleteRecord contoso': 'please delete customer contoso|get rid of contoso',
  },
  'zh-TW': {
    'newPassword contoso': '給 contoso 重設管理員密碼|重設 contoso 的管理員密碼|contoso 忘了密碼|請重設 contoso 的密碼',
    'welcomeText contoso': 'contoso 的入門說明|查看 contoso 的入門說明|給 contoso 寄歡迎信',
    'asDraft contoso / 四海': '照 contoso 建一個四海|新增四海跟 contoso 一樣',
    drafts: '刪掉四海的草稿',
    'asDraft contoso': '複製 contoso 為新客戶|複製 contoso|把 contoso 複製為新客戶',
    'updateAccount contoso': '更新 contoso 的地址|修改 contoso 的聯絡人|contoso 要改電話',
    'chart contoso': 'contoso 的圖表|查看 contoso 的圖表|顯示 contoso 的授權圖表',
    'addOns contoso': 'contoso 的附加元件|查看 contoso 的附加元件授權|給 contoso 加附加元件',
    'endRelationship contoso': '結束與 contoso 的轉銷商關係|和 contoso 結束合作',
    'deleteRecord contoso': '請刪除客戶 contoso|刪除 contoso 的記錄',
  },
  'zh-CN': {
    'newPassword contoso': '给 contoso 重置管理员密码|重置 contoso 的管理员密码|contoso 忘了密码|请重置 contoso 的密码',
    'welcomeText contoso': 'contoso 的入门说明|查看 contoso 的入门说明|给 contoso 发欢迎邮件',
    'asDraft contoso / 四海': '照contoso的样子建一个四海|新增四海跟contoso一样',
    drafts: '删掉四海的草稿',
    'asDraft contoso': '复制 contoso 为新客户|复制 contoso|把 contoso 复制为新客户',
    'updateAccount contoso': '更新 contoso 的地址|修改 contoso 的联系人|contoso 要改电话',
    'chart contoso': 'contoso 的图表|查看 contoso 的图表|显示 contoso 的许可证图表',
    'addOns contoso': 'contoso 的附加许可证|查看 contoso 的加购项|给 contoso 加附加许可证',
    'endRelationship contoso': '结束与 contoso 的经销商关系|和 contoso 结束合作',
    'deleteRecord contoso': '请删除客户 contoso|删除 contoso 的记录',
  },
  ru: {
    'newPassword contoso':
      'сбросить пароль для contoso|нужен новый пароль администратора для contoso|сброс пароля у contoso|contoso потерял пароль',
    'welcomeText contoso':
      'первые шаги для contoso|покажи первые шаги для contoso|отправь приветственное письмо для contoso',
    'asDraft contoso / лютик': 'заведи Лютик как у contoso|добавь клиента Лютик по образцу Contoso',
    drafts: 'удали черновик Фабрикам',
    'asDraft contoso': 'скопировать contoso в нового клиента|скопируй contoso|дублируй клиента contoso',
    'updateAccount contoso': 'изменить адрес contoso|обнови контакты contoso|исправь телефон у contoso',
    'chart contoso': 'диаграмма по contoso|покажи диаграмму лицензий для contoso|график по contoso',
    'addOns contoso': 'надстройки для contoso|покажи надстройки contoso|заказать надстройки для contoso',
    'endRelationship contoso': 'прекратить отношения с contoso|разорвать сотрудничество с клиентом contoso',
    'deleteRecord contoso': 'удалить клиента contoso|удали запись contoso',
  },
};
