/** As a `ref`: what has just come to stand here is scrolled to, where it is out of sight. */
export function intoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
