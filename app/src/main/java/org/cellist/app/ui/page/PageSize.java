package org.cellist.app.ui.page;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

/// How large and how wide all pages of a window are shown. Immutable.
///
/// @param zoom how large; the wheel changes it
/// @param columns how many letters of code a cell has room for; 0 for as many as the window has
public record PageSize(ObjectProperty<Zoom> zoom, ObservableValue<Integer> columns) {}
