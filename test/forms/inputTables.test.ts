import assert from 'node:assert/strict';
import { text } from '../../forms/field.ts';
import { form } from '../../forms/form.ts';
import type { InputTable, SectionInputs } from '../../forms/sectionInputs.ts';
import { complete, nothingLeft } from '../../lib/complete.ts';
import type { NewCustomer } from '../../partner-center/rules/customerRules.ts';

// Each @ts-expect-error fails the compilation as soon as the line below it compiles: then something is dropped in silence.
describe('an input that is added to a form', () => {
  it('needs a label in the catalogues', () => {
    // @ts-expect-error there is no message field.shoeSize
    const company = form({ id: 'company', fields: () => ({ city: text(20), shoeSize: text(20) }) });
    assert.equal(company.id, 'company');
  });

  it('needs an entry in every table of inputs, also where only some countries or clouds ask it', () => {
    const country: SectionInputs['company'][] = ['registrationNumber', 'organizationPhone', 'gdap'];
    const lacking = { companyName: '' };
    // @ts-expect-error an entry for every other input is missing
    const table: Pick<InputTable<string>, 'company'> = { company: lacking };
    assert.ok(country.every((name) => !(name in table.company)));
  });

  it('is sent, or left out in so many words', () => {
    const { companyName, ...others } = { companyName: 'Contoso', shoeSize: '42' };
    // @ts-expect-error shoeSize is forgotten
    nothingLeft(others);
    const { shoeSize: _notSent, ...none } = others;
    nothingLeft(none);
    assert.equal(companyName, 'Contoso');
  });

  it('reaches the new customer under every name that it has', () => {
    const { companyName, domain, address, contact, culture, language } = {} as NewCustomer;
    // @ts-expect-error the optional properties are not given
    complete<NewCustomer>({ companyName, domain, address, contact, culture, language });
    assert.deepEqual(complete<{ a: string; b?: string }>({ a: 'a', b: undefined }), { a: 'a' });
  });
});
