import type { SmallTalk, Topic } from '../locales/sentences.ts';
import type { Words } from '../locales/words.ts';
import {
  bold,
  button,
  card,
  type Card,
  command,
  type Element,
  heading,
  paragraph,
  type PressData,
  shortened,
  subtle,
} from './elements.ts';
import { titleLines } from './titleLines.ts';
import { listEntry } from './listEntry.ts';

/** A button of a list to choose from. */
export interface Choice {
  readonly title: string;
  /** Facts by which choices of the same title are told apart. */
  readonly detail?: string;
  readonly data: PressData;
}

/** Most choices on a card; the others are behind its last button. */
export const maxChoices = 5;

/** Card that asks which of several was meant: a line with a button for each, and a button that shows all if there are more. */
export const choiceCard = (
  question: string,
  about: string,
  choices: readonly Choice[],
  words: Words,
  all?: PressData,
): Card =>
  card(
    question,
    [
      heading(question),
      paragraph(shortened(about)),
      ...choices
        .slice(0, maxChoices)
        .map(({ title, detail, data }) =>
          listEntry(
            words,
            [bold(shortened(title))],
            detail === undefined ? [] : [subtle(detail)],
            button(words.t('sentence.choose'), data),
          ),
        ),
    ],
    all === undefined ? [] : [button(words.t('sentence.showAll'), all)],
  );

/** Next steps that a card of small talk offers: the open draft by its id, and adding a customer where that is allowed. */
export interface NextSteps {
  readonly draft: string | undefined;
  /** True where that draft's card is the one shown last. */
  readonly isOnScreen: boolean;
  readonly canAdd: boolean;
}

const goOn = ({ t }: Words, draft: string | undefined) =>
  draft === undefined ? [] : [button(t('button.goOn'), { verb: 'continueDraft', argument: draft }, true)];

const nextButtons = (words: Words, { draft, canAdd }: NextSteps) => {
  const { t } = words;
  return [
    ...goOn(words, draft),
    ...(draft === undefined && canAdd ? [button(t('button.addCustomer'), command('addCustomer'), true)] : []),
    button(t('button.customers'), command('customers')),
    button(t('button.help'), command('help')),
  ];
};

/** Card that answers small talk in a sentence, and offers what comes next. */
export const smallTalkCard = (talk: SmallTalk, words: Words, next: NextSteps): Card => {
  const said = words.t(`smallTalk.${talk}`);
  return card(said, [heading(said)], nextButtons(words, next));
};

/** Card that answers a text by which something shall not be done, and offers what comes next. */
export const nothingDoneCard = (words: Words, next: NextSteps): Card => {
  const said = words.t('sentence.nothingDone');
  return card(said, [heading(said)], nextButtons(words, next));
};

/** Card that says that a text asks for nothing that is done here, and what is. */
export const outsideCard = (words: Words, next: NextSteps): Card => {
  const [said, hint] = [words.t('sentence.outside'), words.t('sentence.outsideHint')];
  return card(words.sentences([said, hint]), [heading(said), paragraph(hint)], nextButtons(words, next));
};

const commandsOfTopics: Readonly<Partial<Record<Topic, 'drafts' | 'renewals' | 'invite' | 'customers' | 'agenda'>>> = {
  draft: 'drafts',
  renewal: 'renewals',
  reseller: 'invite',
  license: 'customers',
  microsoftId: 'customers',
  returning: 'customers',
  suspended: 'customers',
  trial: 'customers',
  earlyEnd: 'renewals',
  invited: 'invite',
  reminder: 'agenda',
  changeLicenses: 'customers',
  addSubscription: 'customers',
  suspending: 'customers',
  password: 'customers',
  ending: 'customers',
  acceptance: 'customers',
  invoices: 'customers',
  undo: 'customers',
  adminCenter: 'customers',
};

/** Card that explains a word or how something is done, and leads there. */
export function explanationCard(topic: Topic, words: Words, { draft, canAdd }: NextSteps): Card {
  const { t } = words;
  const leadsTo = commandsOfTopics[topic];
  const title = t(`topic.${topic}`);
  const canBegin = leadsTo === undefined && draft === undefined && canAdd;
  return card(
    title,
    [heading(title), paragraph(t(`glossary.${topic}`))],
    [
      ...goOn(words, draft),
      ...(leadsTo === undefined
        ? []
        : [
            button(
              t(leadsTo === 'agenda' ? 'agenda.title' : `button.${leadsTo}`),
              command(leadsTo),
              draft === undefined,
            ),
          ]),
      ...(canBegin ? [button(t('button.addCustomer'), command('addCustomer'), true)] : []),
      button(t('button.help'), command('help')),
    ],
  );
}

/** Data of the button that searches customers by a name. */
const findData = (name: string): PressData => ({ verb: 'findCustomers', findCustomer: name });

/** Card for a name typed while a form is open: to go on with the form, or to look for customers of that name. */
export function nameOrAnswerCard(name: string, draft: string, words: Words): Card {
  const { t } = words;
  const text = t('sentence.formOpen');
  return card(
    text,
    [...titleLines(text, shortened(name)), paragraph(t('sentence.formHint'))],
    [...goOn(words, draft), button(t('sentence.findNamed'), findData(name))],
  );
}

/**
 * Card that asks for the customer of an order which names none: how to write it, the way back to the open draft, and the
 * list of customers.
 */
export function forWhomCard(words: Words, draft?: string): Card {
  const { t } = words;
  const title = t('sentence.whichCustomer');
  return card(
    title,
    [heading(title), paragraph(t('sentence.forWhom'))],
    [
      ...goOn(words, draft),
      button(t('button.allCustomers'), command('customers'), draft === undefined),
      button(t('button.help'), command('help')),
    ],
  );
}

/** Card that says that nobody or nothing was found by a name, with what to do instead. */
export function nothingFoundCard(said: string, instead: readonly Choice[], words: Words, hint = ''): Card {
  const elements: Element[] = [
    heading(words.t('sentence.nothingFound')),
    paragraph(said),
    ...(hint === '' ? [] : [paragraph(hint, { subtle: true })]),
  ];
  return card(said, elements, [
    ...instead.map(({ title, data }, index) => button(title, data, index === 0)),
    button(words.t('button.help'), command('help')),
  ]);
}
