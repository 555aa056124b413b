import { currentCard } from '../dialogs/add/currentCard.ts';
import type { Context } from '../forms/context.ts';
import { newDraft } from '../forms/draftFlow.ts';
import type { Section } from '../forms/section.ts';
import { sections } from '../forms/sections.ts';
import { openBeside } from '../forms/steps.ts';
import type { Words } from '../locales/words.ts';
import { contextFor, provider } from '../test/forms/contexts.ts';
import { cartsWithBundles } from './bundleStates.ts';
import { cartsOfCatalogues, cartStates } from './cartStates.ts';
import { contexts } from './formContexts.ts';
import { takenDomains } from './domainStates.ts';
import { states } from './formDrafts.ts';
import { questions } from './questionStates.ts';
import { reviews } from './reviewStates.ts';
import type { Shown } from './shownCard.ts';

/** What is asked about the agreement where the customer accepts on a page. */
function onPage(words: Words): Shown[] {
  const context = contextFor(provider, {}, { agreementWay: 'enhanced' });
  return sections(context)
    .filter(({ id }) => id === 'agreement')
    .flatMap((section) =>
      Object.entries(states([section], context)).map(([state, draft]) => ({
        name: `${section.id}, US provider, on a page: ${state}`,
        card: currentCard(draft, context, words, true),
      })),
    );
}

/** Each section alone, as Update asks it, and the steps that ask several together. */
function cardsIn(context: Context): readonly (readonly Section[])[] {
  const unanswered = newDraft('d', '');
  const asked = sections(context);
  const together = asked.map(({ id }) => openBeside(unanswered, id, context));
  return [...asked.map((one) => [one]), ...together.filter((step, at) => step.length > 1 && step[0] === asked[at])];
}

const formCardsIn = (who: string, context: Context, words: Words): Shown[] =>
  cardsIn(context).flatMap((open) =>
    Object.entries({ ...states(open, context), ...cartStates(open, context) }).map(([state, draft]) => ({
      name: `${open.map(({ id }) => id).join(' with ')}, ${who}: ${state}`,
      card: currentCard(draft, context, words, true),
    })),
  );

/** Every section in every context and state, alone and with those of its step, the questions between them, the review. */
export const formCards = (words: Words): readonly Shown[] => [
  ...Object.entries(contexts).flatMap(([who, context]) => formCardsIn(who, context, words)),
  ...cartsOfCatalogues(words),
  ...cartsWithBundles(words, contextFor(provider)),
  ...onPage(words),
  ...takenDomains(words),
  ...questions(words),
  ...reviews(words),
];
