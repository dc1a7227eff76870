/// Files of other machines that are open here: each as a copy in a private folder, which is sent
/// back when it is saved.
///
/// Start at [AwayCopies].
@NullMarked
package org.cellist.app.session.away;

import org.jspecify.annotations.NullMarked;
