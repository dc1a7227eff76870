/// Finding text in a notebook, and what replacing it would change.
///
/// Start at [Finder]; a [FindQuery] becomes a [SearchPattern] first. Pure: works on snapshots, ends
/// early where its [SearchLimit] says so. Any thread.
@NullMarked
package org.cellist.app.notebook.find;

import org.jspecify.annotations.NullMarked;
