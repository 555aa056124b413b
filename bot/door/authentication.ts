import type { Config } from '../settings/config.ts';
import { straight } from './connector.ts';
import { isLoopbackUrl } from './loopback.ts';
import { createSend, httpClientOf, type OutgoingTimes, type Send } from './outgoing.ts';
import { Refusal } from '../turn/refusal.ts';
import type { Registration } from '../settings/registration.ts';
import { sdkSettings } from '../settings/teamsClouds.ts';
import { ConfigurationBotFrameworkAuthentication } from '../sdk.ts';
import { inTime } from '../time.ts';

type Base = ConfigurationBotFrameworkAuthentication;
type Factory = ReturnType<Base['createConnectorFactory']>;
type Client = ReturnType<Factory['create']>;
type TokenClient = ReturnType<Base['createUserTokenClient']>;
type Identity = Parameters<Base['createConnectorFactory']>[0];
type Authenticated = ReturnType<Base['authenticateRequest']>;

const mostClients = 100;

const certified = ({ certificate }: Registration) =>
  certificate === undefined
    ? {}
    : { CertificateThumbprint: certificate.thumbprint, CertificatePrivateKey: certificate.privateKey };

const settings = ({ registration, teamsCloud, channel }: Config) => ({
  ...sdkSettings(teamsCloud, registration?.tenantId),
  ...channel,
  ...(registration === undefined
    ? {}
    : {
        MicrosoftAppType: registration.type,
        MicrosoftAppId: registration.id,
        MicrosoftAppPassword: registration.password,
        MicrosoftAppTenantId: registration.tenantId,
        ...certified(registration),
      }),
});

/** Bounds the wait for a token, which the SDK fetches outside its HTTP client and without a time-out. */
const boundToken = async (client: Client, milliseconds: number): Client => {
  const connector = await client;
  const { credentials } = connector;
  connector.credentials = {
    signRequest: async (request) => {
      const signed = await inTime(credentials.signRequest(request), milliseconds, undefined);
      if (signed === undefined) throw new Error('No token for the channel in time');
      return signed;
    },
  };
  return connector;
};

/**
 * The SDK's way to the channel, with one connector client a service URL and one token client in all, where the SDK builds both anew
 * each turn. Without an app id only this machine's service URLs are called. Who calls us is for the gate to decide: nobody is
 * authenticated here, and streaming is refused.
 */
export class Authentication extends ConfigurationBotFrameworkAuthentication {
  private readonly send: Send;
  private readonly anonymous: boolean;
  private readonly tokenTime: number;
  private readonly clients = new Map<string, Client>();
  private tokenClient: TokenClient | undefined;

  constructor(config: Config, times: Partial<OutgoingTimes> = {}) {
    const send = createSend(times);
    super(settings(config), undefined, undefined, undefined, { httpClient: httpClientOf(send) });
    this.send = send;
    this.anonymous = config.anonymous;
    this.tokenTime = times.total ?? 10_000;
  }

  override authenticateRequest(): Authenticated {
    return Promise.reject(new Refusal(401, 'unauthorized'));
  }

  override authenticateStreamingRequest(): Authenticated {
    return Promise.reject(new Refusal(403, 'noStreaming'));
  }

  override createConnectorFactory(identity: Identity): Factory {
    return this.caching(super.createConnectorFactory(identity), identity);
  }

  override createUserTokenClient(identity: Identity): TokenClient {
    this.tokenClient ??= super.createUserTokenClient(identity).catch((error: unknown) => {
      this.tokenClient = undefined;
      throw error;
    });
    return this.tokenClient;
  }

  private caching(factory: Factory, identity: Identity): Factory {
    const appId = identity.getClaimValue('aud') ?? '';
    return {
      create: async (serviceUrl, audience) => {
        if (this.anonymous && !isLoopbackUrl(serviceUrl)) throw new Refusal(403, 'foreignServiceUrl');
        const key = `${appId}\n${audience ?? ''}\n${serviceUrl}`;
        const known = this.clients.get(key);
        if (known !== undefined) return known;
        return this.keep(key, this.make(factory, serviceUrl, audience));
      },
    };
  }

  private async make(factory: Factory, serviceUrl: string, audience: string | undefined): Client {
    const client = boundToken(factory.create(serviceUrl, audience), this.tokenTime);
    return straight(await client, serviceUrl, this.send);
  }

  private keep(key: string, client: Client): Client {
    const [oldest] = this.clients.keys();
    if (this.clients.size >= mostClients && oldest !== undefined) this.clients.delete(oldest);
    this.clients.set(key, client);
    client.catch(() => this.clients.delete(key));
    return client;
  }
}
