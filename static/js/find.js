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
