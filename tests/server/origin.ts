/** What a server under test is told about itself. */
export const ORIGIN = "https://rapport.example";
export const MAIL_KEY = Buffer.alloc(32, 7).toString("base64");
