import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A port that leads to one Neo4j server, and later to another, as the address of a cluster's leader does. */
export interface Neo4jProxy {
  /** Its host and port: what the servers behind it are to advertise. */
  readonly address: string
  /** Has new connections go to this server, and ends those that are open. */
  leadTo(bolt: string): void
  /** The bookmarks that clients have sent, in their order. */
  sent(): string[]
  /** Whether servers' bookmarks come through as of a later state than there is, as if what came since were lost. */
  isAhead: boolean
  close(): void
}

/** Starts one, which leads nowhere yet. */
export async function neo4jProxy(): Promise<Neo4jProxy> {
  const open = new Set<Socket>()
  let target: URL | undefined
  let sent = ''
  const server = createServer((client) => {
    const upstream = connect(Number(target?.port ?? 9), '127.0.0.1')
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
    client.on('data', (data: Buffer) => {
      sent += data.toString('latin1')
      upstream.write(data)
    })
    upstream.on('data', (data: Buffer) => {
      client.write(proxy.isAhead ? ahead(data) : data)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const end = (): void => {
    for (const socket of open) socket.destroy()
  }
  const proxy: Neo4jProxy = {
    address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    leadTo(bolt) {
      target = new URL(bolt)
      end()
    },
    sent: () => sent.match(bookmark) ?? [],
    isAhead: false,
    close() {
      server.close()
      end()
    },
  }
  return proxy
}

/** `FB:` and, in base64: one database's id of 16 bytes, the number of its last transaction, and an empty list. */
const bookmark = /FB:[A-Za-z0-9+/]+=*/g

/** Raises the number in each bookmark, in as many bytes as it has: in PackStream one, or C8 or C9 and one or two. */
function ahead(data: Buffer): Buffer {
  const text = data.toString('latin1').replace(bookmark, (found) => {
    const bytes = Buffer.from(found.slice('FB:'.length), 'base64')
    bytes[(bytes[19] ?? 0) < 0x80 ? 19 : 20] = 0x7f
    return `FB:${bytes.toString('base64')}`
  })
  return Buffer.from(text, 'latin1')
}
