import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";

type Service = { fetch: (request: Request) => Response | Promise<Response> };

/** A service that is not there, on this machine. */
export async function serve(app: Service) {
  const server = createServer(getRequestListener((request) => app.fetch(request)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
