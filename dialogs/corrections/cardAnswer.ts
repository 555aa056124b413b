import type { CardButton, CardOnScreen } from '../../model/cardOnScreen.ts';
import { openDraft, shownDraft, titleOfDraft } from '../drafts.ts';
import { sections } from '../../forms/sections.ts';
import { foldKey, isSameName } from '../../lib/foldCase.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { pastedLine } from '../add/pasteToDraft.ts';
import type { Presser, Turn } from '../turn.ts';
import type { CommandName } from '../commands.ts';
import type { Intent } from '../sentences/intent.ts';
import { clausesOf } from '../sentences/utterance.ts';
import { buttonNamed, restBehindTitle } from './buttonWords.ts';
import { correctCart, correctCartByParts, licensesPress, ownPress } from './cartCorrection.ts';
import { correctContrast } from './contrast.ts';
import {
  acceptedOn,
  asksAgain,
  asksForBundles,
  asksForPreviousPage,
  type Correction,
  readCorrections,
} from './corrections.ts';
import { correctField, faulted, fieldsNamed, fillInputs } from './fieldCorrection.ts';
import { inputNamed } from './inputLabels.ts';
import { isNoValue, valueIn } from './fieldValue.ts';
import { fieldsListed, fillElsewhere, fillParts, noteAcceptance } from './typedParts.ts';
import { alikePress, forOtherCustomer, repeatPress, sayHowToRepeat } from './repeatFor.ts';
import { answerFormWish, isFormWish } from './formWishes.ts';
import { type DraftCard, latestCards, type LatestCard } from './latestCard.ts';
import { answerList, asPress, answerChoice, correctCartByNumber, entryAt, turnPage } from './listAnswer.ts';
import { typedPress } from './typedPresses.ts';
import {
  answerWhetherNeeded,
  askAnew,
  hasInput,
  isStepComplete,
  keepForLater,
  sayWhetherNeeded,
} from './completeStep.ts';
import { isLikely } from '../sentences/likelyWish.ts';
import { answerDenial, goesAhead, questionButtons, sayWaits, yesOrNo } from './yesOrNo.ts';

/** Commands that are about the conversation, whatever a card's buttons are called. */
const alwaysCommands: ReadonlySet<string> = new Set<CommandName>(['help', 'hello', 'back', 'cancel', 'language']);

/**
 * True when the typed text was meant for the card that is open, and was answered: a title of one of its buttons, an
 * entry of its list, a number, or the value of an input. Nothing is ordered, changed or deleted by that: such a button
 * must be pressed.
 */
export async function answerOpenCard(turn: Turn, intent: Intent, press: Presser): Promise<boolean> {
  if (await answerDenial(turn, press)) return true;
  if (await forOtherCustomer(turn, intent, press)) return true;
  // Undo is about the last change, whatever card is open.
  if (intent.kind === 'explain' && intent.topic === 'undo') return false;
  const cards = await latestCards(turn);
  const formCard = cards.find(({ of }) => of !== undefined);
  if (await answerFormWish(turn, formCard)) return true;
  if (await answerWhetherNeeded(turn)) return true;
  if (intent.kind === 'command' && intent.command === 'cancel')
    return (await leaveQuestion(turn, press)) || correctCartByNumber(turn, cards);
  const isAlways = intent.kind === 'language' || (intent.kind === 'command' && alwaysCommands.has(intent.command));
  // “Previous page” is a step back as well, where no list is open.
  if (isAlways && !asksForPreviousPage(turn.text)) return false;
  if (isAlways) return turnPage(turn, cards[0], press);
  for (const shown of cards) if (await answerByTitle(turn, shown, press, intent.kind === 'command')) return true;
  if (await resumeNamed(turn, intent, press)) return true;
  if (await turnPage(turn, cards[0], press)) return true;
  if (await answerList(turn, cards[0], intent, press)) return true;
  if (await answerChoice(turn, cards[0], intent, press)) return true;
  if (await answerAhead(turn, cards, intent, press)) return true;
  if ((shownDraft(turn) === undefined || intent.kind !== 'command') && asksAgain(turn.text)) {
    await sayHowToRepeat(turn);
    return true;
  }
  if (intent.kind === 'command') return false;
  if (asksForBundles(turn.text)) {
    await press(asPress({ title: '', data: { verb: 'bundleList' } }));
    return true;
  }
  const form = formCard?.of;
  if (form !== undefined && ((await answerFields(turn, form)) || (await correctCartByParts(turn, form)))) return true;
  if (
    form !== undefined &&
    mayAsk(intent) &&
    !givesValue(turn.text) &&
    isLikely(turn.text, 'needed') &&
    (await sayWhetherNeeded(turn))
  )
    return true;
  for (const one of [...readCorrections(turn.text), ...(form === undefined ? [] : fieldsNamed(turn.text))])
    for (const shown of cards.length === 0 ? [undefined] : cards)
      if (await answerCorrection(turn, shown, one, press)) return true;
  for (const shown of cards) {
    if (isLoose(intent) && (await answerByClause(turn, shown, press))) return true;
    if (await answerQuestion(turn, shown, press)) return true;
  }
  if (isLoose(intent) && isSeveralWords(turn.text) && isLikely(turn.text, 'decline') && sayWaits(turn)) return true;
  const mayBeValue = isLoose(intent) || intent.kind === 'customer';
  return form !== undefined && mayBeValue && pastedLine(turn, intent) === undefined && keepForLater(turn, form);
}

