import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { fetchFile, isDownloadUrl } from '../../../bot/files/fileTransfer.ts';
import { sentFilesOf } from '../../../bot/turn/incomingActivity.ts';
import { anyText } from '../../anyText.ts';

const teams = { anonymous: false, hosts: ['sharepoint.com', 'sharepoint.cn'] };
const service = 'https://smba.trafficmanager.net/emea/';

describe('the places a registered bot fetches files from', () => {
  const good = [
    'https://contoso-my.sharepoint.com/personal/ana/_layouts/15/download.aspx?UniqueId=1&tempauth=x',
    'https://a.b.sharepoint.cn/x.csv',
    'https://CONTOSO.SharePoint.com/x.csv',
    'https://contoso.sharepoint.com:443/x.csv',
  ];
  const bad = [
    'http://contoso.sharepoint.com/x.csv',
    'https://sharepoint.com/x.csv',
    'https://contoso.sharepoint.com.evil.example/x.csv',
    'https://evilsharepoint.com/x.csv',
    'https://contoso.sharepoint.com:8443/x.csv',
    'https://user@contoso.sharepoint.com/x.csv',
    'https://contoso.sharepoint.com@evil.example/x.csv',
    'https://evil.example/?contoso.sharepoint.com',
    'https://evil.example#.sharepoint.com',
    'https://evil.example\\.sharepoint.com/x.csv',
    'https://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:3978/healthz',
    'https://localhost/x.csv',
    'https://[::1]/x.csv',
    'https://2130706433/x.csv',
    'https://contoso.sharepoint.com./x.csv',
    'https://contoso。sharepoint。com.evil.example',
    'file:///etc/passwd',
    'data:text/csv,companyName',
    'ftp://contoso.sharepoint.com/x',
    '//contoso.sharepoint.com/x.csv',
    '',
    'x',
  ];

  for (const url of good) it(`are ${url.slice(0, 60)}`, () => assert.ok(isDownloadUrl(url, teams, service)));
  for (const url of bad) it(`are not ${JSON.stringify(url)}`, () => assert.ok(!isDownloadUrl(url, teams, service)));

  it('are hosts of the list by https, whatever the address', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          anyText(40),
          anyText(20).map((text) => `https://${text}.sharepoint.com/x`),
        ),
        (url) => {
          if (!isDownloadUrl(url, teams, service)) return;
          const { protocol, hostname, port } = new URL(url);
          assert.ok(protocol === 'https:' && port === '' && /\.sharepoint\.(?:com|cn)$/.test(hostname), url);
        },
      ),
    );
  });
});

describe('the places a bot without an app id fetches files from', () => {
  const rules = { anonymous: true, hosts: ['sharepoint.com'] };
  const emulator = 'http://localhost:51234';

  it('are the program on this machine that sent the message, and no other', () => {
    assert.ok(isDownloadUrl('http://localhost:51234/v3/attachments/1/views/original', rules, emulator));
    assert.ok(isDownloadUrl('http://127.0.0.1:51234/v3/attachments/1/views/original', rules, emulator));
    for (const url of [
      'http://127.0.0.1:51235/x',
      'http://127.0.0.1/x',
      'http://evil.example:51234/x',
      'https://contoso.sharepoint.com/x.csv',
      'http://user:secret@127.0.0.1:51234/x',
      'http://127.0.0.1.evil.example:51234/x',
    ])
      assert.ok(!isDownloadUrl(url, rules, emulator), url);
    assert.ok(!isDownloadUrl('http://127.0.0.1:51234/x', rules, ''));
  });
});

describe('fetching a file', () => {
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let asked: string[] = [];
  const url = (path = '/x.csv'): string => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`;
  const fetched = (most = 1_000, ms = 2_000) => fetchFile(url(), { anonymous: true, hosts: [] }, url('/'), most, ms);

  before(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      answer(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => (asked = []));
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('gives its bytes', async () => {
    answer = (_request, response) => response.end(Buffer.from([1, 2, 255]));
    assert.deepEqual(Buffer.from((await fetched()) as Uint8Array), Buffer.from([1, 2, 255]));
  });

  it('is refused without a call where it may not be', async () => {
    assert.equal(await fetchFile(url(), teams, service, 1_000), 'refused');
    assert.deepEqual(asked, []);
  });

  it('follows no redirect', async () => {
    answer = (_request, response) => {
      response.statusCode = 302;
      response.setHeader('location', url('/secret'));
      response.end();
    };
    assert.equal(await fetched(), 'failed');
    assert.deepEqual(asked, ['/x.csv']);
  });

  it('ends when there is more than may be, said beforehand or not', async () => {
    answer = (_request, response) => response.end(Buffer.alloc(1_001));
    assert.equal(await fetched(), 'too-large');
    answer = (_request, response) => {
      const more = (): void => void (response.writable && response.write(Buffer.alloc(500), () => setImmediate(more)));
      more();
    };
    assert.equal(await fetched(), 'too-large');
  });

  it('unpacks nothing, takes no error for a file, and no half of one', async () => {
    answer = (_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end('x');
    };
    assert.equal(await fetched(), 'failed');
    answer = (_request, response) => {
      response.statusCode = 404;
      response.end('not here');
    };
    assert.equal(await fetched(), 'failed');
    answer = (request, response) => {
      response.setHeader('content-length', '900');
      response.write('half');
      setImmediate(() => request.socket.destroy());
    };
    assert.equal(await fetched(), 'failed');
  });

  it('gives up a server that does not answer, or not to the end', async () => {
    answer = () => undefined;
    assert.equal(await fetched(1_000, 20), 'failed');
    answer = (_request, response) => void response.write('a');
    assert.equal(await fetched(1_000, 20), 'failed');
  });
});

describe('the files of a message', () => {
  const sent = (attachments: unknown) => sentFilesOf({ attachments } as Parameters<typeof sentFilesOf>[0]); // whatever was sent

  it('are those of Teams, the Emulator and the chat page', () => {
    const url = 'https://contoso-my.sharepoint.com/x';
    assert.deepEqual(
      sent([
        { contentType: 'text/html', content: '<div>here</div>' },
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          name: 'customers.csv',
          contentUrl: 'https://elsewhere.example',
          content: { downloadUrl: url, uniqueId: '1', fileType: 'csv' },
        },
        { contentType: 'text/csv', name: 'other.csv', contentUrl: 'http://localhost:1/x' },
      ]),
      [
        { name: 'customers.csv', url },
        { name: 'other.csv', url: 'http://localhost:1/x' },
      ],
    );
  });

  it('are none where there are cards, or nonsense', () => {
    for (const attachments of [undefined, null, 'x', {}, [null], [1], [{}], [{ contentType: 'text/csv' }]])
      assert.deepEqual(sent(attachments), []);
    assert.deepEqual(sent([{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: 'http://x' }]), []);
  });
});
