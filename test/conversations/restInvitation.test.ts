import assert from 'node:assert/strict';
import { commandWords } from '../commandWords.ts';
import { words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import { invitationRefusal } from '../../partner-center/rules/partner.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { useRestBot } from './restBot.ts';
import { partnerOf } from './walk.ts';

const { t } = words('en');
const path = '/v1/customers/relationshiprequests';

const partners = samplePartners.filter(({ type }) => type !== 'indirect-reseller');

describe('inviting by the link that Partner Center gives', () => {
  const bot = useRestBot();
  const asked = () =>
    bot()
      .simulator.calls()
      .filter((call) => call.path === path);

  for (const partner of partners.filter((one) => invitationRefusal(one) === undefined))
    it(`gives ${partner.name} (${partner.type}, ${partner.cloud}) its own link, unchanged`, async () => {
      const user = bot().person({ partner });
      await user.say('invite');
      const link =
        `${cloud(partner.cloud).adminCenter ?? ''}Adminportal/Home?invType=ResellerRelationship&partnerId=${partner.tenantId}` +
        '&msppId=0&DAP=false#/BillingAccounts/partner-invitation';
      assert.ok(user.inputs()['invitation']?.value.split('\n').includes(link));
      await user.press('invitePlain');
      assert.ok(user.texts().includes(link));
      assert.deepEqual([...new Set(asked().map(({ token }) => token))], ['app+user']);
    });

  for (const partner of partners.filter((one) => invitationRefusal(one) !== undefined))
    it(`asks nothing for ${partner.name} (${partner.type}, ${partner.cloud}), which has none`, async () => {
      const user = bot().person({ partner });
      await user.say('invite');
      assert.equal(user.title(), t('refusal.title'));
      assert.deepEqual(asked(), []);
    });

  const locale = 'ru';
  const theirs = words(locale);
  it(`says why there is no link, where to copy it, and tries again`, async () => {
    const user = bot().person({ partner: partnerOf(2), locale });
    bot().simulator.fault({ kind: 'error', method: 'GET', path, code: '900309' });
    await user.say(commandWords('invite', locale));
    const said = user.texts().join('\n');
    assert.ok(said.includes(theirs.t('invite.fault', { reason: theirs.t('reason.mfa') })), said);
    assert.ok(said.includes(theirs.t('invite.elsewhere')));
    assert.match(said, /[0-9a-f]{8}-/);
    await user.press('command invite');
    assert.match(user.inputs()['invitation']?.value ?? '', /\nhttps:\/\/admin\.microsoft\.com\//);
  });

  it('keeps what was typed when the link is gone for a moment', async () => {
    const user = bot().person({ partner: partnerOf(2) });
    await user.say('invite');
    const before = user.card();
    bot().simulator.fault({ kind: '500', method: 'GET', path, times: 9 });
    await user.press('invitePlain');
    assert.ok(user.texts().some((text) => text.includes(t('reason.service-fault'))));
    bot().simulator.reset();
    await user.press('invitePlain', {}, before);
    assert.ok(user.texts().some((text) => text.startsWith('https://admin.microsoft.com/')));
  });
});
