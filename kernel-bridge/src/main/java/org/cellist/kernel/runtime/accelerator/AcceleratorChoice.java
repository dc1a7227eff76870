package org.cellist.kernel.runtime.accelerator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;

/// What of a machine a kernel may compute on. See docs/decisions/0117.
///
/// Immutable.
public sealed interface AcceleratorChoice {

    /// Returns the environment variables that tell a kernel so.
    Map<String, String> variables();

    /// All that the machine has; nothing is told.
    record Everything() implements AcceleratorChoice {

        @Override
        public Map<String, String> variables() {
            return Map.of();
        }
    }

    /// The CPU alone. `-1` is no device; an empty variable cannot be told from a missing one
    /// everywhere.
    record Cpu() implements AcceleratorChoice {

        @Override
        public Map<String, String> variables() {
            return Map.of(CUDA, "-1", HIP, "-1");
        }
    }

    /// Some GPUs, in that order.
    ///
    /// @param devices at least one
    record Gpus(List<Device> devices) implements AcceleratorChoice {

        public Gpus {
            devices = List.copyOf(devices);
            if (devices.isEmpty()) {
                throw new IllegalArgumentException("no device");
            }
        }

        /// Another maker's GPUs are hidden: a framework would take them without being asked.
        @Override
        public Map<String, String> variables() {
            var variables = new LinkedHashMap<String, String>();
            variables.put(CUDA, list(Maker.NVIDIA, Device::id));
            variables.put(HIP, list(Maker.AMD, it -> Integer.toString(it.index())));
            return Map.copyOf(variables);
        }

        private String list(Maker maker, Function<Device, String> name) {
            var names =
                    devices.stream()
                            .filter(it -> it.maker() == maker)
                            .map(name)
                            .collect(Collectors.joining(","));
            return names.isEmpty() ? "-1" : names;
        }
    }

    /// A GPU or a slice of one, as it is asked for.
    ///
    /// @param id its UUID with what stands before it; empty for an AMD GPU, whose index counts
    /// @param name the model, for people and for the notebook
    ///
    /// Immutable.
    record Device(Maker maker, int index, String id, String name) {}

    /// NVIDIA's variable. UUIDs, since CUDA's own order of GPUs is another one than
    /// `nvidia-smi`'s.
    String CUDA = "CUDA_VISIBLE_DEVICES";

    /// AMD's variable, with places in its own list.
    String HIP = "HIP_VISIBLE_DEVICES";
}
