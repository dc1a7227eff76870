package org.cellist.app.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.cellist.app.ui.xserver.XServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens the window on a real X server: the headless platform of the other tests has no GTK.
class WorkbenchXServerIT {

    private static final long PATIENCE_SECONDS = 60;

    @TempDir private Path folder;
    private XServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = XServer.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void theWindowIsPaintedOnARealXServer() throws IOException, InterruptedException {
        var picture = folder.resolve("window.png");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                                java,
                                "-Dprism.order=sw",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                XServerProbe.class.getName(),
                                picture.toString())
                        .redirectErrorStream(true);
        server.use(builder.environment());

        var window = builder.start();
        var output = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(window.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), output);

        assertEquals(0, window.exitValue(), output);
        var image = ImageIO.read(picture.toFile());
        assertEquals(
                List.of(XServer.WIDTH, XServer.HEIGHT),
                List.of(image.getWidth(), image.getHeight()));
        var colours = new HashSet<Integer>();
        for (int x = 0; x < XServer.WIDTH; x += 2) {
            for (int y = 0; y < XServer.HEIGHT; y += 2) {
                colours.add(image.getRGB(x, y) & 0xffffff);
            }
        }
        assertTrue(colours.contains(0xa3481f), "the run button has the accent");
        assertTrue(colours.contains(0xf4f2ee), "the tab bar has the panel's colour");
        assertTrue(colours.size() > 30, "text is drawn");
    }
}
