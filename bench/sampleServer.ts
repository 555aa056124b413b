import {
  type ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import restify from 'restify';

const unregistered: ConfigurationBotFrameworkAuthenticationOptions = {};

/** Serves a bot on `PORT` as the SDK's samples do. */
export function serve(bot: ActivityHandler): void {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(unregistered));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async ({ headers, body }: restify.Request, res: restify.Response) => {
    // As a plain object: the types of restify and of the SDK do not fit together.
    const request = { method: 'POST', headers, body: body as Record<string, unknown> };
    await adapter.process(request, res, (context) => bot.run(context));
  });
  server.listen(process.env['PORT'], '127.0.0.1');
}
