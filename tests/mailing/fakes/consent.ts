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
  /** Lasting token → the passing ones it gave. */
  const given = new Map<string, Set<string>>();
  const takenBack = new Set<string>();
  const revoking = { isDown: false };
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
      const held = request.body.refresh_token;
      if (typeof held === "string" && takenBack.has(held)) {
        answer.statusCode = 400;
        answer.body = { error: "invalid_grant", error_description: "Token has been revoked." };
      }
      const { access_token: access, refresh_token: refresh = held } = answer.body;
      if (typeof access === "string") good.add(access);
      if (typeof access === "string" && typeof refresh === "string") {
        given.set(refresh, (given.get(refresh) ?? new Set()).add(access));
      }
    },
  );
  return {
    urls: {
      googleAuth: `${issuer}/authorize`,
      googleToken: `${issuer}/token`,
      microsoftAuth: `${issuer}/authorize`,
      microsoftToken: `${issuer}/token`,
    },
    good,
    asked,
    answers,
    /** Consents that were taken back. */
    revoked: () => takenBack.size,
    revoking,
    isDown: () => revoking.isDown,
    /** As Google does: either kind of token ends the whole consent. */
    takeBack(token: string): boolean {
      const refresh = given.has(token)
        ? token
        : [...given.keys()].find((one) => given.get(one)?.has(token));
      if (refresh === undefined || takenBack.has(refresh)) return false;
      takenBack.add(refresh);
      for (const access of given.get(refresh) ?? []) good.delete(access);
      return true;
    },
    stop: () => server.stop(),
  };
}
