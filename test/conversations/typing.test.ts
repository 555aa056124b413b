import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { answersIn, asked, changed, partnerOf, submit, walkTo, type Answers, holds } from './walk.ts';

const { t } = words('en');

describe('what people type', () => {
  const bot = useTestBot();
  const at = async (answers: Answers, partner = partnerOf(2)): Promise<Client> => {
    const user = client(bot(), { manner: 'teams', partner });
    await user.say('add customer');
    await walkTo(user, 'company', answers);
    return user;
  };
  const next = (user: Client, { company }: Answers) => user.press('next', asked(user, company));

  it('may be a legal name with a web address in it: it is asked about once, and kept', async () => {
    const answers = changed(answersIn(), { company: { companyName: 'Proseware.com B.V.' } });
    const user = await at(answers);
    await next(user, answers);
    assert.equal(user.title(), t('nameQuestion.title'));
    await user.press('back');
    assert.equal(user.inputs()['companyName']?.value, 'Proseware.com B.V.');
    await next(user, answers);
    await user.press('keep');
    await walkTo(user, 'review', answers);
    assert.ok(holds(user, 'Proseware.com B.V.'));
    await user.press('update company');
    await user.press('next');
    assert.equal(user.title(), t('review.title'), 'not asked again');
    await submit(user);
  });

  it('is asked about the address too, after the name was kept', async () => {
    const answers = changed(answersIn(), {
      company: {
        companyName: 'Proseware.com B.V.',
        addressLine1: '1 Microsoft Way',
        city: 'Redmond',
        postalCode: '98052',
      },
    });
    const user = await at(answers);
    await next(user, answers);
    await user.press('keep');
    assert.equal(user.title(), t('address.title'));
  });

  it('may not be a bare web address for a name', async () => {
    const answers = changed(answersIn(), { company: { companyName: 'https://proseware.com/' } });
    const user = await at(answers);
    await next(user, answers);
    assert.equal(user.faults()['companyName'], t('fault.nameDomain'));
  });

  it('is taken as it is copied, and kept as it is sent', async () => {
    const answers = changed(answersIn(), {
      company: { postalCode: 'WA 98101 1234', state: 'Washington' },
      contact: {
        firstName: '\u202AAna\u202C',
        email: 'Ana Lima <ana.lima@alpineskihouse.example>',
        phoneNumber: 'Tel.: (425) 555-0100 ext. 7',
      },
    });
    const user = await at(answers);
    await walkTo(user, 'review', answers);
    const shown = user.texts();
    for (const line of [
      'WA 98101-1234',
      'Ana Lima',
      'ana.lima@alpineskihouse.example',
      '+1\u00A0425\u00A0555\u00A00100 ext. 7',
    ])
      assert.ok(holds(user, line), `${line} in ${shown.join(' | ')}`);
  });

  it('is asked by the names of the country: ZIP code in the United States, ИНН in Russia', async () => {
    const user = await at(answersIn());
    assert.equal(user.inputs()['postalCode']?.label, t('zipType.zip'));
    assert.equal(user.inputs()['state']?.label, t('stateType.state'));
    await next(user, changed(answersIn(), { company: { postalCode: '9810' } }));
    assert.equal(user.faults()['postalCode'], t('fault.postalCode.zip', { sample: '98052' }));
    const russian = await at(answersIn('RU'), partnerOf(14));
    const label = t('form.pair', { label: t('field.registrationNumber'), hint: t('registrationType.INN') });
    assert.equal(russian.inputs()['registrationNumber']?.label, label);
    await next(russian, changed(answersIn('RU'), { company: { registrationNumber: '7707083894' } }));
    assert.equal(
      russian.faults()['registrationNumber'],
      t('fault.registrationCheck', { type: t('registrationType.INN') }),
    );
  });
});
