import assert from 'node:assert/strict';
import { cloudIds } from '../../../partner-center/rules/clouds.ts';
import { endpointsOf, isSimulatorUrl } from '../../../partner-center/rest/endpoints.ts';

describe('the addresses of a cloud', () => {
  it('are the documented ones, https, and closed in Germany alone', () => {
    const found = cloudIds.map((id) => {
      const { api, login, resource, closed, simulator } = endpointsOf(id);
      assert.equal(resource, api);
      assert.equal(simulator, false);
      return [id, new URL(api).host, new URL(login).host, closed];
    });
    assert.deepEqual(found, [
      ['global', 'api.partnercenter.microsoft.com', 'login.microsoftonline.com', false],
      ['usGovernment', 'api.partnercenter.microsoft.com', 'login.microsoftonline.us', false],
      ['germany', 'api.partnercenter.microsoft.com', 'login.microsoftonline.de', true],
      ['china', 'partner.partnercenterapi.microsoftonline.cn', 'login.chinacloudapi.cn', false],
    ]);
  });

  it('lead to the simulator together, and only on this machine', () => {
    for (const url of ['http://127.0.0.1:4000', 'http://localhost:4000/', 'https://[::1]:4000', 'http://127.8.8.8']) {
      const { api, login, simulator } = endpointsOf('china', url);
      assert.deepEqual([api, login, simulator], [new URL(url).origin, new URL(url).origin, true]);
    }
  });

  for (const url of [
    'https://partner.example',
    'http://127.0.0.1.partner.example',
    'http://localhost.partner.example',
    'http://127.0.0.1@partner.example',
    'http://user@127.0.0.1',
    'http://127.0.0.1/path',
    'http://127.0.0.1/?a=1',
    'ftp://127.0.0.1',
    'http://0.0.0.0',
    'nowhere',
    '',
  ]) {
    it(`never lead to "${url}"`, () => {
      assert.equal(isSimulatorUrl(url), false);
      assert.throws(() => endpointsOf('global', url), /on this machine/);
    });
  }
});
