import type { Words } from '../../locales/words.ts';
import type { Change } from '../../storage/changes.ts';
import { button } from '../buttons.ts';
import { factLines, paragraph, shortened, type Element } from '../elements.ts';
import { statusWords } from '../labels.ts';
import { profileFacts } from './profileFacts.ts';
import { subscriptionLine } from './subscriptionLine.ts';
import { countWords } from './subscriptionWords.ts';

/** What is shown of a change that nobody can tell the outcome of. */
interface UnclearView {
  readonly words: Words;
  /** How buttons name the customer. */
  readonly ref: string;
  readonly change: Pick<Change, 'what' | 'stands' | 'after'>;
  readonly now: Date;
  readonly returned?: boolean;
}

/** That nobody can tell whether it was made, what stands at Partner Center now, and the way forward. */
export function standing({ words, change, now, returned }: UnclearView): Element[] {
  const { what, stands } = change;
  const { t } = words;
  const { subscription, billing } = stands ?? {};
  return [
    paragraph(t('unclear.text')),
    ...factLines(billing === undefined ? [] : profileFacts(billing, words)),
    ...(subscription === undefined || !('name' in what)
      ? []
      : factLines([
          {
            label: t('form.fact', { label: shortened(what.name) }),
            value: standsWords(subscription, change, now, words),
          },
        ])),
    paragraph(t(returned === true ? 'unclear.returned' : 'unclear.again')),
  ];
}

/** The subscription as it stands; of a change that was kept before its sentence was, the count and status. */
function standsWords(
  stands: NonNullable<NonNullable<Change['stands']>['subscription']>,
  { after }: UnclearView['change'],
  now: Date,
  words: Words,
): string {
  return after === undefined
    ? [countWords(stands, words), statusWords(stands.status, words)].join(' · ')
    : subscriptionLine({ id: '', name: '', ...after }, now, words);
}

/** The button by which the same is asked for again; account info is open again by itself. */
export function changedAgain({ words: { t }, ref, change: { what } }: UnclearView): ReturnType<typeof button>[] {
  if (!('subscriptionId' in what)) return [];
  const again = (title: string, verb: string) => [button(title, { verb, argument: `${ref} ${what.subscriptionId}` })];
  switch (what.kind) {
    case 'quantity':
      return again(t('button.licenses'), 'licenses');
    case 'endOfTerm':
      return again(t('button.endOfTerm'), 'endOfTerm');
    case 'nextTerm':
      return again(t('button.nextTerm'), 'nextTerm');
    case 'status':
      if (what.status === 'deleted') return again(t('button.cancelSubscription'), 'cancelSubscription');
      return what.status === 'suspended'
        ? again(t('button.suspend'), 'suspend')
        : again(t('button.reactivate'), 'reactivate');
  }
}
