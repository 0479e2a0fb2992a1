// Runs before the first paint, so that a chosen theme never flashes in as the other one.
const theme = localStorage.getItem("rapport.theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
