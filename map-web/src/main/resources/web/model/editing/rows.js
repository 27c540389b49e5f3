/**
 * A block of cells from a spreadsheet, put in from a cell on to the right and down; rows are added as needed.
 * @param {readonly Record<string, string>[]} rows
 * @param {readonly string[]} columns
 * @param {number} row
 * @param {string} column
 * @param {string} text cells parted by tabs, rows by line ends
 * @returns {Record<string, string>[]}
 */
export function pasted(rows, columns, row, column, text) {
  const first = columns.indexOf(column);
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t'));
  const filled = [...rows];
  for (const [i, cells] of lines.entries()) {
    const named = cells.slice(0, columns.length - first).map((cell, j) => [columns[first + j], cell.trim()]);
    filled[row + i] = { ...filled[row + i], ...Object.fromEntries(named) };
  }
  return filled;
}
