import * as z from "zod";
import { callService } from "./failure";
import type { OAuthProvider } from "./oauth";
import type { ServiceUrls } from "./services";

const gmailProfile = z.object({ emailAddress: z.email() });
const graphProfile = z.object({
  mail: z.email().nullish(),
  userPrincipalName: z.string(),
  displayName: z.string().nullish(),
});

/** Whose mailbox it is, in the service's own words. @throws ServiceFailure */
export async function ownerOf(
  provider: OAuthProvider,
  token: string,
  { urls, fetch }: { urls: ServiceUrls; fetch: typeof globalThis.fetch },
): Promise<{ address: string; name: string }> {
  const headers = { authorization: `Bearer ${token}` };
  if (provider === "gmail") {
    const answer = await callService(fetch, `${urls.gmail}/gmail/v1/users/me/profile`, { headers });
    const { emailAddress } = gmailProfile.parse(await answer.json());
    return { address: emailAddress.toLowerCase(), name: "" };
  }
  const answer = await callService(
    fetch,
    `${urls.graph}/v1.0/me?$select=mail,userPrincipalName,displayName`,
    { headers },
  );
  const { mail, userPrincipalName, displayName } = graphProfile.parse(await answer.json());
  return { address: (mail ?? userPrincipalName).toLowerCase(), name: displayName ?? "" };
}
