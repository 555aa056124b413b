import assert from 'node:assert/strict';
import fc from 'fast-check';
import { domainPrefixFault, normalDomainPrefix } from '../../partner-center/domainPrefix.ts';
import { anyText } from '../anyText.ts';

describe('domain prefixes', () => {
  it('come in lower case and without blanks', () => assert.equal(normalDomainPrefix('  ConToso1 '), 'contoso1'));

  it('may be pasted as the full name', () => {
    assert.equal(normalDomainPrefix('Contoso.OnMicrosoft.com', '.onmicrosoft.com'), 'contoso');
    assert.equal(normalDomainPrefix('contoso.partner.onmschina.cn', '.partner.onmschina.cn'), 'contoso');
  });

  it("of another cloud's full name are refused, not cut", () => {
    const prefix = normalDomainPrefix('contoso.onmicrosoft.de', '.onmicrosoft.com');
    assert.equal(domainPrefixFault(prefix), 'characters');
  });

  it('may not hold the Kelvin sign or the dotted I, which lower-casing would make letters', () => {
    assert.equal(domainPrefixFault(normalDomainPrefix('\u212Aontoso')), 'characters');
    assert.equal(domainPrefixFault(normalDomainPrefix('\u0130stanbul')), 'characters');
  });

  it('take 27 characters and no more', () => {
    assert.equal(domainPrefixFault('a'.repeat(27)), undefined);
    assert.equal(domainPrefixFault('a'.repeat(28)), 'too-long');
  });

  for (const text of ['', 'con toso', 'con-toso', 'contoso.', 'ромашка', '例', 'contoso\n', 'ａbc'])
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(domainPrefixFault(text), 'characters'));

  it('are good exactly when they are 1 to 27 lower-case letters and digits', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(50), fc.stringMatching(/^[A-Za-z0-9]{0,30}$/)), (text) => {
        const prefix = normalDomainPrefix(text);
        assert.equal(domainPrefixFault(prefix) === undefined, /^[a-z0-9]{1,27}$/.test(prefix));
        assert.equal(normalDomainPrefix(prefix), prefix);
      }),
    );
  });
});
