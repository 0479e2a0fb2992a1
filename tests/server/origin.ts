/** What a server under test is told about itself. */
export const ORIGIN = "https://rapport.example";
export const MAIL_KEY = Buffer.alloc(32, 7).toString("base64");
export const SECRET = "a-secret-that-is-for-tests-alone-0123456789";
/** When its tests begin. */
export const START = Date.UTC(2026, 8, 1, 9);
/** Nothing listens there. */
export const NOWHERE = "http://127.0.0.1:2";
