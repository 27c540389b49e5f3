package org.wanglou.command.http;

import java.util.regex.Pattern;
import org.wanglou.gis.fault.Fault;

/** The revision an edit was made on, from the header {@code If-Match}. */
public final class IfMatch {
  private static final Pattern REVISION = Pattern.compile("(?:W/)?\"(\\d{1,9})\"|(\\d{1,9})");

  private IfMatch() {}

  /**
   * The revision. It is demanded: without it the later of two edits would undo the earlier unseen.
   *
   * @throws Fault UNCONDITIONAL {@code request.no_if_match}; MALFORMED {@code
   *     request.if_match_unreadable}
   */
  public static int revision(Call call) {
    var text =
        call.header("If-Match")
            .orElseThrow(
                () -> new Fault(Fault.Kind.UNCONDITIONAL, "/If-Match", "request.no_if_match"));
    var read = REVISION.matcher(text.trim());
    if (!read.matches()) {
      throw new Fault(
          Fault.Kind.MALFORMED, "/If-Match", "request.if_match_unreadable", text.trim());
    }
    return Integer.parseInt(read.group(1) != null ? read.group(1) : read.group(2));
  }

  /** The answer with its revision as {@code ETag}. */
  public static Answer tagged(Answer answer, int revision) {
    return answer.header("ETag", "\"" + revision + "\"");
  }
}
