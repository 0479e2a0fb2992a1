/** One sheet for the few pages the server shows; no script and nothing from elsewhere. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f7f6f3; --card: #ffffff; --ink: #1d1c1a; --soft: #5c5953; --line: #dedad2;
  --accent: #1f5f4f; --on-accent: #ffffff; --bad: #a32a20; --focus: #1f5f4f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #171614; --card: #211f1c; --ink: #f1eee8; --soft: #b3aea4; --line: #3b3833;
    --accent: #7cc7b0; --on-accent: #10231d; --bad: #ff9d92; --focus: #7cc7b0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink); min-height: 100vh;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem .75rem; }
main { max-width: 27rem; margin: 0 auto; padding: 2.5rem 1rem; }
main.wide { max-width: 56rem; }
.brand { font-weight: 650; letter-spacing: -.01em; margin: 0 0 1.25rem; color: var(--soft); }
.card {
  background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.5rem;
}
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; letter-spacing: -.015em; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
label { display: block; font-weight: 550; margin: 0 0 .35rem; }
input {
  width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit;
  background: var(--ground); border: 1px solid var(--soft); border-radius: .5rem; margin: 0 0 1rem;
}
input.code { font: 600 1.25rem/1 ui-monospace, monospace; letter-spacing: .08em; }
button, .button {
  display: block; width: 100%; min-height: 2.75rem; padding: .6rem 1rem; font: inherit; font-weight: 600;
  border-radius: .5rem; border: 1px solid var(--accent); background: var(--accent);
  color: var(--on-accent); cursor: pointer; text-align: center; margin: 0 0 .75rem;
}
button.quiet { background: transparent; color: var(--ink); border-color: var(--soft); }
button.link {
  display: inline; width: auto; min-height: 1.5rem; padding: 0; margin: 0; border: 0;
  background: none; color: var(--accent); font-weight: 400; text-decoration: underline;
}
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.code-shown {
  font: 700 2rem/1.2 ui-monospace, monospace; letter-spacing: .08em; text-align: center;
  padding: 1rem; margin: 0 0 1rem; border: 1px dashed var(--soft); border-radius: .5rem;
  white-space: nowrap;
}
@media (max-width: 22rem) { .code-shown { font-size: 1.5rem; } .card { padding: 1rem; } }
.problem, .note { border-left: 4px solid var(--accent); padding: .5rem .75rem; background: var(--ground); }
.problem { border-color: var(--bad); color: var(--bad); }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.25rem 0; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 .75rem; background: var(--card); }
summary { padding: .75rem 1rem; cursor: pointer; overflow-wrap: anywhere; }
details > div { padding: 0 1rem 1rem; }
pre { overflow-x: auto; padding: .75rem; background: var(--ground); border-radius: .5rem; margin: 0 0 1rem; font-size: .85rem; }
.verb { font: 700 .8rem/1 ui-monospace, monospace; display: inline-block; min-width: 4.5rem; color: var(--accent); }
code { font-family: ui-monospace, monospace; font-size: .9em; }
`;
