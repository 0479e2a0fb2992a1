import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PROVIDERS, type Provider } from "@/server/auth";
import { sql } from "@/server/database";
import { cookieOf, openGround, ORIGIN, type Ground } from "./ground";
import { NOWHERE } from "./origin";
import { openProviders } from "./sign-in-fakes";

const NEXT = "/pair?code=BCDF-GHJK";
let providers: Awaited<ReturnType<typeof openProviders>>;
let ground: Ground;
beforeAll(async () => {
  providers = await openProviders();
});
afterAll(() => providers.stop());
beforeEach(async () => {
  const { env, reroutes } = providers;
  ground = await openGround({ env, reroutes });
  providers.trouble.token = undefined;
  providers.trouble.userinfo = undefined;
  providers.knows(ada);
  return () => ground.close();
});

const ada = {
  sub: "subject-1",
  oid: "00000000-0000-4000-8000-000000000001",
  email: "ada@norling.example",
  name: "Ada Norling",
  email_verified: true,
};

/** Out to the provider: what the browser takes along, and the address it was sent to. */
async function goOut(provider: Provider) {
  const answer = await ground.form("/sign-in", { step: "provider", provider, next: NEXT });
  expect(answer.status).toBe(303);
  return { cookie: cookieOf(answer), url: answer.headers.get("location")! };
}
const comeBack = ({ pathname, search }: URL, cookie: string) =>
  ground.ask(`${pathname}${search}`, { headers: { cookie } });

async function through(provider: Provider) {
  const { cookie, url } = await goOut(provider);
  return comeBack(await providers.agree(url), cookie);
}
const whoIs = async (answer: Response) => {
  const headers = { cookie: cookieOf(answer) };
  return (await (await ground.ask("/v1/me", { headers })).json()).user as
    | { id: string; email: string }
    | undefined;
};
/** The page they are led back to, and what it says. */
async function trouble(answer: Response, language = "en"): Promise<string> {
  const back = new URL(answer.headers.get("location") ?? "", ORIGIN);
  expect([back.origin, back.pathname]).toEqual([ORIGIN, "/sign-in"]);
  expect(await whoIs(answer)).toBeUndefined();
  const page = await ground.ask(`${back.pathname}${back.search}`, {
    headers: { "accept-language": language },
  });
  expect(page.status).toBe(400);
  return page.text();
}
const people = async () => {
  const [rows] = await ground.database.read([sql("select email from user")]);
  return (rows ?? []).map(({ email }) => email);
};

describe.each(PROVIDERS)("through %s", (provider) => {
  it("signs a new person in, leads to where they were going, and knows them again", async () => {
    const answer = await through(provider);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, NEXT]);
    expect(answer.headers.getSetCookie().join("\n")).toMatch(/session_token=.*HttpOnly/);
    const first = await whoIs(answer);
    expect(first).toMatchObject({ email: ada.email });
    // With another address there it is still the same person.
    providers.knows({ ...ada, email: "ada@elsewhere.example" });
    expect((await whoIs(await through(provider)))?.id).toBe(first?.id);
    expect(await people()).toEqual([ada.email]);
  });

  it("asks for who it is and no more, and proves that who comes back went out", async () => {
    const { url } = await goOut(provider);
    const query = new URL(url).searchParams;
    expect(query.get("redirect_uri")).toBe(`${ORIGIN}/api/auth/callback/${provider}`);
    expect(query.get("scope")?.split(" ")).toEqual(expect.arrayContaining(["openid", "email"]));
    await through(provider);
    expect(providers.asked.at(-1)).toMatchObject({
      client_id: `${provider}-client`,
      client_secret: `${provider}-secret`,
    });
    if (provider === "linkedin") return;
    expect(query.get("code_challenge_method")).toBe("S256");
    expect(String(providers.asked.at(-1)?.code_verifier).length).toBeGreaterThan(42);
  });

  it("a link sent by somebody else signs nobody in, and a state counts once", async () => {
    const theirs = await goOut(provider);
    const back = await providers.agree(theirs.url);
    const mine = await goOut(provider);
    for (const cookie of ["", mine.cookie]) {
      expect(await trouble(await comeBack(back, cookie))).toContain("did not work");
    }
    const made = new URL(back);
    made.searchParams.set("state", "made-up");
    expect(await trouble(await comeBack(made, theirs.cookie))).toContain("did not work");
    expect(await people()).toEqual([]);
    expect(await whoIs(await comeBack(back, theirs.cookie))).toMatchObject({ email: ada.email });
    expect(await trouble(await comeBack(back, theirs.cookie))).toContain("did not work");
  });

  it("says so when nothing was agreed to, and still knows where they were going", async () => {
    const { cookie, url } = await goOut(provider);
    const back = new URL(`${ORIGIN}/api/auth/callback/${provider}?error=access_denied`);
    back.searchParams.set("state", new URL(url).searchParams.get("state")!);
    const page = await trouble(await comeBack(back, cookie), "fr");
    expect(page).toContain("pas donné votre accord");
    expect(page).toContain(`value="${NEXT}"`);
  });

  it("makes nobody when the provider is down or does not say who it is", async () => {
    providers.trouble.token = 503;
    expect(await trouble(await through(provider))).toContain("did not work");
    providers.trouble.token = undefined;
    providers.trouble.userinfo = 500;
    providers.knows({ sub: ada.sub, oid: ada.oid, name: ada.name });
    expect(await trouble(await through(provider))).toContain("did not work");
    expect(await people()).toEqual([]);
  });

  it("an address that nobody proved there opens no account that is here", async () => {
    await ground.signIn(ada.email);
    providers.knows({ ...ada, email_verified: false });
    expect(await trouble(await through(provider))).toContain("Sign in with a code");
    providers.knows(ada);
    expect(await whoIs(await through(provider))).toMatchObject({ email: ada.email });
    expect(await people()).toEqual([ada.email]);
  });
});

it.each([/token/i, /userinfo/])(
  "makes nobody when the provider cannot be reached at %s",
  async (door) => {
    const { env, reroutes } = providers;
    const dead = Object.keys(reroutes).filter((url) => door.test(url));
    await ground.close();
    ground = await openGround({
      env,
      reroutes: { ...reroutes, ...Object.fromEntries(dead.map((url) => [url, NOWHERE])) },
    });
    for (const provider of door.source === "userinfo" ? (["linkedin"] as const) : PROVIDERS) {
      expect(await trouble(await through(provider))).toContain("did not work");
    }
    expect(await people()).toEqual([]);
  },
);

it("lets nobody new in where signing up is closed", async () => {
  const { env, reroutes } = providers;
  await ground.close();
  ground = await openGround({ env: { ...env, SIGN_UP: "closed" }, reroutes });
  for (const provider of PROVIDERS) {
    expect(await trouble(await through(provider))).toContain("takes nobody new");
  }
  expect(await people()).toEqual([]);
});

it("takes nobody on an address that is not proven there, where letters could prove it", async () => {
  const { env, reroutes } = providers;
  await ground.close();
  ground = await openGround({ env, reroutes, delivers: true });
  for (const provider of PROVIDERS) {
    providers.knows({ ...ada, email_verified: false });
    expect(await trouble(await through(provider))).toContain("is not proven there");
    expect(await people()).toEqual([]);
  }
  providers.knows(ada);
  expect(await whoIs(await through("microsoft"))).toMatchObject({ email: ada.email });
});
