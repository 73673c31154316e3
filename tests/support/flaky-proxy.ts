import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { atEnd } from "./engines.ts";
import { freePort } from "./postgres-cluster.ts";

/** A way to a PostgreSQL that can be shut and opened again: to who uses it, the database stopped and started. */
export interface FlakyProxy {
  /** The URL of the same database, through it. */
  url: string;
  shut: () => Promise<void>;
  open: () => Promise<void>;
}

export async function flakyProxy(databaseUrl: string): Promise<FlakyProxy> {
  const there = new URL(databaseUrl);
  const port = await freePort();
  const sockets = new Set<Socket>();
  const proxy = createServer((here) => {
    const onward = connect(Number(there.port), there.hostname);
    for (const [from, to] of [
      [here, onward],
      [onward, here],
    ] as const) {
      sockets.add(from);
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  const open = async () => {
    proxy.listen(port, "127.0.0.1");
    await once(proxy, "listening");
  };
  const shut = async () => {
    const closed = once(proxy, "close");
    proxy.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await open();
  atEnd(async () => {
    if (proxy.listening) await shut();
  });
  const url = new URL(databaseUrl);
  url.port = String(port);
  return { url: url.href, shut, open };
}
