import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { TurnContext } from 'botbuilder-core';
import { cardTokenOf, dropAsking, dropQuestion, inputValues, keepTyped, parseCardToken } from '../forms/draftFlow.ts';
import { nextOpen, openBeside } from '../forms/steps.ts';
import type { Context } from '../forms/context.ts';
import type { Section } from '../forms/section.ts';
import type { MessageKey } from '../locales/words.ts';
import type { Draft, Values } from '../model/draft.ts';
import { commands } from './commandActions.ts';
import { leaveAsking } from './openQuestion.ts';
import { isDoublePress, keepUnlessLeft, replaceCardWithText } from './pressedCard.ts';
import { contextOf, draftOfToken, openDraft, saveDraft, shownDraft } from './drafts.ts';
import { leadsToDraft, rememberPlace, showCurrentCard } from './add/currentCard.ts';
import { bindTurn, type Press, type SentFile, type Turn } from './turn.ts';
import { partnerCenterRefusalCard } from '../cards/refusalCards.ts';
import { draftRefusalCard } from '../cards/questionCards.ts';
import { hasColumnNames, looksLikeRows, looksLikeTable } from '../forms/import/table.ts';
import { readPaste } from '../forms/paste/paste.ts';
import { PartnerCenterError } from '../partner-center/rules/fault.ts';
import { addCustomerDialog, addCustomerId } from './add/addCustomerDialog.ts';
import { type CommandName, isCommandName, typedCommand } from './commands.ts';
import { receiveFile, receivePasted } from './import/receiveFile.ts';
import { isContactCard, pastedLine, pasteToDraft, readerOf, receiveContactCard } from './add/pasteToDraft.ts';
import { draftPresses, isVerbOf, plainPresses } from './pressActions.ts';
import { ReviewDialog } from './add/reviewDialog.ts';
import { DialogContext, DialogSet } from './dialogsSdk.ts';
import { answerOpenCard } from './corrections/cardAnswer.ts';
import { rememberCard } from './corrections/latestCard.ts';
import { actOn } from './sentences/actOn.ts';
import { actOnLikelier } from './sentences/otherWay.ts';
import { understand } from './sentences/grammar.ts';
import type { Intent } from './sentences/intent.ts';
import { StepDialog } from './add/stepDialog.ts';
import { cardNeed, commandNeeds, draftNeeds, intentNeed, meets, type Need, plainNeeds } from './verbNeeds.ts';

/** Digest of a press: the same for a double press, another for a correction made on an old card. */
const pressDigest = ({ verb, argument, values }: Press): string =>
  hash('sha256', JSON.stringify([verb, argument, values]), 'base64url').slice(0, 16);

/**
 * Answers a press on an outdated card with the current one. A double press is not answered. Input typed into the old
 * card of a section that is still open is kept, and shown in the section's current card.
 */
async function answerOutdated(turn: Turn, press: Press): Promise<void> {
  const { person, words } = turn;
  const { token } = press;
  if (isDoublePress(turn, token) && person.lastPress?.verb === pressDigest(press)) return;
  replaceCardWithText(turn, words.say((await takeOverInputs(turn, press)) ?? (await outdatedReason(turn, token))));
  const draft = openDraft(turn);
  // Whoever goes on with an older card of the draft no longer wants to stop.
  const goesOn = parseCardToken(token)?.id === draft?.id && !isVerbOf(draftPresses, press.verb);
  if (draft?.asking !== undefined && goesOn) saveDraft(turn, dropAsking(draft));
  if (draft !== undefined) await showCurrentCard(turn);
  else await commands.hello(turn);
}

/**
 * Copies the inputs of an old card into its draft, unchecked, for all sections of the card's step that are open; returns
 * the sentence that says so, or undefined when there is nothing to copy.
 */
