/// How a notebook is divided: the headings of its text, the sections below them, and which of
/// these are collapsed.
///
/// Pure functions of a notebook; start at [Sections]. Any thread.
@NullMarked
package org.cellist.app.notebook.outline;

import org.jspecify.annotations.NullMarked;
