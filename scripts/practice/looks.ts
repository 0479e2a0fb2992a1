import { createHash } from "node:crypto";

/** Class names as the server-driven pages have them: a hash that means nothing to who reads it. */
export function hashed(name: string): string {
  return `_${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
}

export function looks(names: string): string {
  return names.split(" ").map(hashed).join(" ");
}

/** A number that stays the same for the same seed: keys that look random and diff as nothing. */
export function keyOf(...seed: string[]): string {
  const hex = createHash("sha256").update(seed.join("|")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A face for someone who has none: two letters on a colour of their own. */
export function portrait(name: string): string {
  const letters = name
    .split(" ")
    .map((part) => part[0])
    .slice(0, 2)
    .join("");
  const hue =
    Number.parseInt(createHash("sha256").update(name).digest("hex").slice(0, 4), 16) % 360;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">` +
    `<rect width="96" height="96" fill="hsl(${hue} 32% 46%)"/>` +
    `<text x="48" y="61" font-family="system-ui,sans-serif" font-size="36" fill="#fff" text-anchor="middle">${letters}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Our own plain look for the three families; nothing here is anybody's brand. */
export const css = `
:root { color-scheme: light; --ink: #1c2521; --dim: #5b6660; --line: #dfe3dc; --paper: #fff; --ground: #f1f2ec; --link: #1f5c4d; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.45 system-ui, "Segoe UI", Roboto, sans-serif; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
button { font: inherit; padding: 6px 14px; border: 1px solid var(--link); border-radius: 18px; background: none; color: var(--link); }
hr { border: 0; border-top: 1px solid var(--line); margin: 12px 0; }
ul { list-style: none; margin: 0; padding: 0; } p, h1, h2, h3, h4, figure { margin: 0; }
img { display: block; max-width: 100%; }
dialog:not([open]), [hidden] { display: none; }
.${hashed("banner")}, .practice-banner { background: #2b3a34; color: #f4f1e6; text-align: center; padding: 6px 16px; font-size: 13px; }
.${hashed("banner")} a, .practice-banner a { color: #f0c987; }
.${hashed("nav")} { background: var(--paper); border-bottom: 1px solid var(--line); display: flex; gap: 24px; align-items: center; padding: 10px 24px; }
.${hashed("nav")} ul, .${hashed("row")} ul, .${hashed("row")} { display: flex; gap: 16px; align-items: center; flex-wrap: wrap; }
.${hashed("nav")} input { padding: 6px 12px; border: 1px solid var(--line); border-radius: 6px; width: 260px; }
.${hashed("columns")}, .scaffold-layout__content { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 20px; max-width: 1080px; margin: 20px auto; padding: 0 16px; }
.${hashed("panes")}, .scaffold-layout__list-detail-inner { display: grid; grid-template-columns: 340px minmax(0, 1fr); gap: 20px; max-width: 1080px; margin: 20px auto; padding: 0 16px; align-items: start; }
.${hashed("card")}, .artdeco-card, .core-section-container, .top-card-layout, .job-view-layout { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 20px 24px; margin-bottom: 14px; }
.${hashed("cover")}, .profile-background-image { height: 92px; margin: -20px -24px 0; border-radius: 10px 10px 0 0; background: linear-gradient(120deg, #b9c9bd, #dcd6c2); }
.${hashed("photo")} img, img.pv-top-card-profile-picture__image, img.top-card__profile-image { width: 112px; height: 112px; border-radius: 50%; border: 4px solid #fff; margin-top: -56px; }
.${hashed("face")} img, img.presence-entity__image { width: 44px; height: 44px; border-radius: 50%; }
.${hashed("sign")} img, img.ivm-view-attr__img--centered, img.artdeco-entity-image { width: 44px; height: 44px; border-radius: 6px; }
.${hashed("name")}, h1 { font-size: 25px; line-height: 1.25; font-weight: 600; }
.${hashed("title")}, h2 { font-size: 19px; font-weight: 600; margin-bottom: 10px; }
.${hashed("strong")}, .t-bold, .experience-item__title { font-weight: 600; }
.${hashed("dim")}, .t-black--light, .experience-item__meta-item { color: var(--dim); font-size: 13.5px; }
.${hashed("off")}, .visually-hidden, .a11y-text, .sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.${hashed("none")}, .modal { display: none; }
.${hashed("entity")}, .profile-section-card, [data-view-name="profile-component-entity"], .base-card { display: grid; grid-template-columns: 56px minmax(0, 1fr); gap: 4px 12px; padding: 10px 0; }
.${hashed("positions")} { grid-column: 2; border-left: 2px solid var(--line); padding-left: 14px; }
.${hashed("positions")} li { padding: 6px 0; }
.${hashed("text")}, .inline-show-more-text, .show-more-less-text, .description__text { white-space: pre-line; }
.${hashed("skeleton")} { height: 14px; border-radius: 7px; background: var(--line); margin: 10px 0; }
.${hashed("footer")} { max-width: 1080px; margin: 24px auto; padding: 0 16px; color: var(--dim); font-size: 13px; }
.${hashed("wall")}, .authwall, .not-found { max-width: 440px; margin: 60px auto; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 28px; }
.${hashed("wall")} input, .authwall input { display: block; width: 100%; margin: 8px 0; padding: 8px; }
.job-card-container, .job-card-list { padding: 10px 0; border-bottom: 1px solid var(--line); }
.description__job-criteria-list, .job-details-fit-level-preferences { display: flex; gap: 18px; flex-wrap: wrap; margin: 12px 0; }
.${hashed("entity")} a, .${hashed("job")}, .profile-section-card a, [data-view-name="profile-component-entity"] a, .base-card a { color: inherit; }
.${hashed("entity")} .${hashed("row")} { gap: 6px; align-items: baseline; }
.${hashed("text")} li, .jobs-description__content li, .show-more-less-html li { list-style: disc; margin-left: 20px; }
.profile-section-card h3, .base-card h3 { font-size: 16px; } .profile-section-card h4, .base-card h4, .top-card-layout h3, .top-card-layout h4 { font-size: 15px; font-weight: 400; }
.top-card-layout__headline { font-size: 16px; font-weight: 400; } .profile-info-subheader .link { margin-left: 12px; color: var(--link); }
.global-nav__nav { border-radius: 0; border-width: 0 0 1px; padding: 12px 24px; display: flex; gap: 16px; }
.core-rail { max-width: 760px; margin: 20px auto; padding: 0 16px; }
.pv-profile-card__anchor { display: none; }
@media (max-width: 820px) { .${hashed("columns")}, .${hashed("panes")}, .scaffold-layout__content, .scaffold-layout__list-detail-inner { grid-template-columns: 1fr; } }
`;
