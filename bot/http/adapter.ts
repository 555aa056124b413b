import { randomUUID } from 'node:crypto';
import type { Activity, ConversationReference, InvokeResponse, TurnContext } from 'botbuilder-core';
import { type ChannelOptions, ConnectorAuthentication } from './connectorAuthentication.ts';
import type { Config } from '../settings/config.ts';
import { isAuthenticated } from './authenticateRequest.ts';
import type { Log } from '../log.ts';
import type { ActivityHandler } from './messagesRoute.ts';
import { CloudAdapter, validateAndFixActivity } from '../sdk.ts';
import { teamsCloud } from '../settings/teamsClouds.ts';

/** The code that a turn runs. */
export type TurnHandler = (context: TurnContext) => Promise<void>;

/** Options of the adapter besides its configuration. */
export interface AdapterOptions extends ChannelOptions {
  /** Tells the user, once, that something went wrong. */
  readonly apologise?: (context: TurnContext, error: Error) => Promise<void>;
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
export class AuthenticatedAdapter extends CloudAdapter {
  private readonly appId: string;
  private readonly audience: string;

  constructor({ registration, teamsCloud: cloud, channel }: Config, authentication: ConnectorAuthentication) {
    super(authentication);
    this.appId = registration?.id ?? '';
    this.audience = channel['ToChannelFromBotOAuthScope'] ?? teamsCloud(cloud).scope;
  }

  /**
   * Runs an activity as a turn; gives the answer to an invoke. The SDK's own `process` parses the activity twice before
   * that and wants a response of its kind.
   */
  run(activity: Activity, logic: TurnHandler): Promise<InvokeResponse | undefined> {
    return this.processActivity(undefined, validateAndFixActivity(activity), logic);
  }

  /**
   * Speaks in an earlier conversation. Raises the error of `logic`: the SDK would apologise for it, to somebody who asked
   * for nothing, and take what was not sent for sent.
   */
  async speak(appId: string, reference: Partial<ConversationReference>, logic: TurnHandler): Promise<void> {
    const failures: unknown[] = [];
    await this.continueConversationAsync(appId, reference, async (context) => {
      // The SDK invents a `replyToId` here; clients would wait for that message.
      context.onSendActivities((_context, activities, next) => {
        for (const activity of activities) delete activity.replyToId;
        return next();
      });
      await logic(context).catch((error: unknown) => void failures.push(error));
    });
    for (const failure of failures) throw failure;
  }

  protected override async processActivity(
    _authorization: unknown,
    activity: Activity,
    logic: TurnHandler,
  ): Promise<InvokeResponse | undefined> {
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
): AuthenticatedAdapter => {
  const adapter = new AuthenticatedAdapter(config, new ConnectorAuthentication(config, channel));
  adapter.onTurnError = async (context, error) => {
    const lines = log.child({ correlationId: correlationId(context) });
    lines.error({ err: error, type: context.activity.type }, 'turn failed');
    try {
      await apologise?.(context, error);
    } catch (again) {
      lines.warn({ err: again }, 'apology failed');
    }
  };
  return adapter;
};

/** The handler that runs an authenticated activity as a turn of the adapter, and answers an invoke. */
export const createActivityHandler =
  (adapter: AuthenticatedAdapter, logic: TurnHandler): ActivityHandler =>
  async (req, res, id) => {
    // The authenticator admits nothing that is not an activity.
    const answer = await adapter.run(req.body as Activity, async (context) => {
      context.turnState.set(correlationKey, id);
      await logic(context);
    });
    if (answer?.body !== undefined) return void res.send(answer.status, answer.body);
    // Restify would send an empty answer in two parts, the second for its length.
    res.statusCode = answer?.status ?? 200;
    res.end();
  };