async function takeOverInputs(turn: Turn, { token, values }: Press): Promise<MessageKey | undefined> {
  const card = parseCardToken(token);
  const draft = turn.person.drafts.find(({ id }) => id === card?.id);
  if (draft === undefined || card?.section === undefined) return undefined;
  const context = await contextOf(turn, draft);
  const beside = openBeside(draft, card.section, context);
  const filled = beside.reduce((so, one) => withSentInputs(so, one, values, context), draft);
  if (filled === draft) return undefined;
  const open = nextOpen(draft, context);
  const isShown = beside.some(({ id }) => id === open);
  saveDraft(turn, isShown ? dropQuestion(dropAsking(filled)) : filled);
  return isShown ? 'outdated.taken' : 'outdated.kept';
}

/** The draft with what an old card sent for a section; the same draft where that is nothing new. */
function withSentInputs(draft: Draft, one: Section, values: Values, context: Context): Draft {
  const held = inputValues(draft, one, context);
  // Inputs that are empty on the old card may have been filled in since.
  const sent = Object.entries(one.readInputs(values, held, context)).filter(([, value]) => value !== '');
  const typed = { ...held, ...Object.fromEntries(sent) };
  return isDeepStrictEqual(typed, { ...held }) ? draft : keepTyped(draft, one.id, typed, held);
}

/** Reason why the card is outdated: its draft became a customer or a change, or has a newer card. */
async function outdatedReason({ jobs, customers, partner, person }: Turn, token: string): Promise<MessageKey> {
  const { id } = parseCardToken(token) ?? {};
  if (id === undefined) return 'outdated';
  const isCustomer =
    (await jobs.get(partner.tenantId, id)) !== undefined || (await customers.get(partner.tenantId, id)) !== undefined;
  if (isCustomer) return 'outdated.submitted';
  return person.submitted?.includes(id) === true ? 'outdated.change' : 'outdated';
}

const dialogs = new DialogSet();
dialogs.add(addCustomerDialog());
dialogs.add(new StepDialog());
dialogs.add(new ReviewDialog());

/** Answers one message: a command, a press on a card, or a text that is neither. */
export async function runMainDialog(context: TurnContext, turn: Turn): Promise<void> {
  bindTurn(context, turn);
  try {
    if (turn.press !== undefined) await handlePress(context, turn, turn.press);
    else await handleText(context, turn);
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    showRefusal(turn, error);
  }
  rememberPlace(turn);
  rememberCard(turn);
}

/** Shows that Partner Center does not answer, what is saved, and how to try again: of a draft where this was about one. */
function showRefusal(turn: Turn, error: PartnerCenterError): void {
  const { words, replies, press } = turn;
  const pressed = press === undefined ? undefined : draftOfToken(turn, press.token);
  const draft = pressed ?? (leadsToDraft(turn) ? openDraft(turn) : shownDraft(turn));
  if (draft !== undefined) return replies.show(draftRefusalCard({ words, token: cardTokenOf(draft) }, error));
  const saying = (reason: string): string => words.t('refusal.notReady', { reason });
  replies.show(partnerCenterRefusalCard(words, error.refusal, saying, requestedCommand(turn)));
}

/** Command of the turn, typed or pressed. */
function requestedCommand({ press, text }: Turn): CommandName | undefined {
  if (press === undefined) return typedCommand(text);
  const { verb, argument } = press;
  return verb === 'command' && isCommandName(argument) ? argument : undefined;
}

