// Parts of restify that its types (@types/restify) do not name.

declare module 'restify/lib/router.js' {
  import type { ServerOptions } from 'restify';

  const Router: new (options: ServerOptions) => NonNullable<ServerOptions['router']>;
  export default Router;
}

declare module 'restify/lib/server.js' {
  import type { Server as RestifyServer, ServerOptions } from 'restify';

  const Server: new (options: ServerOptions) => RestifyServer;
  export default Server;
}
