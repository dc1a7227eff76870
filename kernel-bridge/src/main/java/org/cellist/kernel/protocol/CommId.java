package org.cellist.kernel.protocol;

/// Names a comm, a two-way link between kernel and front end (`comm_id`). Immutable.
public record CommId(String value) {}
