import {
  type Qualification,
  qualificationAnswers,
  type QualificationKind,
  qualificationKind,
  requestableQualifications,
  type Vetting,
} from '../../partner-center/rules/qualification.ts';
import {
  button,
  buttons,
  card,
  type Card,
  type Element,
  factLines,
  group,
  paragraph,
  shortened,
  subheading,
  type Tone,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { type ChangeCardBase, customerButton, type CustomerCardBase } from './customerCardBase.ts';
import type { Words } from '../../locales/words.ts';
import { isOutage } from '../../partner-center/rules/fault.ts';
import type { Customer } from '../../model/customer.ts';
import type { Stages } from '../../model/stages.ts';
import { refusedCallLines } from '../faultLines.ts';
import type { CustomerView } from './customerView.ts';
import { entryButton } from '../listEntry.ts';

/** Site where a nonprofit organization registers with Microsoft. */
const nonprofitSite = 'nonprofit.microsoft.com';

/** A qualification that can be asked for. */
export interface QualificationChoice {
  readonly kind: QualificationKind;
  /** The earlier refusal. */
  readonly denied?: Vetting;
  /** Inputs of the qualification, each with its faults beneath. */
  readonly inputs: readonly Element[];
}

/** Data of the card that requests a special qualification, each with its inputs and its own button. */
interface QualificationView extends ChangeCardBase {
  readonly choices: readonly QualificationChoice[];
}

/** Card that asks for the answers Microsoft needs to check a qualification, and says when it counts. */
export function qualificationCard(view: QualificationView): Card {
  const { words, choices } = view;
  const { t } = words;
  return card(
    t('button.askQualification'),
    [
      ...titleLines(t('button.askQualification'), shortened(view.companyName)),
      paragraph(t('askQualification.text')),
      ...choices.map((choice) => choiceGroup(choice, view)),
      paragraph(t('askQualification.nonprofit', { site: nonprofitSite }), { subtle: true }),
    ],
    [customerButton(view)],
  );
}

function choiceGroup(
  { kind, denied, inputs }: QualificationChoice,
  { words, ref, changeId }: QualificationView,
): Element {
  const { t } = words;
  const title = t(`qualification.${kind}`);
  const argument = `${ref} ${changeId} ${kind}`;
  return group([
    ...(denied === undefined ? [subheading(title)] : vettingLines(denied, words)),
    ...(kind === 'education' ? [paragraph(t('askQualification.education'))] : []),
    ...inputs,
    buttons(
      entryButton(button(t('button.sendQualification'), { verb: 'requestQualification', argument }), title, words),
    ),
  ]);
}

/** Button that asks for a qualification. `wanted` is the earlier request, to be corrected. */
export const askQualificationButton = (
  { words, ref }: Pick<CustomerCardBase, 'words' | 'ref'>,
  { again = false, wanted }: { readonly again?: boolean; readonly wanted?: Qualification } = {},
  title = words.t(again ? 'button.askAgain' : 'button.askQualification'),
) =>
  button(title, {
    verb: 'askQualification',
    argument: ref,
    ...(wanted === undefined ? {} : qualificationAnswers(wanted)),
  });

/** True if the qualification requested with a new customer was refused. Other answers may be accepted. */
export const isQualificationRefused = ({ qualification: stage }: Stages): boolean =>
  stage?.fault !== undefined && ['refused', 'failed'].includes(stage.state) && !isOutage(stage.fault.reason);

type QualificationGroupView = Pick<CustomerView, 'words' | 'ref' | 'qualifications' | 'can' | 'practise'> & {
  readonly record?: Pick<Customer, 'country'>;
};

/** Kinds of qualification this user can request; none where none is known. */
const requestableKinds = ({ qualifications, can, record }: QualificationGroupView): readonly QualificationKind[] =>
  qualifications === undefined || !can.manage
    ? []
    : 'fault' in qualifications
      ? ['education']
      : requestableQualifications(qualifications, record?.country);

/** Button that asks for a first qualification; none where the customer's card lists some, with a button of their own. */
export const firstQualificationButton = (view: QualificationGroupView) =>
  hasSome(view) || requestableKinds(view).length === 0
    ? []
    : [askQualificationButton(view, {}, view.words.t('button.qualification'))];

const hasSome = ({ qualifications = [] }: QualificationGroupView): boolean =>
  !('fault' in qualifications) && qualifications.length > 0;

const isListed = ({ qualifications = [] }: QualificationGroupView): boolean =>
  'fault' in qualifications || qualifications.length > 0;

/** Group with the customer's qualifications and their states, or the refused call, and the button to request one. */
export function qualificationGroup(view: QualificationGroupView): Element[] {
  const { words, qualifications } = view;
  if (qualifications === undefined || !isListed(view)) return [];
  return [
    group([
      subheading(words.t('vetting.title')),
      ...('fault' in qualifications
        ? [paragraph(words.t('vetting.unread')), ...refusedCallLines(qualifications, words)]
        : vettingsLines(qualifications, words)),
      ...qualificationButtons(view, words),
    ]),
  ];
}

function qualificationButtons(view: QualificationGroupView, words: Words): Element[] {
  const { ref, qualifications = [], practise = false, can } = view;
  const all = 'fault' in qualifications ? [] : qualifications;
  const has = (state: string): boolean => all.some((one) => one.state === state);
  const decide = (title: string, state: string) =>
    button(title, { verb: 'practiseDecision', argument: `${ref} qualification ${state}` });
  const shown = [
    ...(requestableKinds(view).length === 0 ? [] : [askQualificationButton(view, { again: has('denied') })]),
    ...(practise && can.manage && has('in-review')
      ? [decide(words.t('button.practiseApprove'), 'approved'), decide(words.t('button.practiseRefuse'), 'denied')]
      : []),
  ];
  return shown.length === 0 ? [] : [buttons(...shown)];
}

const titleKeys: Readonly<Record<string, 'qualification.stateOwnedEntity' | 'qualification.nonprofit'>> = {
  StateOwnedEntity: 'qualification.stateOwnedEntity',
  Nonprofit: 'qualification.nonprofit',
};

/** Name of a qualification; one that has no name here stays as Partner Center gives it. */
function qualificationTitle(qualification: string, { t }: Words): string {
  const kind = qualificationKind(qualification);
  if (kind !== undefined) return t(`qualification.${kind}`);
  const key = titleKeys[qualification];
  return key === undefined ? qualification : t(key);
}

const vettingTones = {
  approved: 'Good',
  'in-review': 'Accent',
  denied: 'Attention',
  unknown: 'Default',
} as const satisfies Readonly<Record<Vetting['state'], Tone>>;

/** State of a qualification in words, and the day it was requested. */
function vettingWords({ state, askedAt = '' }: Vetting, words: Words): string {
  const { t } = words;
  const said = t(`vetting.${state}`);
  const day = askedAt.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? t('vetting.requested', { state: said, day: words.day(day) }) : said;
}

/** Lines of several qualifications; the way to what an approved one opens is said once. */
const vettingsLines = (vettings: readonly Vetting[], words: Words): Element[] => [
  ...vettings.flatMap((one) => vettingLines(one, words)),
  ...(vettings.some(({ state }) => state === 'approved') ? [paragraph(words.t('vetting.approvedText'))] : []),
];

/** Lines of a qualification: its state, the meaning of that state, and Microsoft's reason for a refusal. */
function vettingLines(vetting: Vetting, words: Words): Element[] {
  const { t } = words;
  const { qualification, state, reason } = vetting;
  const said = reason === undefined ? t('vetting.noReason') : t('refusal.says', { said: reason });
  return [
    ...factLines([
      {
        label: '',
        name: qualificationTitle(qualification, words),
        value: vettingWords(vetting, words),
        tone: vettingTones[state],
      },
    ]),
    ...(state === 'denied' ? [paragraph(said), paragraph(t('vetting.deniedText'))] : []),
    ...(state === 'in-review' ? [paragraph(t('vetting.inReviewText'))] : []),
  ];
}
