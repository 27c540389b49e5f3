package org.wanglou.command.live;

/** The newest encoded events of a realm, by sequence. Memory: 1,000 texts of some kilobytes. */
final class EventRing {
  static final int SIZE = 1_000;
  private final String[] texts = new String[SIZE];
  private long last;
  private long first;

  /**
   * @param head sequence after which the ring starts, still without events
   */
  EventRing(long head) {
    last = head;
    first = head + 1;
  }

  /** Sequence of the newest event. */
  long last() {
    return last;
  }

  /** Whether every event after {@code seq} is here. */
  boolean continuesFrom(long seq) {
    return seq + 1 >= first && seq <= last;
  }

  void add(long seq, String text) {
    if (seq != last + 1) {
      throw new IllegalStateException("event " + seq + " after " + last);
    }
    texts[(int) (seq % SIZE)] = text;
    last = seq;
    first = Math.max(first, last - SIZE + 1);
  }

  String get(long seq) {
    return texts[(int) (seq % SIZE)];
  }
}
