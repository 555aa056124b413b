import { randomUUID } from 'node:crypto';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder-core';
import type restify from 'restify';
import { type ChannelOptions, ConnectorAuthentication } from './connectorAuthentication.ts';
import type { Config } from '../settings/config.ts';
import { isAuthenticated } from './authenticateRequest.ts';
import type { Log } from '../log.ts';
import type { ActivityHandler } from './messagesRoute.ts';
import { HttpError } from './httpError.ts';
import { CloudAdapter } from '../sdk.ts';
import { teamsCloud } from '../settings/teamsClouds.ts';

/** The code that a turn runs. */
export type TurnHandler = (context: TurnContext) => Promise<void>;

/** Options of the adapter besides its configuration. */
export interface AdapterOptions extends ChannelOptions {
  /** Tells the user, once, that something went wrong. */
  readonly apologise?: TurnHandler;
}

const correlationKey = Symbol('correlationId');

/** The correlation id of a turn's log lines; a proactive turn gets one at the first call. */
export const correlationId = (context: TurnContext): string => {
  const known = context.turnState.get<string | undefined>(correlationKey);
  if (known !== undefined) return known;
  const id = randomUUID();
  context.turnState.set(correlationKey, id);
  return id;
};

/**
 * The SDK's adapter, limited to activities that our authenticator has admitted. It does not authenticate again: the
 * SDK's own keys and rules differ.
 */
class AuthenticatedAdapter extends CloudAdapter {
  private readonly appId: string;
  private readonly audience: string;

  constructor({ registration, teamsCloud: cloud, channel }: Config, authentication: ConnectorAuthentication) {
    super(authentication);
    this.appId = registration?.id ?? '';
    this.audience = channel['ToChannelFromBotOAuthScope'] ?? teamsCloud(cloud).scope;
  }

  protected override async processActivity(
    _authorization: unknown,
    activity: Activity,
    logic: TurnHandler,
  ): Promise<InvokeResponse | undefined> {
    // The SDK passes on the same object that the authenticator admitted.
    if (!isAuthenticated(activity)) throw new Error('An activity came round the gate');
    const claimsIdentity = this.createClaimsIdentity(this.appId);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    return super.processActivity({ audience: this.audience, claimsIdentity, connectorFactory }, activity, logic);
  }
}

/**
 * The SDK's adapter with our authentication and our time-limited calls to the channel. A turn that throws is logged and
 * answered by one apology; neither of these throws.
 */
export const createAdapter = (
  config: Config,
  log: Log,
  { apologise, ...channel }: AdapterOptions = {},
): CloudAdapter => {
  const adapter = new AuthenticatedAdapter(config, new ConnectorAuthentication(config, channel));
  adapter.onTurnError = async (context, error) => {
    const lines = log.child({ correlationId: correlationId(context) });
    lines.error({ err: error, type: context.activity.type }, 'turn failed');
    try {
      await apologise?.(context);
    } catch (again) {
      lines.warn({ err: again }, 'apology failed');
    }
  };
  return adapter;
};

// Stands in for the response: the SDK answers with the texts of its errors, of which only a code may leave.
const sdkResponse = (res: restify.Response) => {
  const answer: { status: number; body?: unknown } = { status: 200 };
  const response = {
    socket: res.socket,
    end: () => undefined,
    header: () => undefined,
    send: (body: unknown) => void (answer.body = body),
    status: (status: number) => void (answer.status = status),
  };
  return { answer, response };
};

/** The handler that runs an authenticated activity as a turn of the adapter; the body of an error is its code alone. */
export const createActivityHandler =
  (adapter: CloudAdapter, logic: TurnHandler): ActivityHandler =>
  async (req, res, id) => {
    const { answer, response } = sdkResponse(res);
    const request = { method: 'POST', headers: req.headers, body: req.body as Record<string, unknown> };
    await adapter.process(request, response, async (context) => {
      context.turnState.set(correlationKey, id);
      await logic(context);
    });
    const { status, body } = answer;
    if (typeof body === 'string' && status >= 400) throw new HttpError(500, 'internalError');
    res.send(status, body);
  };
