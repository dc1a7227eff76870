package org.cellist.app.ui.workbench.parts;

import javafx.scene.Node;

/// A part of a window that can have the keys. Immutable.
///
/// @param enter gives it the keys, where it makes most sense in it
public record Part(Node node, Runnable enter) {}
