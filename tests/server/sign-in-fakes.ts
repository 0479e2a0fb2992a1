import { OAuth2Server } from "oauth2-mock-server";
import { NOWHERE } from "./origin";
import { rerouted, type Reroutes } from "./reroute";

/** Whom a provider would sign in, in its own claims. */
type Claims = Record<string, string | boolean>;

/** One OAuth server in the place of Google's, Microsoft's and LinkedIn's, which are found at fixed addresses. */
export async function openProviders() {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  await server.start(0, "127.0.0.1");
  const issuer = server.issuer.url ?? "";
  const microsoft = "https://login.microsoftonline.com/common/oauth2/v2.0";
  const reroutes: Reroutes = {
    "https://accounts.google.com/o/oauth2/v2/auth": `${issuer}/authorize`,
    "https://oauth2.googleapis.com/token": `${issuer}/token`,
    [`${microsoft}/authorize`]: `${issuer}/authorize`,
    [`${microsoft}/token`]: `${issuer}/token`,
    "https://www.linkedin.com/oauth/v2/authorization": `${issuer}/authorize`,
    "https://www.linkedin.com/oauth/v2/accessToken": `${issuer}/token`,
    "https://api.linkedin.com/v2/userinfo": `${issuer}/userinfo`,
    // Whoever asks for more than is needed finds nobody.
    "https://graph.microsoft.com": NOWHERE,
  };
  let claims: Claims = {};
  const asked: Record<string, unknown>[] = [];
  const trouble: { token?: number; userinfo?: number } = {};
  server.service.on("beforeTokenSigning", ({ payload }: { payload: object }) => {
    Object.assign(payload, claims);
  });
  server.service.on(
    "beforeResponse",
    (answer: { statusCode: number }, request: { body: Record<string, unknown> }) => {
      asked.push(request.body);
      answer.statusCode = trouble.token ?? answer.statusCode;
    },
  );
  server.service.on("beforeUserinfo", (answer: { statusCode: number; body: object }) => {
    answer.body = claims;
    answer.statusCode = trouble.userinfo ?? answer.statusCode;
  });
  return {
    reroutes,
    asked,
    trouble,
    env: {
      GOOGLE_CLIENT_ID: "google-client",
      GOOGLE_CLIENT_SECRET: "google-secret",
      MICROSOFT_CLIENT_ID: "microsoft-client",
      MICROSOFT_CLIENT_SECRET: "microsoft-secret",
      LINKEDIN_CLIENT_ID: "linkedin-client",
      LINKEDIN_CLIENT_SECRET: "linkedin-secret",
    },
    knows(person: Claims) {
      claims = person;
    },
    /** As a browser goes there and is sent back: gives the address it comes back to. */
    async agree(url: string): Promise<URL> {
      const answer = await fetch(rerouted(reroutes, url), { redirect: "manual" });
      return new URL(answer.headers.get("location")!);
    },
    stop: () => server.stop(),
  };
}
