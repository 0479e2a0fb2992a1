/** Goes to the control in sight that answers to a key, by its `aria-keyshortcuts`: a field is focused, a button pressed. */
export function focusControl(key: string): void {
  const controls = document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
  const control = [...controls].find((one) => one.checkVisibility());
  control?.focus();
  if (control instanceof HTMLButtonElement) control.click();
}
