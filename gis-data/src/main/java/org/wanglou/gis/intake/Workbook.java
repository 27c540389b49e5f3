package org.wanglou.gis.intake;

/** What our own workbooks have beside their data. */
public final class Workbook {
  /** Name of the sheet that says what the workbook is; it is no table. */
  public static final String ABOUT = "说明 About";

  private Workbook() {}
}
