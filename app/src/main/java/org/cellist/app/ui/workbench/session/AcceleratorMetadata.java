package org.cellist.app.ui.workbench.session;

import java.util.List;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Cpu;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Everything;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Gpus;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabMachine.Kind;

/// What a notebook's metadata say about accelerators, as Colab writes them: `accelerator` is
/// `GPU`, `TPU` or missing for the CPU, `colab.gpuType` is the model, and `colab.machine_shape` is
/// `hm` for much memory.
///
/// Stateless.
final class AcceleratorMetadata {

    private static final String ACCELERATOR = "accelerator";
    private static final String COLAB = "colab";
    private static final String TYPE = "gpuType";
    private static final String SHAPE = "machine_shape";
    private static final String LARGE = "hm";

    /// The models that Colab has, and so the only ones that mean something there.
    private static final List<String> COLABS = List.of("A100", "H100", "L4", "T4", "V100");

    private AcceleratorMetadata() {}

    /// Returns what is asked for: `GPU`, `GPU T4`, `TPU`; empty for nothing.
    static Optional<String> asked(JsonObject metadata) {
        var kind = metadata.string(ACCELERATOR);
        if (kind == null || !(kind.equals("GPU") || kind.equals("TPU"))) {
            return Optional.empty();
        }
        var type = metadata.object(COLAB).string(TYPE);
        boolean isNamed = type != null && type.matches("[A-Za-z0-9]{1,12}");
        return Optional.of(isNamed ? kind + " " + type : kind);
    }

    /// Returns the metadata with a choice. Everything asks for nothing else than before; a model
    /// that Colab does not have leaves the one that the notebook wants there.
    static JsonObject with(JsonObject metadata, AcceleratorChoice choice) {
        return switch (choice) {
            case Everything _ -> metadata;
            case Cpu _ -> withColab(metadata.without(ACCELERATOR), withoutType(metadata));
            case Gpus(var devices) -> {
                var asking = metadata.with(ACCELERATOR, new JsonString("GPU"));
                var model = colabs(devices.getFirst().name());
                yield model.isEmpty() ? asking : withColab(asking, withType(metadata, model.get()));
            }
        };
    }

    /// Returns the machine of Colab's that is asked for; empty for nothing.
    static Optional<ColabMachine> machine(JsonObject metadata) {
        return asked(metadata)
                .map(
                        asked -> {
                            var words = asked.split(" ", 2);
                            var model = words.length == 2 ? words[1] : "";
                            boolean isLarge = LARGE.equals(metadata.object(COLAB).string(SHAPE));
                            return new ColabMachine(Kind.valueOf(words[0]), model, isLarge);
                        });
    }

    /// Returns the metadata as Colab has them for a notebook on such a machine.
    static JsonObject with(JsonObject metadata, ColabMachine machine) {
        var bare = metadata.object(COLAB).without(TYPE).without(SHAPE);
        var typed =
                machine.model().isEmpty() ? bare : bare.with(TYPE, new JsonString(machine.model()));
        var colab = machine.isLarge() ? typed.with(SHAPE, new JsonString(LARGE)) : typed;
        return withColab(
                machine.kind() == Kind.CPU
                        ? metadata.without(ACCELERATOR)
                        : metadata.with(ACCELERATOR, new JsonString(machine.kind().name())),
                colab);
    }

    private static JsonObject withoutType(JsonObject metadata) {
        return metadata.object(COLAB).without(TYPE);
    }

    private static JsonObject withType(JsonObject metadata, String model) {
        return metadata.object(COLAB).with(TYPE, new JsonString(model));
    }

    private static JsonObject withColab(JsonObject metadata, JsonObject colab) {
        boolean isNothing = colab.members().isEmpty() && metadata.get(COLAB) == null;
        return isNothing ? metadata : metadata.with(COLAB, colab);
    }

    /// `NVIDIA A100-SXM4-80GB` is Colab's `A100`; an `RTX A1000` is not.
    private static Optional<String> colabs(String name) {
        return COLABS.stream()
                .filter(
                        model ->
                                name.matches("(?:.*[^A-Za-z0-9])?" + model + "(?:[^A-Za-z0-9].*)?"))
                .findFirst();
    }
}
