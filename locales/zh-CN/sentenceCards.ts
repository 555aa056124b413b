import { locale } from '../translator.ts';
import { sentenceCardsEn } from '../en/sentenceCards.ts';

/** Answers to typed sentences in Simplified Chinese. */
export const sentenceCardsZhCN = locale(
  'zh-CN',
  sentenceCardsEn,
)({
  'sentence.whichCustomer': '您指的是哪个客户？',
  'sentence.oneFirst': '提到了多个客户。先处理哪一个？',
  'sentence.nearest': '不是每个词我都看得懂，下面是最接近的结果。',
  'wish.asDraft': '复制为新客户',
  'wish.sameOrder': '和上次一样',
  'sentence.didYouMean': '您是想说下面哪一项？',
  'sentence.nothingDone': '好的，不做任何更改。',
  'sentence.outside': '这件事我在这里办不到。',
  'sentence.outsideHint': '我可以把客户添加到合作伙伴中心，并管理客户及其订阅。',
  'sentence.oneWish': '请一次只写一项需求。',
  'sentence.twoWishes': '这里有两个需求，先处理哪一个？',
  'sentence.twoWishesHint': '每个按钮会打开各自的卡片，另一个会留在这里。',
  'sentence.wishFor': '给 {name} {wish}',
  'sentence.isWider':
    '列表无法这样筛选或排序，因此显示所有客户。您可以按公司名称、域名或 Microsoft ID 搜索，也可以用“{title}”取得客户或全部订阅的文件，在其中筛选。',
  'sentence.unclearNumber': '无法确定 {n} 是更改后的总数，还是要增加或减少的数量。没有代为填入，请自行输入数量。',
  'sentence.isMore': '{n} 多于目前的数量（{now}）。',
  'sentence.isFewer': '{n} 少于目前的数量（{now}）。',
  'sentence.noMarket': '您无法在 {country} 添加客户。',
  'sentence.historyWhere':
    '每个客户都有各自的历史记录。请打开客户并选择“{title}”，或连同名称一起键入：“contoso 的历史记录”。',
  'sentence.whichOffer': '您指的是哪个产品/服务？',
  'sentence.whichSubscription': '您指的是哪个订阅？',
  'sentence.showAll': '全部显示',
  'sentence.nothingFound': '未找到结果',
  'sentence.noCustomer': '未找到与“{name}”匹配的客户。',
  'sentence.foundBy': '可以按公司名称、域名或 Microsoft ID 查找客户，不能按城市或联系人查找。',
  'sentence.forWhom': '请连同客户名称一起键入，例如“给 contoso 订 5 个 business premium”。',
  'sentence.noOffer': '未找到与“{name}”匹配的产品/服务。',
  'sentence.formOpen': '还有一张卡片没有填完。您输入的是答案，还是要搜索客户？',
  'sentence.formHint': '您可以继续填写上方的卡片。已输入的内容都会保留。',
  'sentence.findNamed': '搜索客户',
  'sentence.choose': '选择',
  'sentence.examples':
    '您也可以直接键入：客户名称（“contoso”）、“添加客户 Contoso”、“给 contoso 订 5 个 business premium”、“contoso 的订阅”、“什么是 GDAP？”。这只会打开相应的卡片，由您确认。',
  'sentence.short': '也可以直接键入您的需求：“contoso”、“给 contoso 订 5 个 business premium”、“什么是 GDAP？”。',
  'typed.waits': '在您点击卡片上的按钮之前，不会执行任何操作；卡片保持原样。如果内容有误，请直接输入正确的内容。',
  'typed.press': '输入文字不会订购、更改或删除任何内容。如要执行，请点击卡片上的“{title}”。',
  'typed.pressFilled': '卡片中填写的内容只会随按钮发送：请填写后点击“{title}”。',
  'typed.filled': '已填入：{value}。请检查卡片。',
  'typed.emptied': '已清空：{value}。请检查卡片。',
  'typed.noPlan': '购物车中的产品/服务都没有这种计费方式或期限。',
  'typed.needed': '“{label}”必须填写。',
  'typed.optional': '“{label}”可以不填。',
  'typed.notAsked': '这里不需要填写“{label}”。',
  'typed.tick': '如果客户已经接受协议，请在卡片上勾选“{title}”：这一步只能由您完成。',
  'sentence.noRepeat': '您还没有可以重复的订单或更改。',
  'sentence.againWhom': '请写明是为哪个客户，例如：“给 contoso 也来一份”。',
  'sentence.alikeWhom': '请先写出要订购的客户名称，再写“跟 {name} 一样”。',
  'sentence.hasNothing': '{name} 没有可以照样订购的订阅。',
  'typed.noMore': '没有更多内容了。',
  'typed.anew': '“{label}”应该是什么？请在卡片上修改，或直接写在这里。',
  'typed.kept': '已保留，稍后的卡片会用到：{value}。',
  'typed.notHere': '此卡片上没有：{value}。',

  'sentence.nothingToRepeat': '目前还没有可以重复的订单或更改。请选择要为这个客户做什么。',
  'smallTalk.rude': '很抱歉给您带来困扰。请告诉我您需要什么，或在这里选择。',
  'smallTalk.identity': '我是 Customer Desk，是机器人，不是真人。我协助您添加和管理合作伙伴中心的客户。',
  'smallTalk.wellbeing': '一切都好，谢谢。接下来要做什么？',
  'smallTalk.bye': '再见。已输入的内容都会保留。',
  'smallTalk.thanks': '不客气。',
  'smallTalk.sorry': '没关系。已输入的内容都会保留。',
  'smallTalk.ok': '好的。请选择接下来要做的事。',

  'topic.gdap': 'GDAP',
  'glossary.gdap': '精细委派管理员权限：您管理客户租户所用的权限，仅限特定角色和期限。权限由客户批准，客户也可以终止。',
  'topic.mpnId': 'MPN ID',
  'glossary.mpnId':
    '合作伙伴在 Microsoft 合作伙伴计划中的编号，也称为合作伙伴 ID。订单会注明间接经销商的编号，让 Microsoft 知道是谁销售的。',
  'topic.microsoftId': 'Microsoft ID',
  'glossary.microsoftId':
    '客户租户的标识，由 32 个数字和字母组成，例如 00000000-0000-4000-8000-000000000001。客户的卡片上会显示；在这里键入即可找到客户。',
  'topic.tenant': '租户',
  'glossary.tenant': '客户在 Microsoft 的专属目录，包含用户、订阅和域名。添加新客户时会创建一个租户。',
  'topic.qualification': '特殊资格',
  'glossary.qualification':
    '学校和政府机构经 Microsoft 确认资格后，可以购买专属的产品/服务。其他客户都是商业客户，不需要资格。',
  'topic.reseller': '间接经销商',
  'glossary.reseller':
    '通过间接提供商销售的合作伙伴。间接提供商向 Microsoft 订购并选择经销商；直接计费合作伙伴则自行订购和开具账单。',
  'topic.agreement': 'Microsoft 客户协议（MCA）',
  'glossary.agreement':
    '客户与 Microsoft 之间的协议：由客户接受，不是由您接受。客户必须先接受协议才能订购。表单询问时，请填写由谁接受，以及接受的日期，而不是填表的日期。',
  'topic.domain': '主域名',
  'glossary.domain':
    '租户的第一个地址，例如 contoso.onmicrosoft.com，且不能已被占用。留空时会根据公司名称生成。添加客户之后，无法在这里更改。客户自己的域名可以稍后在 Microsoft 添加。',
  'topic.term': '期限',
  'glossary.term': '购买订阅的时间，例如一个月或一年。期限结束时，订阅会按所选方式续订、更改或终止。',
  'topic.billing': '计费频率',
  'glossary.billing':
    '订阅期限内多久计费一次：每月、每年或一次，视产品/服务而定；订单的每一行可以各自选择。Microsoft 向合作伙伴收费，不向客户收费；增加的许可证从当天计费到期限结束。各种方式的价格请到合作伙伴中心查看。',
  'topic.addOn': '附加产品',
  'glossary.addOn': '必须与另一个产品/服务（基础产品）一起使用的产品/服务，例如通话套餐。基础产品要先订购或一起订购。',
  'topic.license': '许可证',
  'glossary.license': '一位用户使用产品/服务的权利，也称为席位。订阅有一定数量的许可证，数量可以更改。',
  'topic.renewal': '续订与取消',
  'glossary.renewal':
    '除非选择其他方式，订阅会在期限结束时续订；如果什么都没选，较新的订阅可能会以较高的价格逐月延续。可以在订阅的卡片上用“到期处理”选择。许可证可以在购买或续订后七天内退回。“续订”会列出未来 90 天内到期的项目。',
  'topic.draft': '草稿',
  'glossary.draft': '您为客户输入但尚未提交的内容。最后一次更改后会保留 90 天。',
  'topic.practice': '练习模式',
  'glossary.practice':
    '试用 Customer Desk 的方式：客户只记录在这里，不会向 Microsoft 发送任何内容。启用时，主页卡片上会注明。',
  'topic.newCommerce': '新商业（NCE）',
  'glossary.newCommerce':
    '在新商业（NCE）模式下，合作伙伴按固定期限购买订阅，例如一个月或一年。只有在前七天内才能取消订阅或退回许可证；暂停订阅不会停止计费。',
  'topic.csp': 'CSP 与合作伙伴中心',
  'glossary.csp':
    '在云解决方案提供商（CSP）计划中，合作伙伴向客户销售 Microsoft 的云服务。合作伙伴中心是 Microsoft 为此提供的网站；Customer Desk 在聊天中完成同样的工作。',
  'topic.returning': '退回许可证',
  'glossary.returning':
    '新商业（NCE）的许可证只能在购买或续订后七天内退回，且不得超过当时购买的数量：请打开客户，选择“订阅”，再选“更改许可证数量”。之后只能从下一个期限开始减少数量。',
  'topic.suspended': '暂停的影响',
  'glossary.suspended':
    '暂停之后可以重新激活，取消则是彻底终止订阅。暂停后用户会立即无法访问。新商业（NCE）订阅会继续计费到期限结束，在此之前可以重新激活；之后管理员还有一段时间可以保存数据，随后数据会被删除。旧版订阅暂停期间不计费，但如未及时重新激活，会连同数据一并删除。实际情况会在您确认之前显示在卡片上。',
  'topic.trial': '试用',
  'glossary.trial':
    '如果 Microsoft 提供，试用会是单独的产品/服务：请在客户选择“添加订阅”，在那里查找。试用结束后是否转为付费，会写在该订阅的卡片上。',
  'topic.earlyEnd': '期限未满就结束',
  'glossary.earlyEnd':
    '新商业（NCE）订阅只能在每个期限的前七天内取消，可退款多少会在确认取消时说明。之后会计费到期限结束；您可以在“到期处理”中选择不再续订。',
  'topic.bundle': '组合',
  'glossary.bundle':
    '组合是有名称的购物车，适合重复的订单。在购物车选择“保存为组合”之后，贵公司所有可添加客户的同事都能在每个购物车中找到它。键入“组合”即可查看全部。',
  'topic.invited': '已有租户的客户',
  'glossary.invited':
    '这样的客户无需重新添加，即使目前由其他合作伙伴销售也一样：请从您自己的邮箱发送邀请。客户的管理员接受关系之后，客户就会出现在您的列表中。',
  'topic.comparing': '产品/服务的内容',
  'glossary.comparing':
    '产品/服务包含什么、彼此有何区别，这里并不知道，请以 Microsoft 网站为准。您可以在购物车中按名称搜索产品/服务并查看期限。',
  'topic.reminder': '提醒',
  'glossary.reminder':
    '这里无法自定义提醒。“待您处理”会列出需要处理的事项，以及即将到期或续订的项目；您可以用其中的按钮设置每天早上发送给您。',
  'topic.changeLicenses': '更改许可证数量',
  'glossary.changeLicenses':
    '打开客户，选择“订阅”、该订阅，再选“更改许可证数量”。或键入“把 contoso 改成 30 个许可证”：打开的卡片已填好数量，在您确认之前不会购买。',
  'topic.addSubscription': '添加订阅',
  'glossary.addSubscription':
    '打开客户并选择“添加订阅”。或键入“给 contoso 订 5 个 business premium”：打开的购物车已填好内容，在您提交之前不会订购。',
  'topic.suspending': '暂停或取消订阅',
  'glossary.suspending':
    '暂停之后可以重新激活，取消则是彻底终止订阅。打开客户，选择“订阅”和该订阅：卡片上会列出目前可执行的操作，并在您确认之前说明后果。',
  'topic.password': '新的管理员密码',
  'glossary.password':
    '管理员帐户写在客户卡片的“给客户的入门说明”里。密码只会向您显示一次，不会保存在任何地方。需要新密码时，请打开客户；如果有“新的管理员密码”按钮，请选择该按钮，旧密码就会失效。',
  'topic.invoices': '价格、发票与退款',
  'glossary.invoices':
    '价格、折扣、报价、发票、抵扣和退款都不在这里：不能查看、修改、发送或申请。Microsoft 的价格和发票请到合作伙伴中心查看；您开给客户的，由您和客户自行处理。订阅是否还能取消，写在该订阅的卡片上；取消时可退款多少，会在确认取消时说明。',
  'topic.undo': '撤销更改',
  'glossary.undo':
    '可以收回的更改（新增的许可证、暂停、重新激活），其结果卡片上会有“撤销”。新的订阅在还能取消时，可在该订阅的卡片上取消。',
  'topic.ending': '结束经销商关系',
  'glossary.ending':
    '请先处理客户的订阅：新商业订阅必须取消或等其到期（仅暂停还不够），旧版订阅必须暂停。然后打开客户并选择“结束经销商关系”；系统会再向您确认一次。',
  'topic.acceptance': '接受协议',
  'glossary.acceptance':
    '打开客户：卡片会显示协议是否已接受；如果由客户在 Microsoft 接受，卡片上也有可以发给客户的文字。',
  'topic.typing': '输入文字会怎样',
  'glossary.typing':
    '输入文字不会订购、更改或删除任何内容。您写的内容只会打开相应的卡片并填好，选择卡片上的按钮后才会执行。',
  'topic.adminCenter': '用户和邮箱',
  'glossary.adminCenter':
    '用户及其密码、角色和多重身份验证、邮箱，以及许可证分配给谁，都在客户自己的管理中心里管理，不在这里。如果有链接，客户卡片上的“打开管理中心”可以直接过去。',
  'topic.sharing': '谁能看到什么',
  'glossary.sharing':
    '草稿只有您自己能看到。客户、订阅和历史记录，贵公司所有有权查看客户的人都能看到；历史记录里写着谁在什么时候做了什么。',
  'topic.storedData': '保存哪些内容',
  'glossary.storedData':
    '草稿、客户记录和历史记录保存在运行此机器人的一方。密码不保存：管理员密码只在聊天中显示一次，几分钟后或选择“完成”后就会隐去。',
  'topic.submitting': '提交之后会怎样',
  'glossary.submitting':
    '提交的内容只会执行一次，即使重复选择或连接中断也一样。结果会以卡片的形式发到此聊天。没能完成的部分会写明原因，可以继续的部分，选择“继续完成”即可。提交之前，在核对卡片上选择“编辑”就可以修改；提交之后，仍可在客户的卡片上更改帐户信息和许可证数量，但域名不能改。',
  'topic.colleague': '让同事使用',
  'glossary.colleague':
    '谁可以使用此机器人、有哪些权限，由贵公司负责运行它的人设置，不能在此聊天中更改。设置好之后，同事在 Teams 里给机器人发一条消息即可使用。',
  'topic.waiting': '需要多长时间',
  'glossary.waiting':
    '提交之后会立即开始处理，结果会以卡片的形式发到此聊天，通常在几分钟之内；Microsoft 需要多久，这里无法得知。许可证要先在客户的管理中心分配给用户才能使用。特殊资格的审核可能需要几天。',
  'topic.contactPerson': '主要联系人是谁',
  'glossary.contactPerson':
    'Microsoft 会与客户的这个人联系：例如企业负责人或负责信息技术的人。电子邮件地址不能是您自己的，也不能是 Microsoft 的。Customer Desk 不会给这个地址发邮件。协议可以由另一个人签署。',
  'topic.companyData': '公司和地址',
  'glossary.companyData':
    '请填写公司登记的正式名称和地址：Microsoft 据此识别客户，也可能审核其帐户。名称可以用公司自己的文字，域名只能用拉丁字母。可以留空的项会注明。',
  'topic.deleting': '删除的影响',
  'glossary.deleting':
    '“删除此记录”只会删除 Customer Desk 保存的客户数据：在 Microsoft 不会有任何变化，订阅照常继续。租户不能在这里删除，要由该租户的管理员在 Microsoft 进行。删除的草稿在一天之内可以恢复。',
  'topic.transfer': '转移订阅',
  'glossary.transfer':
    '订阅属于购买时的租户：不能在这里转到另一个租户、客户或合作伙伴。请为对方另行订购，再取消原来的订阅，或让它到期终止。合作伙伴之间的转移请在合作伙伴中心办理。',
  'topic.support': '支持与服务中断',
  'glossary.support':
    '这里不能创建支持请求，也不会显示服务中断。向 Microsoft 提出支持请求，请到合作伙伴中心或客户的管理中心；服务中断也可以在那里查看。',
  'topic.otherProducts': 'Azure 和其他产品',
  'glossary.otherProducts':
    '这里可以订购购物车里找得到的项目，也就是按许可证销售的产品/服务。虚拟机、预留实例等 Azure 服务不在这里设置，请到 Azure 门户。这里不销售硬件，也不销售其他公司的产品。',
  'topic.limits': '一次可以多少',
  'glossary.limits':
    '一个订单最多 15 行，批量订购最多 20 个客户，一个文件最多 5,000 行。产品/服务最少和最多可以订多少个许可证，购物车会说明；通常一个就可以。',
  'topic.countries': '国家/地区和云',
  'glossary.countries':
    '您可以添加自己市场内各国家/地区的客户：在第一张卡片上选择“更改国家/地区”即可查看。其他国家/地区由当地市场的合作伙伴添加。Microsoft 独立的德国云不再接受新客户。',
});
