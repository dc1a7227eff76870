/// Python cells as IPython reads them: magics, shell lines and questions for help taken out.
///
/// Start at [IpythonCell]. Pure, safe on every thread; reading never fails, whatever the text.
@NullMarked
package org.cellist.app.notebook.ipython;

import org.jspecify.annotations.NullMarked;
