import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  domainPrefixFault,
  normalDomainPrefix,
  normalHost,
  suggestPrefix,
} from '../../../partner-center/rules/companyIdentity.ts';
import { anyText } from '../../anyText.ts';

describe('domain prefixes', () => {
  it('come in lower case and without blanks', () => assert.equal(normalDomainPrefix('  ConToso1 '), 'contoso1'));

  it('may be pasted as the full name', () => {
    assert.equal(normalDomainPrefix('Contoso.OnMicrosoft.com', '.onmicrosoft.com'), 'contoso');
    assert.equal(normalDomainPrefix('contoso.partner.onmschina.cn', '.partner.onmschina.cn'), 'contoso');
  });

  it('are taken out of the address of a page or of e-mail, and out of full width', () => {
    for (const pasted of [
      'https://bluewave.onmicrosoft.com/',
      'http://www.bluewave.onmicrosoft.com/start?x=1',
      'admin@bluewave.onmicrosoft.com',
      '@bluewave.onmicrosoft.com',
      '@bluewave',
      'bluewave.onmicrosoft.com.',
      'ＢｌｕｅＷａｖｅ',
      'bluewave\u200B',
    ])
      assert.equal(normalDomainPrefix(pasted, '.onmicrosoft.com'), 'bluewave', pasted);
    assert.equal(normalHost('https://www.contoso.example/about'), 'www.contoso.example');
  });

  it('are suggested where what was typed has something of one', () => {
    for (const [typed, prefix] of [
      ['contoso.com', 'contoso'],
      ['https://www.muster-bau.co.uk/x', 'musterbau'],
      ['Müller & Söhne', 'mullersohne'],
      ['contoso.onmicrosoft.de', 'contoso'],
      ['a'.repeat(40), 'a'.repeat(27)],
    ] as const)
      assert.equal(suggestPrefix(typed), prefix);
    assert.equal(suggestPrefix('ромашка'), undefined);
    fc.assert(
      fc.property(anyText(50), (text) => {
        const prefix = suggestPrefix(text);
        assert.ok(prefix === undefined || domainPrefixFault(prefix) === undefined);
      }),
    );
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

  for (const text of ['', 'con toso', 'con-toso', 'contoso.', 'ромашка', '例', 'con\ntoso'])
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
