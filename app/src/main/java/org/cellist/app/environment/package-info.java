/// Changes to this machine's kernels and environments that a person asked for.
///
/// Start at [RecipeRun]. Virtual threads.
@NullMarked
package org.cellist.app.environment;

import org.jspecify.annotations.NullMarked;
