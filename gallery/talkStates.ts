import { continueCard, draftsCard, type DraftLine } from '../cards/draftCards.ts';
import { helpCard, languageCard, nothingOpenCard, notUnderstoodCard, refusalCard } from '../cards/commandCards.ts';
import { homeCard } from '../cards/homeCard.ts';
import { agendaCards, fullAgenda, noAgenda } from './agendaStates.ts';
import { unfinishedListCard } from '../cards/unfinishedListCard.ts';
import { noAddOnCard } from '../cards/customers/subscriptionCards.ts';
import { partnerCenterRefusalCard } from '../cards/refusalCards.ts';
import { invitationCards } from './invitationStates.ts';
import type { Words } from '../locales/words.ts';
import { refusalOf } from '../partner-center/rules/fault.ts';
import { cloudIds } from '../partner-center/rules/clouds.ts';
import type { Shown } from './shownCard.ts';
import { wakeAt } from './submissionStates.ts';
import {
  choiceCard,
  explanationCard,
  nameOrAnswerCard,
  forWhomCard,
  nothingFoundCard,
  nothingDoneCard,
  outsideCard,
  smallTalkCard,
} from '../cards/sentenceCards.ts';
import { smallTalks, topics } from '../locales/sentences.ts';
import { planted, plantedRefusal } from './hostileText.ts';

const line = (words: Words, name: string, index = 0): DraftLine => ({
  id: `0moy6r6t4deadbee${String(index)}`,
  name,
  step: { n: 3, m: 8 },
  until: words.day('2026-05-31'),
});

const lines = (words: Words, count: number): DraftLine[] =>
  Array.from({ length: count }, (_none, index) => line(words, planted(255), index));

const refusals = [
  'refusal.reseller',
  'refusal.resellerOnly',
  'refusal.germany',
  'refusal.inviteUsGovernment',
  'refusal.inviteGermany',
  'refusal.inviteReseller',
  'refusal.right',
  'refusal.manageReseller',
  'refusal.manageGermany',
] as const;

function homes(words: Words): Shown[] {
  const view = {
    words,
    partner: planted(100),
    cloud: words.t('cloud.global'),
    welcome: true,
    invitation: true,
    practice: true,
    agenda: noAgenda(words),
  };
  return [
    ...cloudIds.map((id) => ({ name: `home, ${id}`, card: homeCard({ ...view, cloud: words.t(`cloud.${id}`) }) })),
    { name: 'home, welcomed before', card: homeCard({ ...view, welcome: false }) },
    { name: 'home, not practice', card: homeCard({ ...view, practice: false, welcome: false }) },
    { name: 'home, something waits', card: homeCard({ ...view, welcome: false, agenda: fullAgenda(words, 5) }) },
    { name: 'home, much waits', card: homeCard({ ...view, welcome: false, agenda: fullAgenda(words, 40) }) },
    { name: 'home, welcome and much waits', card: homeCard({ ...view, agenda: fullAgenda(words, 40) }) },
    { name: 'home, reseller', card: homeCard({ ...view, refusal: 'refusal.reseller', agenda: fullAgenda(words, 20) }) },
    { name: 'home, Germany', card: homeCard({ ...view, refusal: 'refusal.germany', invitation: false }) },
  ];
}

function drafts(words: Words): Shown[] {
  const submissions = Array.from({ length: 50 }, (_none, index) => ({
    id: `0moy6r6t4deadb${String(index)}`,
    companyName: planted(255),
    ...(index % 2 === 0 ? {} : { wakeAt }),
    ...(index % 3 === 0 ? { customer: 'r1', change: planted(100) } : {}),
  }));
  return [
    { name: 'no drafts', card: draftsCard([], words) },
    { name: 'drafts, one just deleted', card: draftsCard(lines(words, 2), words, { id: 'd1' }) },
    { name: 'drafts, one deleted before', card: draftsCard(lines(words, 2), words, { id: 'd1', name: planted(100) }) },
    { name: 'a draft without a name', card: draftsCard([line(words, '')], words) },
    { name: '20 drafts', card: draftsCard(lines(words, 20), words) },
    { name: 'submissions to be finished', card: unfinishedListCard(submissions, words) },
    { name: 'continue', card: continueCard(line(words, ''), words) },
    { name: 'continue a name', card: continueCard(line(words, planted(255)), words) },
    {
      name: 'continue for a customer that exists',
      card: continueCard(line(words, planted(255)), words, { verb: 'beginAgain', argument: 'd1' }),
    },
  ];
}

