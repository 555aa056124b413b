import { currentCard } from '../dialogs/add/currentCard.ts';
import { keepInputs } from '../forms/draftFlow.ts';
import { section } from '../forms/sections.ts';
import type { Words } from '../locales/words.ts';
import type { Fault } from '../model/draft.ts';
import { goodValues } from '../test/forms/answers.ts';
import { contexts } from './formContexts.ts';
import { draftAt } from './formDrafts.ts';
import type { Shown } from './shownCard.ts';

const choices = ['bluewavetradingcompanyus', 'bluewavetradingcompanygmbh2'];

const faults: Readonly<Record<string, Fault>> = {
  'domain taken': { key: 'fault.domainTaken', choices },
  'domain of an own customer': { key: 'fault.domainOwn', choices },
};

/** The company's card where the domain is not free, with the free ones that are offered in its place. */
export const takenDomains = (words: Words): readonly Shown[] =>
  Object.entries(contexts)
    .filter(([, { purpose }]) => purpose === undefined)
    .flatMap(([who, context]) =>
      Object.entries(faults).map(([name, domainPrefix]) => {
        const company = section('company');
        const at = draftAt([company], context, undefined);
        const draft = keepInputs(at, 'company', goodValues('company', context), { domainPrefix });
        return { name: `company, ${who}: ${name}`, card: currentCard(draft, context, words, true) };
      }),
    );
