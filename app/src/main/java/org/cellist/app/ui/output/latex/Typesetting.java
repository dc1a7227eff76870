package org.cellist.app.ui.output.latex;

/// What became of a formula. Immutable.
sealed interface Typesetting permits TypesetFormula, Typesetting.Unsettable {

    /// The formula can only be shown as its source.
    record Unsettable() implements Typesetting {}
}
