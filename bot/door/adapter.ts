import { randomUUID } from 'node:crypto';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder-core';
import type restify from 'restify';
import { Authentication } from './authentication.ts';
import type { Config } from '../settings/config.ts';
import { hasPassed } from './gate.ts';
import type { Log } from '../log.ts';
import type { OnMessages } from './messagesRoute.ts';
import type { OutgoingTimes } from './outgoing.ts';
import { Refusal } from '../turn/refusal.ts';
import { CloudAdapter } from '../sdk.ts';
import { teamsCloud } from '../settings/teamsClouds.ts';

/** What is done in a turn. */
export type Logic = (context: TurnContext) => Promise<void>;

/** Choices for the adapter beside its configuration. */
export interface AdapterOptions {
  /** Tells the user, once, that something went wrong. */
  readonly apologise?: Logic;
  readonly times?: Partial<OutgoingTimes>;
}

const correlationKey = Symbol('correlationId');

/** The id that ties a turn's log lines together; a turn of our own making gets one on first use. */
export const correlationId = (context: TurnContext): string => {
  const known = context.turnState.get<string | undefined>(correlationKey);
  if (known !== undefined) return known;
  const id = randomUUID();
  context.turnState.set(correlationKey, id);
  return id;
};

/**
 * The SDK's adapter, which gives a turn to activities that a gate let pass, and to no others. It does not authenticate again: the
 * SDK's own keys and rules are other ones.
 */
class GatedAdapter extends CloudAdapter {
  private readonly appId: string;
  private readonly audience: string;

  constructor({ registration, teamsCloud: cloud, channel }: Config, authentication: Authentication) {
    super(authentication);
    this.appId = registration?.id ?? '';
    this.audience = channel['ToChannelFromBotOAuthScope'] ?? teamsCloud(cloud).scope;
  }

  protected override async processActivity(
    _authorization: unknown,
    activity: Activity,
    logic: Logic,
  ): Promise<InvokeResponse | undefined> {
    // The SDK hands on the very object the gate saw.
    if (!hasPassed(activity)) throw new Error('An activity came round the gate');
    const claimsIdentity = this.createClaimsIdentity(this.appId);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    return super.processActivity({ audience: this.audience, claimsIdentity, connectorFactory }, activity, logic);
  }
}

/**
 * The SDK's adapter on our authentication and our bounded calls to the channel. A turn that throws is logged and answered by one
 * apology; neither ever throws again.
 */
export const createAdapter = (
  config: Config,
  log: Log,
  { apologise, times = {} }: AdapterOptions = {},
): CloudAdapter => {
  const adapter = new GatedAdapter(config, new Authentication(config, times));
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

// The SDK answers with its errors' texts; it gets this in place of the response, and only a code leaves.
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

/** A turn of the adapter for what the gate let pass; an error's whole body is its code. */
export const createMessages =
  (adapter: CloudAdapter, logic: Logic): OnMessages =>
  async (req, res, id) => {
    const { answer, response } = sdkResponse(res);
    const request = { method: 'POST', headers: req.headers, body: req.body as Record<string, unknown> };
    await adapter.process(request, response, async (context) => {
      context.turnState.set(correlationKey, id);
      await logic(context);
    });
    const { status, body } = answer;
    if (typeof body === 'string' && status >= 400) throw new Refusal(500, 'internalError');
    res.send(status, body);
  };
