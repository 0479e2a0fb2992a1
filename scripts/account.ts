/** A person with an account on a server, and the cookies of a browser that is signed in there. */
export type Account = {
  email: string;
  cookies: { name: string; value: string; url: string }[];
  /** Sends a request as this person. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** The same person, signed in once more. */
  signInAgain: () => Promise<Account>;
};

export function createAccount(
  server: string,
  name: string,
  more: Record<string, string> = {},
): Promise<Account> {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}.${Date.now()}@practice.example`;
  return enter(
    server,
    "sign-up",
    { email, name, password: `practice-${crypto.randomUUID()}` },
    more,
  );
}

type Person = { email: string; name: string; password: string };

async function enter(
  server: string,
  how: "sign-up" | "sign-in",
  person: Person,
  more: Record<string, string>,
): Promise<Account> {
  const entered = await fetch(`${server}/api/auth/${how}/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server, ...more },
    body: JSON.stringify(person),
  });
  if (!entered.ok) {
    throw new Error(`The ${how} failed: ${entered.status} ${await entered.text()}`);
  }
  const pairs = entered.headers.getSetCookie().map((line) => line.split(";")[0]!);
  return {
    email: person.email,
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
    signInAgain: () => enter(server, "sign-in", person, more),
  };
}
