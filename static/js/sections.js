// Enter in a field saves the section it stands in, not the first one of the page.
document.addEventListener("keydown", (event) => {
  const field = event.target.closest?.("[data-section] input:not([type=checkbox], [type=radio])");
  if (event.key !== "Enter" || event.defaultPrevented || !field) return;
  event.preventDefault();
  field.closest("[data-section]").querySelector("[name=section]").click();
});
