type ToastAction = { label: string; onClick: () => void };

let open: () => void = () => {};
const isReady = new Promise<void>((resolve) => {
  open = resolve;
});

/** Called by the place where toasts appear, once it stands. */
export function toastsReady(): void {
  open();
}

/** Says something that passes by itself; what must not be missed is a Notice on the screen instead. */
export async function say(text: string, action?: ToastAction): Promise<void> {
  const [{ toast }] = await Promise.all([import("sonner"), isReady]);
  toast(text, { duration: action ? 8000 : 4000, ...(action && { action }) });
}
