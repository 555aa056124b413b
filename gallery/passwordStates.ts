import { adminPasswordCard, askPasswordCard, type PasswordView } from '../cards/customers/adminPasswordCard.ts';
import { changeResultCard, changeProgressCard } from '../cards/customers/changeCards.ts';
import type { Words } from '../locales/words.ts';
import type { Change } from '../model/change.ts';
import type { Shown } from './shownCard.ts';
import { planted, plantedRefusal } from './hostileText.ts';

const id = '0moy6r6t4deadbeef';
const correlationId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const domain = 'tailspintoys.onmicrosoft.com';
const account = `admin@${domain}`;
const customer = { record: id, microsoftId: correlationId, companyName: planted(255), domain };

const views: Readonly<Record<string, PasswordView>> = {
  shown: { state: 'shown', password: '*Pass*{{word}}[1](2)', minutes: 10 },
  blanked: { state: 'blanked' },
  lost: { state: 'lost' },
};

/** A new password of the administrator's, from the question to what it ends with. */
export function passwordCards(words: Words): readonly Shown[] {
  const whose = { words, ref: id, companyName: planted(255), account };
  const change = (more: Partial<Change> = {}) =>
    ({ id, state: 'done', customer, what: { kind: 'password', account }, ...more }) as const;
  const fault = (reason: string) => ({ fault: plantedRefusal(reason) });
  const view = { words, ref: id, practice: false, now: new Date('2026-11-28T10:00:00Z') };
  return [
    { name: 'admin password, asked', card: askPasswordCard({ ...whose, changeId: id }) },
    ...Object.entries(views).flatMap(([how, password]) =>
      [true, false].map((practice) => ({
        name: `admin password, ${how}, ${practice ? 'practice' : 'real'}`,
        card: adminPasswordCard({ ...whose, id, password, practice }),
      })),
    ),
    {
      name: 'admin password, shown after an interruption',
      card: adminPasswordCard({
        ...whose,
        id,
        password: { state: 'shown', password: 'Pass1234', minutes: 10 },
        doubtful: true,
        practice: false,
      }),
    },
    { name: 'admin password, on its way', card: changeProgressCard({ ...view, change: change() }) },
    { name: 'admin password, set', card: changeResultCard({ ...view, change: change() }) },
    ...['no-account', 'not-allowed'].map((reason) => ({
      name: `admin password, refused: ${reason}`,
      card: changeResultCard({ ...view, change: change(fault(reason)) }),
    })),
    {
      name: 'admin password, refused after silence',
      card: changeResultCard({ ...view, change: change({ ...fault('other'), unsure: true }) }),
    },
    {
      name: 'admin password, no answer',
      card: changeResultCard({
        ...view,
        change: change({ state: 'unfinished', ...fault('unavailable'), unsure: true }),
      }),
    },
    {
      name: 'admin password, role missing',
      card: changeResultCard({ ...view, change: change({ state: 'unfinished', ...fault('role') }) }),
    },
  ];
}
