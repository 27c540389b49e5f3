package org.wanglou.gis.filter;

import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.LayerType;

/**
 * A condition on rows of the table {@code feature}.
 *
 * <p>A value that is missing fulfils no comparison; {@code NOT} makes of "not fulfilled" fulfilled,
 * as GeoTools evaluates it. {@code <>} is {@code NOT =}: what is not known is not equal.
 *
 * @param sql goes into a WHERE clause whose only table with these columns is {@code feature};
 *     brackets are around it
 * @param parameters values of its named parameters, which all begin with {@code filter_}
 */
public record SqlFilter(String sql, Map<String, Object> parameters) {
  /** Lets everything through. */
  public static final SqlFilter NONE = new SqlFilter("(true)", Map.of());

  public SqlFilter {
    parameters = Map.copyOf(parameters);
  }

  /**
   * @param ecql for example {@code capacity > 100 AND DWITHIN(geom, POINT(110.9 36.7), 5000,
   *     meters)}; distances on the ellipsoid
   * @throws Fault INVALID, at {@code /filter}: unreadable with the place in the text, unknown
   *     attribute, a value that does not fit the attribute's type, an operation that is not
   *     supported
   */
  public static SqlFilter of(String ecql, LayerType layer) {
    var text = new FilterText(ecql);
    var filter = text.parse();
    var bound = new BoundValues();
    var sql = (String) filter.accept(new SqlWriter(new Columns(layer, text, bound), bound), null);
    return new SqlFilter("(" + sql + ")", bound.values());
  }

  /** The same of a filter in CQL2 text, the language of OGC API Features part 3. */
  public static SqlFilter ofCql2(String cql2, LayerType layer) {
    return of(Cql2Text.toEcql(cql2), layer);
  }

  /** Binds the parameters. */
  public <T extends SqlStatement<T>> T bind(T statement) {
    parameters.forEach(statement::bind);
    return statement;
  }
}
