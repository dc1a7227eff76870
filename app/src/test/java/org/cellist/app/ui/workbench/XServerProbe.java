package org.cellist.app.ui.workbench;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.fx.Toolkit;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.cellist.app.ui.workbench.window.WorkbenchWindows;

/// The program that [WorkbenchXServerIT] starts on a real X server: it opens the window, waits
/// until it is painted, takes a picture of the screen and ends.
final class XServerProbe {

    private static final int PULSES_AT_MOST = 1_800; // half a minute

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
        var windows =
                new WorkbenchWindows(
                        documents,
                        new Choices(Language.KOREAN, false, true),
                        new Look(WorkbenchSheets.ALL),
                        TestSnippets.none(),
                        Runnable::run,
                        new FxExecutor());
        windows.show(List.of(FakeDocuments.path("tour.ipynb")), Toolkit::end);
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                var screen = screen();
                if (isPainted(screen) || ++pulses == PULSES_AT_MOST) {
                    stop();
                    save(screen, picture);
                    Toolkit.end();
                }
            }
        }.start();
    }

    /// A pulse ends before the X server shows what it painted: until then the screen is black.
    private static boolean isPainted(WritableImage screen) {
        var pixels = screen.getPixelReader();
        int middle = (int) screen.getWidth() / 2;
        int last = (int) screen.getHeight() - 1;
        return !pixels.getColor(middle, 0).equals(Color.BLACK)
                && !pixels.getColor(middle, last).equals(Color.BLACK);
    }

    private static WritableImage screen() {
        var window = Window.getWindows().getFirst();
        return new Robot()
                .getScreenCapture(
                        null, window.getX(), window.getY(), window.getWidth(), window.getHeight());
    }

    private static void save(WritableImage screen, File picture) {
        BufferedImage image = SwingFXUtils.fromFXImage(screen, null);
        try {
            ImageIO.write(image, "png", picture);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
