// A list that one searches: what is chosen from the suggestions becomes a ticked box above. Without script the text is
// sent as it was typed, and the server finds the words. So it is with what is left in the field: nothing is added when
// the field loses focus, or the button that somebody is about to press would move away under the pointer.
const fold = (text) => text.trim().toLowerCase();

function option(input) {
  const typed = fold(input.value);
  const options = typed ? [...input.list.options] : [];
  const whole = options.filter((one) => fold(one.value) === typed);
  const part = options.filter((one) => fold(one.value).includes(typed));
  return whole[0] || (part.length === 1 ? part[0] : null);
}

function add(input, chosen) {
  const part = input.closest("[data-searched]");
  const list = part.querySelector("[data-searched-name]");
  const said = part.querySelector("[data-searched-said]");
  const { slug } = chosen.dataset;
  const there = [...list.querySelectorAll("input")].find((box) => box.value === slug);
  if (there) {
    there.checked = true;
  } else {
    const item = document.createElement("li");
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), {
      type: "checkbox", name: list.dataset.searchedName, value: slug, checked: true,
    });
    const words = Object.assign(document.createElement("span"), { textContent: chosen.value });
    label.append(box, " ", words);
    item.append(label);
    list.append(item);
  }
  said.textContent = `${said.dataset.added} ${chosen.value}`;
  input.value = "";
}

const searched = (event) => event.target.closest?.("[data-searched]") && event.target.list ? event.target : null;

document.addEventListener("input", (event) => {
  const input = searched(event);
  // A choice from the suggestions, not a letter that was typed.
  if (!input || (event.inputType && event.inputType !== "insertReplacementText")) return;
  const chosen = [...input.list.options].find((one) => fold(one.value) === fold(input.value));
  if (chosen) add(input, chosen);
});

document.addEventListener("keydown", (event) => {
  const input = event.key === "Enter" ? searched(event) : null;
  if (!input || !input.value.trim()) return;
  event.preventDefault();
  const chosen = option(input);
  const said = input.closest("[data-searched]").querySelector("[data-searched-said]");
  if (chosen) add(input, chosen);
  else said.textContent = `${said.dataset.unknown} ${input.value}`;
});
