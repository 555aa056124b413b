import type restify from 'restify';
// Not by the package's main entry, which also loads plugins that nobody here uses: a tenth of a second of every start.
import Router from 'restify/lib/router.js';
import Server from 'restify/lib/server.js';

type Options = restify.ServerOptions;

/** Restify's own `createServer`, without what it does for options that are not given here. */
export const createRestify = (options: Required<Pick<Options, 'name' | 'log'>>): restify.Server =>
  new Server({ ...options, router: new Router(options) });
