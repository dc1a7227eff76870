package org.cellist.app.ui.output;

import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.ui.output.port.OutputContext;

/// An output and what shows it.
///
/// Confined to the JavaFX Application Thread.
///
/// @param index its place among the outputs of the cell
record ShownOutput(int index, CellOutput output, Region region, OutputContext context) {}
