import assert from 'node:assert/strict';
import type { Attachment } from 'botbuilder';
import { locales } from '../../model/languages.ts';
import { normalPhone } from '../../partner-center/rules/contact.ts';
import { countryName } from '../../partner-center/rules/countries.ts';
import { words } from '../../locales/words.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { client, type Client } from '../client.ts';
import { commandWords } from '../commandWords.ts';
import { everythingIn, useTestBot } from '../testBot.ts';
import { americanSamples } from '../forms/paste/americas.ts';
import { cardSamples } from '../forms/paste/cards.ts';
import { europeanSamples } from '../forms/paste/europe.ts';
import type { Sample } from '../forms/paste/sample.ts';
import { csvOf, newRow } from './import/files.ts';
import { fileOnPage } from './fileOnPage.ts';
import { answersIn, newDomain, openSection, partnerOf, submit, walkTo, holds } from './walk.ts';

const { t } = words('en');
const bot = useTestBot();

/** The sample of that name. */
function sampleOf(name: string): Sample {
  const found = [...americanSamples, ...europeanSamples, ...cardSamples].find((one) => one.name === name);
  assert.ok(found, name);
  return found;
}

const signature = sampleOf('an American signature');
const danish = 'Mette Holm\nHavnens Bageri ApS\nNyhavn 12, 1051 København, Denmark\nmette@havnensbageri.example';
const german = sampleOf('a German signature');

/** The values the open card shows, of those inputs; a number as it is kept. */
const shown = (user: Client, ...names: string[]): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => {
      const value = user.inputs()[name]?.value ?? '';
      return [name, /phone/i.test(name) ? (normalPhone(value, 'US') ?? value) : value];
    }),
  );

const picked = (values: Sample['values'], ...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? '']));

const companyInputs = ['companyName', 'domainPrefix', 'addressLine1', 'addressLine2', 'city', 'state', 'postalCode'];
const contactInputs = ['firstName', 'lastName', 'email', 'phoneNumber'];

