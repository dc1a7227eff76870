package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.notebook.model.NotebookEdit.SetNotebookView;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.settings.ComputesOn;
import org.cellist.app.settings.DeviceSettings;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.ui.runtime.accelerator.AcceleratorChoices;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Cpu;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Everything;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Gpus;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.cellist.kernel.runtime.jupyter.ColabMachine;

/// What a session's kernels compute on: told to the next kernel, written into the notebook as
/// Colab writes it, and remembered for this computer.
///
/// Confined to the JavaFX Application Thread.
final class SessionAccelerators implements AcceleratorChoices {

    private final NotebookSession session;
    private final Desk desk;

    SessionAccelerators(NotebookSession session, Desk desk) {
        this.session = session;
        this.desk = desk;
    }

    /// Lets a notebook compute on what was chosen for it the last time.
    static void remembered(NotebookSession session, SettingsStore settings) {
        Optional.ofNullable(session.file().path())
                .flatMap(path -> settings.current().devices().of(path))
                .map(it -> DeviceTexts.choice(it.devices()))
                .ifPresent(session.kernel().launch()::computeOn);
    }

    @Override
    public Optional<String> asked() {
        return AcceleratorMetadata.asked(session.store().notebook().metadata());
    }

    @Override
    public AcceleratorChoice chosen() {
        return session.kernel().launch().accelerator();
    }

    @Override
    public void look(Consumer<GpuLook> then) {
        var machine = new MachineResources(desk.services().bridge());
        desk.background()
                .execute(
                        () -> {
                            var look = machine.gpus();
                            desk.owner().thread().execute(() -> then.accept(look));
                        });
    }

    @Override
    public void choose(AcceleratorChoice choice) {
        session.kernel().launch().computeOn(choice);
        write(AcceleratorMetadata.with(session.store().notebook().metadata(), choice));
        var path = session.file().path();
        if (path != null) {
            desk.settings()
                    .update(
                            it ->
                                    it.withDevices(
                                            switch (choice) {
                                                case Everything _ -> it.devices().without(path);
                                                case Cpu _, Gpus _ ->
                                                        with(it.devices(), path, choice);
                                            }));
        }
    }

    /// The notebook runs on such a machine of Colab's from now on.
    void choose(ColabMachine machine) {
        write(AcceleratorMetadata.with(session.store().notebook().metadata(), machine));
    }

    private void write(JsonObject metadata) {
        if (!metadata.equals(session.store().notebook().metadata())) {
            session.store().apply(new SetNotebookView(metadata));
        }
    }

    private static DeviceSettings with(
            DeviceSettings devices, Path path, AcceleratorChoice choice) {
        return devices.with(new ComputesOn(path, DeviceTexts.lines(choice)));
    }
}
