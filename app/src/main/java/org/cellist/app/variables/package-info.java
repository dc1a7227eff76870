/// What a kernel's variables are: how they are asked for, and what the answer says.
///
/// The asking is one question that the kernel answers silently ([VariableLanguage]); nothing is
/// bound in the person's namespace. Start at [Variable]. Pure; any thread.
@NullMarked
package org.cellist.app.variables;

import org.jspecify.annotations.NullMarked;
