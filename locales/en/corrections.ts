import type { CorrectionWords } from '../corrections.ts';

const units = '(license/licenses/licence/licences/lics/seat/seats/user/users/pieces/pcs/of them)';
const change = '(make/change/set/put/update/raise/increase/reduce/lower/decrease/bring/bump/adjust/correct)';
const be = '(should be/should have been/must be/shall be/needs to be/has to be/is/are/to be/to/at)';

/** Short texts for the open card that people type in English. */
export const correctionsEn: CorrectionWords = {
  openers:
    "no|nope|wait|my bad|my mistake it|hang on|hold on|oops|whoops|sorry|actually|i meant|i mean|i said|i meant to say|rather|oh|correction|that's wrong|not that|my mistake|and|ok|okay|please|then|now|also|can you|could you|can we|could we|can i|in that case|make it then|alright|fine",
  closers:
    'instead of {m}|instead|actually|not {y}|and not {y}|rather|as well|too|also|please|then|not {m}|and not {m}|in total|altogether|thanks',
  pressing:
    'no|nope|yes|yep|yeah|sure|press|click|tap|hit|push|choose|select|go to|go|show me|show|see|open|view|do|just|ok|okay',
  fewer: `{n} (fewer/less) [${units}] [of] [the] {p}|{n} (fewer/less) [${units}]|(take/remove/drop/cut/take off/take away/give back/return) {n} [${units}] [(off/away)]|(minus/less) {n} [${units}]|(reduce/lower/decrease/cut) [(it/that/this)] by {n}|(take/remove/drop/cut/take off/take away) {n} [(of/of the)] {p}`,
  more: `[(add/order/give/get/need/plus)] {n} more [${units}]|(add/plus/order/get) [(another/an extra/an additional/extra)] {n} [(more/extra/additional)] [${units}]|another {n} [${units}]|(increase/raise/up) [(it/that/this)] by {n}|[(add/order/get)] {n} (more/extra/additional) [${units}] [of] [the] {p}|(add/plus/order/get) [another] {n} [x] [${units}] [of] [the] {p}|another {n} [of] [the] {p}|{n} more [(of the/for the/of)] {p}|{n} extra [(of the/for the/of)] {p}`,
  to: `${change} [(it/that/this/them/the number/the quantity/the count/quantity/number/count/licenses/the licenses)] [(to/at/up to/down to)] {n} [${units}]|[(it/that/this/there/quantity/the quantity/the number)] ${be} {n} [${units}]|(i want/i need/we need/only/just/let's do/let's say/let's make it/it's/it is) {n} [${units}]|{n} [${units}]|not {m} [${units}] but {n} [${units}]|(${change}/i want/i need/we need) [the] {p} [(to/at/be)] {n} [${units}]|[the] {p} ${be} {n} [${units}]|{n} [(x/times)] [${units}] [(of/of the/for/for the)] {p}|{p} [(x/times)] {n} [${units}]`,
  double:
    '(double/twice/two times) [(the/as many)] [(number/count/licenses) (of/for)] {p}|(twice/double/two times) as many {p}|double [it]|{p} (double/doubled/twice/x2)',
  remove:
    "(remove/delete/drop/take out/take off/get rid of/without/scratch/skip/lose/cancel/forget/forget about) [(the/that)] {p} [(line/one/again)] [(from the cart/from the order/from cart)]|take [the] {p} (out/off)|(do not/don't/dont) (need/want/order) [the] {p}|no {p}|without [(the/that)] {p} [(thing/one/stuff)]|(not/minus) [the] {p} (thing/one)|(remove/delete/drop/take out/lose) [(the/that)] {p} (thing/stuff/ones)",
  back: '(put/add/bring/take) [the] {p} (back/back in/again)|add [the] {p}',
  place:
    '[(choose/pick/take/open/select/show/i mean/i meant/use)] [(the/that)] {x} [(one/option/customer/entry/offer/subscription/choice/company)]|[(choose/pick/take/open)] (number/no/option/nr/#) {x}|[(suspend/stop/pause/cancel/reactivate/resume/renew/manage/change/edit/check/look at)] [(the/that)] {x} (one/subscription/customer/entry) [(from the top/in the list/on the list)]|(suspend/stop/pause/cancel/reactivate/resume/renew/manage/change/edit/check/look at) (the/number/no/nr/#) {x}|(kill/drop/end/terminate/turn off/get rid of/give me/get me/i want/i need/i will take/take me to/go to/see) (the/number/no/nr/#) {x} [(one/subscription/customer/entry)]',
  called:
    '[(open/show/show me/choose/take/pick/select/see/manage/go to)] [(the/that/their)] {p} (one/subscription/sub/line)|(open/show/show me/see/manage) [(the/their)] {p}|(what about/how about/and) [(the/their)] {p} (one/subscription)|(and/what about/how about) [(the/their)] {p}',
  field:
    "(change/set/correct/update/fix/make/put) [(the/my/their/its)] {x} (to/as/into) {c}|[(the/their/its/my)] {x} (is called/should be/should read/must be/is named/is/was/=) {c}|rename [(the/my/their/its)] {x} to {c}|(use/put/take/enter/make) {c} (as/for) [(the/their/its)] {x}|[it] should be {c} for [(the/their/its)] {x}|[(the/their/its/my)] {x} (isn't/is not) {y} but {c}|{c} as [(the/their/our)] {x}",
  wrong:
    "(wrong/incorrect) {x}|[(the/that/that's the/this is the/that is the/their/my)] {x} (is wrong/is incorrect/is not right/isn't right/isn't correct/is not correct/looks wrong/is off)|(that's/this is/that is/it's/it is) (not the right/the wrong/not the correct) {x}|not the right {x}|(i picked/i chose/i entered/i typed/picked/chose/entered) the wrong {x}|(typo/mistake/error) in [(the/their)] {x}",
  alike:
    '(give/get/order/set up/add/buy/make) [for] {c} [(exactly/just)] [the] same [(subscriptions/licenses/licences/offers/products/setup/stuff/things/package/set)] as {x} [(has/have/got/has got)]|(give/get/order/add/buy/do/set up) [(exactly/just)] [the] same [(subscriptions/licenses/licences/offers/products/setup/stuff/things/package/set)] (for/to) {c} as [(for/with/at)] {x} [(has/have)]|[(the)] same [(subscriptions/licenses/licences/offers/products/setup/stuff/things/package/set)] (for/to) {c} as [(for/with/at)] {x} [(has/have)]|{c} [(should get/should have/needs/wants/gets/get/want/need)] [(exactly/just)] [the] same [(subscriptions/licenses/licences/offers/products/setup/stuff/things/package/set)] as {x} [(has/have)]|{c} (just like/exactly like) {x}|[(order/give them/give/get/add/they want/they need)] [(just/exactly)] [the] same [(subscriptions/licenses/licences/offers/products/setup/stuff/things/package/set)] as [(for/with/at)] {x} [(has/have)]|(just like/exactly like) {x}|(give/order/get/add) [for] {c} what {x} (has/have/got)|what {x} (has/have) (for/to) {c} [(too/as well)]|{c} (wants/needs/gets/should get/should have/would like) [(exactly/all)] what {x} (has/have/got)',
  clear:
    "(remove/delete/clear/drop/empty/take out/leave out/erase/scratch/get rid of) [(the/that/their/her/his)] {x} [(there is none/there isn't one/there is no such thing/it's not needed/they have none/completely/altogether)]|(no/without/without any/without a) [(a/the)] {x}|(leave/make/set) [the] {x} (empty/blank/out)|(they/he/she) (don't have/do not have/doesn't have/does not have/has no/have no) (a/an/any) {x}|there (is/are) no {x}|there's no {x}|[the] {x} (can go/is not needed/isn't needed/should be empty/should be blank/must be empty)",
  goTo: "[(wait/ok/please/hang on)] (go/take me/bring me/jump/get/let's go/i want to go/i need to go) [me] back to [(the/my/their)] {x} [(step/card/part/page/section)]|back to [(the/my/their)] {x} [(step/card/part/page/section)]|(go to/take me to/jump to/show me/reopen/open) [the] {x} (step/card/part/page/section) [again]",
  otherSigner:
    "[the] (signer/signatory) (is/was/will be) (not the contact/somebody else/someone else/another person/a different person/different/another one) [{y}]|(somebody else/someone else/another person/a different person/not the contact) (signed/signs/will sign/is signing/has signed/accepted) [it]|[it was] signed by (somebody else/someone else/another person/a different person) [{y}]|[the] contact (did not/didn't/doesn't/does not) sign [it]|(different/another/other) (signer/signatory)|(not the same/a different) person signed",
  sameSigner:
    '(same person/the same person/the contact/contact/primary contact/the primary contact) (signs/signed/signed it/has signed/is signing/will sign) [(it/too/as well)]|[the] (signer/signatory) (is/was) [also] [the] (same/same person/contact/primary contact/same as contact/same as the contact/same as primary contact/same as the primary contact)|same (signer/signatory)|signed by the (contact/same person/primary contact)',
  addressOf:
    "[(the/use the/take the/with the)] same address (as/like/of) {c} [has]|(address/their address/the address) (is/as) [the] same (as/of) {c}|[(use/take/copy/put in)] [the] address (of/from) {c}|[(use/take/copy)] {c} 's address|same (building/office/place) as {c}|address [(like/as)] (like/as) {c}",
  takeOther:
    '(take/use/choose/pick/try/give me/suggest/propose/find/get) (another/a different/some other/other) {x} [(name/then)]|another {x}|a different {x}',
  same: 'and (for/to) {c} (too/as well/likewise/also)|(now/then) [the] same (for/to) {c}|(copy/repeat) [(that/this/it)] (for/to) {c}|(same/the same/same again/same order/the same order/same thing/the same thing/ditto/repeat/repeat that/repeat it/do the same/do that/do it/as before) [(again/too)] (for/to/at/with) {c}|(again/once more) for {c}|{c} (too/as well/likewise) please|and {c} (too/as well/likewise)|(order/do/get/buy) [(the/exactly the)] same [thing] for {c} (as last time/as before/like last time)',
  bundle:
    '(add/order/put/use/get/buy) [(the/our/a)] {x} (bundle/pack/package/set/kit) (to/for/at/into) {c}|(give/get) {c} (the/our/a) {x} (bundle/pack/package/kit)|(add/order/put/use/get/buy) {c} [(the/our/a)] {x} (bundle/pack/package/kit)|(add/order/put/use/get/buy) [(the/our/a)] {x} (bundle/bundles) (to/for/at/into) {c}|(add/order/put/use) [the] bundle {x} (to/for/at) {c}|[the] {x} bundle (to/for) {c}|[(add/order/put in/use)] [(the/our)] {x} bundle',
  yes: "yes|yes please|yep|yeah|yup|y|ok|okay|okey|k|sure|sure thing|of course|right|correct|agreed|alright|all right|fine|go ahead|do it|please do|confirm|confirmed|i confirm|i agree|i'm sure|i am sure|absolutely|definitely",
  no: "no|nope|nah|n|no thanks|no thank you|not now|don't|do not|better not|rather not|never mind|nevermind|leave it|leave it be|leave it as it is|leave it alone|forget it|scrap that|scrap it|let it be|on second thought no",
  ahead:
    "next|next one|next step|next card|next page|go on|go ahead|carry on|move on|keep going|continue|proceed|onwards|to the next one|to the next step|that's all|thats all|that is all|that's it|thats it|that's everything|thats everything|what's next|whats next|what next|next please|done|i'm done|i am done|finished|submit|submit it|send|send it|send it off|order it|place the order|looks good|all good|looks right|looks fine|all correct|everything is correct|everything is right|everything is fine|just submit|just submit it|just send it|submit already|nothing else|nothing more|no more|no more items|that's enough|skip|skip it|skip this|skip this step|go to review|to review|on to review|to the review|go to the review|review it|let me review|show me the review|let's review",
  beside:
    "all|ok|okay|yes|yep|yeah|please|pls|now|then|so|right|good|great|let's|lets|and|thanks|it|here|with it|for now|in a hurry|i'm in a hurry|im in a hurry|we're in a hurry|quick|quickly|no time|just",
  articles: 'the|a|an|my|this|that|these|it',
  endings: '',
  placeEndings: '',
  ordinals:
    'first=1|1st=1|one=1|1=1|second=2|2nd=2|two=2|2=2|third=3|3rd=3|three=3|3=3|fourth=4|4th=4|four=4|4=4|fifth=5|5th=5|five=5|5=5|last=-1|bottom=-1|second to last=-2|last but one=-2|next to last=-2|top=1|sixth=6|6th=6|six=6|6=6|seventh=7|7th=7|seven=7|7=7|eighth=8|8th=8|eight=8|8=8|ninth=9|9th=9|nine=9|9=9|tenth=10|10th=10|ten=10|10=10|very last=-1|very first=1|next to the last=-2|second last=-2|2nd last=-2|penultimate=-2|second from the bottom=-2|2nd from the bottom=-2|second from the end=-2|third from the bottom=-3|third from the end=-3|third last=-3|third to last=-3|first from the bottom=-1|bottom one=-1|top one=1|first one=1|second one=2|third one=3|last one=-1|first line=1|second line=2|last line=-1',
  bundles:
    '[(show/see/list/open/view)] [(me/us)] [(my/our/the/all)] bundles|manage [(my/our/the)] bundles|bundle list|which bundles do we have|what bundles (are there/do we have)',
  removeAt:
    '(remove/delete/drop/take out/scratch/get rid of) [(the/that)] {x} (line/row/one/item/offer/entry)|take [the] {x} (line/row/one/item) (out/off)|(remove/delete/drop/take out/scratch/get rid of/lose/cancel) [(the/that)] {x}|without [the] {x} [one]|not [the] {x} (one/line)|[the] {x} (one/line) (out/can go)',
  swap: '(swap/replace/exchange/switch/change) [(the/that)] {p} (for/with/by/to/into) [(the/a)] {c}|[(the/use/put/take/add/make it/i want/we want/they want)] {c} instead of [the] {p}|instead of [the] {p} (put/take/use/add/make it/i want/we want/they want) {c}|not {p} but {c}',
  plan: "[(make/set/put)] (all/both/everything/them all/all of them) {x}|{x} for (all/both/everything)|[(make it/make them/make that/switch to/switch it to/change to/change it to/change billing to/set it to/set billing to/use/i want/we want/they want/they'll/they will/they/should be/go/go with/go for/it is/it's/let it be/put it on)] [(pay/paid/pays/billed/bill/billing/bill it/bill them/invoiced)] [(a/an/the/on a/for)] {x} [(billing/payment/payments/plan/term/commitment/contract/subscription)] [(for it/for them)]|(billing/term/payment/commitment/frequency) [(is/should be/to)] {x}|(same/the same/same thing/same again) but {x}|(can/could) [(it/that/this/they/everything)] be [(billed/paid)] {x}|is {x} [(billing/payment)] possible|(can/could) (they/we/i/the customer) pay {x}|is it possible {x}|{x} for [(the/my/our)] {p}",
  resume:
    '(continue/resume/go on/carry on/keep going) [with] [(the/my)] [(draft/draft of/draft for)] {c} [draft]|(finish/open) [(the/my)] {c} draft|(finish/open) [(the/my)] draft (of/for) {c}|back to [(the/my)] {c} draft|(continue/resume/go on/carry on/keep going) [with] the {c} (one/draft)',
  plans:
    'monthly=monthly|month=monthly|per month=monthly|by month=monthly|by the month=monthly|a month=monthly|every month=monthly|month to month=monthly|each month=monthly|yearly=annual|annual=annual|annually=annual|per year=annual|by year=annual|by the year=annual|every year=annual|once a year=annual|each year=annual|upfront=annual|1 month=P1M|one month=P1M|1 year=P1Y|one year=P1Y|1-year=P1Y|a year=P1Y|for a year=P1Y|12 months=P1Y|3 years=P3Y|three years=P3Y|3 year=P3Y|three year=P3Y|3-year=P3Y|36 months=P3Y',
  contrast:
    "{c} not {x}|{c} and not {x}|not {x} but {c}|{c} (instead of/rather than) {x}|(it's/its/it is) not {x} (it's/its/it is) {c}|not {x} (it's/its/it is/should be) {c}|{x} (should be/should read/must be/has to be/is wrong it's/is wrong should be/was meant to be) {c}|(change/replace/swap/correct) {x} (to/with/by/for) {c}|(i wrote/i typed/i put/it says/you have) {x} (but it's/but it is/it should be/should be/instead of/i meant/but i meant) {c}|not {x} {c}",
  between:
    'is|are|should be|must be|will be|as|to|be|is different|has changed to|changed to|is now|it should be|should read|the right one is|the correct one is|use|now|will be|=|goes by|reads',
  noValue:
    '[(is/are/was/been/has been/already/still/just)] (taken/occupied/in use/used/reserved/gone/unclear/unknown/missing/required/mandatory/optional/refused/rejected/declined/not accepted/not valid/not available/unavailable/available/free/too long/too short/too/invalid/wrong/incorrect/misspelled/mistyped/off/not right/not correct/not known/not there/not/no idea/fine/ok/okay/good/right/correct/done/changed/different/the same/same/needed/empty/blank/there/below/above/later/pending)|[(is/are/was)] (a typo/the wrong one/old/outdated/wrong)',
  needed:
    'required|mandatory|optional|compulsory|obligatory|necessary|(do/does) (i/we/you/they/it/a customer/the customer/a new customer/new customers) [(really/always/also)] (need/have to)|have to fill in|have to enter|have to provide|must fill|must i|leave empty|leave blank|be empty|be blank|stay empty|leave out|can i skip|may i skip|can we skip|could i skip',
  signed:
    "[(yes/ok)] [(the customer/customer/the client/client/they/he/she/it was/it is/it's/was)] [(has/have/had)] [already] (signed/accepted/agreed/sign/accepted it/signed it) [to] [(it/the agreement/the mca/agreement/mca/the customer agreement/the microsoft customer agreement/the contract/the terms)] [(on/at)] {c}|[(yes/ok)] [(the customer/customer/the client/client/they/he/she/it was/it is/it's/was)] [(has/have/had)] [already] (signed/accepted/agreed/accepted it/signed it) [to] [(it/the agreement/the mca/agreement/mca/the customer agreement/the microsoft customer agreement/the contract/the terms)]|[the] (agreement/contract/mca) (was/is/has been) (signed/accepted) [(on)] {c}|[the] (agreement/contract/mca) (was/is/has been) (signed/accepted)|[(use/put/take/enter/with/the date is)] {c} date|[the] date is {c}|dated {c}",
  daysAgo:
    "today=0|yesterday=1|the day before yesterday=2|two days ago=2|2 days ago=2|three days ago=3|3 days ago=3|a week ago=7|last week=7|today's=0|todays=0|yesterday's=1",
  weekdays:
    'monday=1|tuesday=2|wednesday=3|thursday=4|friday=5|saturday=6|sunday=7|mon=1|tue=2|wed=3|thu=4|fri=5|sat=6|sun=7',
  beforeDay: 'last|on|this|the|past|this past',
  again:
    'again|do it again|do this again|do that again|once more|once again|one more time|same again|the same again|do that again|repeat|repeat that|repeat it|repeat the last one|repeat last order|same as last time|as last time|like last time',
  them: 'them|they|it|its|their|theirs|him|his|em|this customer|that customer|the customer|this client|this one|this company|these guys',
  beforeAddress:
    "(they/the customer/the client/she/he) [(have/has)] [(just)] (moved to/moved/are at/is at/sit at/sits at/are in/are located at/relocated to)|[(the/their)] [new] address (is now/is/should be/changed to)|(moved to/located at/it's now|it is now/that's/it is/it's)",
  signer: 'signer|signatory|signed by|signs it|signing it',
  parts:
    'contact=contact|contact person=contact|primary contact=contact|person=contact|agreement=agreement|mca=agreement|customer agreement=agreement|signature=agreement|cart=subscriptions|licenses=subscriptions|subscriptions=subscriptions|offers=subscriptions|company=company|company info=company|account info=company',
  labels:
    'name=companyName|the name=companyName|their name=companyName|company=companyName|date=dateAccepted|signing date=dateAccepted|second address=addressLine2|second address line=addressLine2|second line=addressLine2|phone=phoneNumber|domain name=domainPrefix|mail=email|vat number=registrationNumber|tax id=registrationNumber|contact=fullName|contact name=fullName|full name=fullName|contact person=fullName|primary contact=fullName|speaks=culture|the customer speaks=culture|customer speaks=culture|they speak=culture|their language=culture|apartment=addressLine2|floor=addressLine2|line 2=addressLine2|line two=addressLine2|second line of the address=addressLine2|onmicrosoft name=domainPrefix|onmicrosoft=domainPrefix',
  searched: 'customer|client',
  faults:
    "(which/what) (row/rows/line/lines/ones/companies) (is/are/has/have/were/fail/failed/had) {y}|(what's/what is/whats) wrong [(with/in/at/here)] [{y}]|[(show/list/see/give/get)] [me] [(only/just)] [(the/all)] (faulty/wrong/bad/failed/broken) (row/rows/lines/ones)|[(show/list/see/give/get)] [me] [(the/all)] (faults/errors/mistakes/problems) [(in/of/with) {y}]|why [(is/are/did)] [(the)] (row/rows/line/lines) {y}",
  previousPage:
    'prev page|prev|previous page|previous ones|page back|back a page|back one page|go back a page|the page before|last page again|page (1/one)|[the] first page|go to page (1/one)|scroll up|page up|back to the first page|to the top',
  nextPage:
    'next page|next|more|show more|next ones|further|any more|load more|see more|list more|more please|the rest|show the rest|and the rest|the next page|go to the next page|page down|scroll down|show me more|show some more|next 15|next few|keep going|are there more|are there any more|anything else on the list|[(go to/turn to/open/show)] [the] page (2/two)|[(the)] second page|[(show/give)] [me] [the] next {m} [(please/ones/customers)]|turn the page',
};
