/// One language server as a program: its process, what it may say and ask, its settings, and the
/// files that it reads besides.
///
/// Start at [ServerProcess]. Knows no document.
@NullMarked
package org.cellist.app.language.server;

import org.jspecify.annotations.NullMarked;
