import type { Context } from "hono";

export type Language = "en" | "fr";

const en = {
  account: "Your account",
  addressOrCode: "E-mail address",
  approve: "Connect this device",
  approved: "Connected. You can close this tab and go back to the extension.",
  approvedTitle: "Device connected",
  codeAgain: "Send another code",
  codeAsk: "Connect a device",
  codeAskHint: "Enter the code that the extension shows.",
  codeField: "Code",
  codeLogged:
    "This server sends no e-mail. The code is printed where the server runs: look at its log.",
  codeMismatch:
    "Continue only if the extension shows exactly this code. If you did not start this yourself, refuse.",
  codeSent: "A code was sent to {email}. It is good for ten minutes.",
  codeStale: "This code is unknown, already used or too old. Start again in the extension.",
  codeTitle: "Is this your device?",
  continue: "Continue",
  continueWith: "Continue with {provider}",
  create: "Create account",
  deny: "Refuse",
  denied: "Refused. This device was not connected.",
  deniedTitle: "Device refused",
  deviceAsks: "{device} asks to be connected as {email}.",
  emailMe: "E-mail me a code",
  logMe: "Get a code from the server’s log",
  enterCode: "Enter your code",
  home: "Rapport server",
  homeText: "This is where your devices meet. Everything you keep also stays on each of them.",
  homeDocs: "Programming interface",
  inviteAccept: "Join the team",
  inviteAsks: "{from} invites you to the team “{team}”.",
  inviteDecline: "Decline",
  inviteMore:
    "What is in the team is shared with its members. Your own notebook stays yours alone. You are signed in as {email}.",
  inviteOther: "This invitation is for {offered}. You are signed in as {email}.",
  inviteOtherTitle: "For another address",
  inviteStale:
    "This invitation was answered, taken back, or is older than seven days. Ask for another one.",
  inviteStaleTitle: "No longer good",
  inviteTitle: "You are invited",
  joined:
    "You are in “{team}”. It appears in Rapport when you next open it; you can close this tab.",
  joinedTitle: "Welcome",
  declined: "You have declined the invitation to “{team}”. Nothing was shared.",
  declinedTitle: "Declined",
  leave: "Write to me no more",
  leaveBroken:
    "This link is not whole. Open it from the mail itself, or answer the mail and say so.",
  leaveText:
    "{address} will get no more mail from this sender. Nothing changes until you press the button.",
  leaveTitle: "No more mail?",
  left: "{address} will not be written to again. You can close this tab.",
  leftTitle: "It is written down",
  mailConnected:
    "Mails can now be sent from {address}, and answers to them are shown in Rapport. You can close this tab.",
  mailConnectedBlind:
    "Mails can now be sent from {address}. You did not let answers be read, so they are seen only in your mailbox. You can close this tab.",
  mailConnectedTitle: "Mailbox connected",
  mailDenied: "You did not agree there, so nothing was connected. You can close this tab.",
  mailFailed:
    "The mail service did not accept this. Nothing was connected; start again in the extension.",
  mailNoSending:
    "Sending was not allowed there, and without it nothing can be sent. Start again in the extension and leave that box ticked.",
  mailNotConnected: "Mailbox not connected",
  mailStale:
    "This link is too old, was used already, or belongs to another account than the one signed in here. Start again in the extension.",
  otherAccount: "Sign out and use another account",
  password: "Password",
  passwordHint: "At least 10 characters.",
  passwordInstead: "Use a password instead",
  codeInstead: "Use a code instead",
  problemAddress: "This is not an e-mail address.",
  problemClosed: "This server takes nobody new. Whoever runs it can let you in.",
  problemCode: "This code is not right, or no longer good. Ask for another one.",
  problemExists: "There is already an account with this address. Sign in instead.",
  problemForeign: "This form was sent from another site and was not accepted.",
  problemNotLinked:
    "There is already an account with this address. Sign in with a code or its password instead.",
  problemPassword: "The address or the password is not right.",
  problemProvider: "Signing in there did not work. Nothing was changed; try again.",
  problemRefused: "You did not agree there, so nobody was signed in.",
  problemServer: "The server failed. Try again in a moment.",
  problemShort: "The password needs at least 10 characters.",
  problemSignUp: "An account could not be made with these entries.",
  problemTooMany: "Too many attempts. Wait a few minutes.",
  problemUnproven:
    "It is not proven there that this address is yours. Sign in with a code instead.",
  roleHiringManager:
    "As hiring manager: you follow applications, interviews and tasks, and read the rest.",
  roleOwner: "As owner: you change everything, and decide who is in the team.",
  roleRecruiter:
    "As recruiter: you add, change and delete people, jobs and all that belongs to them.",
  roleViewer: "As viewer: you read everything and change nothing.",
  signIn: "Sign in",
  signInHint: "To keep your notebook on all your devices.",
  skip: "Skip to content",
};

