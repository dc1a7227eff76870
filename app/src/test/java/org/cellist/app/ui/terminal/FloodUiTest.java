package org.cellist.app.ui.terminal;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.layout.StackPane;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.fx.PulseExecutor;
import org.cellist.app.ui.terminal.emulation.Emulation;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A real shell that floods: the window goes on, and Ctrl+C is heard. The watchdog of window tests
/// looks at the JavaFX thread meanwhile.
@Tag("ui")
@ExtendWith(FxExtension.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "types what a POSIX shell understands")
class FloodUiTest {

    private static final int LINES = 1000;
    private static final int PICTURES = 100;

    private final Fx fx;
    @TempDir Path folder;

    FloodUiTest(Fx fx) {
        this.fx = fx;
    }

    @Test
    void aFloodIsShownPictureByPictureUntilCtrlC() throws Exception {
        var size = new TerminalSize(100, 30);
        var shown = new AtomicReference<TerminalScreen>();
        var pulses = new PulseExecutor(new FxExecutor());
        var terminal = new KernelBridge(null, ConsentStore.NOTHING).terminal(folder, null, size);
        try (var emulation =
                new Emulation(
                        terminal,
                        size,
                        pulses.oncePerPulse(
                                () -> {
                                    if (shown.get() != null) {
                                        shown.get().refresh();
                                    }
                                }))) {
            emulation.start("test-flood");
            var screen = fx.prepare(() -> new TerminalScreen(emulation, size, new NoLinks()));
            shown.set(screen);
            fx.show(new StackPane(screen), 820, 600);

            emulation.type("i=0; while :; do i=$((i+1)); echo \"flood $i $i $i\"; done\r");
            fx.await("it floods", () -> screen.shot().above() > LINES);
            for (int i = 0; i < PICTURES; i++) {
                fx.settle();
            }
            emulation.type("\u0003");
            emulation.type("echo be''hind\r");

            // A plain shell writes its prompt first: what was typed before that is shown before.
            fx.await(
                    "the shell answers",
                    () ->
                            screen.shot().rows().stream()
                                    .anyMatch(row -> row.line().text().endsWith("behind")));
        }
    }

    private record NoLinks() implements TerminalLinks.Opener {

        @Override
        public void open(URI address) {
            throw new AssertionError(address.toString());
        }

        @Override
        public String hint(URI address) {
            return "";
        }
    }
}
