import type { TurnContext } from 'botbuilder-core';
import { notPossibleCard } from '../cards/notPossibleCard.ts';
import { troubleCard } from '../cards/questionCards.ts';
import { notUnderstoodCard } from '../cards/talkCards.ts';
import { tokenOf } from '../forms/draft.ts';
import { looksLikeRows, looksLikeTable } from '../forms/importing/table.ts';
import { PartnerCenterError } from '../partner-center/partnerCenter.ts';
import { addCustomerDialog } from './addCustomerDialog.ts';
import { commandOf, isCommandName, languageOf, type CommandName } from './commands.ts';
import { addCustomerId } from './dialogIds.ts';
import { draftOfToken, openDraft } from './drafts.ts';
import { commands } from './commandActions.ts';
import { takeFile, takePasted } from './importing/taking.ts';
import { showOpen } from './openCard.ts';
import { answerOutdated, pressName } from './outdatedPress.ts';
import { draftPresses, isVerbOf, plainPresses, setLanguage } from './pressActions.ts';
import { refusal } from './rights.ts';
import { ReviewDialog } from './reviewDialog.ts';
import { DialogContext, DialogSet } from './sdk.ts';
import { SectionDialog } from './sectionDialog.ts';
import { bindTurn, type Press, type SentFile, type Turn } from './turn.ts';
import { cardNeed, commandNeeds, draftNeeds, meets, plainNeeds, type Need } from './verbNeeds.ts';

const dialogs = new DialogSet();
dialogs.add(addCustomerDialog());
dialogs.add(new SectionDialog());
dialogs.add(new ReviewDialog());

/** Answers one message: a command, a press on a card, or a text that is neither. */
export async function runMainDialog(context: TurnContext, turn: Turn): Promise<void> {
  bindTurn(context, turn);
  try {
    if (turn.press !== undefined) await takePress(context, turn, turn.press);
    else await takeText(turn);
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    showTrouble(turn, error);
  }
}

/** Partner Center does not answer what a card needs: what is safe, and how to try again. */
function showTrouble(turn: Turn, error: PartnerCenterError): void {
  const { words, replies } = turn;
  const draft = openDraft(turn);
  if (draft !== undefined) return replies.show(troubleCard({ words, token: tokenOf(draft) }, error));
  const saying = (reason: string): string => words.t('refusal.notReady', { reason });
  replies.show(notPossibleCard(words, error.refusal, saying, commandIn(turn)));
}

/** The command that was typed or pressed. */
function commandIn({ press, text }: Turn): CommandName | undefined {
  if (press === undefined) return commandOf(text);
  const { verb, argument } = press;
  return verb === 'command' && isCommandName(argument) ? argument : undefined;
}

async function takeText(turn: Turn): Promise<void> {
  const file = turn.sent.find(({ media }) => media !== true);
  if (file !== undefined) {
    sayLeftOut(turn, file);
    return allowed(turn, commandNeeds.importCustomers, '', () => takeFile(turn, file));
  }
  if (turn.sent.length > 0 && turn.text.trim() === '') return turn.replies.say(turn.words.t('import.fault.media'));
  const command = commandOf(turn.text);
  if (command !== undefined) return allowed(turn, commandNeeds[command], '', () => commands[command](turn));
  const language = languageOf(turn.text);
  if (language !== undefined) return setLanguage(turn, language);
  if (looksLikeTable(turn.text) || looksLikeRows(turn.text))
    return allowed(turn, commandNeeds.importCustomers, '', () => takePasted(turn, turn.text));
  notUnderstood(turn);
}

/** Of a message with a file that file is taken: of other files, and of what is written beside it, is said that they are not. */
function sayLeftOut({ sent, text, words, replies }: Turn, file: SentFile): void {
  const said = text.trim();
  if (sent.length > 1) replies.say(words.t('import.oneFile', { file: file.name }));
  // Some clients say the file's name.
  const isAsked = said === '' || sent.some(({ name }) => name === said) || commandOf(said) === 'importCustomers';
  if (!isAsked) replies.say(words.t('import.beside'));
}

/** A card of its own, with the ways on: an open card stays as it is. */
function notUnderstood(turn: Turn): void {
  const draft = openDraft(turn);
  const canAdd = refusal(turn.partner) === undefined;
  turn.replies.show(notUnderstoodCard(turn.words, { draft: draft?.id, canAdd }));
}

async function takePress(context: TurnContext, turn: Turn, press: Press): Promise<void> {
  const { verb, argument, token } = press;
  if (verb === 'command' && isCommandName(argument)) {
    turn.replies.keep();
    return allowed(turn, commandNeeds[argument], '', () => commands[argument](turn));
  }
  if (isVerbOf(plainPresses, verb))
    return allowed(turn, plainNeeds[verb], argument, () => plainPresses[verb](turn, argument));
  const draft = draftOfToken(turn, token);
  if (draft === undefined) return answerOutdated(turn, press);
  turn.person.open = draft.id;
  turn.person.lastPress = { token, verb: pressName(press), at: turn.now.toISOString() };
  if (isVerbOf(draftPresses, verb))
    return allowed(turn, draftNeeds[verb], '', () => draftPresses[verb](turn, draft, press));
  if (draft.asking !== undefined) return showOpen(turn);
  return allowed(turn, cardNeed(verb, draft.purpose), '', () => pressDialog(context, turn));
}

/** The one place in which what a user may is asked, before anything is done or looked up. */
async function allowed(turn: Turn, need: Need, argument: string, run: () => Promise<void>): Promise<void> {
  if (await meets(turn, need, argument)) await run();
}

/** Opens the dialogs of this draft anew, without showing the card that is on the screen already, and gives them the press. */
async function pressDialog(context: TurnContext, turn: Turn): Promise<void> {
  const dc = dialogContext(context);
  turn.quiet = true;
  await dc.beginDialog(addCustomerId);
  turn.quiet = false;
  await dc.continueDialog();
}

// What the SDK keeps of the ways to a turn's memory: building it takes a twentieth of a turn, and every turn has the same.
const waysKey = 'DialogStateManagerConfiguration';
const ways = new Map<string, unknown>();

/** A stack of its own for each turn: the draft says where we are, and a stored one might be another version's. */
function dialogContext(context: TurnContext): DialogContext {
  const known = ways.get(waysKey);
  if (known !== undefined) context.turnState.set(waysKey, known);
  const dc = new DialogContext(dialogs, context, { dialogStack: [] });
  ways.set(waysKey, context.turnState.get(waysKey));
  return dc;
}
