import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { recordedOffers } from '../../partner-center/rules/catalog.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { client, type Client } from '../client.ts';
import { startTestBot, useTestBot } from '../testBot.ts';
import { answersIn, partnerOf, submit, walkTo } from './walk.ts';

const { t } = words('en');

const idOf = (name: string): string => recordedOffers().find((offer) => offer.name === name)?.id ?? '';
const business = 'Microsoft 365 Business';
const e3 = 'Office 365 Enterprise E3'; // two plans
const forSchools = recordedOffers().find(({ segment }) => segment !== 'commercial')?.name ?? '';

const partner: Partner = {
  ...partnerOf(1),
  bundles: [
    {
      name: 'Starter',
      lines: [
        { offer: business.toLowerCase(), quantity: 7 },
        { offer: idOf(e3), plan: { term: 'P1Y', billing: 'monthly' }, quantity: 3 },
        { offer: forSchools, quantity: 1 },
      ],
    },
  ],
};

describe('a ready cart', () => {
  const bot = useTestBot({ partners: [partner, partnerOf(2)] });
  const open = (user?: string, whose = partner): Client =>
    client(bot(), { manner: 'teams', partner: whose, ...(user === undefined ? {} : { user }) });
  const atCart = async (person: Client, whose = partner): Promise<Client> => {
    await person.say('add customer');
    await walkTo(person, 'subscriptions', answersIn(whose.country));
    return person;
  };
  /** Those values of the lines in the order they were put in: the card shows the newest first. */
  const values = (person: Client, begins: string): string[] =>
    Object.entries(person.inputs())
      .toReversed()
      .flatMap(([name, { value }]) => (name.startsWith(begins) ? [value] : []));
  const says = (person: Client, text: string): void =>
    assert.ok(person.texts().includes(text), person.texts().join('\n'));
  const save = async (person: Client, name: string): Promise<void> => {
    await person.press('nameBundle');
    await person.press('saveBundle', { bundleName: name });
  };

  it('of the partners file puts its lines in by name and by id, with plan and number, and names what it left out', async () => {
    const person = await atCart(open());
    await person.press('putBundle');
    assert.deepEqual(values(person, 'count-'), ['7', '3']);
    assert.deepEqual(values(person, 'plan-'), ['0', '1']);
    says(person, t('bundle.putIn', { n: 2 }));
    says(person, t('bundle.unavailable', { offers: forSchools }));
    await person.press('next');
    await submit(person);
    const ordered = bot().partnerCenter.of('order').at(-1)?.request as readonly { readonly quantity: number }[];
    assert.deepEqual(
      ordered.map(({ quantity }) => quantity),
      [7, 3],
    );
  });

  it('leaves lines as they are that are in the cart already', async () => {
    const person = await atCart(open());
    await person.press(`add ${idOf(business)}`);
    await person.press('putBundle', { 'count-0': '42' });
    assert.deepEqual(values(person, 'count-'), ['42', '3']);
    says(person, t('bundle.there', { offers: business }));
  });

  it('saved from a cart is offered to colleagues, after a restart too, and to no other partner', async () => {
    const person = await atCart(open());
    await person.press(`add ${idOf(business)}`);
    await person.press('nameBundle', { 'count-0': '11' });
    await person.press('saveBundle', { bundleName: ' Frontline <b> ' });
    says(person, t('bundle.saved', { name: 'Frontline <b>' }));
    assert.deepEqual(values(person, 'count-'), ['11'], 'the cart is as it was');
    await bot().restart();
    const colleague = await atCart(open());
    assert.ok(colleague.buttons().includes('Frontline b'), 'nothing on a button can be read as mark-up');
    await colleague.press(colleague.named('putBundle')[1] ?? 'putBundle');
    assert.deepEqual(values(colleague, 'count-'), ['11']);
    const other = await atCart(open(undefined, partnerOf(2)), partnerOf(2));
    assert.equal(other.has('putBundle'), false);
  });

  it('is not saved without a name, nor under the name of another; what was typed stays', async () => {
    const person = await atCart(open());
    await person.press(`add ${idOf(business)}`);
    await save(person, '  ');
    assert.equal(person.faults()['bundleName'], t('fault.bundle.noName'));
    await person.press('saveBundle', { bundleName: 'starter' });
    assert.equal(person.faults()['bundleName'], t('fault.bundle.sameName'));
    assert.equal(person.inputs()['bundleName']?.value, 'starter');
    await person.press('resume');
    assert.deepEqual(values(person, 'count-'), ['1']);
  });

  it('can be renamed and deleted, and a press on an old card says that it is gone', async () => {
    const person = await atCart(open());
    await person.press(`add ${idOf(e3)}`);
    await save(person, 'Short lived');
    const [last = ''] = person.named('putBundle').slice(-1);
    await person.press('bundles');
    const argument = last.replace('putBundle ', '');
    await person.press(`renameBundle ${argument}`);
    await person.press('setBundleName', { bundleName: 'Renamed' });
    says(person, t('bundle.renamed', { name: 'Renamed' }));
    await person.press(`renameBundle ${argument}`);
    await person.press(`deleteBundle ${argument}`);
    await person.press('bundleList');
    assert.ok(person.has('renameBundle'), 'the way back leads to the list');
    await person.press(`renameBundle ${argument}`);
    await person.press(`deleteBundle ${argument}`);
    await person.press('dropBundle');
    says(person, t('bundle.deleted', { name: 'Renamed' }));
    await person.press('continueDraft');
    assert.equal(person.buttons().includes('Renamed'), false);
    await person.send(person.pressed('next', {}, undefined, { verb: 'putBundle', argument }));
    says(person, t('bundle.gone'));
  });

  it('is found among many behind one more press, which changes nothing else', async () => {
    const many = Array.from({ length: 12 }, (_none, index) => ({
      name: `Cart ${String(index)}`,
      lines: [{ offer: business, quantity: index + 1 }],
    }));
    const provider = { ...partnerOf(2), bundles: many };
    const rich = await startTestBot({ partners: [provider] });
    try {
      const person = client(rich, { manner: 'teams', partner: provider });
      await atCart(person, provider);
      assert.ok(person.named('putBundle').length < many.length);
      await person.press('allBundles');
      assert.equal(person.has('allBundles'), false);
      await person.press('putBundle', { bundle: 'file:Cart 11' });
      assert.deepEqual(values(person, 'count-'), ['12']);
    } finally {
      await rich.stop();
    }
  });

  it('of the last customer is offered to whoever added it, on an empty cart', async () => {
    const person = await atCart(open());
    assert.equal(person.has('putLast'), false);
    await person.press(`add ${idOf(e3)}`);
    await person.press('next', { 'count-0': '25', 'plan-0': '1' });
    await submit(person);
    await atCart(person);
    await person.press('putLast');
    assert.deepEqual(values(person, 'count-'), ['25']);
    assert.deepEqual(values(person, 'plan-'), ['1']);
    assert.equal(person.has('putLast'), false, 'the cart is not empty');
    const colleague = await atCart(open());
    assert.equal(colleague.has('putLast'), false, 'a colleague added nobody');
  });
});
