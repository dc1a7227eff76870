package org.cellist.app.notebook.form;

import java.math.BigDecimal;
import java.util.List;

/// What kind of value a parameter has, as its annotation says or its value shows. Immutable.
public sealed interface Field {

    /// `string`, or a text without a type.
    ///
    /// @param placeholder shown while the text is empty; may be empty
    record Text(String placeholder) implements Field {}

    /// `raw`: any expression, written as it is.
    record Raw(String placeholder) implements Field {}

    /// `number` or `integer`.
    ///
    /// @param isWhole whether no fraction is allowed
    record Numeric(boolean isWhole) implements Field {}

    /// `slider`. `min` is less than `max`, `step` is positive.
    record Slider(BigDecimal min, BigDecimal max, BigDecimal step) implements Field {}

    /// `boolean`.
    record Check() implements Field {}

    /// `date`: a text such as `2026-03-01`.
    record Date() implements Field {}

    /// A list to choose from.
    ///
    /// @param options as they are shown
    /// @param isRaw whether they are expressions, and no texts
    /// @param allowsInput whether something else may be written
    /// @param placeholder shown while nothing is chosen; may be empty
    record Choice(List<String> options, boolean isRaw, boolean allowsInput, String placeholder)
            implements Field {
        public Choice {
            options = List.copyOf(options);
        }
    }
}
