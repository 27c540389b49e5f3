package org.wanglou.gis.fault;

import java.util.List;

/**
 * Something the caller can mend. Carries message keys, never finished text: the edge renders them
 * in the reader's language. {@link Kind} decides the HTTP status; {@link Detail#pointer()} names
 * the bad field as a JSON pointer.
 */
public class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, as the caller has to treat it. */
  public enum Kind {
    /** The request cannot be read: 400. */
    MALFORMED,
    /** Nobody is signed in, or the token is not known: 401. */
    UNAUTHENTICATED,
    /** Signed in, but without the right: 403. */
    FORBIDDEN,
    /** No such thing: 404. */
    NOT_FOUND,
    /** True, but somebody else was first or the state does not allow it: 409. */
    CONFLICT,
    /** An edit that does not say which revision it was made on: 428. */
    UNCONDITIONAL,
    /** Readable, but it cannot be answered: 422. */
    INVALID,
    /** Too many tries: 429. */
    TOO_MANY,
    /** A part that is needed is away for now: 503. */
    UNAVAILABLE
  }

  /**
   * One bad field.
   *
   * @param pointer JSON pointer into the request body, or "" for the whole
   * @param code message key, for example {@code closure.ends_before_start}
   * @param args values for the message's placeholders; a {@link Term}, an instant and a list are
   *     shown as the reader's language has them
   */
  public record Detail(String pointer, String code, List<Object> args) {
    public Detail {
      args = List.copyOf(args);
    }
  }

  /** A placeholder's value that is itself a message key, for example of a state's name. */
  public record Term(String key) {}

  /** A placeholder's value that has a code for programs and a name in each language for people. */
  public record Labelled(String code, String zh, String en) {}

  private final Kind kind;
  private final transient List<Detail> details;

  public Fault(Kind kind, List<Detail> details) {
    super(kind + " " + details);
    if (details.isEmpty()) {
      throw new IllegalArgumentException("a fault needs at least one detail");
    }
    this.kind = kind;
    this.details = List.copyOf(details);
  }

  public Fault(Kind kind, String pointer, String code, Object... args) {
    this(kind, List.of(new Detail(pointer, code, List.of(args))));
  }

  public static Fault invalid(String pointer, String code, Object... args) {
    return new Fault(Kind.INVALID, pointer, code, args);
  }

  public static Fault notFound(String code, Object... args) {
    return new Fault(Kind.NOT_FOUND, "", code, args);
  }

  public static Fault conflict(String pointer, String code, Object... args) {
    return new Fault(Kind.CONFLICT, pointer, code, args);
  }

  public Kind kind() {
    return kind;
  }

  public List<Detail> details() {
    return details;
  }
}
