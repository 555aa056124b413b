import assert from 'node:assert/strict';
import { generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ConnectorAuthentication } from '../../../bot/http/connectorAuthentication.ts';
import { clientAssertion, readCertificate } from '../../../bot/settings/botRegistration.ts';
import { readConfig } from '../../../bot/settings/config.ts';
import { selfSigned } from '../selfSigned.ts';

const id = '11111111-1111-4111-8111-111111111111';
const tenant = '22222222-2222-4222-8222-222222222222';
const scope = 'https://api.botframework.com';

const partsOf = (token: string) => {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  const signed = Buffer.from(`${header}.${claims}`);
  return { header: read(header), claims: read(claims), signed, signature: Buffer.from(signature, 'base64url') };
};

describe('a certificate in place of a password', () => {
  const made = selfSigned(new Date('2100-01-01'));
  const other = selfSigned(new Date('2100-01-01'));
  const thumbprint = new X509Certificate(made.certificate).fingerprint.replaceAll(':', '');
  let folder: string;
  let file: string;
  const write = async (content: string): Promise<string> => {
    await writeFile(file, content);
    return file;
  };
  const settings = () => ({
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: id,
    MicrosoftAppTenantId: tenant,
    MicrosoftAppCertificateFile: file,
    PARTNERS_FILE: 'partners.json',
  });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'customer-desk-certificate-'));
    file = join(folder, 'desk.pem');
  });
  after(() => rm(folder, { recursive: true }));

  it('is read with its key, in either order, its own certificate first', async () => {
    for (const content of [
      made.certificate + made.key,
      made.key + made.certificate + other.certificate,
      `subject=Desk\r\n${(made.certificate + made.key).replaceAll('\n', '\r\n')}`,
    ]) {
      const found = readCertificate(await write(content));
      assert.deepEqual([found.thumbprint, found.until.toISOString()], [thumbprint, '2100-01-01T00:00:00.000Z']);
      assert.equal(found.privateKey, made.key);
    }
  });

  it('that cannot be used stops the start, in words without its content', async () => {
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const locked = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' } as const;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    for (const [content, says] of [
      ['', 'holds no certificate'],
      [made.certificate, 'holds no private key'],
      [made.key, 'holds no certificate'],
      [made.certificate + other.key, 'holds a key of another certificate'],
      [made.certificate + elliptic.export({ type: 'pkcs8', format: 'pem' }).toString(), 'holds a key that is not RSA'],
      [made.certificate + privateKey.export(locked).toString(), 'holds no private key'],
      [made.certificate.replace('MII', 'AAA') + made.key, 'holds a certificate that cannot be read'],
    ] as const) {
      await write(content);
      assert.throws(
        () => readConfig(settings()),
        (error: Error) =>
          error.message.includes(`MicrosoftAppCertificateFile: ${says}`) && !error.message.includes('BEGIN'),
      );
    }
    const absent = { ...settings(), MicrosoftAppCertificateFile: join(folder, 'none.pem') };
    assert.throws(() => readConfig(absent), /MicrosoftAppCertificateFile: cannot be read/);
  });

  it('is refused beside a password, and is refused, as a password is, for a managed identity', async () => {
    await write(made.certificate + made.key);
    assert.throws(
      () => readConfig({ ...settings(), MicrosoftAppPassword: 'secret' }),
      /CertificateFile: is set beside/,
    );
    assert.throws(
      () => readConfig({ ...settings(), MicrosoftAppType: 'UserAssignedMSI' }),
      /CertificateFile: must not be set with UserAssignedMSI/,
    );
    assert.throws(
      () => readConfig({ ...settings(), MicrosoftAppCertificateFile: '' }),
      /or MicrosoftAppCertificateFile/,
    );
  });

  it('signs a statement that its public key confirms', async () => {
    const certificate = readCertificate(await write(made.certificate + made.key));
    const now = new Date('2026-03-01T00:00:00Z');
    const { header, claims, signed, signature } = partsOf(
      await clientAssertion(certificate, { id, audience: 'https://login.example/token', now, newId: () => 'one' }),
    );
    assert.deepEqual(header, { alg: 'RS256', typ: 'JWT', x5t: Buffer.from(thumbprint, 'hex').toString('base64url') });
    assert.deepEqual(claims, {
      aud: 'https://login.example/token',
      iss: id,
      sub: id,
      jti: 'one',
      nbf: now.getTime() / 1000,
      exp: now.getTime() / 1000 + 600,
    });
    assert.ok(verify('sha256', signed, made.certificate, signature));
  });

  describe('when the bot speaks', () => {
    const asked: { path: string; body: URLSearchParams }[] = [];
    const genuine = https.request;
    let login: http.Server;
    before((done) => {
      login = http.createServer((req, res) => {
        void text(req).then((body) => {
          asked.push({ path: req.url ?? '', body: new URLSearchParams(body) });
          res.setHeader('Content-Type', 'application/json');
          res.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: 'of-the-stub' }));
        });
      });
      login.listen(0, '127.0.0.1', done);
    });
    after(() => {
      https.request = genuine;
      login.close();
      login.closeAllConnections();
    });

    it('gets its token by a statement signed with the certificate', async () => {
      await write(made.certificate + made.key);
      // The SDK's login has a fixed address.
      const led = ({ path, method, headers }: https.RequestOptions, answered: (res: http.IncomingMessage) => void) =>
        http.request(
          { host: '127.0.0.1', port: (login.address() as AddressInfo).port, path, method, headers },
          answered,
        );
      https.request = led as typeof https.request;
      const authentication = new ConnectorAuthentication(readConfig(settings()));
      const identity = { getClaimValue: () => id, claims: [], isAuthenticated: true };
      type Identity = Parameters<ConnectorAuthentication['createConnectorFactory']>[0];
      const factory = authentication.createConnectorFactory(identity as unknown as Identity);
      const client = await factory.create('https://smba.trafficmanager.net/teams', scope);
      const set: string[] = [];
      type Request = Parameters<typeof client.credentials.signRequest>[0];
      await client.credentials.signRequest({
        headers: { set: (...header: string[]) => void set.push(...header) },
      } as unknown as Request);
      assert.deepEqual(set.slice(-1), ['Bearer of-the-stub']);
      const request = asked.find(({ path }) => path.startsWith(`/${tenant}/oauth2/v2.0/token`));
      assert.ok(request !== undefined && !request.body.has('client_secret'));
      const { header, claims, signed, signature } = partsOf(request.body.get('client_assertion') ?? '');
      assert.deepEqual([(claims as { iss: string }).iss, (header as { alg: string }).alg], [id, 'RS256']);
      assert.ok(verify('sha256', signed, made.certificate, signature));
    });
  });
});
