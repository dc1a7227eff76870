/// The words a person sees, in English and Korean; one resource bundle for each feature.
///
/// Start at [Texts]. Any thread.
@NullMarked
package org.cellist.app.text;

import org.jspecify.annotations.NullMarked;