describe('a signature pasted into the chat', () => {
  for (const manner of ['emulator', 'teams'] as const)
    it(`becomes a draft whose cards show its values and ask to check them, and is submitted (${manner})`, async () => {
      const user = client(bot(), { manner, partner: partnerOf(2) });
      await user.say(signature.text);
      assert.equal(openSection(user), 'company');
      assert.ok(user.texts().includes('United States'));
      assert.deepEqual(shown(user, ...companyInputs), picked(signature.values, ...companyInputs));
      assert.ok(user.texts().includes(t('paste.notice')));
      await user.press('next', { domainPrefix: newDomain() });
      await walkTo(user, 'contact', answersIn());
      assert.deepEqual(
        shown(user, 'firstName', 'lastName', 'email'),
        picked(signature.values, 'firstName', 'lastName', 'email'),
      );
      assert.ok(user.texts().includes(t('paste.notice')));
      await user.press('next', { accepted: 'true' });
      assert.ok(!user.texts().includes(t('paste.notice')), 'nothing of the next card was pasted');
      await walkTo(user, 'review', answersIn());
      const said = user.texts();
      for (const value of [
        'Alpine Ski House Inc.',
        '100 Main Street',
        'Seattle',
        'Ana',
        'Lima',
        signature.values['email'] ?? '',
      ])
        assert.ok(holds(user, value), `${value} in ${said.join(' | ')}`);
      await user.press('update company');
      assert.ok(!user.texts().includes(t('paste.notice')), 'accepted values are the user’s own');
      await user.press('next');
      await submit(user);
    });

  for (const locale of locales)
    it(`names the pasted address that has no place here, and its country, until the company is accepted (${locale})`, async () => {
      const { t: said, locale: language } = words(locale);
      const user = client(bot(), { partner: partnerOf(2), locale });
      await user.say(danish);
      const details = 'Nyhavn 12, København, 1051';
      const note = said('paste.notSold', { details, country: countryName('DK', language) });
      assert.ok(holds(user, note), user.texts().join(' | '));
      assert.deepEqual(shown(user, 'companyName', 'addressLine1', 'city'), {
        companyName: 'Havnens Bageri ApS',
        addressLine1: '',
        city: '',
      });
      await user.press('next');
      assert.ok(holds(user, note), 'the section is still open');
      await walkTo(user, 'contact', answersIn(), locale);
      assert.ok(!holds(user, details));
      await user.press('back');
      assert.ok(!holds(user, details));
    });

  it('names the pasted address of another country than the one that was chosen', async () => {
    const user = client(bot(), { manner: 'teams', partner: partnerOf(15) });
    await user.say('add customer');
    await user.press('changeCountry');
    await user.press('next', { country: 'IT' });
    await user.say(german.text);
    const [country, own] = [countryName('DE', 'en'), countryName('IT', 'en')];
    const { addressLine1 = '', city = '', postalCode = '' } = german.values;
    const details = [addressLine1, city, postalCode].join(', ');
    assert.ok(holds(user, t('paste.otherCountry', { details, country, own })), user.texts().join(' | '));
    await user.press('changeCountry');
    await user.press('next', { country: 'DE' });
    assert.ok(holds(user, t('paste.leftOut', { details, country })), user.texts().join(' | '));
  });

  for (const [country, partner, type, text] of [
    ['Russia', partnerOf(14), 'INN', 'ООО «Ромашка Юг»\nИНН 7707083890\nг. Ростов-на-Дону, ул. Садовая, д. 5'],
    ['Poland', partnerOf(15), 'NIP', 'Kowalski Sp. z o.o.\nNIP 5260250273\nul. Nowa 1, 00-001 Warszawa, Polska'],
  ] as const)
    it(`says that a registration ID was left out for its check digit, until the company is accepted: ${country}`, async () => {
      const user = client(bot(), { manner: 'teams', partner });
      await user.say(`${text}\nJan Kowalski\njan@kowalski.example`);
      const number = /\d{10}/.exec(text)?.[0] ?? '';
      const note = t('paste.wrongNumber', { number, type });
      assert.ok(holds(user, note), user.texts().join(' | '));
      assert.equal(user.inputs()['registrationNumber']?.value, '');
      await user.press('next');
      assert.ok(holds(user, note), 'the section is still open');
      await user.say(
        `${text.replace(number, country === 'Russia' ? '7707083893' : '5260250274')}\njan@kowalski.example`,
      );
      assert.notEqual(user.inputs()['registrationNumber']?.value, '');
      assert.ok(!holds(user, note), 'the number is there now');
    });

  for (const locale of locales)
    it(`says on the contact’s card which phone number has no input (${locale})`, async () => {
      const user = client(bot(), { manner: 'teams', partner: partnerOf(13), locale });
      await user.say(
        '王小明\n晨光科技股份有限公司\n電話 02-8101-1234\n手機 0912-345-678\n110 台北市信義區信義路五段7號\nwang@morning.example',
      );
      await user.press('next', { domainPrefix: newDomain() });
      assert.equal(openSection(user), 'contact');
      assert.ok(
        holds(user, words(locale).t('paste.otherPhones', { numbers: '02-8101-1234' })),
        user.texts().join(' | '),
      );
    });

  it('accepts, sends and changes nothing by itself', async () => {
    const partner = partnerOf(1);
    const user = client(bot(), { partner });
    const before = (await bot().jobsOf(partner)).length;
    await user.say(signature.text);
    assert.equal((await bot().jobsOf(partner)).length, before);
    await user.say('drafts');
    assert.ok(user.texts().some((line) => line.includes('Alpine Ski House Inc.')));
  });

  it('has its faults found by Next', async () => {
    const user = client(bot(), { partner: partnerOf(2) });
    await user.say(
      signature.text
        .replace('ana.lima@alpineskihouse.example |', 'ana.lima@alpineskihouse.example | +1 425 555 0100 |')
        .replace('Ana Lima', 'Test Lima'),
    );
    await user.press('next', { postalCode: '9810', domainPrefix: newDomain() });
    assert.ok(user.faults()['postalCode']);
    assert.ok(user.texts().includes(t('paste.notice')), 'the section is still open');
  });

  for (const locale of locales)
    it(`is told of in ${locale}`, async () => {
      const user = client(bot(), { locale, partner: partnerOf(1) });
      await user.say(signature.text);
      assert.ok(user.texts().includes(words(locale).t('paste.notice')));
    });

  it('fills in the country of the partner’s market, and not another one', async () => {
    const french = client(bot(), { manner: 'teams', partner: partnerOf(15) });
    await french.say(german.text);
    assert.ok(french.texts().includes('Germany'));
    assert.deepEqual(
      shown(french, 'companyName', 'city', 'postalCode'),
      picked(german.values, 'companyName', 'city', 'postalCode'),
    );
    const russian = client(bot(), { manner: 'teams', partner: partnerOf(14) });
    await russian.say(german.text);
    assert.equal(openSection(russian), 'company', 'a market of one country is not asked');
    assert.deepEqual(shown(russian, 'companyName', 'domainPrefix', 'city', 'postalCode'), {
      companyName: 'Musterbau GmbH',
      domainPrefix: 'musterbau',
      city: '',
      postalCode: '',
    });
  });
});

