import { continueCard } from '../cards/draftCards.ts';
import { homeCard } from '../cards/homeCard.ts';
import { helpCard, languageCard, nothingOpenCard } from '../cards/commandCards.ts';
import { dropAsking, dropQuestion } from '../forms/draftFlow.ts';
import { back } from '../forms/steps.ts';
import type { Draft } from '../model/draft.ts';
import { canAdd, showDrafts, startDraft } from './add/startDraft.ts';
import type { CommandName } from './commands.ts';
import { readAgenda } from './agenda/agenda.ts';
import { beginReading, showAgenda } from './agenda/showAgenda.ts';
import { chooseSeveral } from './customers/severalCustomers.ts';
import { showCustomers } from './customers/customerList.ts';
import { showChart } from './customers/showChart.ts';
import { showRenewals } from './customers/renewalList.ts';
import { offerUndo } from './customers/typedUndo.ts';
import { begunDrafts, contextOf, draftLine, openDraft, saveDraft, shownDraft } from './drafts.ts';
import { invite } from './customers/invitation.ts';
import { dropImport } from './import/importActions.ts';
import { askImport } from './import/receiveFile.ts';
import { showBeside, showCurrentCard } from './add/currentCard.ts';
import { inviteRefusal, addRefusal, may } from './rights.ts';
import type { Turn } from './turn.ts';
import { defined } from '../lib/optional.ts';

/** Function of each command, typed or pressed. */
export const commands: Readonly<Record<CommandName, (turn: Turn) => Promise<void>>> = {
  hello: showHome,
  help: async (turn) => showBeside(turn, helpCard(turn.words)),
  addCustomer,
  customers: showCustomers,
  renewals: (turn) => showRenewals(turn, ''),
  licenseChart: (turn) => showChart(turn, 'licenses'),
  renewalChart: (turn) => showChart(turn, 'renewals'),
  importCustomers: askImport,
  drafts: showDrafts,
  invite,
  back: goBack,
  cancel: (turn) => askToConfirm(turn, 'cancel'),
  startOver: (turn) => askToConfirm(turn, 'startOver'),
  language: async (turn) => showBeside(turn, languageCard(turn.words)),
  several: (turn) => chooseSeveral(turn),
  agenda: (turn) => showAgenda(turn, ''),
};

/** True the first time in a conversation, which is then recorded as greeted. */
function isFirstGreeting({ person, chat }: Turn): boolean {
  const { greeted } = person;
  if (greeted.includes(chat)) return false;
  person.greeted = [...greeted.slice(-19), chat];
  return true;
}

/** Shows the home card; the welcome text only once a conversation. */
async function showHome(turn: Turn): Promise<void> {
  const { partner, words, replies, partnerCenter } = turn;
  const reason = addRefusal(partner);
  // The next step is often to add a customer.
  if (reason === undefined) partnerCenter.prepare?.();
  const welcome = isFirstGreeting(turn);
  // The welcome shows nothing of it; a greeting does not wait for Partner Center.
  if (!welcome && may(turn, 'view')) await beginReading(turn);
  replies.show(
    homeCard({
      words,
      partner: partner.name,
      cloud: words.t(`cloud.${partner.cloud}`),
      welcome,
      ...defined({ refusal: reason }),
      invitation: inviteRefusal(partner) === undefined,
      practice: partnerCenter.practice,
      agenda: await readAgenda(turn),
    }),
  );
}

/** Starts a new customer; offers to continue a draft that was left open. */
async function addCustomer(turn: Turn): Promise<void> {
  if (!canAdd(turn)) return;
  const latest = begunDrafts(turn).find(({ purpose }) => purpose === undefined);
  if (latest === undefined) return startDraft(turn);
  turn.replies.show(continueCard(await draftLine(turn, latest), turn.words));
}

async function goBack(turn: Turn): Promise<void> {
  const draft = openDraft(turn);
  if (draft === undefined) return showNothingOpen(turn);
  // From a list or a customer it leads back to the form, as it stands.
  if (turn.person.away !== true) saveDraft(turn, await stepBack(turn, draft));
  await showCurrentCard(turn);
}

/** The draft one step back: from a question to the section it is about, else to the card before. */
async function stepBack(turn: Turn, draft: Draft): Promise<Draft> {
  if (draft.asking !== undefined) return dropAsking(draft);
  if (draft.question !== undefined) return dropQuestion(draft);
  return back(draft, await contextOf(turn, draft));
}

/** Titles of the buttons that say yes to stopping and to starting over. */
const yesTitles = { cancel: 'button.deleteDraft', startOver: 'button.startOver' } as const;

async function askToConfirm(turn: Turn, asking: 'cancel' | 'startOver'): Promise<void> {
  const draft = openDraft(turn);
  const { importing } = turn.person;
  if (draft === undefined && asking === 'cancel' && importing !== undefined) {
    if (await dropImport(turn, importing)) await showHome(turn);
    return;
  }
  // In some languages one word is for stopping and for taking back.
  if (draft === undefined && asking === 'cancel' && (await offerUndo(turn))) return;
  if (draft === undefined) return showNothingOpen(turn);
  const isAsked = draft.asking === asking && shownDraft(turn) !== undefined;
  if (isAsked) turn.replies.say(turn.words.t('typed.press', { title: turn.words.t(yesTitles[asking]) }));
  else saveDraft(turn, { ...draft, asking });
  await showCurrentCard(turn);
}

function showNothingOpen({ replies, words, partner }: Turn): void {
  replies.show(nothingOpenCard(words, addRefusal(partner) === undefined));
}
