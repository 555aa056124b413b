import { continueCard } from '../cards/draftCards.ts';
import { homeCard } from '../cards/homeCard.ts';
import { helpCard, languageCard, nothingOpenCard } from '../cards/talkCards.ts';
import { answeredAsking, back, dropQuestion, nextOpen } from '../forms/draft.ts';
import type { Draft } from '../storage/draft.ts';
import { canAdd, showDrafts, startDraft } from './beginning.ts';
import type { CommandName } from './commands.ts';
import { customersPage } from './customers/customerList.ts';
import { showRenewals } from './customers/renewals.ts';
import { begunDrafts, contextOf, draftLine, draftLines, openDraft, put } from './drafts.ts';
import { invite } from './invitation.ts';
import { dropImport } from './importing/actions.ts';
import { askImport } from './importing/taking.ts';
import { showOpen } from './openCard.ts';
import { inviteRefusal, refusal } from './rights.ts';
import type { Turn } from './turn.ts';
import { unfinishedOf } from './unfinishedList.ts';

/** What each command does, typed or pressed. */
export const commands: Readonly<Record<CommandName, (turn: Turn) => Promise<void>>> = {
  hello: home,
  help: async ({ replies, words }) => replies.show(helpCard(words)),
  addCustomer,
  customers: customersPage,
  renewals: (turn) => showRenewals(turn, ''),
  importCustomers: askImport,
  drafts: showDrafts,
  invite,
  back: goBack,
  cancel: (turn) => askAbout(turn, 'cancel'),
  startOver: (turn) => askAbout(turn, 'startOver'),
  language: async ({ replies, words }) => replies.show(languageCard(words)),
};

/** Is nobody welcomed in this conversation yet? From here somebody is. */
function isFirst({ person, chat }: Turn): boolean {
  const { greeted } = person;
  if (greeted.includes(chat)) return false;
  person.greeted = [...greeted.slice(-19), chat];
  return true;
}

/** The home card; what this is for is said once a conversation. */
async function home(turn: Turn): Promise<void> {
  const { partner, words, replies, partnerCenter } = turn;
  const reason = refusal(partner);
  // Whoever is greeted may add a customer next.
  if (reason === undefined) partnerCenter.prepare?.();
  replies.show(
    homeCard({
      words,
      partner: partner.name,
      cloud: words.t(`cloud.${partner.cloud}`),
      welcome: isFirst(turn),
      ...(reason === undefined ? {} : { refusal: reason }),
      invitation: inviteRefusal(partner) === undefined,
      practice: partnerCenter.practice,
      drafts: await draftLines(turn),
      unfinished: (await unfinishedOf(turn)).length,
    }),
  );
}

/** Begins a customer; one that was left open is offered first. */
async function addCustomer(turn: Turn): Promise<void> {
  if (!canAdd(turn)) return;
  const latest = begunDrafts(turn).find(({ purpose }) => purpose === undefined);
  if (latest === undefined) return startDraft(turn);
  turn.replies.show(continueCard(await draftLine(turn, latest), turn.words));
}

async function goBack(turn: Turn): Promise<void> {
  const draft = openDraft(turn);
  if (draft === undefined) return nothingOpen(turn);
  put(turn, await before(turn, draft));
  await showOpen(turn);
}

/** Back from a question leads to what it was asked about; else to the card before. */
async function before(turn: Turn, draft: Draft): Promise<Draft> {
  if (draft.asking !== undefined) return answeredAsking(draft);
  if (draft.question !== undefined) return dropQuestion(draft);
  const context = await contextOf(turn, draft);
  return back(draft, nextOpen(draft, context), context);
}

async function askAbout(turn: Turn, asking: 'cancel' | 'startOver'): Promise<void> {
  const draft = openDraft(turn);
  const { importing } = turn.person;
  if (draft === undefined && asking === 'cancel' && importing !== undefined) {
    if (await dropImport(turn, importing)) await home(turn);
    return;
  }
  if (draft === undefined) return nothingOpen(turn);
  put(turn, { ...draft, asking });
  await showOpen(turn);
}

function nothingOpen({ replies, words, partner }: Turn): void {
  replies.show(nothingOpenCard(words, refusal(partner) === undefined));
}
