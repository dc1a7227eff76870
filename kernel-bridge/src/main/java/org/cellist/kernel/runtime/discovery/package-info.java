/// Finds what can run on this machine, by reading files: kernelspecs on Jupyter's data paths and
/// Python environments with their ipykernel.
///
/// Start reading at `CatalogReader`. Nothing here runs a program, and what lies in the notebook's
/// folder is known by its pyvenv.cfg alone. All of it reads the disk: call it from a virtual
/// thread.
@NullMarked
package org.cellist.kernel.runtime.discovery;

import org.jspecify.annotations.NullMarked;
