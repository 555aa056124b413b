import type { Words } from '../../locales/words.ts';
import { stageNames, type Stages } from '../../storage/stages.ts';
import type { Fact } from '../elements.ts';
import { factLabel, relationshipWords } from '../labels.ts';
import { resellerWords } from '../resellerWords.ts';
import { stageFacts } from '../submissionCards.ts';
import { acceptanceState, type Acceptance } from '../../partner-center/agreement.ts';
import type { CustomerView } from './customerView.ts';

/** Who the customer is, how far its submission came, and who recorded it. */
export function customerFacts(view: CustomerView): Fact[] {
  const { words, record, agreement } = view;
  const { t } = words;
  const left = record === undefined || record.existing === true || isAllDone(record.stages) ? undefined : record.stages;
  return [
    { label: factLabel('domain', words), value: view.domain },
    { label: factLabel('microsoftId', words), value: view.microsoftId },
    { label: factLabel('relationship', words), value: relationshipWords(view.relationship, words) },
    ...(record?.reseller === undefined
      ? []
      : [{ label: factLabel('reseller', words), value: resellerWords(record.reseller, words) }]),
    ...(left === undefined ? [] : stageFacts(left, words)),
    ...(agreement === undefined
      ? []
      : [{ label: t('form.fact', { label: t('section.agreement') }), value: agreementWords(agreement, words) }]),
    ...(record === undefined ? [] : recorded(record, words)),
  ];
}

/** Steps that were all done say nothing: what they made is on the card, and so is what waits for the customer. */
const isAllDone = (stages: Stages): boolean =>
  stageNames.every((name) => ['done', 'awaited'].includes(stages[name]?.state ?? 'done'));

const recorded = ({ id, addedBy, addedAt }: NonNullable<CustomerView['record']>, words: Words): Fact[] => [
  { label: factLabel('addedBy', words), value: addedBy.name ?? words.t('customer.colleague') },
  { label: factLabel('addedAt', words), value: words.moment(addedAt) },
  { label: factLabel('draft', words), value: id },
];

function agreementWords(agreement: Acceptance, words: Words): string {
  const { t } = words;
  const { acceptedAt, signedByCustomer } = agreement;
  if (signedByCustomer) return t('agreement.signed');
  if (acceptedAt === undefined) return t('agreement.missing');
  const day = words.day(acceptedAt.slice(0, 10));
  return acceptanceState(agreement) === 'too-old' ? t('agreement.tooOld', { day }) : t('agreement.accepted', { day });
}
