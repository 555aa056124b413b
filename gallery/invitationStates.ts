import {
  invitationCard,
  invitationMailLink,
  invitationMailText,
  noInvitationCard,
  plainTextCard,
} from '../cards/invitationCard.ts';
import { invitationInputs, readInvitation } from '../forms/invitationForm.ts';
import { locales } from '../locales/translator.ts';
import { words as wordsOf, type Words } from '../locales/words.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import type { Values } from '../model/draft.ts';
import { provider } from '../test/forms/contexts.ts';
import type { Shown } from './shownCard.ts';
import { planted, plantedRefusal } from './hostileText.ts';

const resale: Partner = { ...provider, type: 'indirect-reseller' };
const china: Partner = { ...provider, cloud: 'china', type: 'direct-bill' };

const link = provider.invitationLink ?? 'https://admin.microsoft.com/';

function invitation(words: Words, partner: Partner, values: Values, notes: readonly string[], draft?: string) {
  const { answers, faults } = readInvitation(values, words.locale);
  const theirs = wordsOf(answers.language);
  const invited = { partner, link, company: answers.company, to: answers.to };
  const mail = invitationMailLink(invited, theirs);
  return invitationCard({
    words,
    inputs: invitationInputs({ ...values, mailLanguage: answers.language }, faults, words),
    faults: Object.keys(faults).length,
    text: invitationMailText(invited, theirs),
    notes,
    ...(mail === undefined ? {} : { mail }),
    ...(draft === undefined ? {} : { draft }),
  });
}

/** The invitation in every state: whoever invites, in whichever language, with and without a link. */
export function invitationCards(words: Words): Shown[] {
  const { t } = words;
  const rights = t('invite.noteRights');
  const refusal = plantedRefusal('mfa');
  const refusedCall = { fault: refusal, correlationId: refusal.correlationId };
  const long = { mailCompany: planted(255), mailTo: `${'a'.repeat(60)}@${'b'.repeat(60)}.example` };
  return [
    { name: 'invitation', card: invitation(words, provider, {}, [rights]) },
    { name: 'invitation of a reseller', card: invitation(words, resale, {}, [t('invite.noteReseller'), rights], 'd1') },
    { name: 'invitation in China', card: invitation(words, china, { mailCompany: '高山滑雪有限公司' }, []) },
    ...locales.map((mailLanguage) => ({
      name: `invitation, to a long name in ${mailLanguage}`,
      card: invitation(words, provider, { ...long, mailLanguage }, [rights]),
    })),
    {
      name: 'invitation, no mail link',
      card: invitation(words, { ...provider, name: 'ї'.repeat(300) }, { mailLanguage: 'ru' }, [rights]),
    },
    {
      name: 'invitation, faults',
      card: invitation(words, provider, { mailTo: 'ana@', mailCompany: 'x'.repeat(256) }, []),
    },
    {
      name: 'invitation, as plain text',
      card: plainTextCard(t('invite.title'), [planted(255), '', link, planted(80)].join('\n')),
    },
    { name: 'invitation without a link', card: noInvitationCard(words, 'd1') },
    { name: 'invitation with a fault', card: noInvitationCard(words, undefined, refusedCall) },
  ];
}
