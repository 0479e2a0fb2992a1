import { OAuth2Server } from "oauth2-mock-server";

/** A real OAuth server in the place of Google's and Microsoft's, with the tokens it gave in the test's hand. */
export async function startConsent() {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  await server.start(0, "127.0.0.1");
  const issuer = server.issuer.url ?? "";
  const good = new Set<string>();
  const asked: Record<string, unknown>[] = [];
  /** What the next answers of the token door are changed to. */
  const answers: { status?: number; body?: Record<string, unknown> }[] = [];
  let revoked = 0;
  server.service.on("beforeTokenSigning", (token: { payload: Record<string, unknown> }) => {
    token.payload.jti = crypto.randomUUID();
  });
  server.service.on(
    "beforeResponse",
    (
      answer: { statusCode: number; body: Record<string, unknown> },
      request: { body: Record<string, unknown> },
    ) => {
      asked.push(request.body);
      // The real ones say which scopes were given.
      delete answer.body.scope;
      const change = answers.shift();
      if (change?.status !== undefined) answer.statusCode = change.status;
      if (change?.status === undefined) Object.assign(answer.body, change?.body);
      else answer.body = change.body ?? {};
      if (typeof answer.body.access_token === "string") good.add(answer.body.access_token);
    },
  );
  server.service.on("beforeRevoke", () => {
    revoked += 1;
  });
  return {
    urls: {
      googleAuth: `${issuer}/authorize`,
      googleToken: `${issuer}/token`,
      googleRevoke: `${issuer}/revoke`,
      microsoftAuth: `${issuer}/authorize`,
      microsoftToken: `${issuer}/token`,
    },
    good,
    asked,
    answers,
    revoked: () => revoked,
    stop: () => server.stop(),
  };
}
