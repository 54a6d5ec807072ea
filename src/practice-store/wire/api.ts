import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';

/** The practice store's HTTP application, with Node's own request and response in reach. */
export type ApiEnv = { Bindings: HttpBindings };
export type Api = Hono<ApiEnv>;
export type ApiContext = Context<ApiEnv>;
