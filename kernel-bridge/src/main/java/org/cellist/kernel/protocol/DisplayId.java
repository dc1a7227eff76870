package org.cellist.kernel.protocol;

/// The name under which an output can be updated later (`transient.display_id`). Immutable.
public record DisplayId(String value) {}
