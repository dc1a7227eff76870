/// How a file lays out its JSON, and writing into that layout.
///
/// A [FileLayout] is found by [LayoutDetector]; [StyledJson] writes new values in it, and
/// [ObjectSplicer] and [RawList] change objects and lists of the file while all other bytes stay.
/// Knows JSON, and no notebook but nbformat's habits. Confined to the thread that reads or
/// writes.
@NullMarked
package org.cellist.app.notebook.format.layout;

import org.jspecify.annotations.NullMarked;
