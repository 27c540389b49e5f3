package org.wanglou.command.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.wanglou.command.session.Caller;

/**
 * One socket: how far its client is, and how much it may still be sent. Lives on the event loop.
 */
final class LiveClient {
  private static final int MOST_UNACKNOWLEDGED = 2;
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int MOST_MESSAGES_A_SECOND = 50;

  private final ServerWebSocket socket;
  private final Caller caller;
  private final Deque<Long> unacknowledged = new ArrayDeque<>();
  private long seq;
  private boolean listening;
  private boolean wantsAllPositions = true;
  private long heardNanos;
  private long fullSinceNanos;
  private boolean full;
  private int messagesThisSecond;

  LiveClient(ServerWebSocket socket, Caller caller, long nowNanos) {
    this.socket = socket;
    this.caller = caller;
    this.heardNanos = nowNanos;
  }

  Caller caller() {
    return caller;
  }

  long seq() {
    return seq;
  }

  /** Has a state, so that events and positions follow. */
  boolean isListening() {
    return listening && !socket.isClosed();
  }

  /** Gives it its state; events after {@code atSeq} follow. */
  void start(long atSeq, String message) {
    if (socket.isClosed()) {
      return;
    }
    socket.writeTextMessage(message);
    seq = atSeq;
    listening = true;
  }

  /** Sends what is missing, in order, as long as the socket takes it. */
  void catchUp(EventRing ring) {
    while (isListening() && seq < ring.last() && !socket.writeQueueFull()) {
      if (!ring.continuesFrom(seq)) {
        close(CloseCode.TOO_SLOW);
        return;
      }
      seq++;
      socket.writeTextMessage(ring.get(seq));
    }
  }

  void sendHeartbeat(String text) {
    if (isListening() && !socket.writeQueueFull()) {
      socket.writeTextMessage(text);
    }
  }

  boolean wantsAllPositions() {
    return isListening() && wantsAllPositions && hasCredit();
  }

  /**
   * Sends a frame of positions, or notes that it has missed one.
   *
   * @param all whether the frame has all units, which makes up for missed ones
   * @return whether it was sent
   */
  boolean sendPositions(long tick, Buffer frame, boolean all) {
    if (!isListening()) {
      return false;
    }
    if (!hasCredit()) {
      wantsAllPositions = true;
      return false;
    }
    socket.writeBinaryMessage(frame);
    unacknowledged.add(tick);
    wantsAllPositions &= !all;
    return true;
  }

  void acknowledged(long tick) {
    while (!unacknowledged.isEmpty() && unacknowledged.peek() <= tick) {
      unacknowledged.poll();
    }
  }

  /** Notes a message of the client; false when it sends too many. */
  boolean heard(long nowNanos) {
    heardNanos = nowNanos;
    return ++messagesThisSecond <= MOST_MESSAGES_A_SECOND;
  }

  /** To be called each second; closes the socket of a client that has stopped taking anything. */
  void checkSilence(long nowNanos) {
    messagesThisSecond = 0;
    if (socket.isClosed()) {
      return; // the goodbye is on its way; a closed socket's write queue must not be asked for
    }
    if (!socket.writeQueueFull()) {
      full = false;
    } else if (!full) {
      full = true;
      fullSinceNanos = nowNanos;
    }
    boolean silent = !unacknowledged.isEmpty() && nowNanos - heardNanos > SILENCE.toNanos();
    boolean stuck = full && nowNanos - fullSinceNanos > SILENCE.toNanos();
    if (silent || stuck) {
      close(CloseCode.TOO_SLOW);
    }
  }

  void close(CloseCode code) {
    listening = false;
    if (!socket.isClosed()) {
      socket.close(code.number, code.reason);
    }
  }

  private boolean hasCredit() {
    return unacknowledged.size() < MOST_UNACKNOWLEDGED && !socket.writeQueueFull();
  }
}
