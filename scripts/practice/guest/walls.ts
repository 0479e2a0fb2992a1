import { banner } from "../banner";
import { h, type Part } from "../tree";

/** The page that asks to join or sign in, in place of what stands under the address. */
export function wallBody(): Part[] {
  return [
    banner("guest", "practice-banner"),
    h(
      "main",
      { class: "main", id: "main-content", role: "main" },
      h(
        "section",
        { class: "authwall authwall-join-form" },
        h("h1", { class: "authwall-join-form__title" }, "Join to see more"),
        h(
          "form",
          { class: "join-form", "data-id": "join-form" },
          field("email-or-phone", "Email", "text"),
          field("password", "Password (6+ characters)", "password"),
          h(
            "button",
            { type: "button", class: "join-form__form-body-submit-button" },
            "Agree & Join",
          ),
        ),
        h("p", {}, "Already a member? ", h("a", { href: "/login" }, "Sign in")),
        signInForm(),
      ),
    ),
  ];
}

export function loginBody(): Part[] {
  return [
    banner("guest", "practice-banner"),
    h(
      "main",
      { class: "main", id: "main-content", role: "main" },
      h(
        "section",
        { class: "authwall sign-in-card" },
        h("h1", { class: "main__title" }, "Build your professional brand & network"),
        signInForm(),
      ),
    ),
  ];
}

export function notFoundBody(): Part[] {
  return [
    banner("guest", "practice-banner"),
    h(
      "main",
      { class: "main", id: "main-content", role: "main" },
      h(
        "section",
        { class: "profile not-found" },
        h("h1", { class: "not-found__header" }, "This profile could not be found."),
        h("p", {}, "The page you’re looking for isn’t public or doesn’t exist."),
      ),
    ),
  ];
}

function signInForm() {
  return h(
    "form",
    { class: "sign-in-form", "data-id": "sign-in-form", action: "/login" },
    h("input", { type: "hidden", name: "session_redirect" }),
    field("session_key", "Email or phone", "text"),
    field("session_password", "Password", "password"),
    h("button", { type: "button", "data-id": "sign-in-form__submit-btn" }, "Sign in"),
  );
}

function field(name: string, label: string, type: string) {
  return h("label", {}, label, h("input", { type, name, autocomplete: "off" }));
}
