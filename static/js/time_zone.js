// Tells the form which zone the clock of this computer is set to, so that nobody has to look for it in a list.
for (const field of document.querySelectorAll("[data-browser-time-zone]")) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
}
