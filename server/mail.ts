/** One plain letter. */
export type Letter = { to: string; subject: string; text: string };

export type Mail = {
  send(letter: Letter): Promise<void>;
  /** False where letters only reach the server's log: nobody's address is proven by them. */
  delivers: boolean;
};

/** For a server on one's own computer: the letter is printed where the server runs. */
export function logMail(log: (line: string) => void): Mail {
  return {
    delivers: false,
    async send({ to, subject, text }) {
      log(`Mail to ${to}: ${subject}\n${text}`);
    },
  };
}

/** https://resend.com/docs/api-reference/emails/send-email */
export function resendMail(key: string, from: string, url: string, fetch = globalThis.fetch): Mail {
  return {
    delivers: true,
    async send({ to, subject, text }) {
      const answer = await fetch(`${url}/emails`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({ from, to: [to], subject, text }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!answer.ok) throw new Error(`The mail service answered ${answer.status}.`);
    },
  };
}
