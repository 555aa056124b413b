import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { authorizationCodeOf, redirectUri, waitForCode } from '../../cli/consentRedirect.ts';

describe('the address the login sends the administrator back to', () => {
  it('holds the code of the consent that was begun, and no other', () => {
    assert.equal(authorizationCodeOf(`${redirectUri}?code=abc&state=mine&session_state=x`, 'mine'), 'abc');
    assert.equal(authorizationCodeOf('/?state=mine&code=abc', 'mine'), 'abc');
    for (const address of [`${redirectUri}?code=abc&state=theirs`, '/favicon.ico', '', 'http://', 'abc'])
      assert.equal(authorizationCodeOf(address, 'mine'), undefined);
  });

  it('may tell of a refusal, whose code is said', () => {
    assert.throws(() => authorizationCodeOf('/?state=mine&error=access_denied', 'mine'), /access_denied/);
  });

  it('may be pasted, after lines that are something else', async () => {
    const input = new PassThrough();
    const waiting = waitForCode('mine', input);
    input.write(`what now?\n${redirectUri}?code=stolen&state=theirs\n  ${redirectUri}?code=abc&state=mine \n`);
    assert.equal(await waiting, 'abc');
  });
});
