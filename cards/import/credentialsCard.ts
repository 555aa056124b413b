import type { Words } from '../../locales/words.ts';
import {
  button,
  card,
  type Card,
  copyable,
  type Element,
  factLines,
  faultLine,
  fitToSizeLimit,
  group,
  heading,
  paragraph,
  shortened,
  strong,
} from '../elements.ts';

/** The admin account of a customer that an import added, and its password while that is shown. */
export interface Credential {
  readonly companyName: string;
  readonly account: string;
  /** Absent where it is not available. */
  readonly password?: string;
}

/** Data of a card with several customers' accounts. `minutes` count from the end of the import. */
interface CredentialsView {
  readonly words: Words;
  /** Id of the import, and the card's number in it. */
  readonly argument: string;
  readonly credentials: readonly Credential[];
  readonly practice: boolean;
  readonly minutes: number;
}

/** Card with the accounts and passwords of several customers that an import added. */
export function credentialsCard({ words, argument, credentials, practice, minutes }: CredentialsView): Card {
  const { t } = words;
  const title = t('credentials.title', { n: credentials.length });
  const isShown = credentials.some(({ password }) => password !== undefined);
  return fitToSizeLimit(
    card(
      title,
      [
        heading(title),
        ...(practice ? [paragraph(t('review.practice'))] : []),
        ...(isShown ? [strong(t('credentials.once', { n: minutes }))] : []),
        ...credentials.map((one) =>
          credentialGroup(
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

/** The same card once its passwords are hidden. */
export function blankedCredentialsCard(words: Words, credentials: readonly Credential[]): Card {
  const title = words.t('credentials.title', { n: credentials.length });
  return fitToSizeLimit(
    card(title, [
      heading(title),
      paragraph(words.t('credentials.blanked')),
      ...credentials.map((one) => credentialGroup(one, [], words)),
    ]),
  );
}

const credentialGroup = ({ companyName, account }: Credential, below: readonly Element[], words: Words): Element =>
  group([
    strong(shortened(companyName)),
    ...factLines([{ label: words.t('form.fact', { label: words.t('field.adminAccount') }), value: account }]),
    ...below,
  ]);
