/** As wrangler.jsonc has them. */
export const EVERY_MINUTE = "* * * * *";
export const EVERY_SIX_HOURS = "17 */6 * * *";
