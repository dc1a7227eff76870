/// Formulas.
///
/// Start at [FormulaView]. [LatexSource] makes what notebooks write into what the typesetter
/// understands and refuses what it must not do; [Formulas] typesets on a thread of its own, since
/// JLaTeXMath is full of static state, and keeps the results.
@NullMarked
package org.cellist.app.ui.output.latex;

import org.jspecify.annotations.NullMarked;
