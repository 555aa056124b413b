import type { Card } from '../../cards/elements.ts';
import type { Words } from '../../locales/words.ts';
import { agreementCards } from './galleryAgreement.ts';
import { changeCards } from './galleryChanges.ts';
import { directoryCards } from './galleryDirectory.ts';
import { existingCards } from './galleryCustomer.ts';
import { importCards } from './galleryImports.ts';
import { formCards } from './galleryForms.ts';
import { passwordCards } from './galleryPasswords.ts';
import { renewalCards } from './galleryRenewals.ts';
import { qualificationCards } from './galleryQualifications.ts';
import { submissionCards } from './gallerySubmissions.ts';
import { talkCards } from './galleryTalk.ts';

/** One card in one state. */
export interface Shown {
  readonly name: string;
  readonly card: Card;
}

/** Every card the bot sends, in every state it has, from empty to as full as it can be. */
export const gallery = (words: Words): readonly Shown[] => [
  ...formCards(words),
  ...talkCards(words),
  ...submissionCards(words),
  ...directoryCards(words),
  ...existingCards(words),
  ...renewalCards(words),
  ...changeCards(words),
  ...passwordCards(words),
  ...qualificationCards(words),
  ...importCards(words),
  ...agreementCards(words),
];
