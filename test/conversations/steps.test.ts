import assert from 'node:assert/strict';
import { capitalize } from '../../lib/text.ts';
import type { NewCustomer } from '../../partner-center/rules/customerRules.ts';
import type { OrderLine } from '../../partner-center/rules/cart.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { answersIn, changed, partnerOf, submit, toReview, walkTo, type Answers } from './walk.ts';
import { words } from '../../locales/words.ts';
import type { SectionId } from '../../forms/section.ts';

const { t } = words('en');

const premium = '031C9E47-4802-4248-838E-778FB1D2CC05'; // Office 365 Business Premium
/** The title of a card that asks these sections. */
function titleOf(first: SectionId, ...others: readonly SectionId[]): string {
  if (others.length === 0) return t(`section.${first}`);
  return t(first === 'contact' ? 'sections.contactAgreement' : 'sections.resellerSubscriptions');
}
const company = titleOf('company');
const contact = titleOf('contact');
const agreed = titleOf('contact', 'agreement');
const cart = titleOf('subscriptions');
const sold = titleOf('reseller', 'subscriptions');

/** The steps counted as they are when the last one is known. */
const numbered = (...titles: readonly string[]): string[] => {
  const all = [...titles, t('review.title')];
  return all.map((title, index) => `${title}, ${t('form.step', { n: index + 1, m: all.length })}`);
};

