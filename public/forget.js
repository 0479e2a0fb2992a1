// Opened by the worker where nobody sees it, since a worker cannot reach what screens keep: all of it goes, or what
// begins with the words after the question mark. Done when the page has loaded.
const start = decodeURIComponent(location.search.slice(1));
for (const key of Object.keys(localStorage)) {
  if (key.startsWith(start)) localStorage.removeItem(key);
}
