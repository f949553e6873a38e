// Signing in again changes the token that forms carry: the one of now is fetched first, so that the first click sends.
for (const form of document.querySelectorAll("form[data-fresh]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fetch(form.dataset.fresh)
      .then((answer) => answer.text())
      .then((page) => {
        const now = new DOMParser().parseFromString(page, "text/html").querySelector("[name=csrfmiddlewaretoken]");
        if (now) form.querySelector("[name=csrfmiddlewaretoken]").value = now.value;
      })
      .catch(() => {})
      .then(() => HTMLFormElement.prototype.submit.call(form));
  });
}
