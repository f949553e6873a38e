// Tells the form which zone the clock of this computer is set to, so that nobody has to look for it in a list.
for (const field of document.querySelectorAll("[data-browser-time-zone]")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  const listed = field.options ? [...field.options].some((option) => option.value === zone) : true;
  if (listed && !(field.options && field.value)) field.value = zone;
}
