package org.cellist.app.session;

import java.util.concurrent.Executor;

/// The thread a notebook belongs to, as executors. Immutable.
///
/// @param thread runs a task on it soon; never at once
/// @param pulse runs a task on it at its next pulse, when a screen would be drawn
public record Owner(Executor thread, Executor pulse) {}
