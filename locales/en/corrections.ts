import type { CorrectionWords } from '../corrections.ts';

const units = '(license/licenses/licence/licences/lics/seat/seats/user/users/pieces/pcs/of them)';
const change = '(make/change/set/put/update/raise/increase/reduce/lower/decrease/bring/bump/adjust/correct)';
const be = '(should be/should have been/must be/shall be/needs to be/has to be/is/are/to be/to/at)';

/** Short texts for the open card that people type in English. */
export const correctionsEn: CorrectionWords = {
  openers:
    "no|nope|wait|hang on|hold on|oops|whoops|sorry|actually|i meant|i mean|i said|i meant to say|rather|oh|correction|that's wrong|not that|my mistake|and|ok|okay|please|then|now|also",
  closers:
    'instead of {m}|instead|actually|not {y}|and not {y}|rather|as well|too|also|please|then|not {m}|and not {m}|in total|altogether|thanks',
  pressing:
    'no|nope|yes|yep|yeah|sure|press|click|tap|hit|push|choose|select|go to|go|show me|show|see|open|view|do|just|ok|okay',
  fewer: `{n} (fewer/less) [${units}] [of] [the] {p}|{n} (fewer/less) [${units}]|(take/remove/drop/cut/take off/take away/give back/return) {n} [${units}] [(off/away)]|(minus/less) {n} [${units}]|(reduce/lower/decrease/cut) [(it/that/this)] by {n}|(take/remove/drop/cut/take off/take away) {n} [(of/of the)] {p}`,
  more: `[(add/order/give/get/need/plus)] {n} more [${units}]|(add/plus/order/get) [(another/an extra/an additional/extra)] {n} [(more/extra/additional)] [${units}]|another {n} [${units}]|(increase/raise/up) [(it/that/this)] by {n}|[(add/order/get)] {n} (more/extra/additional) [${units}] [of] [the] {p}|(add/plus/order/get) [another] {n} [x] [${units}] [of] [the] {p}|another {n} [of] [the] {p}`,
  to: `${change} [(it/that/this/them/the number/the quantity/the count/quantity/number/count/licenses/the licenses)] [(to/at/up to/down to)] {n} [${units}]|[(it/that/this/there/quantity/the quantity/the number)] ${be} {n} [${units}]|(i want/i need/we need/only/just/let's do/let's say/let's make it/it's/it is) {n} [${units}]|{n} [${units}]|not {m} [${units}] but {n} [${units}]|(${change}/i want/i need/we need) [the] {p} [(to/at/be)] {n} [${units}]|[the] {p} ${be} {n} [${units}]|{n} [(x/times)] [${units}] [(of/of the/for/for the)] {p}|{p} [(x/times)] {n} [${units}]`,
  remove:
    "(remove/delete/drop/take out/take off/get rid of/without/scratch/skip/lose/cancel) [(the/that)] {p} [(line/one/again)] [(from the cart/from the order/from cart)]|take [the] {p} (out/off)|(do not/don't/dont) (need/want/order) [the] {p}|no {p}",
  back: '(put/add/bring/take) [the] {p} (back/back in/again)|add [the] {p}',
  place:
    '[(choose/pick/take/open/select/show/i mean/i meant/use)] [(the/that)] {x} [(one/option/customer/entry/offer/subscription/choice/company)]|[(choose/pick/take/open)] (number/no/option/nr/#) {x}',
  field:
    "(change/set/correct/update/fix/make/put) [(the/my/their/its)] {x} (to/as/into) {c}|[(the/their/its/my)] {x} (is called/should be/should read/must be/is named/is/was/=) {c}|rename [(the/my/their/its)] {x} to {c}|use {c} (as/for) [(the/their/its)] {x}|[it] should be {c} for [(the/their/its)] {x}|[(the/their/its/my)] {x} (isn't/is not) {y} but {c}",
  same: 'and (for/to) {c} (too/as well/likewise/also)|(now/then) [the] same (for/to) {c}|(copy/repeat) [(that/this/it)] (for/to) {c}|(same/the same/same again/same order/the same order/same thing/the same thing/ditto/repeat/repeat that/repeat it/do the same/do that/do it/as before) [(again/too)] (for/to/at/with) {c}|(again/once more) for {c}|{c} (too/as well/likewise) please|and {c} (too/as well/likewise)',
  bundle:
    '(add/order/put/use/get/buy) [(the/our/a)] {x} (bundle/pack/package/set/kit) (to/for/at/into) {c}|(add/order/put/use/get/buy) {c} [(the/our/a)] {x} (bundle/pack/package/kit)|(add/order/put/use/get/buy) [(the/our/a)] {x} (bundle/bundles) (to/for/at/into) {c}|(add/order/put/use) [the] bundle {x} (to/for/at) {c}|[the] {x} bundle (to/for) {c}|[(add/order/put in/use)] [(the/our)] {x} bundle',
  yes: "yes|yes please|yep|yeah|yup|y|ok|okay|okey|k|sure|sure thing|of course|right|correct|agreed|alright|all right|fine|go ahead|do it|please do|confirm|confirmed|i confirm|i agree|i'm sure|i am sure|absolutely|definitely",
  no: "no|nope|nah|n|no thanks|no thank you|not now|don't|do not|better not|rather not|never mind|nevermind",
  ahead:
    "next|next one|next step|next card|next page|go on|go ahead|carry on|move on|keep going|continue|proceed|onwards|to the next one|to the next step|that's all|that is all|that's it|that's everything|done|i'm done|i am done|finished|submit|submit it|send|send it|send it off|order it|place the order|looks good|all good|looks right|looks fine|all correct|everything is correct|everything is right|everything is fine",
  beside: "ok|okay|yes|yep|yeah|please|pls|now|then|so|right|good|great|let's|lets|and|thanks|it|here|with it|for now",
  articles: 'the|a|an|my|this|that|these|it',
  endings: '',
  ordinals:
    'first=1|1st=1|one=1|1=1|second=2|2nd=2|two=2|2=2|third=3|3rd=3|three=3|3=3|fourth=4|4th=4|four=4|4=4|fifth=5|5th=5|five=5|5=5|last=-1|bottom=-1|top=1',
  bundles:
    '[(show/see/list/open/view)] [(me/us)] [(my/our/the/all)] bundles|manage [(my/our/the)] bundles|bundle list|which bundles do we have|what bundles (are there/do we have)',
};
