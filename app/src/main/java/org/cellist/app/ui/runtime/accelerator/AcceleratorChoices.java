package org.cellist.app.ui.runtime.accelerator;

import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.accelerator.GpuLook;

/// What of this computer one notebook's kernel may compute on. Implemented by the application.
///
/// Confined to the JavaFX Application Thread; [#look] returns at once.
public interface AcceleratorChoices {

    /// Returns what the notebook's metadata ask for, as Colab writes it: `GPU`, `GPU T4`, `TPU`;
    /// empty where it asks for nothing.
    Optional<String> asked();

    /// Returns what its next kernel will compute on.
    AcceleratorChoice chosen();

    /// Looks at the GPUs, and tells it later.
    void look(Consumer<GpuLook> then);

    /// Lets the next kernel compute on that alone, and writes it into the notebook.
    void choose(AcceleratorChoice choice);
}
