import { continueCard, draftsCard, homeCard, unfinishedListCard } from '../cards/homeCard.ts';
import { helpCard, invitationCard, languageCard, refusalCard } from '../cards/talkCards.ts';
import { back, isEmpty, nextOpen } from '../forms/draft.ts';
import { cloud } from '../partner-center/clouds.ts';
import type { CommandName } from './commands.ts';
import { customersPage } from './customers.ts';
import { beginDraft, contextOf, draftLines, maxDrafts, openDraft, put } from './drafts.ts';
import { showOpen } from './openCard.ts';
import { inviteRefusal, may, refusal } from './rights.ts';
import { unfinishedJobs } from './submissions.ts';
import type { Turn } from './turn.ts';

/** What each command does, typed or pressed. */
export const commands: Readonly<Record<CommandName, (turn: Turn) => Promise<void>>> = {
  hello: home,
  help: async ({ replies, words }) => replies.show(helpCard(words)),
  addCustomer,
  customers: (turn) => customersPage(turn, undefined),
  drafts,
  invite,
  back: goBack,
  cancel: (turn) => askAbout(turn, 'cancel'),
  startOver: (turn) => askAbout(turn, 'startOver'),
  language: async ({ replies, words }) => replies.show(languageCard(words)),
};

async function home(turn: Turn): Promise<void> {
  const { partner, words, replies, partnerCenter } = turn;
  const reason = refusal(partner);
  replies.show(
    homeCard({
      words,
      partner: partner.name,
      cloud: words.t(`cloud.${partner.cloud}`),
      ...(reason === undefined ? {} : { refusal: reason }),
      invitation: inviteRefusal(partner) === undefined,
      practice: partnerCenter.practice,
      drafts: await draftLines(turn),
    }),
  );
}

/** Begins a customer; one that was left open is offered first. */
async function addCustomer(turn: Turn): Promise<void> {
  if (!canAdd(turn)) return;
  const [latest] = await draftLines(turn);
  if (latest === undefined) return startDraft(turn);
  turn.replies.show(continueCard(latest, turn.words));
}

/** Opens an empty draft, unless too many are kept. */
export async function startDraft(turn: Turn): Promise<void> {
  if (!canAdd(turn) || !(await hasRoom(turn))) return;
  beginDraft(turn);
  await showOpen(turn);
}

/** Is there room for one more draft? If not, that is said, and the drafts are listed. */
export async function hasRoom(turn: Turn): Promise<boolean> {
  if (turn.person.drafts.filter((draft) => !isEmpty(draft)).length < maxDrafts) return true;
  turn.replies.say(turn.words.t('drafts.full'));
  await drafts(turn);
  return false;
}

/** May customers be added here? If not, the reason is shown. */
export function canAdd(turn: Turn): boolean {
  const { partner, words, replies } = turn;
  const reason = refusal(partner);
  if (reason !== undefined) replies.show(refusalCard(words, words.t(reason), inviteRefusal(partner) === undefined));
  else if (!may(turn, 'add')) replies.show(refusalCard(words, words.t('refusal.right'), false));
  else return true;
  return false;
}

async function drafts(turn: Turn): Promise<void> {
  const unfinished = (await unfinishedJobs(turn)).map(({ id, request }) => ({
    id,
    companyName: request.customer.companyName,
  }));
  turn.replies.show(draftsCard(await draftLines(turn), turn.words));
  if (unfinished.length > 0) turn.replies.show(unfinishedListCard(unfinished, turn.words));
}

async function invite({ partner, words, replies }: Turn): Promise<void> {
  const reason = inviteRefusal(partner);
  replies.show(
    reason === undefined
      ? invitationCard(words, partner.invitationLink)
      : refusalCard(words, words.t(reason), cloud(partner.cloud).invitation),
  );
}

async function goBack(turn: Turn): Promise<void> {
  const draft = openDraft(turn);
  if (draft === undefined) return nothingOpen(turn);
  const context = await contextOf(turn, draft.accepted);
  put(turn, back(draft, nextOpen(draft, context), context));
  await showOpen(turn);
}

async function askAbout(turn: Turn, asking: 'cancel' | 'startOver'): Promise<void> {
  const draft = openDraft(turn);
  if (draft === undefined) return nothingOpen(turn);
  put(turn, { ...draft, asking });
  await showOpen(turn);
}

async function nothingOpen(turn: Turn): Promise<void> {
  turn.replies.say(turn.words.t('form.nothingOpen'));
  await home(turn);
}
