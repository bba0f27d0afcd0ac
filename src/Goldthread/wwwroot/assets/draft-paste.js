// What is pasted from Word or a web page into a text keeps its headings, its numbers as printed, its lists, its tables
// and what is bold: as Markdown. What has none of these is pasted by the browser itself.
(function () {
  "use strict";

  const blocks = "p, li, h1, h2, h3, h4, h5, h6, table, div";
  const indent = "   ";

  const plain = (text) => text.replace(/[\s\u00a0]+/g, " ");

  // Words of a paragraph; a list's marker that Word wrote out is no part of them.
  const inline = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return plain(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || isMarker(node)) return "";
    const name = node.localName;
    if (name === "br") return "\n";
    if (["style", "script", "ul", "ol", "table", "title", "meta"].includes(name)) return "";
    const words = Array.from(node.childNodes, inline).join("");
    const style = node.getAttribute("style") || "";
    if ((name === "b" || name === "strong") && !/font-weight:\s*(normal|400)/.test(style)) return marked(words, "**");
    if (name === "i" || name === "em") return marked(words, "*");
    const href = name === "a" ? node.getAttribute("href") || "" : "";
    return /^https?:\/\/[^\s()]+$/.test(href) && words.trim() && words.trim() !== href ? `[${words.trim()}](${href})` : words;
  };

  const marked = (words, mark) => words.trim() === "" ? words : words.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`);

  const tidy = (words) => words.replace(/[ \t]*\n[ \t]*/g, "\n").replace(/ {2,}/g, " ").trim();

  // Word writes the number or bullet of a list into a span of its own.
  const isMarker = (node) => /mso-list:\s*ignore/i.test(node.getAttribute("style") || "");

  const printed = (marker) => {
    const bare = plain(marker).trim();
    return /^\(?([0-9]+(\.[0-9]+)*|[A-Za-z]{1,5})[.)]?$/.test(bare) && bare !== "o" ? (/^[0-9]+$/.test(bare) ? bare + "." : bare) : "-";
  };

  const numberOf = (type, at) => {
    if (type === "a" || type === "A") return String.fromCharCode((type === "a" ? 96 : 64) + Math.min(at, 26)) + ".";
    if (type !== "i" && type !== "I") return at + ".";
    let roman = "";
    for (const [value, sign] of [[10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]]) {
      for (; at >= value; at -= value) roman += sign;
    }
    return roman + ".";
  };

  const list = (node, level, out) => {
    let at = Number(node.getAttribute("start")) || 1;
    for (const item of node.children) {
      if (item.localName === "ul" || item.localName === "ol") {
        list(item, level + 1, out);
        continue;
      }
      if (item.getAttribute("value")) at = Number(item.getAttribute("value")) || at;
      const type = node.getAttribute("type") || ({ "lower-alpha": "a", "lower-roman": "i", "upper-alpha": "A", "upper-roman": "I" })[/list-style-type:\s*([a-z-]+)/.exec(item.getAttribute("style") || "")?.[1]] || "1";
      const words = tidy(inline(item)).replace(/\n/g, " ");
      if (words) out.push({ words: `${indent.repeat(level)}${node.localName === "ol" ? numberOf(type, at) : "-"} ${words}`, item: true });
      at++;
      for (const inner of item.querySelectorAll(":scope > ul, :scope > ol")) list(inner, level + 1, out);
    }
  };

  const table = (node, out) => {
    const rows = Array.from(node.rows, (row) => Array.from(row.cells, (cell) => tidy(inline(cell)).replace(/\s*\n\s*/g, " ").replace(/\|/g, "/")));
    rows.forEach((cells, i) => {
      out.push({ words: `| ${cells.join(" | ")} |`, row: i > 0 });
      if (i === 0) out.push({ words: `|${cells.map(() => " --- |").join("")}`, row: true });
    });
  };

  const walk = (node, out) => {
    for (const child of node.children) {
      const name = child.localName;
      if (name === "ul" || name === "ol") list(child, 0, out);
      else if (name === "table") table(child, out);
      else if (/^h[1-6]$/.test(name)) heading(child, out);
      else if (name === "p" || !child.querySelector(blocks)) paragraph(child, out);
      else walk(child, out);
    }
  };

  const heading = (node, out) => {
    const marker = Array.from(node.querySelectorAll("span")).find(isMarker);
    const words = tidy(inline(node)).replace(/\n/g, " ").replace(/^\*\*(.*)\*\*$/, "$1");
    if (words) out.push({ words: `## ${marker ? printed(marker.textContent) + " " : ""}${words}` });
  };

  const paragraph = (node, out) => {
    if (["style", "script", "meta", "link", "title", "br"].includes(node.localName)) return;
    const words = tidy(inline(node));
    if (!words) return;
    const marker = Array.from(node.querySelectorAll("span")).find(isMarker);
    const level = Math.max(0, Number(/mso-list:[^;]*level(\d)/i.exec(node.getAttribute("style") || "")?.[1] || 1) - 1);
    if (!marker) {
      out.push({ words: words });
      return;
    }
    const sign = printed(marker.textContent);
    // A number with points is a paragraph of its own; every other belongs to a list.
    const own = /^[0-9]+(\.[0-9]+)+\.?$/.test(sign);
    out.push({ words: `${own ? "" : indent.repeat(level)}${sign} ${words.replace(/\n/g, " ")}`, item: !own });
  };

  /** HTML as Markdown; null where it has nothing that plain words would lose. */
  const markdown = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    if (!page.body.querySelector(blocks)) return null;
    const out = [];
    walk(page.body, out);
    return out.map((part, i) => (i === 0 ? "" : part.row || (part.item && out[i - 1].item) ? "\n" : "\n\n") + part.words).join("");
  };

  document.addEventListener("paste", (event) => {
    const area = event.target.closest && event.target.closest("textarea[data-words=text]");
    const html = area && event.clipboardData.getData("text/html");
    const words = html ? markdown(html) : null;
    if (!words) return;
    event.preventDefault();
    // Through the browser's own editing, so that it can be undone.
    if (!document.execCommand("insertText", false, words)) {
      area.setRangeText(words, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
})();
