// After a failed check, the reader starts at the summary of what to mend: on a fresh page and after an htmx swap alike.
function focusSummary(root) {
  const summary = root.querySelector(".error-summary");
  if (summary) summary.focus();
}

focusSummary(document);
document.addEventListener("htmx:afterSettle", (event) => focusSummary(event.detail.elt));
