/** A person with an account on a server, as a browser that is signed in there: enough to let devices in. */
export type Account = {
  email: string;
  /** Approves the short code that a device shows. */
  approve: (userCode: string) => Promise<void>;
  /** Sends an authorised request as this person. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
};

export async function createAccount(server: string, name: string): Promise<Account> {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}.${Date.now()}@practice.example`;
  const signedUp = await fetch(`${server}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server },
    body: JSON.stringify({ email, name, password: `practice-${crypto.randomUUID()}` }),
  });
  if (!signedUp.ok)
    throw new Error(`Signing up failed: ${signedUp.status} ${await signedUp.text()}`);
  const cookie = signedUp.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${server}${path}`, {
      ...init,
      headers: { "content-type": "application/json", origin: server, cookie },
    });
  return {
    email,
    ask,
    async approve(userCode) {
      const answer = await ask("/v1/pair/approve", {
        method: "POST",
        body: JSON.stringify({ user_code: userCode }),
      });
      if (!answer.ok) throw new Error(`The code was not approved: ${await answer.text()}`);
    },
  };
}
