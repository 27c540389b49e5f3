/** 底图与影像的文字。 @type {Readonly<Record<string, string>>} */
export const imagery = {
  'imagery.title': '底图',
  'imagery.map': '地图',
  'imagery.opacity': '不透明度',
  'imagery.noDate': '日期不明',
  'imagery.gcj02': '原为 GCJ-02 偏移影像，已由服务器纠正，可能仍有数米误差。',
  'imagery.undeclared': '未声明坐标基准，位置可能偏移约 500 米。请在 imagery.yaml 中声明。',
  'imagery.away': '仅显示已缓存的旧影像。',
};
