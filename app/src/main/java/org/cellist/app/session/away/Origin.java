package org.cellist.app.session.away;

/// Where the file lies of which there is a copy here. Immutable.
///
/// @param place tells a machine or server from all others
/// @param path its path there
public record Origin(String place, String path) {}