describe('who gets which steps', () => {
  const bot = useTestBot();
  const sent = (name: 'createCustomer' | 'recordAgreement' | 'requestQualification' | 'order') =>
    bot()
      .partnerCenter.of(name)
      .map(({ request }) => request);
  const created = () => sent('createCustomer').at(-1) as NewCustomer; // what the spy was given
  const ordered = () => sent('order').at(-1) as readonly OrderLine[];
  const open = (number: number): Client => client(bot(), { manner: 'teams', partner: partnerOf(number) });
  beforeEach(() => {
    bot().partnerCenter.calls.length = 0;
  });

  const tables = [
    { number: 1, code: 'US', suffix: '.onmicrosoft.com', steps: [company, agreed, sold] },
    { number: 2, code: 'US', suffix: '.onmicrosoft.com', steps: [company, agreed, cart] },
    { number: 4, code: 'US', suffix: '.onmicrosoft.us', steps: [company, contact, cart] },
    { number: 5, code: 'US', suffix: '.onmicrosoft.us', steps: [company, contact, cart] },
    { number: 10, code: 'CN', suffix: '.partner.onmschina.cn', steps: [company, contact, sold] },
    { number: 11, code: 'CN', suffix: '.partner.onmschina.cn', steps: [company, contact, cart] },
    { number: 13, code: 'TW', suffix: '.onmicrosoft.com', steps: [company, agreed, sold] },
    { number: 14, code: 'RU', suffix: '.onmicrosoft.com', steps: [company, agreed, sold] },
    { number: 15, code: 'FR', suffix: '.onmicrosoft.com', steps: [company, agreed, sold] },
  ];
  for (const { number, code, suffix, steps } of tables) {
    const { name, cloud, type } = partnerOf(number);
    it(`asks ${name} (${cloud}, ${type}, ${code}) ${String(steps.length + 1)} cards, and adds the customer`, async () => {
      const user = open(number);
      const answers = changed(answersIn(code), { offers: [premium] });
      assert.deepEqual(await toReview(user, answers), numbered(...steps));
      await submit(user);
      const request = created();
      const global = cloud === 'global';
      assert.equal(request.domain, `${answers.company?.['domainPrefix'] ?? ''}${suffix}`);
      assert.ok(user.texts().some((text) => text.endsWith(`admin@${request.domain}`)));
      assert.equal(request.address.country, code);
      assert.equal(request.enableGDAPByDefault, global ? true : undefined);
      assert.equal(request.associatedPartnerId, undefined);
      assert.equal(sent('recordAgreement').length, global ? 1 : 0);
      assert.equal(sent('requestQualification').length, 0);
      assert.equal(ordered().length, 1);
      assert.equal((await bot().customersOf(partnerOf(number)))[0]?.domain, request.domain);
    });
  }

  for (const number of [3, 6, 7, 8, 9, 12]) {
    const { name, cloud, type, invitationLink } = partnerOf(number);
    it(`tells ${name} (${cloud}, ${type}) why no customer can be added here`, async () => {
      const reason = cloud === 'germany' ? /closed on October\s29,\s2021/ : /^Indirect resellers cannot add customers/;
      const user = open(number);
      await user.hello();
      assert.ok(user.texts().some((text) => reason.test(text)));
      assert.ok(!user.has('command addCustomer'));
      await user.say('add customer');
      assert.equal(user.title(), t('refusal.title'));
      assert.ok(user.texts().some((text) => reason.test(text)));
      assert.equal(user.has('command invite'), invitationLink !== undefined);
      assert.ok(user.has('command customers'));
    });
  }

  for (const number of [1, 4, 7, 10]) {
    const { cloud, invitationLink } = partnerOf(number);
    it(`${invitationLink === undefined ? 'says why nobody can be invited' : 'gives the invitation'} in ${cloud}`, async () => {
      const user = open(number);
      await user.say('invite');
      if (invitationLink === undefined) assert.ok(user.texts().some((text) => text.startsWith('Inviting existing')));
      else assert.ok(user.inputs()['invitation']?.value.includes(`\n${invitationLink}\n`));
    });
  }

  it('asks and sends registration ID and organization phone in Russia, and takes a Russian phone as it is written', async () => {
    const user = open(14);
    await toReview(user, answersIn('RU'));
    await submit(user);
    const { organizationRegistrationNumber, organizationPhone, culture, language, address } = created();
    assert.deepEqual([organizationRegistrationNumber, organizationPhone], ['7707083893', '+74951234567']);
    assert.deepEqual([culture, language, address.postalCode], ['ru-RU', 'ru', '101000']);
  });

  it('leaves registration ID and organization phone out elsewhere', async () => {
    const user = open(13);
    await toReview(user, answersIn('TW'));
    await submit(user);
    assert.ok(!('organizationRegistrationNumber' in created()) && !('organizationPhone' in created()));
  });

  it('offers a provider its own resellers, and sends tenant id and MPN ID where each belongs', async () => {
    const user = open(1);
    const [chosen] = partnerOf(1).resellers ?? [];
    assert.ok(chosen);
    const answers = changed(answersIn(), { offers: [premium], reseller: { reseller: chosen.tenantId } });
    await user.say('add customer');
    await walkTo(user, 'reseller', answers);
    const ids = (partnerOf(1).resellers ?? []).map(({ tenantId }) => tenantId);
    assert.deepEqual(user.inputs()['reseller']?.choices, [...ids, 'none']);
    await walkTo(user, 'review', answers);
    assert.ok(user.texts().some((text) => text.endsWith(`${chosen.name} (${chosen.mpnId})`)));
    await submit(user);
    assert.equal(created().associatedPartnerId, chosen.tenantId);
    assert.equal(ordered()[0]?.partnerIdOnRecord, chosen.mpnId);
  });

  it('sends an explicit no to the default admin relationship', async () => {
    const user = open(2);
    await toReview(user, changed(answersIn(), { company: { gdap: 'false' } }));
    await submit(user);
    assert.equal(created().enableGDAPByDefault, false);
  });

  const qualifications: readonly { readonly chosen: string; readonly sent: object; readonly answers: Answers }[] = [
    {
      chosen: 'education',
      sent: { kind: 'education', segment: 'HigherEducation', website: 'www.school.example' },
      answers: { qualification: { educationSegment: 'HigherEducation' } },
    },
    {
      chosen: 'governmentCommunityCloud',
      sent: { kind: 'governmentCommunityCloud', validationCode: 'GCC-123' },
      answers: {},
    },
  ];
  for (const { chosen, sent: expected, answers } of qualifications) {
    it(`asks what ${chosen} needs, and requests the qualification`, async () => {
      const user = open(2);
      const seen = await toReview(user, changed(changed(answersIn(), { company: { qualification: chosen } }), answers));
      // One card was open before it was known that there is one more.
      assert.deepEqual(seen.slice(1), numbered(company, t('section.qualification'), agreed, cart).slice(1));
      await submit(user);
      assert.deepEqual(sent('requestQualification'), [expected]);
      const stage = `${t('form.fact', { label: t('stage.qualification') })} ${capitalize(t('stage.asked'), 'en')}`;
      assert.ok(user.texts().includes(stage), `it is not done, Microsoft decides later: ${user.texts().join('\n')}`);
    });
  }

  it('offers the Government Community Cloud to customers in the United States alone', async () => {
    const offered = async (number: number): Promise<readonly string[]> => {
      const user = open(number);
      await user.say('add customer');
      return user.inputs()['qualification']?.choices ?? [];
    };
    assert.deepEqual(await offered(2), ['none', 'education', 'governmentCommunityCloud']);
    assert.deepEqual(await offered(14), ['none', 'education']);
    const user = open(15);
    await user.say('add customer');
    await user.press('changeCountry');
    await user.press('next', { country: 'DE' });
    assert.deepEqual(user.inputs()['qualification']?.choices, ['none', 'education']);
  });

  it('asks for another signer, and sends them with the day at midnight', async () => {
    const user = open(2);
    const seen = await toReview(user, changed(answersIn(), { agreement: { signer: 'other' } }));
    assert.deepEqual(seen.slice(2), numbered(company, agreed, t('section.signer'), cart).slice(2));
    await submit(user);
    const [consent] = sent('recordAgreement') as { signer: object; dateAgreed: string }[]; // what the spy was given
    assert.deepEqual(consent?.signer, {
      firstName: 'Bruno',
      lastName: 'Costa',
      email: 'bruno.costa@alpineskihouse.example',
    });
    assert.equal(consent.dateAgreed, '2026-03-01T00:00:00.000Z');
  });
});
