/** Focuses the control in sight that answers to a key, by its `aria-keyshortcuts`. */
export function focusControl(key: string): void {
  const controls = document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
  [...controls].find((control) => control.checkVisibility())?.focus();
}