/** Answers to sentences. */
const sentences = (words: Words): Shown[] => [
  ...topics.map((topic) => ({
    name: `explained, ${topic}`,
    card: explanationCard(topic, words, { draft: undefined, isOnScreen: false, canAdd: true }),
  })),
  ...smallTalks.map((talk) => ({
    name: `said, ${talk}`,
    card: smallTalkCard(talk, words, { draft: '0moy6r6t4deadbeef', isOnScreen: true, canAdd: true }),
  })),
  { name: 'nothing done', card: nothingDoneCard(words, { draft: undefined, isOnScreen: false, canAdd: true }) },
  { name: 'not done here', card: outsideCard(words, { draft: undefined, isOnScreen: false, canAdd: true }) },
  {
    name: 'which one',
    card: choiceCard(
      words.t('sentence.whichCustomer'),
      planted(40),
      Array.from({ length: 6 }, (_, n) => ({
        title: planted(60 + n),
        data: { verb: 'customer', argument: String(n) },
      })),
      words,
      { verb: 'findCustomers', findCustomer: planted(40) },
    ),
  },
  { name: 'which one, of nobody', card: forWhomCard(words) },
  { name: 'a name or an answer', card: nameOrAnswerCard(planted(80), '0moy6r6t4deadbeef', words) },
  {
    name: 'nothing found',
    card: nothingFoundCard(
      words.t('sentence.noCustomer', { name: planted(80) }),
      [{ title: words.t('button.allCustomers'), data: { verb: 'command', argument: 'customers' } }],
      words,
    ),
  },
];

/** The cards that are about no customer: home, drafts, help, language, invitation, refusals. */
export const talkCards = (words: Words): readonly Shown[] => [
  ...homes(words),
  ...agendaCards(words),
  ...drafts(words),
  { name: 'help', card: helpCard(words) },
  { name: 'language', card: languageCard(words) },
  { name: 'not understood', card: notUnderstoodCard(words, { draft: undefined, isOnScreen: false, canAdd: true }) },
  {
    name: 'not understood, an open card',
    card: notUnderstoodCard(words, { draft: '0moy6r6t4deadbeef', isOnScreen: true, canAdd: true }),
  },
  ...sentences(words),
  {
    name: 'not understood, nothing to add',
    card: notUnderstoodCard(words, { draft: undefined, isOnScreen: false, canAdd: false }),
  },
  ...[true, false].map((canAdd) => ({
    name: `not open, ${canAdd ? 'customers can be added' : 'nothing to add'}`,
    card: nothingOpenCard(words, canAdd),
  })),
  { name: 'no add-on fits', card: noAddOnCard(planted(255), '0moy6r6t4deadbeef', words) },
  ...invitationCards(words),
  ...refusals.flatMap((key) =>
    [true, false].map((invitation) => ({
      name: `${key}, ${invitation ? 'with' : 'without'} an invitation`,
      card: refusalCard(words, words.t(key), invitation),
    })),
  ),
  ...(['refusal.notReady', 'refusal.manage'] as const).map((key) => ({
    name: `${key}, with what Partner Center says`,
    card: partnerCenterRefusalCard(words, refusalOf(plantedRefusal('mfa')), (reason) => words.t(key, { reason })),
  })),
  {
    name: 'refusal.notReady, which can be asked again',
    card: partnerCenterRefusalCard(
      words,
      refusalOf(plantedRefusal('service-fault')),
      (reason) => words.t('refusal.notReady', { reason }),
      'addCustomer',
    ),
  },
];
