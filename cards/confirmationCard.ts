import type { Words } from '../locales/words.ts';
import type { Stages, StageName } from '../storage/stages.ts';
import { stageNames } from '../storage/stages.ts';
import {
  button,
  card,
  copyable,
  factLines,
  faultLine,
  group,
  heading,
  paragraph,
  subheading,
  type Card,
  type Element,
  type Fact,
} from './elements.ts';
import { command } from './homeCard.ts';

/** What is shown of a submission. The password is here for as long as the card is built, nowhere else. */
export interface SubmissionView {
  readonly words: Words;
  readonly id: string;
  readonly companyName: string;
  readonly domain: string;
  readonly stages: Stages;
  readonly practice: boolean;
}

/** The state of each step that applies, in words. */
export function stageFacts(stages: Stages, words: Words): Fact[] {
  return stageNames.flatMap((name) => {
    const stage = stages[name];
    if (stage === undefined) return [];
    return [
      { label: words.t('form.fact', { label: words.t(`stage.${name}`) }), value: words.t(`stage.${stage.state}`) },
    ];
  });
}

/** The submission while it runs. */
export const progressCard = ({
  words,
  companyName,
  stages,
}: Pick<SubmissionView, 'words' | 'companyName' | 'stages'>): Card =>
  card(words.t('progress.title'), [
    heading(words.t('progress.title')),
    paragraph(companyName),
    ...factLines(stageFacts(stages, words)),
  ]);

/** The submission once its confirmation was sent: what the progress card turns into. */
export const submittedCard = ({
  words,
  companyName,
  stages,
}: Pick<SubmissionView, 'words' | 'companyName' | 'stages'>): Card =>
  card(words.t('progress.done'), [
    heading(words.t('progress.done')),
    paragraph(companyName),
    ...factLines(stageFacts(stages, words)),
  ]);

/** The submission that Partner Center refused: nothing was created, the draft is open again. */
export const refusedCard = ({
  words,
  companyName,
  stages,
}: Pick<SubmissionView, 'words' | 'companyName' | 'stages'>): Card =>
  card(words.t('unfinished.returned'), [
    heading(words.t('trouble.title')),
    paragraph(companyName),
    ...faultsOf(stages, words),
    paragraph(words.t('unfinished.returned')),
  ]);

/** How the password stands: shown this once, blanked by Done or after some minutes, or not to be had. */
export type PasswordView =
  | { readonly state: 'shown'; readonly password: string; readonly minutes: number }
  | { readonly state: 'blanked' }
  | { readonly state: 'lost' };

/** The confirmation: Setup info with the password, what was recorded, and the state of each step. */
export function confirmationCard(
  view: SubmissionView & {
    readonly password: PasswordView;
    readonly parts: readonly { title: string; facts: readonly Fact[] }[];
  },
): Card {
  const { words, id, stages } = view;
  const { t } = words;
  const open = view.password.state !== 'blanked';
  const unfinished = stageNames.some((name) => stages[name]?.state === 'failed');
  return card(
    t('confirmation.summary', { company: view.companyName }),
    [
      heading(t('confirmation.title')),
      paragraph(t(view.practice ? 'confirmation.practice' : 'confirmation.received')),
      ...setupInfo(view),
      group([subheading(t('confirmation.steps')), ...factLines(stageFacts(stages, words)), ...faultsOf(stages, words)]),
      ...orders(stages, words),
      ...view.parts.map(({ title, facts }) => group([subheading(title), ...factLines(facts)])),
    ],
    [
      ...(open ? [button(t('button.done'), { verb: 'done', argument: id }, true)] : []),
      ...(unfinished ? [button(t('button.finish'), { verb: 'finish', argument: id })] : []),
      button(t('button.addAnother'), { verb: 'another', argument: id }),
    ],
  );
}

function setupInfo({
  words,
  stages,
  domain,
  password,
  practice,
}: SubmissionView & { readonly password: PasswordView }): Element[] {
  const { t } = words;
  const label = (key: 'field.microsoftId' | 'field.adminAccount') => t('form.fact', { label: t(key) });
  const account = `${stages.customer.userName ?? 'admin'}@${domain}`;
  return [
    subheading(t('confirmation.setupInfo')),
    ...factLines([{ label: label('field.microsoftId'), value: stages.customer.microsoftId ?? '' }]),
    ...factLines([{ label: label('field.adminAccount'), value: account }]),
    ...passwordLines(password, practice, words),
  ];
}

function passwordLines(password: PasswordView, practice: boolean, { t }: Words): Element[] {
  const name = t('field.password');
  const label = t('form.fact', {
    label: practice ? t('form.pair', { label: name, hint: t('password.practice') }) : name,
  });
  if (password.state === 'blanked') return factLines([{ label, value: t('password.blanked') }]);
  if (password.state === 'lost') return [faultLine(t('password.lost'))];
  return [
    ...factLines([{ label, value: '' }]),
    copyable(password.password),
    paragraph(t('password.once', { n: password.minutes }), { tone: 'Warning' }),
  ];
}

function faultsOf(stages: Stages, words: Words): Element[] {
  return stageNames.flatMap((name) => {
    const fault = stages[name]?.fault;
    if (fault === undefined) return [];
    return [
      faultLine(
        words.t('stage.fault', { stage: words.t(`stage.${name}`), reason: words.say(`reason.${fault.reason}`) }),
      ),
      paragraph(words.t('trouble.correlation', { id: fault.correlationId }), { subtle: true }),
    ];
  });
}

function orders({ subscriptions }: Stages, words: Words): Element[] {
  if (subscriptions === undefined) return [];
  const lines = subscriptions.lines.map((line) => ({
    label: words.t('form.fact', { label: line.offerName }),
    value: [
      ...(line.quantity === undefined ? [] : [words.say(`count.${line.unit}`, { n: line.quantity })]),
      line.fault === undefined ? orderState(line.subscriptionId, words) : words.say(`reason.${line.fault.reason}`),
    ].join(' · '),
  }));
  return [group([subheading(words.t('section.subscriptions')), ...factLines(lines)])];
}

const orderState = (subscriptionId: string | undefined, { t }: Words): string =>
  t(subscriptionId === undefined ? 'order.waiting' : 'order.done');

/** A submission that could not be done: what happened, what is safe, what to do next. */
export function unfinishedCard(view: SubmissionView, name: StageName): Card {
  const { words, id, stages } = view;
  const { t } = words;
  const fault = stages[name]?.fault;
  return card(
    t('unfinished.title'),
    [
      heading(t('unfinished.title')),
      paragraph(view.companyName),
      ...faultsOf(stages, words),
      paragraph(t(fault?.reason === 'unavailable' ? 'unfinished.later' : 'unfinished.safe')),
    ],
    [
      button(t('button.finish'), { verb: 'finish', argument: id }, true),
      button(t('button.customers'), command('customers')),
      button(t('button.help'), command('help')),
    ],
  );
}
