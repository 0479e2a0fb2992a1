/** The colours of components/ui/theme.css. One sheet for the few pages the server shows; no script and nothing from elsewhere. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: light-dark(oklch(0.974 0.005 330), oklch(0.178 0.012 335));
  --card: light-dark(oklch(0.996 0.002 330), oklch(0.218 0.014 335));
  --ink: light-dark(oklch(0.235 0.022 335), oklch(0.945 0.006 335));
  --soft: light-dark(oklch(0.42 0.022 335), oklch(0.79 0.012 335));
  --line: light-dark(oklch(0.9 0.008 330), oklch(0.315 0.016 335));
  --strong: light-dark(oklch(0.62 0.02 335), oklch(0.56 0.022 335));
  --accent: light-dark(oklch(0.42 0.135 352), oklch(0.765 0.1 352));
  --on-accent: light-dark(oklch(0.99 0.004 350), oklch(0.2 0.045 350));
  --bad: light-dark(oklch(0.49 0.165 27), oklch(0.79 0.11 27));
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink); min-height: 100vh;
  font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif;
}
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem .75rem; }
main { max-width: 27rem; margin: 0 auto; padding: 2.5rem 1rem; }
main.wide { max-width: 56rem; }
.brand { font-weight: 650; letter-spacing: -.01em; margin: 0 0 1.25rem; color: var(--soft); }
.card {
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.5rem;
}
.card > :last-child, .card > :last-child > :last-child { margin-bottom: 0; }
h1 {
  font: 600 1.6rem/1.2 "Iowan Old Style", Georgia, "Noto Serif", serif; margin: 0 0 .5rem;
}
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
label { display: block; font-weight: 550; margin: 0 0 .35rem; }
input {
  width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit;
  background: var(--ground); border: 1px solid var(--strong); border-radius: 6px; margin: 0 0 1rem;
}
input.code { font: 600 1.25rem/1 ui-monospace, monospace; letter-spacing: .08em; }
button, .button {
  display: block; width: 100%; min-height: 2.75rem; padding: .6rem 1rem; font: inherit; font-weight: 600;
  border-radius: 6px; border: 1px solid var(--accent); background: var(--accent);
  color: var(--on-accent); cursor: pointer; text-align: center; margin: 0 0 .75rem;
}
button.quiet { background: transparent; color: var(--ink); border-color: var(--strong); }
button.link {
  display: inline; width: auto; min-height: 1.5rem; padding: 0; margin: 0; border: 0;
  background: none; color: var(--accent); font-weight: 400; text-decoration: underline;
}
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.code-shown {
  font: 700 2rem/1.2 ui-monospace, monospace; letter-spacing: .08em; text-align: center;
  padding: 1rem; margin: 0 0 1rem; border: 1px dashed var(--strong); border-radius: 6px;
  white-space: nowrap;
}
@media (max-width: 22rem) { .code-shown { font-size: 1.5rem; } .card { padding: 1rem; } }
.problem, .note { border-left: 4px solid var(--accent); padding: .5rem .75rem; background: var(--ground); }
.problem { border-color: var(--bad); color: var(--bad); }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.25rem 0; }
details { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 .75rem; background: var(--card); }
summary { padding: .75rem 1rem; cursor: pointer; overflow-wrap: anywhere; }
details > div { padding: 0 1rem 1rem; }
pre { overflow-x: auto; padding: .75rem; background: var(--ground); border-radius: 6px; margin: 0 0 1rem; font-size: .85rem; }
.verb { font: 700 .8rem/1 ui-monospace, monospace; display: inline-block; min-width: 4.5rem; color: var(--accent); }
code { font-family: ui-monospace, monospace; font-size: .9em; }
`;
