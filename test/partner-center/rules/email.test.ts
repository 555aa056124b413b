import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emailFault, normalEmail } from '../../../partner-center/rules/contact.ts';
import { anyText } from '../../anyText.ts';

const own = ['fabrikam.example', 'Fabrikam.Onmicrosoft.com'];

describe('an address of e-mail that was pasted', () => {
  for (const pasted of [
    'Ana Lima <ana@bluewave.example>',
    '"Lima, Ana" <ana@bluewave.example>;',
    'Ana Lima (ana@bluewave.example)',
    '<ana@bluewave.example>',
    'mailto:ana@bluewave.example?subject=Hello',
    'E-mail: ana@bluewave.example',
    'Эл. почта: ana@bluewave.example',
    '電子郵件：ana@bluewave.example',
    '邮箱: ana@bluewave.example',
    'ana＠bluewave。example',
    ' ana@bluewave.example, ',
    '\u200Bana@bluewave.example\u202C',
  ])
    it(`is taken out of ${JSON.stringify(pasted)}`, () => assert.equal(normalEmail(pasted), 'ana@bluewave.example'));

  it('is not guessed where there are several, or a blank within', () => {
    for (const pasted of [
      'a@b.example; c@d.example',
      'Ana <a@b.example>, Bob <b@c.example>',
      'ana lima@bluewave.example',
    ])
      assert.equal(emailFault(normalEmail(pasted), []), 'invalid', pasted);
  });

  it('stays as it is when it is one, and is the same when it is read again', () => {
    assert.equal(normalEmail("anna.o'neill+it@contoso.example"), "anna.o'neill+it@contoso.example");
    fc.assert(
      fc.property(anyText(40), (text) => {
        const address = normalEmail(text);
        if (emailFault(address, []) === undefined) assert.equal(normalEmail(address), address);
      }),
    );
  });
});

describe("customers' e-mail", () => {
  for (const email of [
    "anna.o'neill+it@contoso.example",
    'a@b.example',
    'x@notmicrosoft.com',
    'x@fabrikam.example.org',
  ])
    it(`takes ${email}`, () => assert.equal(emailFault(email, own), undefined));

  for (const email of [
    '',
    'anna',
    'anna@',
    '@contoso.example',
    'a b@contoso.example',
    'a@b',
    `${'a'.repeat(250)}@b.example`,
  ])
    it(`refuses ${email.slice(0, 30)}`, () => assert.equal(emailFault(email, own), 'invalid'));

  for (const email of ['anna@microsoft.com', 'anna@MICROSOFT.com', 'anna@mail.microsoft.com'])
    it(`refuses Microsoft's ${email}`, () => assert.equal(emailFault(email, own), 'microsoft'));

  for (const email of [
    'me@fabrikam.example',
    'me@FABRIKAM.EXAMPLE',
    'me@eu.fabrikam.example',
    'me@fabrikam.onmicrosoft.com',
  ])
    it(`refuses the partner's own ${email}`, () => assert.equal(emailFault(email, own), 'own-domain'));

  it('does not take an empty domain of the partners file for every domain', () =>
    assert.equal(emailFault('a@b.example', ['', '@']), undefined));
});
