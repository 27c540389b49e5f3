/** Texts of what lies behind the map, in English. @type {Readonly<Record<string, string>>} */
export const imagery = {
  'imagery.title': 'Background',
  'imagery.map': 'Map',
  'imagery.opacity': 'Opacity',
  'imagery.noDate': 'date not known',
  'imagery.gcj02': 'Shifted imagery (GCJ-02), put back to its place by the server; may be some metres off.',
  'imagery.undeclared': 'Its datum is not declared: it may lie some 500 m beside the truth. Declare it in imagery.yaml.',
  'imagery.away': 'Older pictures are shown where there are any.',
};
