import { createHash, randomBytes, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { servedPage } from "./document";
import { pageAt } from "./pages";
import { isFamily, wishOf } from "./switches";
import { companies } from "./world/companies";
import { jobs } from "./world/jobs";
import { people } from "./world/people";

const HOST = "www.linkedin.com";
const ORIGIN = `https://${HOST}`;

export type PracticeNetwork = {
  port: number;
  /** Where it is reached in a browser started with `browserFlags`. */
  origin: string;
  /** Send the real host names here, and trust this run's certificate alone. */
  browserFlags: string[];
  /** Every address that was asked for, in order: what reaches the site and what does not is seen here. */
  heard: string[];
  people: typeof people;
  companies: typeof companies;
  jobs: typeof jobs;
  stop: () => Promise<void>;
};

/** Serves the practice network on this machine, under a certificate made for this run and never written down. */
export async function startPractice({
  port = 0,
  now = () => new Date(),
}: { port?: number; now?: () => Date } = {}): Promise<PracticeNetwork> {
  const certificate = await generate([{ name: "commonName", value: HOST }], {
    keyType: "ec",
    extensions: [
      {
        name: "subjectAltName",
        altNames: [HOST, "linkedin.com"].map((value) => ({ type: 2, value })),
      },
    ],
  });
  const client = await readFile(new URL("./client.js", import.meta.url), "utf8");
  const heard: string[] = [];
  const server = createServer(
    { key: certificate.private, cert: certificate.cert },
    (request, response) => {
      heard.push(request.url ?? "/");
      answer(request, response, client, now());
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    port: taken,
    origin: ORIGIN,
    browserFlags: [
      `--host-resolver-rules=MAP linkedin.com 127.0.0.1:${taken}, MAP *.linkedin.com 127.0.0.1:${taken}`,
      `--ignore-certificate-errors-spki-list=${fingerprintOf(certificate.cert)}`,
    ],
    heard,
    people,
    companies,
    jobs,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  client: string,
  now: Date,
): void {
  const address = new URL(request.url ?? "/", ORIGIN);
  if (address.pathname === "/practice/client.js") {
    response.setHeader("content-type", "text/javascript; charset=utf-8");
    response.end(client);
    return;
  }
  const family = /^\/practice\/family\/(\w+)$/.exec(address.pathname)?.[1];
  if (isFamily(family)) {
    response.setHeader("set-cookie", `practice_family=${family}; Path=/; SameSite=Lax`);
    response.writeHead(302, { location: backFrom(request) }).end();
    return;
  }
  const page = pageAt(address, wishOf(address, request.headers.cookie), now);
  const nonce = randomBytes(12).toString("base64url");
  response.statusCode = page.status;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  // As strict as the site: no script but the page's own, and no text turned into HTML.
  response.setHeader(
    "content-security-policy",
    `default-src 'self'; img-src 'self' data:; script-src 'nonce-${nonce}'; ` +
      `style-src 'nonce-${nonce}'; require-trusted-types-for 'script'; trusted-types 'none'`,
  );
  response.end(servedPage(page, nonce));
}

/** The page the visitor came from, on this network only. */
function backFrom(request: IncomingMessage): string {
  const from = URL.parse(request.headers.referer ?? "");
  return from?.origin === ORIGIN ? from.pathname + from.search : "/feed/";
}

function fingerprintOf(certificate: string): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}
