/// Measurements that the command line prints, and the notebooks that they run on.
///
/// [NotebookGenerator] makes the input; each benchmark returns figures as a value and prints
/// nothing. How they measure is written in `docs/benchmarks.md`. They run on the thread that
/// calls them.
@NullMarked
package org.cellist.app.bench;

import org.jspecify.annotations.NullMarked;
