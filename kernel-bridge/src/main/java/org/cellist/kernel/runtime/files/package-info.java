/// Files of the places where kernels run, and copying them from one place to another.
///
/// Start at [PlaceFiles]. Those of this machine, of machines over SSH and of Jupyter servers are
/// made by the packages that know the way there; [FileCopy] copies between any two of them.
@NullMarked
package org.cellist.kernel.runtime.files;

import org.jspecify.annotations.NullMarked;
