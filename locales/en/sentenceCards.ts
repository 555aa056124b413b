import { base } from '../translator.ts';

/** Answers to typed sentences: questions about words of the trade, small talk, and which of several was meant. */
export const sentenceCardsEn = base({
  'sentence.whichCustomer': 'Which customer do you mean?',
  'sentence.oneFirst': 'Several customers are named. Which one first?',
  'sentence.nearest': 'Not every word of that is known to me; this comes nearest.',
  'wish.asDraft': 'Copy as a new customer',
  'wish.sameOrder': 'Same as last time',
  'sentence.didYouMean': 'Did you mean one of these?',
  'sentence.nothingDone': 'Nothing is changed by that.',
  'sentence.outside': 'That is nothing I can do here.',
  'sentence.outsideHint': 'I add customers to Partner Center, and look after them and their subscriptions.',
  'sentence.oneWish': 'Please write one wish at a time.',
  'sentence.twoWishes': 'Those are two wishes. Which one first?',
  'sentence.twoWishesHint': 'Each button opens its card; the other one stays here.',
  'sentence.wishFor': '{wish} for {name}',
  'sentence.isWider':
    'The list cannot be narrowed down or sorted in that way; all customers are shown. You can search it by company name, domain or Microsoft ID, or take a file with “{title}”, also of all subscriptions, and filter that.',
  'sentence.unclearNumber':
    '{n} may be the number there shall be, or so many more or fewer. Nothing is filled in: choose the number yourself.',
  'sentence.isMore': '{n} is more than the present number, {now}.',
  'sentence.isFewer': '{n} is fewer than the present number, {now}.',
  'sentence.noMarket': 'You cannot add customers in {country}.',
  'sentence.historyWhere':
    'Each customer has a history of its own. Open the customer and choose “{title}”, or write its name: “history of contoso”.',
  'sentence.whichOffer': 'Which offer do you mean?',
  'sentence.whichSubscription': 'Which subscription do you mean?',
  'sentence.showAll': 'Show all',
  'sentence.nothingFound': 'Nothing found',
  'sentence.noCustomer': 'No customer found for “{name}”.',
  'sentence.foundBy': 'Customers are found by company name, domain or Microsoft ID; not by city or contact.',
  'sentence.forWhom': 'Write the customer’s name with the offer, for example: “add 5 business premium to contoso”.',
  'sentence.noOffer': 'No offer found for “{name}”.',
  'sentence.formOpen': 'A card is still open. Is this an answer, or a search?',
  'sentence.formHint': 'You can go on with the card above. What you have entered there is kept.',
  'sentence.findNamed': 'Find customers',
  'sentence.choose': 'Choose',
  'sentence.examples':
    'You can also just write: a name (“contoso”), “add customer Contoso Ltd”, “add 5 business premium to contoso”, “contoso subscriptions”, “what is GDAP?”. It only opens the right card; you confirm.',
  'sentence.short': 'Or just write what you need: “contoso”, “add 5 business premium to contoso”, “what is GDAP?”.',
  'typed.waits':
    'Nothing is done until you press a button on the card; it stays as it is. If something on it is wrong, write what it should be.',
  'typed.press': 'Nothing is ordered, changed or deleted by typing. To do it, press “{title}” on the card.',
  'typed.pressFilled': 'What stands in the card comes only with its button: fill it in and press “{title}”.',
  'typed.filled': 'Filled in: {value}. Please check the card.',
  'typed.emptied': 'Taken out: {value}. Please check the card.',
  'typed.noPlan': 'None of the offers in the cart is sold with that billing or term.',
  'typed.needed': '“{label}” must be filled in.',
  'typed.optional': '“{label}” may be left empty.',
  'typed.notAsked': '“{label}” is not asked here.',
  'typed.tick': 'If the customer has accepted, tick “{title}” on the card: it is your word for it.',
  'sentence.noRepeat': 'There is no order or change of yours yet that could be repeated.',
  'sentence.againWhom': 'Write for whom, for example: “same for contoso”.',
  'sentence.alikeWhom': 'Write for whom as well: the name of that customer, and then “same as {name}”.',
  'sentence.hasNothing': '{name} has no subscription that could be ordered again.',
  'typed.noMore': 'There is no more than this.',
  'typed.anew': 'What shall “{label}” be? Change it on the card, or write it here.',
  'typed.kept': 'Kept for a later card: {value}.',
  'typed.notHere': 'Not on this card: {value}.',

  'sentence.nothingToRepeat':
    'There is no order or change of yours yet that could be repeated. Choose what to do for this customer.',
  'smallTalk.rude': 'I am sorry that this is annoying. Tell me what you need, or choose here.',
  'smallTalk.identity':
    'I am Customer Desk, a bot, not a person. I add and manage customers of Partner Center with you.',
  'smallTalk.wellbeing': 'All is well here, thank you. What shall we do?',
  'smallTalk.bye': 'Goodbye. What you have entered is kept.',
  'smallTalk.thanks': 'You are welcome.',
  'smallTalk.sorry': 'No harm done. What you have entered is kept.',
  'smallTalk.ok': 'Good. Choose what comes next.',

  'topic.gdap': 'GDAP',
  'glossary.gdap':
    'Granular delegated admin privileges: the rights with which you administer a customer’s tenant, limited to certain roles and to a time. The customer approves them, and can end them.',
  'topic.mpnId': 'MPN ID',
  'glossary.mpnId':
    'The number of a partner in Microsoft’s partner program, also called partner ID. An order names that of the indirect reseller, so that Microsoft knows who sold it.',
  'topic.microsoftId': 'Microsoft ID',
  'glossary.microsoftId':
    'The ID of the customer’s tenant: 32 digits and letters such as 00000000-0000-4000-8000-000000000001. It stands on the customer’s card; you can type it here to find the customer.',
  'topic.tenant': 'Tenant',
  'glossary.tenant':
    'The customer’s own directory at Microsoft, with its users, subscriptions and domains. Adding a new customer creates one.',
  'topic.qualification': 'Special qualifications',
  'glossary.qualification':
    'Schools and public authorities can buy offers of their own once Microsoft has confirmed what they are. Everybody else is commercial and needs none.',
  'topic.reseller': 'Indirect reseller',
  'glossary.reseller':
    'A partner that sells through an indirect provider. The provider orders at Microsoft and chooses the reseller; a direct-bill partner orders and bills by itself.',
  'topic.agreement': 'Microsoft Customer Agreement (MCA)',
  'glossary.agreement':
    'The agreement between the customer and Microsoft: the customer accepts it, not you. It must be accepted before anything can be ordered. Where the form asks, enter who accepted it and the day on which they did, not the day on which you fill it in.',
  'topic.domain': 'Primary domain',
  'glossary.domain':
    'The first address of the tenant, such as contoso.onmicrosoft.com. It must not be taken yet. Left empty, it is made from the company’s name. Once the customer is added, it cannot be changed here. Domains of the customer’s own can be added later at Microsoft.',
  'topic.term': 'Term',
  'glossary.term':
    'The time a subscription is bought for, such as a month or a year. At its end the subscription renews, changes or ends, as was chosen.',
  'topic.billing': 'Billing frequency',
  'glossary.billing':
    'How often a subscription is billed within its term: monthly, yearly or once, as the offer allows; each line of an order has its own. Microsoft bills the partner, not the customer: added licenses from that day to the end of the term. What each way costs is in Partner Center.',
  'topic.addOn': 'Add-on',
  'glossary.addOn':
    'An offer that only works together with another one, its base, such as a calling plan. The base is ordered first or together with it.',
  'topic.license': 'License',
  'glossary.license':
    'The right of one user to use an offer, also called a seat. A subscription has a number of licenses, which can be changed.',
  'topic.renewal': 'Renewal and canceling',
  'glossary.renewal':
    'A subscription renews at the end of its term unless something else was chosen; where nothing was chosen, a newer one may go on month by month at a higher price. “End of term” on its card chooses. Licenses can be given back within seven days after they were bought or renewed. “Renewals” lists what ends in the next 90 days.',
  'topic.draft': 'Draft',
  'glossary.draft':
    'What you entered for a customer and have not submitted yet. It is kept for 90 days after the last change.',
  'topic.practice': 'Practice mode',
  'glossary.practice':
    'A way to try Customer Desk: customers are recorded here only, and nothing is sent to Microsoft. The home card says so where it is on.',
  'topic.newCommerce': 'New commerce',
  'glossary.newCommerce':
    'In new commerce (NCE) a partner buys a subscription for a fixed term, such as one month or one year. It can be canceled, and licenses returned, only in the first seven days; suspending it does not stop the billing.',
  'topic.csp': 'CSP and Partner Center',
  'glossary.csp':
    'In the Cloud Solution Provider program partners sell Microsoft’s cloud services to customers. Partner Center is Microsoft’s site for that; Customer Desk does the same work in a chat.',
  'topic.returning': 'Returning licenses',
  'glossary.returning':
    'In new commerce licenses can be returned within seven days after they were bought or renewed, and no more than were bought then: open the customer, “Subscriptions”, “Licenses”. After that, the number can be lowered only for the next term.',
  'topic.suspended': 'What suspending does',
  'glossary.suspended':
    'Suspending can be taken back, canceling ends a subscription for good. Suspended, users lose access at once. In new commerce the billing goes on until the term ends, and you can reactivate until then; after that administrators can save the data for some time, then it is deleted. An older subscription is not billed, and is deleted with its data unless it is reactivated in time. Before you confirm, the card says what applies.',
  'topic.trial': 'Trials',
  'glossary.trial':
    'A trial is an offer of its own, where Microsoft has one: choose “Add subscription” at the customer and look for it there. Whether it becomes a paid subscription when it ends is said on its card.',
  'topic.earlyEnd': 'Ending before the term is over',
  'glossary.earlyEnd':
    'A new commerce subscription can be canceled only in the first seven days of a term; what is refunded then is said where you confirm it. After that it is billed to the end of its term. With “End of term” you choose that it does not renew.',
  'topic.bundle': 'Bundles',
  'glossary.bundle':
    'A bundle is a cart with a name, for orders that come again. Choose “Save as bundle” on a cart; everybody of your company who adds customers then finds it on every cart. Type “bundles” to see them all.',
  'topic.invited': 'A customer who already has a tenant',
  'glossary.invited':
    'Such a customer is not added anew, also when another partner sells to it: send the invitation, from your own mailbox. Once its administrator has accepted the relationship, the customer is in your list.',
  'topic.comparing': 'Contents of offers',
  'glossary.comparing':
    'What an offer contains, and in what two of them differ, is not known here; Microsoft’s own pages say it. On a cart you can search the offers by name and see their terms.',
  'topic.reminder': 'Reminders',
  'glossary.reminder':
    'There are no reminders of your own here. “Waiting for you” lists what has to be done, and what ends or renews soon; with its button you get it every morning.',
  'topic.changeLicenses': 'Change licenses',
  'glossary.changeLicenses':
    'Open the customer, “Subscriptions”, the subscription, “Licenses”. Or write “change contoso to 30”: the card opens with the number filled in, and nothing is bought before you confirm.',
  'topic.addSubscription': 'Add a subscription',
  'glossary.addSubscription':
    'Open the customer and choose “Add subscription”. Or write “add 5 business premium to contoso”: the cart opens filled in, and nothing is ordered before you submit.',
  'topic.suspending': 'Suspend or cancel a subscription',
  'glossary.suspending':
    'Suspending can be taken back, canceling ends a subscription for good. Open the customer, “Subscriptions”, and the subscription: its card has what can be done now, and says what follows before you confirm.',
  'topic.password': 'New admin password',
  'glossary.password':
    'The admin account stands in “First steps”, on the customer’s card. Its password is shown once, to you only, and kept nowhere. For a new one open the customer and choose “New password”, where it is offered; the old one stops working then.',
  'topic.invoices': 'Prices, invoices and refunds',
  'glossary.invoices':
    'Prices, discounts, quotes, invoices, credits and refunds are not here: they can be neither seen nor changed, sent or asked for. Microsoft’s own are in Partner Center; yours are between you and the customer. Whether a subscription can still be canceled is said on its card, and what is refunded then where you confirm it.',
  'topic.undo': 'Undo',
  'glossary.undo':
    '“Undo” is on the outcome of a change that can be taken back: added licenses, a suspension, a reactivation. A new subscription can be canceled on its own card for as long as that is possible.',
  'topic.ending': 'End a relationship',
  'glossary.ending':
    'First, no subscription may prevent it: new commerce subscriptions must be canceled or run out (suspending is not enough), older ones must be suspended. Then open the customer and choose “End relationship”; you are asked once more.',
  'topic.acceptance': 'Acceptance of the agreement',
  'glossary.acceptance':
    'Open the customer: its card says whether the agreement was accepted and, where the customer accepts it at Microsoft, has the text to send.',
  'topic.typing': 'What typing does',
  'glossary.typing':
    'Nothing is ordered, changed or deleted by typing. What you write opens the right card, filled in; it is done only when you press the card’s button.',
  'topic.adminCenter': 'Users and mailboxes',
  'glossary.adminCenter':
    'Users, their passwords, roles and multi-factor sign-in, mailboxes, and who gets which license are managed in the customer’s own admin center, not here. The customer’s card leads there with “Admin center”, where there is a link.',
  'topic.sharing': 'Who sees what',
  'glossary.sharing':
    'Drafts are yours alone. Customers, their subscriptions and the history are seen by everybody of your company who may see customers here; the history says who did what, and when.',
  'topic.storedData': 'What is kept',
  'glossary.storedData':
    'Drafts, customers’ records and the history are kept by whoever runs this bot. Passwords are not: an admin password is shown once in this chat, and blanked after some minutes or with “Done”.',
  'topic.submitting': 'What happens after Submit',
  'glossary.submitting':
    'What you submit is done once, also where you press twice or the connection breaks. The result comes as a card in this chat. What could not be done is named there with its reason, and waits for “Finish” where it can go on. Until Submit, “Update” on the review changes anything; afterwards account info and licenses can still be changed on the customer’s cards, the domain cannot.',
  'topic.colleague': 'Access for a colleague',
  'glossary.colleague':
    'Who may use this bot, and with which rights, is set by whoever runs it for your company; it cannot be changed in this chat. Once a colleague is entered there, a message to the bot in Teams is enough.',
  'topic.waiting': 'How long it takes',
  'glossary.waiting':
    'What you submit is begun at once, and its outcome comes as a card in this chat, mostly within minutes; how long Microsoft needs is not known here. A license can be used once it is assigned to a user in the customer’s admin center. A special qualification may take days.',
  'topic.contactPerson': 'The primary contact',
  'glossary.contactPerson':
    'The person at the customer to whom Microsoft writes: the owner, or whoever looks after its IT. The address may be neither yours nor Microsoft’s. Customer Desk sends nothing to it. The agreement may be signed by somebody else.',
  'topic.companyData': 'Company and address',
  'glossary.companyData':
    'The company’s legal name and address, as its register has them: by them Microsoft tells who the customer is, and may review its account. The name may be in the company’s own script, the domain in Latin letters only. What may be left empty says so.',
  'topic.deleting': 'What deleting does',
  'glossary.deleting':
    '“Delete record” removes only what Customer Desk keeps of a customer: at Microsoft nothing changes, and its subscriptions go on. A tenant cannot be deleted here; its own administrators do that at Microsoft. A draft that was deleted comes back for a day.',
  'topic.transfer': 'Moving subscriptions',
  'glossary.transfer':
    'A subscription stays in the tenant for which it was bought: it cannot be moved here to another tenant, customer or partner. Order it for the other one, and cancel this one or let it end. A transfer between partners is begun in Partner Center.',
  'topic.support': 'Support and outages',
  'glossary.support':
    'Support requests are not opened here, and outages are not shown. A request to Microsoft is opened in Partner Center or in the customer’s admin center, which shows outages as well.',
  'topic.otherProducts': 'Azure and other products',
  'glossary.otherProducts':
    'Here you order what a cart finds: offers that are sold by license. Virtual machines, reservations and other Azure services are not set up here but in the Azure portal. Hardware and products of other companies are not sold here.',
  'topic.limits': 'How much at once',
  'glossary.limits':
    'An order has at most 15 lines, an order for several customers at most 20 of them, a file at most 5,000 rows. How few and how many licenses an offer allows is said on the cart; mostly one is enough.',
  'topic.countries': 'Countries and clouds',
  'glossary.countries':
    'Customers can be added in the countries of your own market: “Change country” on the first card lists them. Elsewhere a partner of that market adds them. Microsoft’s separate cloud Germany takes no new customers.',
});
