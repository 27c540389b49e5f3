package org.wanglou.command.dispatch;

import java.util.Optional;
import java.util.UUID;

/**
 * A wish to send a unit.
 *
 * @param task what to do there, in words
 */
public record NewOrder(UUID incident, UUID unit, Optional<String> task) {}
