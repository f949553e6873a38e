// Keeps what is being typed: two seconds after the last key, and when the page is left.
const form = document.querySelector("form[data-draft]");

if (form) {
  const said = form.querySelector("[data-draft-said]");
  let timer = null;
  let dirty = false;

  const save = () => {
    if (!dirty) return;
    dirty = false;
    fetch(form.dataset.draft, { method: "POST", body: new FormData(form), keepalive: document.hidden })
      .then((answer) => { said.textContent = answer.ok ? said.dataset.kept : said.dataset.lost; })
      .catch(() => { said.textContent = said.dataset.lost; });
  };

  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  });
  form.addEventListener("submit", () => { clearTimeout(timer); dirty = false; });
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
}