async function handleText(context: TurnContext, turn: Turn): Promise<void> {
  const file = turn.sent.find(({ media }) => media !== true);
  if (file !== undefined) {
    sayIgnoredParts(turn, file);
    if (isContactCard(file))
      return runIfAllowed(turn, commandNeeds.addCustomer, '', () => receiveContactCard(turn, file));
    return runIfAllowed(turn, commandNeeds.importCustomers, '', () => receiveFile(turn, file));
  }
  if (turn.sent.length > 0 && turn.text.trim() === '') return turn.replies.say(turn.words.t('import.fault.media'));
  const intent = understand(turn.text);
  const again = (one: Intent): Promise<void> => runIfAllowed(turn, intentNeed(one), '', () => actOn(turn, one));
  const said = async (): Promise<void> => {
    if (!(await actOnLikelier(turn, intent, again)))
      await runIfAllowed(turn, intentNeed(intent), '', () => actOn(turn, intent, again));
  };
  if (await answerOpenCard(turn, intent, (press) => pressAgain(context, turn, press))) return;
  if (intent.kind === 'command' || intent.kind === 'language') return said();
  const isTable = looksLikeTable(turn.text) || hasColumnNames(turn.text);
  const pasted = isTable ? undefined : (readPaste(turn.text, readerOf(turn)) ?? pastedLine(turn, intent));
  if (pasted !== undefined) return runIfAllowed(turn, commandNeeds.addCustomer, '', () => pasteToDraft(turn, pasted));
  if (isTable || looksLikeRows(turn.text))
    return runIfAllowed(turn, commandNeeds.importCustomers, '', () => receivePasted(turn, turn.text));
  return said();
}

/** Says which parts of a message with a file are ignored: other files, and text beside it. */
function sayIgnoredParts({ sent, text, words, replies }: Turn, file: SentFile): void {
  const said = text.trim();
  if (sent.length > 1) replies.say(words.t('import.oneFile', { file: file.name }));
  // Some clients send the file's name as the text.
  const isAsked = said === '' || sent.some(({ name }) => name === said) || typedCommand(said) === 'importCustomers';
  if (!isAsked) replies.say(words.t('import.beside'));
}

/** Handles the press of a button whose title was typed. */
async function pressAgain(context: TurnContext, turn: Turn, press: Press): Promise<void> {
  const pressing = { ...turn, press };
  bindTurn(context, pressing);
  await handlePress(context, pressing, press);
}

async function handlePress(context: TurnContext, turn: Turn, press: Press): Promise<void> {
  const { verb, argument, token } = press;
  leaveAsking(turn);
  if (verb === 'command' && isCommandName(argument)) {
    keepUnlessLeft(turn);
    return runIfAllowed(turn, commandNeeds[argument], '', () => commands[argument](turn));
  }
  if (isVerbOf(plainPresses, verb))
    return runIfAllowed(turn, plainNeeds[verb], argument, () => plainPresses[verb](turn, argument));
  const draft = draftOfToken(turn, token);
  if (draft === undefined) return answerOutdated(turn, press);
  turn.person.open = draft.id;
  turn.person.lastPress = { token, verb: pressDigest(press), at: turn.now.toISOString() };
  if (isVerbOf(draftPresses, verb))
    return runIfAllowed(turn, draftNeeds[verb], '', () => draftPresses[verb](turn, draft, press));
  if (draft.asking !== undefined) return showCurrentCard(turn);
  return runIfAllowed(turn, cardNeed(verb, draft.purpose), '', async () => {
    await dialogContext(context).beginDialog(addCustomerId, { press });
  });
}

/** Runs an action if the user has the rights: the only place that checks them, before anything is read or done. */
async function runIfAllowed(turn: Turn, need: Need, argument: string, run: () => Promise<void>): Promise<void> {
  if (await meets(turn, need, argument)) await run();
}

// The SDK's DialogStateManager configuration, reused between turns: building it takes a twentieth of a turn.
const stateManagerKey = 'DialogStateManagerConfiguration';
const stateManagerConfig = new Map<string, unknown>();

/**
 * Dialog context with an empty stack for each turn: the draft tells the position, and a stored stack might be of
 * another version.
 */
function dialogContext(context: TurnContext): DialogContext {
  const known = stateManagerConfig.get(stateManagerKey);
  if (known !== undefined) context.turnState.set(stateManagerKey, known);
  const dc = new DialogContext(dialogs, context, { dialogStack: [] });
  stateManagerConfig.set(stateManagerKey, context.turnState.get(stateManagerKey));
  return dc;
}