/** Fills in the inputs that a text names one after the other, and the day on which it says that the customer accepted. */
async function answerFields(turn: Turn, form: DraftCard): Promise<boolean> {
  if (await fillParts(turn, form)) return true;
  const listed = fieldsListed(turn.text);
  if (listed.length > 1 && (await fillInputs(turn, form, listed))) return true;
  if (await correctContrast(turn, form)) return true;
  return noteAcceptance(turn, form, acceptedOn(turn.text));
}

/** Goes on with the draft that a text names: “continue Fourth Coffee”. */
async function resumeNamed(turn: Turn, intent: Intent, press: Presser): Promise<boolean> {
  const { person, words } = turn;
  const mayBe = intent.kind === 'command' ? intent.command === 'drafts' : isLoose(intent) || 'customer' in intent;
  if (!mayBe || person.drafts.length === 0) return false;
  const names = readCorrections(turn.text).flatMap((one) => (one.kind === 'resume' ? [foldKey(one.name)] : []));
  const titled = person.drafts.map((draft) => ({ draft, title: foldKey(titleOfDraft(draft, words)) }));
  for (const name of names.filter((one) => one.length >= 2)) {
    const exact = titled.filter(({ title }) => title === name);
    const [found, ...others] = exact.length > 0 ? exact : titled.filter(({ title }) => title.includes(name));
    if (found === undefined || others.length > 0) continue;
    await press(asPress({ title: '', data: { verb: 'continueDraft', argument: found.draft.id } }));
    return true;
  }
  return false;
}

/**
 * Goes on from the open form where a text says no more than that: as if its button had been named. Beneath another card,
 * which asks nothing, the form is shown again.
 */
async function answerAhead(turn: Turn, cards: readonly LatestCard[], intent: Intent, press: Presser): Promise<boolean> {
  const form = cards.find(({ of }) => of !== undefined);
  if (form === undefined && cards.every((one) => questionButtons(turn.person, one).yes.length === 0))
    return goOn(turn, press);
  const verbs = ['next', 'submit'];
  const named = form?.buttons.find(({ data }) => verbs.includes(data['verb'] ?? '') && data['argument'] === undefined);
  if (form === undefined || named === undefined) return false;
  if (!goesAhead(turn.text) && !(isLoose(intent) && isLikely(turn.text, 'proceed'))) return false;
  await pressNamed(turn, form, named, press);
  return true;
}

/** True for a text that gives an input its value behind its label. */
const givesValue = (text: string): boolean =>
  fieldsNamed(text).some(({ label, value }) => valueIn(inputNamed(label) ?? '', value) !== undefined);

