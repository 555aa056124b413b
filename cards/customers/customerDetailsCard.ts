import type { Customer } from '../../model/customer.ts';
import { capitalize } from '../../lib/text.ts';
import type { Words } from '../../locales/words.ts';
import {
  button,
  buttons,
  card,
  type Card,
  dangerButton,
  type Element,
  type Fact,
  factLines,
  fitToSizeLimit,
  group,
  shortened,
  subheading,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { type RefusedCall, refusedCallLines } from '../faultLines.ts';
import { factLabel, titledFacts } from '../labels.ts';
import { newPasswordButton } from './adminPasswordCard.ts';
import { practiseReviewButton } from './customerCard.ts';
import type { CustomerCardBase } from './customerCardBase.ts';
import type { CustomerView } from './customerView.ts';
import { firstQualificationButton } from './qualificationCard.ts';
import { hasWelcomeMail, welcomeMailButton } from './welcomeMailCard.ts';

/** A part of a customer's account info. */
interface AccountPart {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** Data of the card of a customer's details. */
export interface CustomerDetailsView
  extends CustomerCardBase, Pick<CustomerView, 'qualifications' | 'review' | 'practise' | 'can'> {
  /** Absent for a customer that only Partner Center knows. */
  readonly record?: Pick<Customer, 'id' | 'stages' | 'addedBy' | 'addedAt' | 'existing' | 'cloud' | 'country'>;
  /** Account info in parts, or the refused call. */
  readonly parts: readonly AccountPart[] | RefusedCall;
}

/** Card of what is seldom needed of a customer: its account info, who recorded it, and the unusual actions. */
export function customerDetailsCard(view: CustomerDetailsView): Card {
  const { words, ref, companyName, parts, record } = view;
  const { t } = words;
  const ways = accountButtons(view);
  return fitToSizeLimit(
    card(
      t('details.title'),
      [
        ...titleLines(t('details.title'), shortened(companyName)),
        ...(record === undefined ? [] : factLines(recordFacts(record, words))),
        ...('fault' in parts
          ? [group([subheading(t('customer.account')), ...refusedCallLines(parts, words)])]
          : parts.map((part) => accountPart(part, words))),
        ...(ways.length === 0 ? [] : [buttons(...ways)]),
      ],
      [
        // In place of these details, where the client can.
        button(t('button.openCustomer'), { verb: 'customer', argument: ref, again: 'yes' }, true),
        ...(view.can.add ? [button(t('button.asDraft'), { verb: 'asDraft', argument: ref })] : []),
        ...endingButtons(view),
      ],
    ),
  );
}

/** A part of the account info: no heading stands out more than what it says. */
const accountPart = ({ title, facts }: AccountPart, words: Words): Element => ({
  ...group(factLines(titledFacts(title, facts, words))),
  spacing: 'Small',
});

const recordFacts = ({ addedBy, addedAt }: NonNullable<CustomerDetailsView['record']>, words: Words): Fact[] => [
  {
    label: factLabel('addedBy', words),
    value: addedBy.name ?? capitalize(words.t('customer.colleague'), words.locale),
  },
  { label: factLabel('addedAt', words), value: words.moment(addedAt) },
];

function accountButtons(view: CustomerDetailsView) {
  const { words, ref, record, can } = view;
  return [
    ...(can.manage
      ? [
          button(words.t('button.updateAccount'), { verb: 'updateAccount', argument: ref }),
          ...firstQualificationButton(view),
          ...(can.password ? [newPasswordButton({ words, ref })] : []),
        ]
      : []),
    ...(record !== undefined && hasWelcomeMail(record) ? [welcomeMailButton({ words, ref })] : []),
    ...practiseReviewButton(view),
  ];
}

/** Buttons that end something; each asks first. */
function endingButtons({ words: { t }, ref, record, can }: CustomerDetailsView) {
  return [
    ...(can.remove && !can.invite
      ? [dangerButton(t('button.endRelationship'), { verb: 'endRelationship', argument: ref })]
      : []),
    ...(can.remove && record !== undefined
      ? [dangerButton(t('button.deleteRecord'), { verb: 'deleteRecord', argument: ref })]
      : []),
  ];
}
