/// Find and replace on the page of one notebook.
///
/// Start at [FindViewModel]; [FindBar] is what a person sees of it, [FindScreen] what it asks of
/// the page. A search runs on a virtual thread over a snapshot, one at a time. JavaFX Application
/// Thread.
@NullMarked
package org.cellist.app.ui.notebook.find;

import org.jspecify.annotations.NullMarked;