describe('a signature pasted while a new customer is open', () => {
  it('goes into the inputs that are still empty', async () => {
    const user = client(bot(), { partner: partnerOf(2) });
    await user.say('add customer');
    await walkTo(user, 'company', answersIn());
    await user.press('next', { companyName: 'Alpine Ski House Inc.', city: 'SEATTLE' });
    await user.say(signature.text);
    assert.equal(openSection(user), 'company');
    const expected = { ...picked(signature.values, ...companyInputs), city: 'SEATTLE' };
    assert.deepEqual(shown(user, ...companyInputs), expected);
    assert.deepEqual(Object.keys(user.faults()), [], 'the faults of inputs that were empty are gone');
    await user.say('drafts');
    assert.equal(user.texts().filter((line) => line.includes('Alpine Ski House Inc.')).length, 1);
  });

  it('goes into the contact once the company is accepted', async () => {
    const user = client(bot(), { partner: partnerOf(2) });
    await user.say('add customer');
    const answers = answersIn();
    await walkTo(user, 'contact', answers);
    await user.say(signature.text.replaceAll('Alpine Ski House Inc.', 'Alpine Ski House'));
    assert.equal(openSection(user), 'contact');
    assert.deepEqual(shown(user, ...contactInputs), picked(signature.values, ...contactInputs));
  });

  it('may be one line beside the open form, and begins none by itself', async () => {
    const user = client(bot(), { partner: partnerOf(2) });
    await user.say('Kim Abercrombie, kim@wingtiptoys.example');
    assert.equal(openSection(user), undefined);
    for (const line of [
      'Kim Abercrombie, kim@wingtiptoys.example, +1 425 555 0143',
      'contact Kim Abercrombie kim@wingtiptoys.example',
    ]) {
      await user.say('add customer');
      if (user.has('newDraft')) await user.press('newDraft');
      await walkTo(user, 'contact', answersIn());
      await user.say(line);
      assert.equal(openSection(user), 'contact', line);
      const seen = shown(user, 'firstName', 'lastName', 'email');
      assert.deepEqual(seen, { firstName: 'Kim', lastName: 'Abercrombie', email: 'kim@wingtiptoys.example' }, line);
    }
  });

  it('fills in nothing twice, and says so', async () => {
    const user = client(bot(), { partner: partnerOf(2) });
    await user.say(signature.text);
    await user.say(signature.text);
    assert.deepEqual(user.lines(), [t('paste.nothingNew')]);
    assert.equal(openSection(user), 'company');
    await user.say('drafts');
    assert.equal(user.texts().filter((line) => line.includes('Alpine Ski House Inc.')).length, 1);
  });

  for (const locale of locales)
    it(`takes nothing of another person than the contact, and names who is left out (${locale})`, async () => {
      const { t: said } = words(locale);
      const user = client(bot(), { partner: partnerOf(2), locale });
      await user.say(commandWords('addCustomer', locale));
      await walkTo(user, 'contact', answersIn(), locale);
      await user.press('next', { firstName: 'Otto', lastName: 'Kern' });
      await user.say(signature.text.replaceAll('Alpine Ski House Inc.', 'Alpine Ski House'));
      assert.deepEqual(shown(user, ...contactInputs), {
        firstName: 'Otto',
        lastName: 'Kern',
        email: '',
        phoneNumber: '',
      });
      const { firstName = '', lastName = '', email = '' } = signature.values;
      const line = user.lines().join('\n');
      for (const detail of [firstName, lastName, email]) assert.ok(line.includes(detail), line);
      assert.ok(line.includes(said('paste.otherContact', { details: '|' }).split('|')[1] ?? '-'), line);
      await user.press('next', { firstName, lastName });
      await user.say(signature.text.replaceAll('Alpine Ski House Inc.', 'Alpine Ski House'));
      assert.deepEqual(shown(user, ...contactInputs), picked(signature.values, ...contactInputs));
    });

  for (const locale of locales)
    it(`takes nothing of another address than the form has, and names what is left out (${locale})`, async () => {
      const { t: said } = words(locale);
      const user = client(bot(), { partner: partnerOf(2), locale });
      await user.say(commandWords('addCustomer', locale));
      await walkTo(user, 'company', answersIn(), locale);
      await user.press('next', { addressLine1: '77 Lost Rd', city: 'Lostville' });
      await user.say(signature.text);
      const address = ['addressLine1', 'addressLine2', 'city', 'postalCode'];
      assert.deepEqual(Object.values(shown(user, ...address)), ['77 Lost Rd', '', 'Lostville', '']);
      assert.equal(shown(user, 'companyName')['companyName'], 'Alpine Ski House Inc.', 'the rest is taken');
      const details = '100 Main Street, Suite 400, Seattle, WA, 98101';
      assert.ok(holds(user, said('paste.otherAddress', { details })), user.texts().join(' | '));
    });

  it('begins a draft of its own where the open one has another domain and no name', async () => {
    const user = client(bot(), { partner: partnerOf(2) });
    await user.say('add customer');
    await walkTo(user, 'company', answersIn());
    const typed = { domainPrefix: 'lostworks', addressLine1: '77 Lost Rd', city: 'Lostville' };
    await user.press('next', typed);
    await user.say(sampleOf('vCard 4.0 with folded lines and escapes').text);
    const american = picked(signature.values, 'addressLine1', 'city', 'domainPrefix');
    assert.deepEqual(shown(user, 'addressLine1', 'city', 'domainPrefix'), american);
  });

  it('of another company begins a draft of its own', async () => {
    const user = client(bot(), { partner: partnerOf(2) });
    await user.say(signature.text);
    await user.say(sampleOf('a company without a legal form').text);
    assert.equal(user.inputs()['companyName']?.value, 'Fourth Coffee');
    await user.say('drafts');
    assert.ok(user.texts().some((line) => line.includes('Alpine Ski House Inc.')));
  });

  it('takes no address of another country than the one that was chosen', async () => {
    const user = client(bot(), { manner: 'teams', partner: partnerOf(15) });
    await user.say('add customer');
    await user.press('changeCountry');
    await user.press('next', { country: 'FR' });
    await user.say(german.text);
    assert.deepEqual(shown(user, 'companyName', 'addressLine1', 'postalCode'), {
      companyName: 'Musterbau GmbH',
      addressLine1: '',
      postalCode: '',
    });
  });

  it('survives a change of the language, a restart and Back', async () => {
    const user = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    await user.say(signature.text);
    await bot().restart();
    await user.say('русский');
    assert.ok(user.texts().includes(words('ru').t('paste.notice')), user.texts().join(' | '));
    assert.equal(user.inputs()['companyName']?.value, 'Alpine Ski House Inc.');
    await user.press('changeCountry');
    await user.press('back');
    assert.equal(user.inputs()['companyName']?.value, 'Alpine Ski House Inc.');
  });
});

