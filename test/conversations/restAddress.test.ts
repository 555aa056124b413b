import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import type { Client } from '../client.ts';
import { useRestBot } from './restBot.ts';
import { answersIn, asked, changed, openSection, partnerOf, submit, walkTo, type Answers } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);

describe('what Partner Center says of an address and a domain', () => {
  const bot = useRestBot();
  const addresses = { method: 'POST', path: '/v1/validations/address' };
  const fault = (request: FaultInput) => bot().simulator.fault(request);
  const at = (addressLine1: string): Answers => changed(answersIn(), { company: { addressLine1 } });

  /** The company's card, answered; `requests` befall what is asked. */
  async function answered(answers: Answers, ...requests: readonly FaultInput[]): Promise<Client> {
    const user = bot().person({ partner });
    await user.say('add customer');
    await walkTo(user, 'company', answers);
    for (const request of requests) fault(request);
    await user.press('next', asked(user, answers.company));
    return user;
  }

  /** It can be gone on with, and the customer is added. */
  async function expectAdded(user: Client, answers: Answers): Promise<void> {
    await walkTo(user, 'review', answers);
    await submit(user);
    assert.equal(user.title(), t('confirmation.title'));
  }

  for (const status of ['None', 'StreetPartial'] as const)
    it(`${status} without a suggestion is a question with Partner Center’s words, and can be kept`, async () => {
      const answers = at('1 Main Street');
      const validationMessage = 'Address field invalid for property: City';
      const body = { status, suggestedAddresses: [], validationMessage };
      const user = await answered(answers, { kind: 'answer', ...addresses, status: 200, body });
      assert.equal(user.title(), t('address.title'));
      for (const said of [t('address.unconfirmed'), t('refusal.says', { said: validationMessage })])
        assert.ok(
          user.texts().some((text) => text.includes(said)),
          user.texts().join('\n'),
        );
      await user.press('keep');
      await expectAdded(user, answers);
    });

  it('None leads back to the card, too', async () => {
    const user = await answered(at('None Street 5'));
    assert.equal(user.title(), t('address.title'));
    await user.press('back');
    assert.equal(openSection(user), 'company');
    assert.equal(user.inputs()['addressLine1']?.value, 'None Street 5');
  });

  it('a suggestion in another country is not offered, and is told', async () => {
    const answers = at('1 Main Street');
    const place = { country: 'MX', addressLine1: '1 Calle Principal', city: 'Puebla' };
    const body = { status: 'Verified', suggestedAddresses: [place] };
    const user = await answered(answers, { kind: 'answer', ...addresses, status: 200, body });
    assert.equal(user.title(), t('address.title'));
    assert.ok(
      user
        .texts()
        .join('\n')
        .includes(t('address.elsewhere', { country: 'Mexico' })),
      user.texts().join('\n'),
    );
    assert.ok(!user.buttons().includes(t('button.useIt')));
    await user.press('keep');
    await expectAdded(user, answers);
  });

  it('NotValidated is told, and gone on with', async () => {
    const answers = at('NotValidated Street 5');
    const user = await answered(answers);
    assert.deepEqual(user.lines(), [t('company.addressNotJudged')]);
    await expectAdded(user, answers);
  });

  for (const [what, request] of [
    ['an empty answer', { kind: 'answer', status: 200 }],
    ['a page of a gateway', { kind: 'html', status: 200 }],
    ['an answer without a judgement', { kind: 'answer', status: 200, body: { suggestedAddresses: [] } }],
  ] as const)
    it(`${what} is told as unreadable, and gone on with`, async () => {
      const answers = at('1 Main Street');
      const user = await answered(answers, { ...request, ...addresses });
      assert.deepEqual(user.lines(), [t('company.addressUnchecked', { reason: t('reason.unreadable') })]);
      await expectAdded(user, answers);
    });

  for (const [description, field] of [
    ['The postal code is invalid.', 'postalCode'],
    ['Invalid address.', 'addressLine1'],
  ] as const)
    it(`400 with 2007 marks ${field}, with Partner Center’s own sentence`, async () => {
      const answers = at('1 Main Street');
      const body = { code: 2007, description, data: [] };
      const user = await answered(answers, { kind: 'answer', ...addresses, status: 400, body });
      assert.equal(openSection(user), 'company');
      assert.deepEqual(Object.keys(user.faults()), ['', field]);
      assert.ok(user.texts().includes(t('refusal.says', { said: description })), user.texts().join('\n'));
      await user.press('next');
      await expectAdded(user, answers);
    });

  for (const [status, reason] of [
    [403, 'unexplained'],
    [500, 'service-fault'],
  ] as const)
    it(`a question about the domain that is answered ${String(status)} is told by its name, and asked again`, async () => {
      const answers = answersIn();
      const domain = `${answers.company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;
      const times = status === 500 ? 4 : 1;
      const user = await answered(answers, { kind: 'answer', method: 'HEAD', path: '/v1/domains/*', status, times });
      assert.deepEqual(user.lines(), [t('company.domainUnchecked', { domain, reason: t(`reason.${reason}`) })]);
      await expectAdded(user, answers);
    });

  it('a domain that is answered 400 is marked, and can be another', async () => {
    const answers = answersIn();
    const user = await answered(answers, { kind: 'answer', method: 'HEAD', path: '/v1/domains/*', status: 400 });
    assert.deepEqual(Object.keys(user.faults()), ['', 'domainPrefix']);
    assert.equal(user.faults()['domainPrefix'], t('fault.refused', { reason: t('reason.domain-refused') }));
    const other = answersIn();
    await user.press('next', { domainPrefix: other.company?.['domainPrefix'] ?? '' });
    await expectAdded(user, other);
  });
});
