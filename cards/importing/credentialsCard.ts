import type { Words } from '../../locales/words.ts';
import { button } from '../buttons.ts';
import {
  card,
  copyable,
  factLines,
  faultLine,
  group,
  heading,
  paragraph,
  shortened,
  strong,
  type Card,
  type Element,
} from '../elements.ts';
import { fitted } from '../size.ts';

/** The admin account of a customer that an import added, and its password while that is shown. */
export interface Credential {
  readonly companyName: string;
  readonly account: string;
  /** Absent: it could not be had. */
  readonly password?: string;
}

/** Some customers' accounts on one card; `minutes` are those after the end of the import. */
export interface CredentialsView {
  readonly words: Words;
  /** Id of the import, and the card's number in it. */
  readonly argument: string;
  readonly credentials: readonly Credential[];
  readonly practice: boolean;
  readonly minutes: number;
}

/** The accounts and passwords of customers that an import added, several on a card. */
export function credentialsCard({ words, argument, credentials, practice, minutes }: CredentialsView): Card {
  const { t } = words;
  const title = t('credentials.title', { n: credentials.length });
  const isShown = credentials.some(({ password }) => password !== undefined);
  return fitted(
    card(
      title,
      [
        heading(title),
        ...(practice ? [paragraph(t('confirmation.practice'))] : []),
        ...(isShown ? [strong(t('credentials.once', { n: minutes }))] : []),
        ...credentials.map((one) =>
          credential(
            one,
            one.password === undefined ? [faultLine(t('password.lost'))] : [copyable(one.password)],
            words,
          ),
        ),
      ],
      [button(t('button.done'), { verb: 'credentialsStored', argument }, true)],
    ),
  );
}

/** The same card when its passwords are not shown any more. */
export function blankedCredentialsCard(words: Words, credentials: readonly Credential[]): Card {
  const title = words.t('credentials.title', { n: credentials.length });
  return fitted(
    card(title, [
      heading(title),
      paragraph(words.t('credentials.blanked')),
      ...credentials.map((one) => credential(one, [], words)),
    ]),
  );
}

const credential = ({ companyName, account }: Credential, below: readonly Element[], words: Words): Element =>
  group([
    strong(shortened(companyName)),
    ...factLines([{ label: words.t('form.fact', { label: words.t('field.adminAccount') }), value: account }]),
    ...below,
  ]);
