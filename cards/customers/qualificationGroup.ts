import type { Words } from '../../locales/words.ts';
import { askable, qualificationAnswers, type QualificationKind } from '../../partner-center/qualification.ts';
import type { Qualification } from '../../partner-center/partnerCenter.ts';
import { isOutage } from '../../partner-center/fault.ts';
import type { Stages } from '../../storage/stages.ts';
import { button, buttons } from '../buttons.ts';
import { group, paragraph, subheading, type Element } from '../elements.ts';
import { troubleLines } from '../trouble.ts';
import type { CustomerView } from './customerView.ts';
import { vettingLines } from './vettingLines.ts';
import type { Whose } from './whose.ts';

/** The button by which a qualification is asked for; `wanted` is what was asked for before, to be corrected. */
export const askQualificationButton = (
  { words, ref }: Pick<Whose, 'words' | 'ref'>,
  { again = false, wanted }: { readonly again?: boolean; readonly wanted?: Qualification } = {},
) =>
  button(words.t(again ? 'button.askAgain' : 'button.askQualification'), {
    verb: 'askQualification',
    argument: ref,
    ...(wanted === undefined ? {} : qualificationAnswers(wanted)),
  });

/** Was the qualification that was asked for with a new customer refused? Other answers may be taken. */
export const isQualificationRefused = ({ qualification: stage }: Stages): boolean =>
  stage?.fault !== undefined && ['refused', 'failed'].includes(stage.state) && !isOutage(stage.fault.reason);

type View = Pick<CustomerView, 'words' | 'ref' | 'qualifications' | 'can' | 'practise'>;

/** What can be asked for by this user; nothing where nothing is known to be there to ask for. */
const open = ({ qualifications, can }: View): readonly QualificationKind[] =>
  qualifications === undefined || !can.manage
    ? []
    : 'fault' in qualifications
      ? ['education']
      : askable(qualifications);

/** The button to ask, for a customer of which nothing else is said about qualifications. */
export const firstQualification = (view: View) =>
  isSaid(view) || open(view).length === 0 ? [] : [askQualificationButton(view)];

const isSaid = ({ qualifications = [] }: View): boolean => 'fault' in qualifications || qualifications.length > 0;

/** The customer's qualifications and how each stands, or that they could not be read, and the way to ask for one. */
export function qualificationGroup(view: View): Element[] {
  const { words, qualifications } = view;
  if (qualifications === undefined || !isSaid(view)) return [];
  return [
    group([
      subheading(words.t('vetting.title')),
      ...('fault' in qualifications
        ? [paragraph(words.t('vetting.unread')), ...troubleLines(qualifications, words)]
        : qualifications.flatMap((one) => vettingLines(one, words))),
      ...actions(view, words),
    ]),
  ];
}

function actions(view: View, words: Words): Element[] {
  const { ref, qualifications = [], practise = false, can } = view;
  const all = 'fault' in qualifications ? [] : qualifications;
  const has = (state: string): boolean => all.some((one) => one.state === state);
  const decide = (title: string, state: string) =>
    button(title, { verb: 'practiseDecision', argument: `${ref} qualification ${state}` });
  const shown = [
    ...(open(view).length === 0 ? [] : [askQualificationButton(view, { again: has('denied') })]),
    ...(practise && can.manage && has('in-review')
      ? [decide(words.t('button.practiseApprove'), 'approved'), decide(words.t('button.practiseRefuse'), 'denied')]
      : []),
  ];
  return shown.length === 0 ? [] : [buttons(...shown)];
}
