/// The words a person sees, in English and Korean; one resource bundle for each feature.
///
/// Start at [Texts]. [Sizes] says how large something is. Any thread.
@NullMarked
package org.cellist.app.text;

import org.jspecify.annotations.NullMarked;
