import { LRUCache } from 'lru-cache';
import type { Config } from '../settings/config.ts';
import {
  type ConnectorSend,
  type ConnectorTimes,
  createConnectorSend,
  directClient,
  sdkHttpClient,
} from './connectorClient.ts';
import { isLoopbackUrl } from '../../lib/loopback.ts';
import { HttpError } from './httpError.ts';
import type { Registration } from '../settings/botRegistration.ts';
import { sdkSettings } from '../settings/teamsClouds.ts';
import { ConfigurationBotFrameworkAuthentication } from '../sdk.ts';
import { withTimeout } from '../../lib/withTimeout.ts';

type Base = ConfigurationBotFrameworkAuthentication;
type Factory = ReturnType<Base['createConnectorFactory']>;
type ClientPromise = ReturnType<Factory['create']>;
type TokenClient = ReturnType<Base['createUserTokenClient']>;
type Identity = Parameters<Base['createConnectorFactory']>[0];
type Authenticated = ReturnType<Base['authenticateRequest']>;

const maxClients = 100;

const certificateSettings = ({ certificate }: Registration) =>
  certificate === undefined
    ? {}
    : { CertificateThumbprint: certificate.thumbprint, CertificatePrivateKey: certificate.privateKey };

const sdkConfiguration = ({ registration, teamsCloud, channel }: Config) => ({
  ...sdkSettings(teamsCloud, registration?.tenantId),
  ...channel,
  ...(registration === undefined
    ? {}
    : {
        MicrosoftAppType: registration.type,
        MicrosoftAppId: registration.id,
        MicrosoftAppPassword: registration.password,
        MicrosoftAppTenantId: registration.tenantId,
        ...certificateSettings(registration),
      }),
});

/** Limits the wait for a token, which the SDK fetches outside its HTTP client and without a time-out. */
const withTokenTimeout = async (client: ClientPromise, milliseconds: number): ClientPromise => {
  const connector = await client;
  const { credentials } = connector;
  connector.credentials = {
    signRequest: async (request) => {
      const signed = await withTimeout(credentials.signRequest(request), milliseconds, undefined);
      if (signed === undefined) throw new Error('No token for the channel in time');
      return signed;
    },
  };
  return connector;
};

/** Options of the calls to the channel. */
export interface ChannelOptions {
  readonly times?: Partial<ConnectorTimes>;
  /** Stands between the bot and the channel. */
  readonly channel?: (send: ConnectorSend) => ConnectorSend;
}

/**
 * The SDK's authentication for calls to the channel, with one cached connector client a service URL and one token
 * client in all; the SDK builds both in each turn. Without an app id only service URLs on this machine are called.
 * Requests to the bot are not authenticated here but by the `Authenticator`; streaming is refused.
 */
export class ConnectorAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly send: ConnectorSend;
  private readonly anonymous: boolean;
  private readonly tokenTime: number;
  private readonly clients = new LRUCache<string, ClientPromise>({ max: maxClients });
  private tokenClient: TokenClient | undefined;

  constructor(config: Config, { times = {}, channel = (send) => send }: ChannelOptions = {}) {
    const send = channel(createConnectorSend(times));
    super(sdkConfiguration(config), undefined, undefined, undefined, { httpClient: sdkHttpClient(send) });
    this.send = send;
    this.anonymous = config.anonymous;
    this.tokenTime = times.total ?? 10_000;
  }

  override authenticateRequest(): Authenticated {
    return Promise.reject(new HttpError(401, 'unauthorized'));
  }

  override authenticateStreamingRequest(): Authenticated {
    return Promise.reject(new HttpError(403, 'noStreaming'));
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
        if (this.anonymous && !isLoopbackUrl(serviceUrl)) throw new HttpError(403, 'foreignServiceUrl');
        const key = `${appId}\n${audience ?? ''}\n${serviceUrl}`;
        const known = this.clients.get(key);
        if (known !== undefined) return known;
        return this.keep(key, this.make(factory, serviceUrl, audience));
      },
    };
  }

  private async make(factory: Factory, serviceUrl: string, audience: string | undefined): ClientPromise {
    const client = withTokenTimeout(factory.create(serviceUrl, audience), this.tokenTime);
    return directClient(await client, serviceUrl, this.send);
  }

  private keep(key: string, client: ClientPromise): ClientPromise {
    this.clients.set(key, client);
    client.catch(() => this.clients.delete(key));
    return client;
  }
}
