// Passkeys, by django-allauth's scripts: a page has one part that works with them, shown where the browser can.
const part = document.querySelector("[data-passkey]");
const trouble = document.getElementById("passkey-trouble");
const said = { button: "passkey-button", credential: "id_credential", data: "passkey-options" };

if (part && window.PublicKeyCredential) {
  const { loginForm, authenticateForm, signupForm } = window.allauth.webauthn.forms;
  const { button, credential, data } = said;
  part.hidden = false;
  if (part.dataset.passkey === "login") loginForm({ ids: { login: button, credential } });
  if (part.dataset.passkey === "use") authenticateForm({ ids: { authenticate: button, credential, data } });
  if (part.dataset.passkey === "add") signupForm({ ids: { signup: button, credential, data } });
}

// Cancelled, no passkey here, or none that belongs to this site: the browser has said which, the page says what to do.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  trouble.hidden = false;
  trouble.focus();
});
