package org.wanglou.command.http;

import io.vertx.core.json.JsonObject;
import org.wanglou.gis.fault.Fault;

/** A fault whose answer carries something for a program to go on with, beside the sentences. */
public final class FaultBeside extends Fault {
  private static final long serialVersionUID = 1L;

  private final transient JsonObject beside;

  public FaultBeside(Fault fault, JsonObject beside) {
    super(fault.kind(), fault.details());
    this.beside = beside;
  }

  JsonObject beside() {
    return beside;
  }
}