/** True for an intent that may be a question about an input of the open form: no explanation, no answer. */
const mayAsk = (intent: Intent): boolean => intent.kind !== 'explain' && intent.kind !== 'smallTalk';

/** True for a text that is more than a name of one or two words. */
const isSeveralWords = (text: string): boolean => /\S\s+\S+\s+\S|\p{Script=Han}{5}/u.test(text);

/** True for an intent that says nothing sure by itself. */
const isLoose = (intent: Intent): boolean => intent.kind === 'unknown' || (intent.kind === 'find' && !intent.sure);

/** Answers by a part of the text between its marks, where that alone is meant for the card: “all right, next step”. */
async function answerByClause(turn: Turn, shown: LatestCard, press: Presser): Promise<boolean> {
  for (const text of clausesOf(turn.text)) {
    if (await answerByTitle({ ...turn, text }, shown, press, true)) return true;
    for (const one of readCorrections(text))
      if (
        (one.kind === 'to' || one.kind === 'field' || one.kind === 'plan') &&
        (await answerCorrection(turn, shown, one, press))
      )
        return true;
  }
  return false;
}

/**
 * Answers a typed yes or no to the question of the open card: yes names the button that must be pressed, and the card
 * stays open; no leaves it. False where nothing is asked, or something else was typed.
 */
async function answerQuestion(turn: Turn, shown: LatestCard, press: Presser): Promise<boolean> {
  const { yes, no } = questionButtons(turn.person, shown);
  const answer = yes.length === 0 ? undefined : yesOrNo(turn.text, asksToStop(yes));
  if (answer === undefined || (answer === 'no' && no === undefined)) return false;
  if (answer === 'no' && no !== undefined) await press(asPress(no, shown.inputs));
  else sayPress(turn, yes);
  return true;
}

/** Verbs of the buttons that stop something. */
const stopping: ReadonlySet<string> = new Set(['setStatus', 'stopAll', 'stopOrders']);

const asksToStop = (yes: readonly CardButton[]): boolean => yes.some(({ data }) => stopping.has(data['verb'] ?? ''));

/** Leaves the question of the open card; false where none is asked that belongs to no draft. */
async function leaveQuestion(turn: Turn, press: Presser): Promise<boolean> {
  const { asked, card } = turn.person;
  const { yes = [], no } = asked === undefined || card === undefined ? {} : questionButtons({ asked }, card);
  if (no?.data['leaves'] === undefined) return false;
  // “All right, stop it” says yes to the question whether something shall stop.
  if (asksToStop(yes) && yesOrNo(turn.text, true) === 'yes') {
    sayPress(turn, yes);
    return true;
  }
  await press(asPress(no, card?.inputs));
  return true;
}

/** Says which button must be pressed: of several each. */
const sayPress = ({ replies, words }: Turn, named: readonly CardButton[]): void =>
  replies.say(words.t('typed.press', { title: [...new Set(named.map(({ title }) => title))].join(' / ') }));

/** Goes on with the open draft where its button's title is typed, or a text that says no more than that. */
async function goOn(turn: Turn, press: Presser): Promise<boolean> {
  const draft = openDraft(turn);
  if (draft === undefined) return false;
  const data = { verb: 'continueDraft', argument: draft.id };
  const titles = (['button.continue', 'button.goOn'] as const).map((key) => ({ title: turn.words.t(key), data }));
  const named = buttonNamed(turn.text, titles, true) ?? (goesAhead(turn.text) ? titles[0] : undefined);
  if (named !== undefined) await press(asPress(named));
  return named !== undefined;
}

async function answerByTitle(turn: Turn, shown: LatestCard, press: Presser, isCommand: boolean): Promise<boolean> {
  const named = buttonNamed(turn.text, shown.buttons, isCommand) ?? draftNamed(turn, shown);
  if (named === undefined) return false;
  await pressNamed(turn, shown, named, press);
  return true;
}

