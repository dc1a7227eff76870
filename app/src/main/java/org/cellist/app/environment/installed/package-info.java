/// What is installed where a kernel runs: asked, kept in a notebook or a file, compared, and put
/// back.
///
/// Start at [InstalledPackages]. No threads.
@NullMarked
package org.cellist.app.environment.installed;

import org.jspecify.annotations.NullMarked;
