package org.cellist.app.ui.workbench.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Cpu;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Device;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Everything;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Gpus;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;

/// Chosen devices as lines of the settings, and back: maker, place, id and model, apart by bars.
///
/// Stateless.
final class DeviceTexts {

    private static final String BAR = "|";
    private static final int PARTS = 4;

    private DeviceTexts() {}

    /// Returns a line for each GPU; none for the CPU alone.
    static List<String> lines(AcceleratorChoice choice) {
        return switch (choice) {
            case Everything _, Cpu _ -> List.of();
            case Gpus(var devices) -> devices.stream().map(DeviceTexts::line).toList();
        };
    }

    private static String line(Device device) {
        return String.join(
                BAR,
                device.maker().name(),
                Integer.toString(device.index()),
                device.id(),
                device.name());
    }

    /// Returns what such lines mean. Of lines that somebody else wrote nothing is believed.
    static AcceleratorChoice choice(List<String> lines) {
        if (lines.isEmpty()) {
            return new Cpu();
        }
        var devices = lines.stream().flatMap(line -> device(line).stream()).toList();
        return devices.isEmpty() ? new Everything() : new Gpus(devices);
    }

    private static Optional<Device> device(String line) {
        var parts = line.split("\\|", PARTS);
        if (parts.length < PARTS || !parts[1].matches("\\d{1,4}") || !parts[2].matches("[\\w-]*")) {
            return Optional.empty();
        }
        return Stream.of(Maker.values())
                .filter(maker -> maker.name().equals(parts[0]))
                .map(maker -> new Device(maker, Integer.parseInt(parts[1]), parts[2], parts[3]))
                .findFirst();
    }
}
