package org.cellist.kernel.protocol;

/// A message's `msg_id`, unique among the messages of its sender. Immutable.
public record MessageId(String value) {}
