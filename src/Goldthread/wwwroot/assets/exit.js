// The exit button leaves at once and takes this page out of the browser's list of visited pages.
// Without this script it is a plain link and still leaves.
(function () {
  var links = document.querySelectorAll("[data-exit]");
  var leave = function (event) {
    event.preventDefault();
    document.documentElement.hidden = true;
    document.title = "";
    window.location.replace(event.currentTarget.href);
  };
  for (var i = 0; i < links.length; i++) {
    links[i].addEventListener("click", leave);
  }
})();
