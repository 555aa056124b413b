import assert from 'node:assert/strict';
import fc from 'fast-check';
import { invitationMailText, invitationMailLink, type InvitationMailData } from '../../cards/invitationCard.ts';
import { readInvitation } from '../../forms/invitationForm.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { anyText } from '../anyText.ts';

const invitations = fc.record({
  partner: fc.constantFrom(...samplePartners.filter(({ invitationLink }) => invitationLink !== undefined)),
  company: anyText(255).map((mailCompany) => readInvitation({ mailCompany }, 'en').answers.company),
  to: fc.constantFrom('', 'ana+it@alpine.example'),
  locale: fc.constantFrom(...locales),
});

const invitedBy = ({
  partner,
  company,
  to,
}: Omit<InvitationMailData, 'link'> & { partner: { invitationLink?: string } }) => ({
  partner,
  company,
  to,
  link: partner.invitationLink ?? '',
});

/** What a mail program reads out of a mailto address. */
function opened(url: string) {
  const [to = '', query = ''] = url.slice('mailto:'.length).split('?');
  const parts = query.split('&').map((part) => part.split('=').map(decodeURIComponent));
  return { to: decodeURIComponent(to), ...(Object.fromEntries(parts) as { subject: string; body: string }) };
}

describe('the text of an invitation', () => {
  it('holds the link on a line of its own, character by character, whatever the company is called', () => {
    fc.assert(
      fc.property(invitations, ({ locale, ...rest }) => {
        const invited = invitedBy(rest);
        assert.ok(invitationMailText(invited, words(locale)).split('\n').includes(invited.link));
      }),
    );
  });

  it('says in the language of the customer who asks, and names the company where it is known', () => {
    const [partner] = samplePartners;
    assert.ok(partner);
    for (const locale of locales) {
      const text = invitationMailText(
        { partner, company: 'Alpine Ski House', to: '', link: 'https://x' },
        words(locale),
      );
      assert.ok(text.includes(partner.name) && text.includes('Alpine Ski House'), text);
      assert.ok(!/[{}]/.test(text), text);
    }
  });

  it('asks for both relationships only where a reseller asks', () => {
    for (const partner of samplePartners) {
      const text = invitationMailText({ partner, company: '', to: '', link: 'https://x' }, words('en'));
      assert.equal(text.includes('both relationships'), partner.type === 'indirect-reseller');
      assert.equal(text.includes('21Vianet'), partner.cloud === 'china');
    }
  });
});

describe('the mail link of an invitation', () => {
  it('opens the same mail, or a shorter one with the same link, and is never longer than Windows takes', () => {
    fc.assert(
      fc.property(invitations, ({ locale, ...rest }) => {
        const invited = invitedBy(rest);
        const theirs = words(locale);
        const mail = invitationMailLink(invited, theirs);
        if (mail === undefined) return;
        assert.ok(mail.url.length <= 2000 && /^[\x21-\x7e]+$/.test(mail.url));
        const { to, subject, body } = opened(mail.url);
        assert.deepEqual([to, subject], [invited.to, theirs.t('invite.subject', { partner: invited.partner.name })]);
        const whole = invitationMailText(invited, theirs).replaceAll('\n', '\r\n');
        assert.equal(body === whole, !mail.shortened);
        assert.ok(body.split('\r\n').includes(invited.link));
      }),
    );
  });

  it('is there for every partner in every language, with the company left out', () => {
    for (const partner of samplePartners)
      for (const locale of locales) {
        const link = partner.invitationLink ?? 'https://admin.microsoft.com/';
        assert.ok(
          invitationMailLink({ partner, company: '', to: '', link }, words(locale)),
          `${partner.name} in ${locale}`,
        );
      }
  });

  it('is left out where even the shortest is too long', () => {
    const partner = { name: 'ї'.repeat(400), cloud: 'global', type: 'direct-bill' } as const;
    assert.equal(invitationMailLink({ partner, company: '', to: '', link: 'https://x' }, words('ru')), undefined);
  });
});
