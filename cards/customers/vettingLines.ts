import type { Words } from '../../locales/words.ts';
import { kindNamed, type Vetting } from '../../partner-center/qualification.ts';
import { factLines, paragraph, type Element } from '../elements.ts';

const named: Readonly<Record<string, 'qualification.stateOwnedEntity' | 'qualification.nonprofit'>> = {
  StateOwnedEntity: 'qualification.stateOwnedEntity',
  Nonprofit: 'qualification.nonprofit',
};

/** A qualification by its name; a word of Partner Center's that we have none for stays as it is. */
export function qualificationTitle(qualification: string, { t }: Words): string {
  const kind = kindNamed(qualification);
  if (kind !== undefined) return t(`qualification.${kind}`);
  const key = named[qualification];
  return key === undefined ? qualification : t(key);
}

/** How a qualification stands, in words, and when it was asked for. */
export function vettingWords({ state, askedAt = '' }: Vetting, words: Words): string {
  const { t } = words;
  const said = t(`vetting.${state}`);
  const day = askedAt.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? t('vetting.requested', { state: said, day: words.day(day) }) : said;
}

/** How a qualification stands, what that means, and why Microsoft refused it. */
export function vettingLines(vetting: Vetting, words: Words): Element[] {
  const { t } = words;
  const { qualification, state, reason } = vetting;
  const said = reason === undefined ? t('vetting.noReason') : t('refusal.says', { said: reason });
  return [
    ...factLines([
      {
        label: t('form.fact', { label: qualificationTitle(qualification, words) }),
        value: vettingWords(vetting, words),
      },
    ]),
    ...(state === 'denied' ? [paragraph(said), paragraph(t('vetting.deniedText'))] : []),
    ...(state === 'in-review' ? [paragraph(t('vetting.inReviewText'))] : []),
    ...(state === 'approved' ? [paragraph(t('vetting.approvedText'))] : []),
  ];
}
