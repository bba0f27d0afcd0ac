// Reads the squares of a code on standard input, a line for each row, 1 for a dark one, and prints what the code says.
const jsQR = require("jsqr");
const rows = require("node:fs").readFileSync(0, "utf8").trim().split("\n");

const scale = 6, side = rows.length * scale;
const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
for (let y = 0; y < side; y++) {
  for (let x = 0; x < side; x++) {
    if (rows[Math.floor(y / scale)][Math.floor(x / scale)] === "1") pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  }
}
console.log(jsQR(pixels, side, side)?.data ?? "unreadable");
