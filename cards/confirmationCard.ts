import type { Words } from '../locales/words.ts';
import { stageNames, type Stages } from '../storage/stages.ts';
import { button } from './buttons.ts';
import {
  card,
  copyable,
  factLines,
  faultLine,
  group,
  heading,
  paragraph,
  strong,
  subheading,
  type Card,
  type Element,
  type Fact,
} from './elements.ts';
import { reasonWords } from './reasons.ts';
import { faultsOf, stageFacts, type SubmissionView } from './submissionCards.ts';
import { waitingLines } from './waitingLines.ts';

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
  const { words, id, stages, wakeAt } = view;
  const { t } = words;
  const open = view.password.state !== 'blanked';
  const unfinished = stageNames.some((name) => stages[name]?.state === 'failed');
  return card(
    t('confirmation.summary', { company: view.companyName }),
    [
      heading(t('confirmation.title')),
      paragraph(t(view.practice ? 'confirmation.practice' : 'confirmation.received')),
      ...setupInfo(view),
      group([
        subheading(t('confirmation.steps')),
        ...factLines(stageFacts(stages, words)),
        ...faultsOf(stages, words),
        ...(wakeAt === undefined ? [] : waitingLines({ wakeAt }, words)),
      ]),
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
    strong(t('password.once', { n: password.minutes })),
  ];
}

function orders({ subscriptions }: Stages, words: Words): Element[] {
  if (subscriptions === undefined) return [];
  const lines = subscriptions.lines.map((line) => ({
    label: words.t('form.fact', { label: line.offerName }),
    value: [
      ...(line.quantity === undefined ? [] : [words.say(`count.${line.unit}`, { n: line.quantity })]),
      line.fault === undefined ? orderState(subscriptions, line, words) : reasonWords(line.fault, words),
    ].join(' · '),
  }));
  return [group([subheading(words.t('section.subscriptions')), ...factLines(lines)])];
}

type Orders = NonNullable<Stages['subscriptions']>;

/** Partner Center takes an order before it has a subscription for it: that may take up to a quarter of an hour. */
function orderState({ state }: Orders, { subscriptionId }: Orders['lines'][number], { t }: Words): string {
  if (subscriptionId !== undefined) return t('order.done');
  if (state === 'refused') return t('stage.refused');
  return t(state === 'done' ? 'order.late' : 'order.waiting');
}
