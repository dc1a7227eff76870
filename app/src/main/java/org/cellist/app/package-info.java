/// The application's start: `Main` reads the command line, `Wiring` calls every constructor.
@NullMarked
package org.cellist.app;

import org.jspecify.annotations.NullMarked;
