import assert from 'node:assert/strict';
import { emailFault } from '../../partner-center/email.ts';

const own = ['fabrikam.example', 'Fabrikam.Onmicrosoft.com'];

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
