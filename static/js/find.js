// The filters stand open beside the cards on a desk; on a phone they are a sheet that one opens.
const filters = document.querySelector("details.filters");
const desk = window.matchMedia("(min-width: 60rem)");

if (filters) {
  filters.open = desk.matches;
  desk.addEventListener("change", () => { filters.open = desk.matches; });
  filters.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !desk.matches) {
      filters.open = false;
      filters.querySelector("summary").focus();
    }
  });
}

// A search that the server cannot answer shows the server's own page about it; one that never reached it says so.
document.addEventListener("htmx:responseError", (event) => {
  window.location.assign(event.detail.pathInfo.finalRequestPath);
});
const offline = document.getElementById("find-offline");
document.addEventListener("htmx:sendError", () => { offline.hidden = false; });
document.addEventListener("htmx:beforeSend", () => { offline.hidden = true; });
