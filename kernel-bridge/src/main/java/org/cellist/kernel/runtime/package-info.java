/// What a notebook can run on: kernelspecs, environments, and how a kernel is started and
/// stopped.
///
/// Values and ports only. Start reading at `KernelCatalog` (what was found) and `RunningKernel`
/// (what was started). Nothing here runs a program; `.local` does, and is reached through
/// `KernelBridge`. Every type is immutable or says otherwise.
@NullMarked
package org.cellist.kernel.runtime;

import org.jspecify.annotations.NullMarked;
