package org.wanglou.gis.sample;

import java.util.Random;

/**
 * People who do not exist, so that nobody is taken for one who does: surnames 样 and 拟 are none, and
 * no telephone number begins with 000.
 */
final class Persons {
  private static final String SURNAMES = "样拟";
  private static final String GIVEN = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

  private final Random dice;
  private int telephones = 1_000;

  Persons(String purpose, int firstTelephone) {
    this.dice = Noise.dice("persons" + purpose);
    this.telephones = firstTelephone;
  }

  String name() {
    return "" + of(SURNAMES) + of(GIVEN) + of(GIVEN);
  }

  String telephone() {
    return "000-%07d".formatted(telephones++);
  }

  private char of(String characters) {
    return characters.charAt(dice.nextInt(characters.length()));
  }
}
