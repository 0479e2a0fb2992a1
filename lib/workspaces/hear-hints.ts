/** For a screen that opens: hears at once when another device has changed something. No screen waits for it to be shown. */
export async function hearHints(): Promise<void> {
  const { listenWhileOpen } = await import("./extension-live");
  await listenWhileOpen();
}
