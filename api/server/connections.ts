import type { ServerOptions } from 'node:http'
import type { ServerSettings } from './settings/settings.ts'

/** How Node.js is to treat connections: whoever sends too slowly is answered 408, too large headers 431, and cut off. */
export function connectionOptions(connections: ServerSettings['connections']): ServerOptions {
  const { headerSeconds, requestSeconds, keepAliveSeconds, headerKilobytes } = connections
  return {
    headersTimeout: headerSeconds * 1000,
    // Headers are part of the request: Node.js refuses a shorter time for the whole.
    requestTimeout: Math.max(requestSeconds, headerSeconds) * 1000,
    keepAliveTimeout: keepAliveSeconds * 1000,
    maxHeaderSize: headerKilobytes * 1024,
    // How often it looks: nobody takes much longer than they may.
    connectionsCheckingInterval: Math.min(headerSeconds * 250, 5000),
  }
}
