import type { Words } from '../../locales/words.ts';
import type { Change } from '../../storage/changes.ts';
import { button } from '../buttons.ts';
import { factLines, paragraph, shortened, type Element } from '../elements.ts';
import { statusWords } from '../labels.ts';
import { profileFacts } from './profileFacts.ts';
import { countWords } from './subscriptionWords.ts';

/** What is shown of a change that nobody can tell the outcome of. */
interface UnclearView {
  readonly words: Words;
  /** How buttons name the customer. */
  readonly ref: string;
  readonly change: Pick<Change, 'what' | 'stands'>;
  readonly returned?: boolean;
}

/** That nobody can tell whether it was made, what stands at Partner Center now, and the way forward. */
export function standing({ words, change: { what, stands }, returned }: UnclearView): Element[] {
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
            value: [countWords(subscription, words), statusWords(subscription.status, words)].join(' · '),
          },
        ])),
    paragraph(t(returned === true ? 'unclear.returned' : 'unclear.again')),
  ];
}

/** The button by which the same is asked for again; account info is open again by itself. */
export function changedAgain({ words: { t }, ref, change: { what } }: UnclearView): ReturnType<typeof button>[] {
  if (!('subscriptionId' in what)) return [];
  const again = (title: string, verb: string) => [button(title, { verb, argument: `${ref} ${what.subscriptionId}` })];
  if (what.kind === 'quantity') return again(t('button.licenses'), 'licenses');
  return what.status === 'suspended'
    ? again(t('button.suspend'), 'suspend')
    : again(t('button.reactivate'), 'reactivate');
}
