import { locale } from '../translator.ts';
import { directoryEn } from './en.ts';

/** Words of finding customers that exist, and of taking the list away. */
export const directoryRu = locale(
  'ru',
  directoryEn,
)({
  'button.allCustomers': 'Все клиенты',
  'button.previousPage': 'Предыдущая страница',
  'button.export': 'Экспорт',
  'button.exportCustomers': 'Экспортировать клиентов',
  'button.exportSubscriptions': 'Экспортировать подписки',

  'field.findCustomer': 'Найти клиента',
  'field.relationship': 'Взаимоотношения',
  'field.subscriptionId': 'Идентификатор подписки',
  'field.subscription': 'Подписка',
  'field.quantity': 'Количество',
  'field.status': 'Состояние',
  'field.ofReseller': 'Торговый посредник',

  'directory.findHint': 'Часть названия или домена',
  'directory.anyReseller': 'Все посредники и прямые клиенты',
  'directory.count': {
    one: '{n} клиент',
    few: '{n} клиента',
    many: '{n} клиентов',
    other: '{n} клиента',
  },
  'directory.soFar': {
    one: 'Загружен {n} клиент, остальные еще загружаются. Нажмите «Найти», чтобы обновить список.',
    few: 'Загружено {n} клиента, остальные еще загружаются. Нажмите «Найти», чтобы обновить список.',
    many: 'Загружено {n} клиентов, остальные еще загружаются. Нажмите «Найти», чтобы обновить список.',
    other: 'Загружено {n} клиента, остальные еще загружаются. Нажмите «Найти», чтобы обновить список.',
  },
  'directory.noHits': 'Клиенты не найдены. Введите меньше букв или другую часть названия или домена.',
  'directory.noneYet': 'Пока ничего не найдено.',
  'directory.unfinished': 'Еще не завершено: откройте и нажмите «Завершить».',
  'directory.notRead': 'Не удалось прочитать список клиентов',

  'relationship.reseller': 'Торговый посредник',
  'relationship.none': 'Нет',
  'relationship.invited': 'Приглашение отправлено',
  'relationship.advisor': 'Консультант',
  'relationship.unknown': 'Неизвестно',

  'status.active': 'Активна',
  'status.suspended': 'Приостановлена',
  'status.pending': 'В ожидании',
  'status.expired': 'Истекла',
  'status.deleted': 'Удалена',
  'status.disabled': 'Отключена',
  'status.none': 'Нет',

  'export.found': 'Найденные клиенты в виде файла для Excel или другого табличного редактора.',
  'export.all': 'Все клиенты в виде файла для Excel или другого табличного редактора.',
  'export.text':
    'Файл с подписками содержит подписки каждого из этих клиентов. Если клиентов много, это займет несколько минут; тем временем можно продолжать работу.',
  'export.customersName': 'клиенты',
  'export.subscriptionsName': 'подписки',
  'export.notRead': 'не удалось прочитать',
  'export.lacking': {
    one: 'Не удалось прочитать подписки {n} клиента. Это отмечено в файле.',
    few: 'Не удалось прочитать подписки {n} клиентов. Это отмечено в файле.',
    many: 'Не удалось прочитать подписки {n} клиентов. Это отмечено в файле.',
    other: 'Не удалось прочитать подписки {n} клиента. Это отмечено в файле.',
  },

  'file.preparing': 'Подготовка файла…',
  'file.wait': 'Скоро файл появится в этом чате.',
  'file.read': 'Загружено клиентов: {n}',
  'file.readOf': 'Загружено клиентов: {n} из {of}',
  'file.ready': 'Файл готов',
  'file.offered': 'Примите файл, и он будет сохранен в вашем хранилище OneDrive.',
  'file.description': 'Файл из Customer Desk',
  'file.link': {
    one: 'Файл {name} можно скачать на этом компьютере в течение {n} минуты: {address}',
    few: 'Файл {name} можно скачать на этом компьютере в течение {n} минут: {address}',
    many: 'Файл {name} можно скачать на этом компьютере в течение {n} минут: {address}',
    other: 'Файл {name} можно скачать на этом компьютере в течение {n} минуты: {address}',
  },
  'file.asRows': '{name}: эта версия Teams не принимает файлы от ботов. Скопируйте эти строки в электронную таблицу:',
  'file.notHere':
    '{name}: эта версия Teams не принимает файлы от ботов, а для сообщения файл слишком велик. Сузьте поиск и повторите экспорт.',
  'file.here': 'Вот файл {name}.',
  'file.tooLarge':
    'Файл слишком велик для этого чата. Сузьте поиск и повторите экспорт или откройте Customer Desk в Teams.',
  'file.uploading': 'Сохранение файла…',
  'file.saved': 'Файл {name} сохранен в вашем хранилище OneDrive.',
  'file.notSaved': 'Не удалось сохранить файл',
  'file.notMade': 'Не удалось создать файл',
  'file.again': 'Ничего не изменилось. Повторите попытку чуть позже.',
  'file.gone': 'Этот файл больше не предлагается. Выполните экспорт заново.',
  'file.declined': 'Файл не сохранен. Экспорт можно выполнить заново в любой момент.',
});
