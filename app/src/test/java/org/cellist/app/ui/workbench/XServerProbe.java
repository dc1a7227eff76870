package org.cellist.app.ui.workbench;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.fx.Toolkit;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.theme.Theme;

/// The program that [WorkbenchXServerIT] starts on a real X server: it opens the window, waits
/// until
/// it is painted, takes a picture of the screen and ends.
final class XServerProbe {

    private static final int PULSES_UNTIL_PAINTED = 10;

    private XServerProbe() {}

    /// Opens the window and ends after the picture.
    ///
    /// @param arguments the file for the picture
    public static void main(String[] arguments) {
        Toolkit.start(
                () -> open(Path.of(arguments[0]).toFile()),
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    private static void open(File picture) {
        var documents = new FakeDocuments();
        documents.notebook("tour.ipynb");
        var window =
                new WorkbenchWindow(
                        documents,
                        new Choices(Theme.LIGHT, Language.KOREAN, false, true),
                        new Look(WorkbenchSheets.ALL),
                        Runnable::run,
                        new FxExecutor());
        window.show(List.of(FakeDocuments.path("tour.ipynb")), Toolkit::end);
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == PULSES_UNTIL_PAINTED) {
                    stop();
                    save(picture);
                    Toolkit.end();
                }
            }
        }.start();
    }

    private static void save(File picture) {
        var window = Window.getWindows().getFirst();
        WritableImage screen =
                new Robot()
                        .getScreenCapture(
                                null,
                                window.getX(),
                                window.getY(),
                                window.getWidth(),
                                window.getHeight());
        BufferedImage image = SwingFXUtils.fromFXImage(screen, null);
        try {
            ImageIO.write(image, "png", picture);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
