/// Finding text in what outputs show.
///
/// Start at [OutputFindBar]. Each view that has text is [Searchable]: it marks its matches itself,
/// and opens what hides one. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.output.find;

import org.jspecify.annotations.NullMarked;