describe('a contact card', () => {
  const card = sampleOf('vCard 3.0 of a phone');

  it('may be pasted', async () => {
    const user = client(bot(), { manner: 'teams', partner: partnerOf(15) });
    await user.say(card.text);
    assert.ok(user.texts().includes('Germany'));
  });

  it('may be sent as a file on the chat page', async () => {
    const american = sampleOf('vCard 4.0 with folded lines and escapes');
    const said = await fileOnPage(bot().url(), Buffer.from(american.text.replaceAll('\n', '\r\n')), 'ana.vcf');
    assert.ok(said.includes(t('section.company')) && said.includes(t('paste.notice')), said.join('\n'));
  });

  it('that cannot be had, or is none, is told of', async () => {
    const teams: Attachment = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'lena.vcf',
      content: { downloadUrl: 'https://contoso.sharepoint.com/x' },
    };
    const user = client(bot(), { manner: 'teams', partner: partnerOf(15) });
    assert.equal(await user.send({ text: '', attachments: [teams] }), 200);
    assert.deepEqual(user.lines(), [t('paste.file')]);
    const plain = {
      contentType: 'text/vcard',
      name: 'lena.vcf',
      contentUrl: `${bot().connector.url}/v3/attachments/1`,
    };
    const other = client(bot(), { partner: partnerOf(15) });
    assert.equal(await other.send({ text: '', attachments: [plain] }), 200);
    assert.deepEqual(other.lines(), [t('paste.file')]);
  });
});

