package org.cellist.app.ui.fx;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Follows a property of a thing that itself changes or is missing. While it is missing, the
/// value is null.
///
/// JavaFX calls the functions below with values only; its own signatures, which carry no
/// nullness, would let null through as far as the checker can tell.
///
/// Confined to the JavaFX Application Thread.
public final class Nested {

    private Nested() {}

    /// Follows a property of the thing there is now.
    @SuppressWarnings({"NullAway", "unchecked"})
    public static <T, U> ObservableValue<@Nullable U> in(
            ObservableValue<? extends @Nullable T> thing,
            Function<T, ? extends ObservableValue<? extends @Nullable U>> property) {
        return ((ObservableValue<T>) thing).flatMap(property);
    }

    /// Follows a value computed from the thing there is now.
    @SuppressWarnings({"NullAway", "unchecked"})
    public static <T, U> ObservableValue<@Nullable U> map(
            ObservableValue<? extends @Nullable T> thing, Function<T, U> function) {
        return ((ObservableValue<T>) thing).map(function);
    }
}
