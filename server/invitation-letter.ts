import type { Role } from "@/lib/model/role";
import type { Letter, Mail } from "./mail";

type Offer = { email: string; role: Role; secret: string };
type Sender = { team: string; from: string; publicUrl: string };

const ROLE_WORDS: Record<Role, [en: string, fr: string]> = {
  owner: ["owner", "propriétaire"],
  recruiter: ["recruiter", "recruteur"],
  hiringManager: ["hiring manager", "responsable du recrutement"],
  viewer: ["viewer", "lecteur"],
};

export function invitationLink(publicUrl: string, secret: string): string {
  const link = new URL("/invite", publicUrl);
  link.searchParams.set("code", secret);
  return link.href;
}

/** True when the letter went out; the invitation stands either way, and its link can be handed over by hand. */
export async function sendInvitation(
  mail: Mail,
  offer: Offer,
  sender: Sender,
  log: (line: string) => void,
): Promise<boolean> {
  if (!mail.delivers) return false;
  try {
    await mail.send(letterOf(offer, sender));
    return true;
  } catch (error) {
    log(`An invitation could not be mailed: ${String(error)}`);
    return false;
  }
}

function letterOf({ email, role, secret }: Offer, { team, from, publicUrl }: Sender): Letter {
  const link = invitationLink(publicUrl, secret);
  const [en, fr] = ROLE_WORDS[role];
  return {
    to: email,
    subject: `${team} — Rapport`,
    text: `${from} invites you to the team “${team}” in Rapport, as ${en}. The link is good for seven days:

${link}

If you do not know who this is, do nothing.

${from} vous invite dans l’équipe «\u00a0${team}\u00a0» sur Rapport, comme ${fr}. Le lien est valable sept jours\u00a0:

${link}

Si vous ne savez pas de qui il s’agit, ne faites rien.`,
  };
}
