/** A person with an account on a server, and the cookies of a browser that is signed in there. */
export type Account = {
  email: string;
  cookies: { name: string; value: string; url: string }[];
  /** Sends a request as this person. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
};

export async function createAccount(
  server: string,
  name: string,
  more: Record<string, string> = {},
): Promise<Account> {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}.${Date.now()}@practice.example`;
  const signedUp = await fetch(`${server}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server, ...more },
    body: JSON.stringify({ email, name, password: `practice-${crypto.randomUUID()}` }),
  });
  if (!signedUp.ok) {
    throw new Error(`Signing up failed: ${signedUp.status} ${await signedUp.text()}`);
  }
  const pairs = signedUp.headers.getSetCookie().map((line) => line.split(";")[0]!);
  return {
    email,
    cookies: pairs.map((pair) => {
      const cut = pair.indexOf("=");
      return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url: server };
    }),
    ask: (path, init = {}) =>
      fetch(`${server}${path}`, {
        ...init,
        headers: {
          "content-type": "application/json",
          origin: server,
          cookie: pairs.join("; "),
          ...more,
        },
      }),
  };
}