/** The button of the draft that stands behind its title: “continue Fourth Coffee”. */
function draftNamed({ text, person, words }: Turn, { buttons }: CardOnScreen): CardButton | undefined {
  const ofDrafts = buttons.filter(({ data }) => data['verb'] === 'continueDraft' || data['verb'] === 'deleteDraft');
  if (ofDrafts.length === 0) return undefined;
  return restBehindTitle(text, ofDrafts).find(({ button, rest }) => {
    const draft = person.drafts.find(({ id }) => id === button.data['argument']);
    return draft !== undefined && isSameName(titleOfDraft(draft, words), rest);
  })?.button;
}

/** Presses a button that leads on; else says that it must be pressed, and shows its card again where that is possible. */
async function pressNamed(turn: Turn, shown: LatestCard, named: CardButton, press: Presser): Promise<void> {
  const { replies, words } = turn;
  const { verb = '' } = named.data;
  const effect = typedPress(verb);
  const isIncomplete = verb === 'next' && shown.of !== undefined && !isStepComplete(shown.of);
  if (effect === 'leads' && !isIncomplete) return press(asPress(named, shown.inputs));
  replies.say(words.t(isIncomplete ? 'typed.pressFilled' : 'typed.press', { title: named.title }));
  // A question stays as it is, and is answered by its button.
  if (isIncomplete || questionButtons(turn.person, shown).yes.includes(named)) return;
  if (shown.of !== undefined) return showCurrentCard(turn);
  if (effect !== 'acts' && effect !== 'leads') await press({ ...asPress(named, shown.inputs), verb: effect });
}

async function answerCorrection(
  turn: Turn,
  shown: LatestCard | undefined,
  one: Correction,
  press: Presser,
): Promise<boolean> {
  if (one.kind === 'resume' || isFormWish(one)) return false;
  if (one.kind === 'alike') return alikePress(turn, one, press);
  if (one.kind === 'same' || one.kind === 'bundle') return repeatPress(turn, shown, one, press);
  if (one.kind === 'place') {
    const chosen = entryAt(shown, one.place);
    if (chosen !== undefined) await press(asPress(chosen, shown?.inputs));
    return chosen !== undefined;
  }
  if (one.kind === 'wrong' || one.kind === 'field') {
    const change = shown?.of === undefined ? undefined : countryButton(shown.buttons, one.label);
    if (shown !== undefined && change !== undefined) {
      await pressNamed(turn, shown, change, press);
      return true;
    }
    const isFilled = one.kind === 'field' && (await correctField(turn, shown?.of, one));
    // “The domain is taken” names no other one.
    const isOdd = one.kind === 'wrong' || isNoValue(one.value);
    const [behind] = isOdd && !isFilled ? faulted(turn.text) : [];
    if (behind !== undefined && (await correctField(turn, shown?.of, behind))) return true;
    if (isFilled || !isOdd)
      return isFilled || (one.kind === 'field' && fillElsewhere(turn, shown?.of, one.label, one.value));
    if (behind !== undefined && (await fillElsewhere(turn, shown?.of, behind.label, behind.value))) return true;
    const update = shown?.of === undefined ? undefined : updateButton(shown.of, shown.buttons, one.label);
    if (shown === undefined || update === undefined) return askAnew(turn, shown?.of, one.label);
    await pressNamed(turn, shown, update, press);
    return true;
  }
  if (await correctCart(turn, shown?.of, one)) return true;
  const asked = licensesPress(turn, shown, one) ?? (await ownPress(turn, one));
  if (asked !== undefined) await press(asked);
  return asked !== undefined;
}

/** The button of the review that opens the card on which an input stands. */
function updateButton({ context }: DraftCard, buttons: readonly CardButton[], label: string): CardButton | undefined {
  const name = inputNamed(label);
  const asked = name === undefined ? undefined : sections(context).find((one) => hasInput(one, name, context));
  return buttons.find(({ data }) => data['verb'] === 'update' && data['argument'] === asked?.id);
}

/** The button that changes the country, where a label means that. */
const countryButton = (buttons: readonly CardButton[], label: string): CardButton | undefined =>
  inputNamed(label) === 'country' ? buttons.find(({ data }) => data['verb'] === 'changeCountry') : undefined;