describe('what is pasted and is no customer', () => {
  it('may be a table of an import, which stays one', async () => {
    const user = client(bot(), { partner: partnerOf(2) });
    await user.say(csvOf([newRow()], 'en', '\t'));
    assert.equal(user.title(), t('importReview.title'));
    await user.say(
      'Company\tStreet\tCity\tState\tZIP\tEmail\nAlpine Ski House Inc.\t100 Main Street\tSeattle\tWA\t98101\tana@alpine.example',
    );
    assert.equal(user.title(), t('import.title'), 'a header without a domain is told of, as before');
  });

  it('may be longer than is read', async () => {
    const user = client(bot(), { partner: partnerOf(2) });
    await user.say(`${signature.text}\n${'x '.repeat(5_000)}`.slice(0, 10_001));
    assert.equal(openSection(user), undefined);
  });

  it('is a command where it is one', async () => {
    const user = client(bot(), { partner: partnerOf(2) });
    await user.say('add customer');
    assert.equal(openSection(user), 'company');
    assert.ok(!user.texts().includes(t('paste.notice')));
  });
});

describe('a signature pasted by someone who may not add customers', () => {
  const viewer = '22222222-0000-4000-8000-000000000009';
  const [direct] = samplePartners.slice(1);
  const guarded = useTestBot({
    partners: direct === undefined ? [] : [{ ...direct, users: { [viewer]: ['view'] } }, partnerOf(3)],
  });

  it('is refused like Add customer', async () => {
    const user = client(guarded(), { manner: 'teams', partner: partnerOf(2), user: viewer });
    await user.say(signature.text);
    assert.ok(user.texts().includes(t('refusal.right')), user.texts().join(' | '));
    const reseller = client(guarded(), { manner: 'teams', partner: partnerOf(3) });
    await reseller.say(signature.text);
    assert.ok(reseller.texts().includes(t('refusal.reseller')), reseller.texts().join(' | '));
    const { log, folder } = guarded();
    for (const personal of ['Alpine Ski House', 'Lima', '555-0100', '5550100']) {
      assert.ok(!log.some((line) => line.includes(personal)), personal);
      assert.ok(!(await everythingIn(folder)).includes(personal), `${personal} is not stored`);
    }
  });
});

describe('the log', () => {
  it('has nothing of what was pasted', async () => {
    const user = client(bot(), { partner: partnerOf(2) });
    await user.say(signature.text);
    await user.press('next');
    for (const personal of ['Alpine Ski House', 'ana.lima', '5550100', '555-0100', 'Main Street'])
      assert.deepEqual(
        bot().log.filter((line) => line.includes(personal)),
        [],
        personal,
      );
  });
});
