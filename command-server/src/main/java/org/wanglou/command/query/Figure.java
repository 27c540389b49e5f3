package org.wanglou.command.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlStatement;

/** Numbers of attributes in SQL; the attributes' names are bound. */
record Figure(List<String> attributes) {

  /** The number that a row has as attribute i, or NULL. */
  static String number(int i) {
    return "CASE WHEN jsonb_typeof(attributes -> :figure%1$d) = 'number' THEN (attributes ->> :figure%1$d)::numeric END"
        .formatted(i);
  }

  /** {@code , sum(...) AS sum0, count(...) AS known0} and so on. */
  String sums() {
    return IntStream.range(0, attributes.size())
        .mapToObj(i -> ", sum(%1$s) AS sum%2$d, count(%1$s) AS known%2$d".formatted(number(i), i))
        .collect(Collectors.joining());
  }

  <T extends SqlStatement<T>> T bind(T statement) {
    for (int i = 0; i < attributes.size(); i++) {
      statement.bind("figure" + i, attributes.get(i));
    }
    return statement;
  }
}