export type Words = typeof en;
export type Word = keyof Words;

const fr: Words = {
  account: "Votre compte",
  addressOrCode: "Adresse e-mail",
  approve: "Connecter cet appareil",
  approved: "C’est fait. Vous pouvez fermer cet onglet et revenir à l’extension.",
  approvedTitle: "Appareil connecté",
  codeAgain: "Envoyer un autre code",
  codeAsk: "Connecter un appareil",
  codeAskHint: "Saisissez le code affiché par l’extension.",
  codeField: "Code",
  codeLogged:
    "Ce serveur n’envoie pas d’e-mail. Le code est imprimé là où le serveur tourne\u00a0: regardez son journal.",
  codeMismatch:
    "Continuez seulement si l’extension affiche exactement ce code. Si vous n’avez rien demandé, refusez.",
  codeSent: "Un code a été envoyé à {email}. Il est valable dix minutes.",
  codeStale: "Ce code est inconnu, déjà utilisé ou trop ancien. Recommencez dans l’extension.",
  codeTitle: "Est-ce bien votre appareil\u202f?",
  continue: "Continuer",
  continueWith: "Continuer avec {provider}",
  create: "Créer un compte",
  deny: "Refuser",
  denied: "Refusé. Cet appareil n’a pas été connecté.",
  deniedTitle: "Appareil refusé",
  deviceAsks: "{device} demande à être connecté au compte {email}.",
  emailMe: "Recevoir un code par e-mail",
  logMe: "Obtenir un code dans le journal du serveur",
  enterCode: "Saisissez votre code",
  home: "Serveur Rapport",
  homeText:
    "C’est ici que vos appareils se retrouvent. Tout ce que vous gardez reste aussi sur chacun d’eux.",
  homeDocs: "Interface de programmation",
  inviteAccept: "Rejoindre l’équipe",
  inviteAsks: "{from} vous invite dans l’équipe «\u00a0{team}\u00a0».",
  inviteDecline: "Décliner",
  inviteMore:
    "Ce qui est dans l’équipe est partagé entre ses membres. Votre propre carnet reste à vous seul. Vous êtes connecté en tant que {email}.",
  inviteOther: "Cette invitation est destinée à {offered}. Vous êtes connecté en tant que {email}.",
  inviteOtherTitle: "Pour une autre adresse",
  inviteStale:
    "Cette invitation a reçu une réponse, a été retirée ou date de plus de sept jours. Demandez-en une autre.",
  inviteStaleTitle: "Plus valable",
  inviteTitle: "Vous êtes invité",
  joined:
    "Vous êtes dans «\u00a0{team}\u00a0». L’équipe apparaît dans Rapport à sa prochaine ouverture\u202f; vous pouvez fermer cet onglet.",
  joinedTitle: "Bienvenue",
  declined: "Vous avez décliné l’invitation dans «\u00a0{team}\u00a0». Rien n’a été partagé.",
  declinedTitle: "Invitation déclinée",
  leave: "Ne plus m’écrire",
  leaveBroken:
    "Ce lien est incomplet. Ouvrez-le depuis le message lui-même, ou répondez-y pour le dire.",
  leaveText:
    "{address} ne recevra plus de message de cet expéditeur. Rien ne change tant que vous n’appuyez pas sur le bouton.",
  leaveTitle: "Ne plus recevoir de messages\u202f?",
  left: "Plus aucun message ne sera envoyé à {address}. Vous pouvez fermer cet onglet.",
  leftTitle: "C’est noté",
  mailConnected:
    "Les messages peuvent maintenant partir de {address}, et leurs réponses s’affichent dans Rapport. Vous pouvez fermer cet onglet.",
  mailConnectedBlind:
    "Les messages peuvent maintenant partir de {address}. Vous n’avez pas permis de lire les réponses\u00a0: elles ne se voient que dans votre boîte. Vous pouvez fermer cet onglet.",
  mailConnectedTitle: "Boîte connectée",
  mailDenied:
    "Vous n’avez pas donné votre accord là-bas, rien n’a été connecté. Vous pouvez fermer cet onglet.",
  mailFailed:
    "Le service de messagerie n’a pas accepté. Rien n’a été connecté\u202f; recommencez dans l’extension.",
  mailNoSending:
    "L’envoi n’a pas été autorisé là-bas, et rien ne peut partir sans lui. Recommencez dans l’extension en laissant cette case cochée.",
  mailNotConnected: "Boîte non connectée",
  mailStale:
    "Ce lien est trop ancien, déjà utilisé, ou appartient à un autre compte que celui connecté ici. Recommencez dans l’extension.",
  otherAccount: "Se déconnecter et utiliser un autre compte",
  password: "Mot de passe",
  passwordHint: "Au moins 10 caractères.",
  passwordInstead: "Utiliser plutôt un mot de passe",
  codeInstead: "Utiliser plutôt un code",
  problemAddress: "Ce n’est pas une adresse e-mail.",
  problemClosed:
    "Ce serveur n’accepte plus de nouveau compte. La personne qui le gère peut vous y inviter.",
  problemCode: "Ce code n’est pas le bon, ou n’est plus valable. Demandez-en un autre.",
  problemExists: "Un compte existe déjà avec cette adresse. Connectez-vous plutôt.",
  problemForeign: "Ce formulaire venait d’un autre site et n’a pas été accepté.",
  problemNotLinked:
    "Un compte existe déjà avec cette adresse. Connectez-vous plutôt avec un code ou son mot de passe.",
  problemPassword: "L’adresse ou le mot de passe n’est pas le bon.",
  problemProvider: "La connexion n’a pas abouti. Rien n’a changé\u202f; réessayez.",
  problemRefused: "Vous n’avez pas donné votre accord\u00a0: personne n’a été connecté.",
  problemServer: "Le serveur a échoué. Réessayez dans un instant.",
  problemShort: "Il faut au moins 10 caractères.",
  problemSignUp: "Aucun compte n’a pu être créé avec ces données.",
  problemTooMany: "Trop d’essais. Attendez quelques minutes.",
  problemUnproven:
    "Rien n’y prouve que cette adresse est la vôtre. Connectez-vous plutôt avec un code.",
  roleHiringManager:
    "Comme responsable du recrutement\u00a0: vous suivez candidatures, entretiens et tâches, et lisez le reste.",
  roleOwner: "Comme propriétaire\u00a0: vous modifiez tout et décidez de qui est dans l’équipe.",
  roleRecruiter:
    "Comme recruteur\u00a0: vous ajoutez, modifiez et supprimez personnes, postes et tout ce qui s’y rattache.",
  roleViewer: "Comme lecteur\u00a0: vous lisez tout et ne modifiez rien.",
  signIn: "Se connecter",
  signInHint: "Pour garder votre carnet sur tous vos appareils.",
  skip: "Aller au contenu",
};

const languages = { en, fr };

export type Say = (word: Word, values?: Record<string, string>) => string;

export function languageOf(c: Context): Language {
  for (const part of (c.req.header("accept-language") ?? "").split(",")) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (tag === "fr" || tag === "en") return tag;
  }
  return "en";
}

export function sayIn(language: Language): Say {
  return (word, values = {}) =>
    languages[language][word].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
