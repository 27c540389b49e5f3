package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * The divisions of Xi County: names and codes as the National Bureau of Statistics published them,
 * cut-off 2023-06-30 (7 townships, 67 villages, 6 urban communities), and the population of the
 * 2020 census. Where they lie is not known here: {@link Settlements} invents that.
 */
final class XiDivisions {
  /** Seventh national census, 2020, table of counties (ISBN 978-7-5037-9772-9). */
  static final int POPULATION_2020 = 91_394;

  /** Share of people in towns in the same table. */
  static final double URBAN_SHARE_2020 = 0.5062;

  static final int VILLAGE_CODE_LENGTH = 12;

  private static final String PUBLISHED =
      """
      141031100 龙泉镇
      141031100002 龙泉社区
      141031100003 堆金社区
      141031100004 昕水社区
      141031100005 怡泽社区
      141031100006 学府社区
      141031100007 紫川社区
      141031100203 北庄村
      141031100204 上留村
      141031100207 刘家庄村
      141031101 午城镇
      141031101200 午城村
      141031101203 川口村
      141031101205 寺坡村
      141031101206 龙化村
      141031101208 水堤村
      141031101209 桑梓村
      141031101214 中阳德村
      141031101216 习礼村
      141031101217 上司徒村
      141031102 黄土镇
      141031102200 黄土村
      141031102201 义泉村
      141031102202 古县村
      141031102203 谙正村
      141031102206 染界村
      141031102207 无鲁村
      141031102210 上庄村
      141031102211 岭上村
      141031200 阳头升乡
      141031200200 阳头升村
      141031200201 刁家峪村
      141031200202 贺家峪村
      141031200204 宋家河村
      141031200207 西故乡村
      141031200212 竹干村
      141031200213 居子村
      141031200215 下崖底村
      141031200216 王家沟村
      141031200219 罗正堡村
      141031201 寨子乡
      141031201200 寨子村
      141031201201 坪城村
      141031201202 下桑峨村
      141031201203 中桑峨村
      141031201204 陡坡村
      141031201206 马家村
      141031201207 定国村
      141031201208 习美村
      141031201209 石村
      141031201211 无愚村
      141031201213 去延村
      141031201214 三交村
      141031201215 黑桑村
      141031203 下李乡
      141031203200 下李村
      141031203201 张村
      141031203202 长寿村
      141031203203 均庄村
      141031203207 二老坡村
      141031203210 太平村
      141031203211 冯家村
      141031203218 解家圪塔村
      141031204 城南乡
      141031204200 曹城村
      141031204201 留城村
      141031204202 李城村
      141031204205 车家坡村
      141031204206 石家庄村
      141031204207 员家庄村
      141031204208 五里后村
      141031204209 千家庄村
      141031204210 七里脚村
      141031204211 上友村
      141031204212 坊底村
      141031204213 南唐户村
      141031204216 和宿村
      141031204218 朱家峪村
      141031204219 路家峪村
      141031204221 蓬门村
      """;

  /** A village or, in the county seat, an urban community. */
  record Village(String code, String name, boolean urban) {}

  record Township(String code, String name, List<Village> villages) {
    /** The name without 镇 or 乡. */
    String stem() {
      return name.substring(0, name.length() - 1);
    }
  }

  private XiDivisions() {}

  static List<Township> townships() {
    var townships = new ArrayList<Township>();
    for (var line : PUBLISHED.lines().toList()) {
      var code = line.substring(0, line.indexOf(' '));
      var name = line.substring(line.indexOf(' ') + 1);
      if (code.length() == VILLAGE_CODE_LENGTH) {
        var last = townships.get(townships.size() - 1);
        last.villages().add(new Village(code, name, name.endsWith("社区")));
      } else {
        townships.add(new Township(code, name, new ArrayList<>()));
      }
    }
    return townships;
  }
}
