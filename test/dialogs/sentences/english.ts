import type { SentenceTable } from './written.ts';

/** Sentences typed in English. */
export const englishSentences: SentenceTable = {
  'find contoso':
    'find contoso|open customer contoso|Find Contoso please|find customer contoso|search for contoso|where is Contoso?|show me contoso|open contoso|look up contoso|customers contoso|customer Contoso|go to contoso|please find contoso|can you find contoso?|I want to see contoso|fnd contoso please|serach contoso|customer named Contoso|find the customer “Contoso”|do we have contoso?|find contoso.onmicrosoft.com|find contoso.com|find ana@contoso.com|<at>Customer Desk</at> find contoso|FIND CONTOSO!!!|ｆｉｎｄ　ｃｏｎｔｏｓｏ|hey bot, where is contoso?',
  'name contoso':
    'contoso|Contoso|contoso.onmicrosoft.com|https://www.contoso.com/about|ana.lima@contoso.com|contoso?|“Contoso”|contoso 😀|contoso.com|CONTOSO',
  'find blue': 'customers blue|customers named blue|find customers like blue|custmers blue|clients with blue',
  'find bluewave': 'find blue wave|Where is Blue Wave?|show customer blue wave|find blue-wave',
  'name bluewave': 'blue wave|Blue Wave',
  'name alpineskihouseinc': 'Alpine Ski House Inc.|Alpine Ski House, Inc.',
  'find 00000000000040008000000000000001': 'find 00000000-0000-4000-8000-000000000001',
  'name 00000000000040008000000000000001':
    '00000000-0000-4000-8000-000000000001|{00000000-0000-4000-8000-000000000001}',
  'new contosoltd':
    'add customer Contoso Ltd|add customer Contoso Ltd.|Add a new customer called Contoso Ltd|create customer Contoso Ltd|new customer Contoso Ltd|please add customer Contoso Ltd|I want to add customer Contoso Ltd|add customer: Contoso Ltd|onboard Contoso Ltd|register client Contoso Ltd|can you add the company Contoso Ltd|add Contoso Ltd as a customer|add a customer named "Contoso Ltd"|ad customer Contoso Ltd|add custmer Contoso Ltd|we have a new customer called Contoso Ltd',
  'order contoso / businesspremium 5':
    'add 5 business premium to contoso|Add 5 Business Premium to Contoso, please|order 5 business premium for contoso|buy 5 x business premium for contoso|5 business premium for contoso|contoso needs 5 business premium|please add five business premium to contoso|add 5 bp to contoso|sell 5 licenses of business premium to contoso|add 5 seats of business premium to contoso|I need 5 business premium for contoso|give contoso 5 business premium|can you add 5 business premium to contoso?|purchase 5 business premium for customer contoso|add 5 licenses business premium for contoso',
  'order contoso / e3 30': 'order 30 e3 for contoso|add 30 E3 to Contoso|contoso wants 30 e3|buy thirty e3 for contoso',
  'order contoso / e5 1000': 'add 1,000 e5 to contoso|add 1 000 e5 to contoso|add 1000 e5 for contoso',
  'order contoso / copilot 2':
    'add 2 copilot to contoso|add 2 copilot licenses to contoso|contoso needs two copilot licenses',
  'order contoso / exchangeonlineplan1 3':
    'add 3 exchange plan 1 to contoso|add 3 exchange p1 for contoso|add 3 exo plan 1 to contoso',
  'order contoso / f3 12': 'add 12 f3 to contoso|add a dozen f3 to contoso',
  'order contoso / microsoft365businesspremium 5':
    'add 5 m365 bp to contoso|add 5 microsoft 365 business premium to contoso',
  'order contoso / visio': 'add visio to contoso|order visio for contoso',
  'order contoso /':
    'add a subscription to contoso|new subscription for contoso|order something for contoso|add subscription for contoso',
  'order alpineskihouse / e3 5':
    'add 5 e3 to Alpine Ski House|alpine ski house needs 5 e3|add 5 e3 to the customer Alpine Ski House',
  'licenses contoso / e3 to 30':
    'contoso: 30 e3|Contoso: 30 x E3|contoso 30 e3|contoso - 30 e3|change e3 of contoso to 30|set e3 for contoso to 30|change contoso e3 to 30|contoso, 30 e3',
  'licenses contoso / to 30':
    'change contoso to 30|change contoso to 30 licenses|set contoso to 30|set licenses of contoso to 30|change the number of licenses of contoso to 30|please change contoso to 30 seats|increase contoso to 30|contoso: 30|contoso 30 licenses|reduce licenses for contoso to 30|chagne contoso to 30|update contoso to 30 users',
  'licenses contoso / more 5':
    'add 5 licenses to contoso|add 5 more licenses to contoso|5 more seats for contoso|contoso needs 5 more licenses|increase contoso by 5|add 5 users to contoso|add 5 to contoso|add five seats for contoso|contoso: +5|add 5 licences to contoso',
  'licenses contoso / fewer 5':
    'remove 5 licenses from contoso|reduce contoso by 5|take 5 seats from contoso|return 5 licenses for contoso|add -5 licenses to contoso|add -5 to contoso|contoso -5 licenses',
  'licenses contoso / e1 fewer 3': 'add -3 e1 to contoso|contoso needs -3 e1|order –3 e1 for contoso',
  'licenses contoso /': 'change licenses of contoso|change the number of licenses for contoso|set contoso to -5',
  'subscriptions contoso':
    "contoso subscriptions|Contoso's subscriptions|subscriptions of contoso|show me the subscriptions of contoso|what does contoso have?|contoso licenses|cancel contoso's subscription|cancel the subscription of Contoso|suspend contoso|suspend the subscriptions of contoso|stop contoso's subscription|show subscriptions for contoso|how many licenses does contoso have?|subscritions of contoso|reactivate contoso|list contoso subscriptions|what has contoso bought?|renew contoso's subscription|delete contoso's licenses|open the subscriptions for contoso please",
  'history contoso':
    "history of contoso|contoso history|show me the history of contoso|Contoso's history|what happened to contoso?|who changed contoso?|hisotry of contoso|log of contoso",
  'deleteRecord contoso': 'delete customer Contoso|delete contoso|remove customer contoso',
  'endRelationship contoso': 'end the relationship with contoso',
  'newPassword contoso': 'reset the password of contoso',
  'customer contoso': "contoso's password|account info of contoso|contoso's domain|has contoso accepted the agreement?",
  'updateAccount contoso': 'update the address of contoso',
  renewals: 'renewals|what renews soon?|show renewals|renwals|upcoming renewals',
  'renewals 60':
    'renewals in 60 days|Renewals in the next 60 days|what renews in 60 days?|show me renewals within 60 days|renewals 60 days|renewals for 45 days',
  'renewals 30': 'renewals in 30 days|what expires in the next 30 days|renewals in 14 days',
  'renewals 90': 'renewals in 90 days|what renews next quarter',
  export:
    'export|export customers|download the customer list|export to excel|export all customers to csv|give me an excel of the customers|exprot customers',
  invite: 'invite|invite an existing customer',
  'invite contoso': 'invite contoso|invite customer contoso|send an invitation to contoso',
  drafts: 'drafts|my drafts|show my drafts',
  customers: 'customers|list customers|all customers|show me my customers|custmers',
  addCustomer: 'add customer|how do I add a customer?|add a new customer|add custmer|I want to add a customer',
  help: 'help|what can I do?|what can you do?|hlep',
  hello: 'hello|hi|hey there|good morning',
  'explain invoices': 'can I get a refund?|where can I see invoices?|invoices|refund|how do I get a refund?',
  'explain undo': 'undo|undo that|how do I undo a change?|undo the last change',
  'explain gdap':
    'what is GDAP?|whats gdap|what does GDAP mean?|explain gdap|gdap|gdap?|what is gdap please|tell me about gdap|meaning of GDAP',
  'explain mpnId': 'what is an MPN ID?|mpn id|what is mpn|where do I find the MPN ID?|what does MPN ID mean',
  'explain microsoftId': 'what is a Microsoft ID?|what is the tenant id|microsoft id|where can I find the microsoft id',
  'explain tenant': 'what is a tenant?|explain tenant|what does tenant mean?',
  'explain qualification': 'what are special qualifications?|what is a qualification|what is GCC?',
  'explain reseller': 'what is an indirect reseller?|what is an indirect provider|indirect reseller|define reseller',
  'explain agreement': 'what is the MCA?|what is the microsoft customer agreement|what is mca?',
  'explain domain': 'what is a domain?|what is the primary domain|what should I enter for the domain?',
  'explain term': 'what is a term?|what does term mean|what is P1Y?',
  'explain billing': 'what is billing frequency?|explain the billing frequency',
  'explain addOn': 'what is an add-on?|what is an addon|add-ons',
  'explain license': 'what is a seat?|what is a license',
  'explain renewal': 'what is auto renew?|what is the cancellation window',
  'explain draft': 'what is a draft?',
  'explain practice': 'what is practice mode?|what is the sandbox',
  'explain csp': 'what is CSP?|what is partner center?|what is the CSP program',
  'explain changeLicenses':
    'how do I change licenses?|how to change the number of licenses|how can I add licenses|change licenses|how do i reduce seats',
  'explain addSubscription':
    'how do I add a subscription?|how to order office|how can I order a subscription for a customer',
  'explain suspending': 'how do I cancel a subscription?|how to suspend a subscription|cancel a subscription',
  'explain password': 'how do I reset the admin password?|how to reset a password',
  'explain ending': 'how do I end a relationship?|how to delete a customer|how do I remove a customer',
  'talk thanks':
    'thanks|thank you|Thank you very much!|thx|great, thanks|ok thanks|thanks a lot, bot|perfect, thank you|cheers|good job',
  'talk bye': 'bye|goodbye|see you later|have a nice day|thanks, bye',
  'talk ok': 'ok|okay|yes|no|great|got it|👍|:)|sure|hmm',
  'talk identity':
    'are you a human?|are you a bot|are you human or a bot?|am I talking to a person?|who are you exactly?|what is your name?|can I talk to a human?',
  'talk wellbeing': "how are you?|how are you doing today|what's up?",
  'talk rude': 'fuck you|you are stupid|this is shit|stupid bot|shut up|wtf',
  'talk sorry': 'sorry|sorry about that|my mistake|oops',
  unknown:
    "do not add e3 to contoso|don't add 5 e3 to contoso|please do not cancel contoso|never delete contoso|what is the weather?|tell me a story about a cat|why is the sky blue|send a mail to Ana|I think we should have lunch tomorrow|is it going to rain today?|can you write an invoice for me|what do you think about it",
  'language ru': 'russian|speak russian',
};
