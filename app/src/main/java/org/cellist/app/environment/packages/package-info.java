/// Lists of Python packages, as files keep them and as pip takes them.
///
/// Start at [PackageFile]. The files come from anywhere: they are read with limits, and nothing in
/// them is run. No threads.
@NullMarked
package org.cellist.app.environment.packages;

import org.jspecify.annotations.NullMarked;
