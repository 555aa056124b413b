import { createRequire } from 'node:module';
import type restify from 'restify';

type Options = restify.ServerOptions;
type Make<T> = new (options: Options) => T;

// Not by the package's main entry, which also loads plugins that nobody here uses: a tenth of a second of every start.
const load = createRequire(import.meta.url);
const Router = load('restify/lib/router.js') as Make<NonNullable<Options['router']>>;
const Server = load('restify/lib/server.js') as Make<restify.Server>;

/** Restify's own `createServer`, without what it does for options that are not given here. */
export const createRestify = (options: Required<Pick<Options, 'name' | 'log'>>): restify.Server =>
  new Server({ ...options, router: new Router(options) });
