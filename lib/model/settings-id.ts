/** There is one row, and every device makes the same one. */
export const SETTINGS_ID = "00000000-0000-8000-8000-000000000001";
