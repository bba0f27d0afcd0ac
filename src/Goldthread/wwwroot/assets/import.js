// Lets people drag files or a folder onto the form, and shows how far the reading is. Without this script the form's own
// button chooses files, and a link shows how far it is.
(function () {
  "use strict";

  var drop = document.querySelector("[data-drop]");
  if (drop) {
    var input = drop.querySelector("input[type=file]");
    var chosen = drop.querySelector("[data-drop-chosen]");
    var endings = input.accept.split(",");
    drop.querySelector("[data-drop-hint]").hidden = false;

    var say = function (left) {
      var bytes = 0;
      for (var i = 0; i < input.files.length; i++) {
        bytes += input.files[i].size;
      }
      chosen.textContent = input.files.length === 0 ? "" :
        input.files.length + (input.files.length === 1 ? " file, " : " files, ") + Math.max(1, Math.round(bytes / 1048576)) + " MB" +
        (left > 0 ? "; " + left + " of other kinds left out" : "");
    };

    var readable = function (file) {
      return endings.some(function (ending) { return file.name.toLowerCase().endsWith(ending); });
    };

    // A folder gives its entries some at a time, until it gives none.
    var walk = async function (entry, files) {
      if (entry.isFile) {
        files.push(await new Promise(function (done, failed) { entry.file(done, failed); }));
        return;
      }
      var reader = entry.createReader();
      for (;;) {
        var entries = await new Promise(function (done, failed) { reader.readEntries(done, failed); });
        if (entries.length === 0) {
          return;
        }
        for (var i = 0; i < entries.length; i++) {
          await walk(entries[i], files);
        }
      }
    };

    input.addEventListener("change", function () { say(0); });
    drop.addEventListener("dragover", function (event) {
      event.preventDefault();
      drop.classList.add("gt-drop--over");
    });
    drop.addEventListener("dragleave", function () { drop.classList.remove("gt-drop--over"); });
    drop.addEventListener("drop", async function (event) {
      event.preventDefault();
      drop.classList.remove("gt-drop--over");
      var entries = Array.prototype.map.call(event.dataTransfer.items, function (item) { return item.webkitGetAsEntry(); }).filter(Boolean);
      var files = entries.length > 0 ? [] : Array.prototype.slice.call(event.dataTransfer.files);
      for (var i = 0; i < entries.length; i++) {
        await walk(entries[i], files);
      }
      var taken = new DataTransfer();
      files.filter(readable).forEach(function (file) { taken.items.add(file); });
      input.files = taken.files;
      say(files.length - taken.files.length);
    });
  }

  var look = function () {
    var shown = document.querySelector("[data-progress=going]");
    if (!shown) {
      return;
    }
    window.setTimeout(async function () {
      try {
        var answer = await fetch(window.location.href, { credentials: "same-origin" });
        var page = new DOMParser().parseFromString(await answer.text(), "text/html");
        var next = page.querySelector("[data-progress]");
        if (answer.ok && next) {
          shown.replaceWith(next);
          document.title = page.title;
          document.querySelector("h1").textContent = page.querySelector("h1").textContent;
        }
      } catch (failed) {
        // The server is away for a moment; the next look may find it.
      }
      look();
    }, 2000);
  };
  look();
})();
