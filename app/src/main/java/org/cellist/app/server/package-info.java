/// The Jupyter servers that a person uses, and the secrets that open them.
///
/// Start at [KnownServers]. No JavaFX. Thread-safe.
@NullMarked
package org.cellist.app.server;

import org.jspecify.annotations.NullMarked;
