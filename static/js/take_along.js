// While the browser saves the archive, says how far it is. Without script the browser's own display does.
const form = document.querySelector(".take-along");
const line = form.querySelector("[role=status]");

async function tell() {
  const answer = await fetch(form.dataset.progress);
  const { done } = await answer.json();
  if (done === null) {
    line.textContent = form.dataset.done;
    return;
  }
  line.textContent = `${form.dataset.said} ${done}`;
  setTimeout(tell, 1000);
}

form.addEventListener("submit", () => setTimeout(tell, 500));
