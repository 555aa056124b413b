import type { SentenceTable } from './written.ts';

/** Sentences typed in Simplified Chinese. */
export const mainlandSentences: SentenceTable = {
  'find contoso':
    '找 contoso|搜索 Contoso|帮我找 contoso|查一下 contoso|请帮我查 contoso|contoso 在哪里？|有没有 contoso 这个客户|找客户 contoso|打开 contoso|我要找 Contoso|请搜索 contoso|看一下 contoso|查询客户 contoso|客户 contoso|找contoso这家公司|find contoso|麻烦找一下 contoso|查找 contoso.com|有没有叫 contoso 的客户',
  'name contoso': 'contoso|“contoso”|contoso.com|ana@contoso.com|contoso？',
  'find 青山':
    '找青山|搜索青山|青山在哪里|客户青山|查一下青山|帮我找青山|有没有青山这家公司|找客戶青山|找客户“青山”|帮我查一下青山',
  'name 青山': '青山|“青山”|青山。',
  'name 青山软件有限公司': '青山软件有限公司|青山軟件有限公司',
  'find 青山软件': '找青山软件|搜索 青山软件|查青山软件这家公司|打开青山软件',
  'new contoso':
    '添加客户 Contoso|添加一个客户叫 Contoso|创建客户 Contoso|请添加客户 Contoso|我要添加客户 Contoso|把 Contoso 加为客户|新客户 Contoso|帮我添加客户 contoso|有个新客户叫 Contoso',
  'new 青山软件':
    '添加客户青山软件|添加客户：青山软件|新客户青山软件|创建一个客户叫青山软件|我想添加客户青山软件|把青山软件添加为新客户|新增客户“青山软件”',
  'order contoso / e3 5':
    '帮 contoso 订 5 个 e3|给 contoso 加 5 个 E3|帮 Contoso 买五个 e3|contoso 要 5 个 e3|订 5 个 e3 给 contoso|请给 contoso 订购 5 套 e3|给contoso订5个e3|替 contoso 买 5 个 E3 许可证|contoso 需要 5 个 e3|我要给 contoso 订 5 个 e3|麻烦给 contoso 加购 5 个 e3|买 5 个 e3 给 contoso',
  'order 青山 / businesspremium 5':
    '给青山订 5 个 business premium|青山要 5 个 business premium|给青山买 5 个商业高级版|给青山加 5 个 bp|订 5 个商业高级版给青山|请给青山订五套 business premium|青山需要 5 个商业高级版',
  'order 青山 / e5 1000': '给青山订 1,000 个 e5|给青山订 1000 个 e5',
  'order contoso / exchangeonlineplan1 3': '给 contoso 订 3 个 exchange plan 1|给 contoso 买三个 exchange p1',
  'order contoso / copilot 2': '给 contoso 买两个 copilot|帮 contoso 订 2 个 copilot',
  'order contoso /': '给 contoso 加订阅|帮 contoso 下单|contoso 添加订阅',
  'licenses contoso / e3 to 30':
    'contoso：30 个 e3|contoso: 30 e3|把 contoso 的 e3 改成 30|将 contoso 的 E3 调整为 30 个|contoso 30 e3',
  'licenses contoso / to 30':
    '把 contoso 改成 30|把 contoso 的许可证改成 30|将 contoso 的许可证数调整为 30|contoso 的许可证改为 30 个|把contoso改成30个许可证|contoso 30 个许可证|请把 contoso 的数量改为 30|contoso：30',
  'licenses 青山 / to 30':
    '把青山改成 30|把青山的许可证改成 30 个|青山的许可证数增加到 30|将青山的许可证数量调整为 30|麻烦把青山的许可改成三十',
  'licenses 青山 / more 5':
    '给青山加 5 个许可证|青山要加 5 个许可证|给青山增加五个许可证|给青山多买 5 个许可|青山再加 5 个人|请给青山加5个许可证',
  'licenses 青山 / fewer 5': '青山减少 5 个许可证|给青山退 5 个许可证|把青山的许可证减 5 个',
  'licenses contoso /': '更改 contoso 的许可证数量|修改 contoso 的许可证|调整 contoso 的许可证数',
  'subscriptions contoso':
    'contoso 的订阅|查看 contoso 的订阅|contoso 订阅|contoso 有哪些订阅？|取消 contoso 的订阅|暂停 contoso 的订阅|停用 contoso|看一下 contoso 的许可证|contoso 买了什么？|请列出 contoso 的订阅|把 contoso 的订阅取消|恢复 contoso 的订阅|contoso 有多少许可证',
  'subscriptions 青山':
    '青山的订阅|查看青山的订阅|青山有哪些订阅？|取消青山的订阅|把青山的订阅停掉|青山的许可证|暂停青山|请帮我看一下青山的订阅|青山的訂閱',
  'history contoso': 'contoso 的历史记录|查看 contoso 的历史|contoso 的变更记录|contoso 发生什么事',
  'history 青山': '青山的历史|看青山的历史记录|青山的记录|谁改了青山',
  'deleteRecord contoso': '删除客户 contoso|移除 contoso',
  'newPassword contoso': '重置 contoso 的密码',
  'customer contoso': 'contoso 的地址|contoso 的域名',
  'endRelationship contoso': '终止与 contoso 的关系',
  'deleteRecord 青山': '删除青山',
  'customer 青山': '青山的资料|青山的联系人|青山签了协议吗',
  'newPassword 青山': '重置青山的密码',
  'endRelationship 青山': '结束和青山的关系',
  'updateAccount 青山': '修改青山的地址',
  renewals: '续订|哪些订阅快到期了？|查看续订',
  'renewals 60': '60 天内到期的订阅有哪些|60天内要续订|续订 60 天',
  'renewals 30': '30 天内续订|未来 30 天内到期的订阅',
  export: '导出|下载客户名单|导出客户名单|把订阅导出成 excel|导出所有客户到 Excel',
  invite: '邀请',
  'invite contoso': '邀请 contoso|发邀请给 contoso',
  'invite 青山': '邀请客户青山|邀请青山',
  drafts: '草稿|我的草稿',
  customers: '客户|客户列表|我的客户',
  addCustomer: '我要录一个新客户|添加客户|怎么添加客户？|我要添加客户',
  help: '帮助|你能做什么？|能做什么',
  hello: '你好|哈喽|早上好|嗨',
  'explain invoices': '可以退款吗?|哪里可以看发票?|发票在哪里',
  'explain undo': '撤消|撤销|怎么撤销',
  'explain gdap':
    '什么是 GDAP？|GDAP 是什么？|gdap|GDAP 是什么意思|请问什么是 GDAP|解释一下 GDAP|什么是gdap|gdap是啥|啥是gdap',
  'explain mpnId': '什么是 MPN ID？|MPN ID 是什么|mpn id 在哪里找|请问 MPN ID 是什么意思',
  'explain microsoftId': 'Microsoft ID 是什么？|什么是租户 ID',
  'explain tenant': '什么是租户？|租户是什么意思|租户是啥',
  'explain qualification': '什么是特殊资格？|特殊资格是什么',
  'explain reseller': '什么是间接经销商？|间接经销商是什么意思',
  'explain agreement': '什么是 MCA？|客户协议是什么',
  'explain domain': '什么是域名？|主域名是什么|域名填什么',
  'explain term': '期限是什么意思？|什么是期限',
  'explain billing': '什么是计费频率？|计费周期是什么',
  'explain addOn': '什么是附加产品？|附加产品是什么',
  'explain license': '什么是许可证？|席位是什么意思',
  'explain renewal': '什么是自动续订？|七天取消期是什么',
  'explain draft': '什么是草稿？',
  'explain practice': '什么是练习模式？|练习模式是什么意思',
  'explain csp': '什么是 CSP？|合作伙伴中心是什么？',
  'explain changeLicenses': '怎么更改许可证数量？|如何增加许可证',
  'explain addSubscription': '怎么添加订阅？|如何订购订阅|怎么给客户订 office',
  'explain suspending': '怎么取消订阅？|如何暂停订阅|取消订阅',
  'explain password': '怎么重置密码？|忘记密码|如何重置管理员密码',
  'explain ending': '怎么删除客户？|如何结束经销商关系',
  'talk thanks': '谢谢|谢谢你|感谢|太棒了|好的，谢谢',
  'talk bye': '再见|拜拜|明天见|谢谢，再见',
  'talk ok': '好|好的|了解|收到|嗯|👌',
  'talk identity': '你是机器人吗？|你是真人吗|你叫什么名字？|转人工',
  'talk wellbeing': '最近怎么样|吃了吗|你好吗|你好吗?',
  'talk rude': '白痴|你真笨|垃圾|什么破玩意|去死',
  'talk sorry': '对不起|不好意思，打错了|抱歉',
  unknown:
    '不要给 contoso 加 e3|请勿删除青山|别取消 contoso 的订阅|今天天气如何|明天吃什么|你觉得怎么样？|我想请你帮忙写发票|为什么天空是蓝的',
};
