import assert from 'node:assert/strict';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import { client, type Client } from '../client.ts';
import { refused, unavailable } from '../partnerCenterSpy.ts';
import { useTestBot } from '../testBot.ts';
import { existing, pressAny } from './existing.ts';
import { openCustomer, withCustomer } from './withCustomer.ts';
import { partnerOf } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const school = { educationSegment: 'K12', website: 'www.school.example' };

describe('special qualifications and the review of an account, in practice', () => {
  const bot = useTestBot();

  const says = (user: Client, text: string): boolean => user.texts().some((line) => line.includes(text));
  const assertSays = (user: Client, text: string): void => assert.ok(says(user, text), user.texts().join('\n'));
  const asked = (): number => bot().partnerCenter.of('requestQualification').length;

  /** Asks for Education, the first on the card. */
  async function ask(user: Client): Promise<void> {
    await user.press('customerDetails');
    await user.press('askQualification');
    await user.press('requestQualification education', school);
  }

  for (const locale of locales)
    it(`are asked for, and decided by the user in Microsoft’s place: ${locale}`, async () => {
      const spoken = words(locale);
      const user = client(bot(), { manner: 'teams', partner, locale });
      await withCustomer(bot(), user, { spoken });
      await ask(user);
      await user.until(spoken.t('askQualification.done'));
      await user.press('customer');
      assertSays(user, spoken.t('vetting.in-review'));
      await user.press('practiseDecision qualification denied');
      assertSays(user, spoken.t('vetting.denied'));
      assertSays(user, spoken.t('vetting.noReason'));
      await ask(user);
      await user.until(spoken.t('askQualification.done'));
      await user.press('customer');
      await user.press('practiseDecision qualification approved');
      assertSays(user, spoken.t('vetting.approvedText'));
      // The older cards of the details are marked as from before the request.
      await user.press('customerDetails');
      await user.press('practiseDecision account under-review');
      assertSays(user, spoken.t('accountReview.under-review'));
      await user.press('practiseDecision account not-approved');
      assertSays(user, spoken.t('accountReview.not-approved'));
      assertSays(user, spoken.t('accountBlocks.not-approved'));
      await user.press('practiseDecision account allowed');
      assert.ok(!says(user, spoken.t('accountReview.not-approved')));
    });

  it('refused for good can be asked for with other answers, and one without an answer waits for Finish', async () => {
    const user = client(bot(), { manner: 'teams', partner });
    const record = await withCustomer(bot(), user);
    bot().partnerCenter.fail('requestQualification', refused('other'));
    await ask(user);
    await user.until(t('trouble.title'));
    assertSays(user, t('changed.nothing'));
    bot().partnerCenter.fail('requestQualification', unavailable(), unavailable(), unavailable());
    await user.press('askQualification');
    await user.press('requestQualification education', { ...school, website: 'other.example' });
    await user.until(t('unfinished.title'));
    const from = asked();
    await user.press('finishChange');
    await user.until(t('askQualification.done'));
    assert.equal(asked(), from + 1);
    await openCustomer(user, record);
    assertSays(user, t('vetting.in-review'));
    const lines = (await bot().auditOf(partner, record)).filter(({ action }) => action === 'qualification');
    assert.deepEqual(
      lines.map(({ outcome }) => outcome),
      ['refused', 'failed', 'done'],
    );
    assert.ok(!JSON.stringify(lines).includes('other.example'), 'history says nothing of what was typed');
  });

  it('are offered in no cloud that has none, and there a forged press is told so', async () => {
    const government = partnerOf(4);
    assert.equal(cloud(government.cloud).qualification, false);
    const user = client(bot(), { manner: 'teams', partner: government });
    const { id } = await existing(bot(), user, government);
    await openCustomer(user, id);
    assert.equal(user.title(), t('customer.title'));
    assert.ok(!user.buttons().includes(t('button.askQualification')));
    await pressAny(user, 'askQualification', id);
    assertSays(user, t('askQualification.cloud'));
  });
});
