package org.cellist.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

    @TempDir private Path folder;

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        var chosen =
                new Settings(
                        new WindowSettings(
                                "ko",
                                true,
                                false,
                                false,
                                false,
                                KernelsAtClose.KEEP,
                                UnusedKernels.NEVER),
                        new LookSettings(
                                ColourScheme.DARK,
                                Motion.REDUCED,
                                125,
                                100,
                                new TypeSettings("D2Coding", 15, 150, 16, 79)),
                        List.of(Path.of("/n/한글 노트.ipynb")),
                        List.of(Path.of("/n/venv")),
                        new KeySettings(
                                "colab", Map.of("run.all", "page: Ctrl+F5", "cell.cut", ""), true),
                        new NetworkSettings("proxy.lan:3128", Path.of("/n/company.pem")),
                        new ServerSettings(
                                List.of(new KnownServer("https://gpu.example/", true)),
                                List.of(
                                        new RanOn(
                                                Path.of("/w/a.ipynb"),
                                                "https://gpu.example/",
                                                "python3",
                                                "Python 3",
                                                "python"))),
                        new DeviceSettings(
                                List.of(
                                        new ComputesOn(
                                                Path.of("/w/a.ipynb"),
                                                List.of("NVIDIA|3|GPU-1|H100", "AMD|0||MI100")),
                                        new ComputesOn(Path.of("/w/cpu.ipynb"), List.of()))),
                        new ColabSettings(
                                ColabSettings.SignIn.CLIENT,
                                Path.of("/n/client_secret.json"),
                                "",
                                "https://api.example/"));
        try (var store = SettingsStore.open(file())) {
            store.update(_ -> chosen);
        }

        assertEquals(chosen, SettingsStore.open(file()).current());
    }

    @Test
    void whatNobodyKnowsIsAsIfNothingHadBeenChosen() throws IOException {
        Files.writeString(file(), "kernels.unused=YEAR\nkernels.atClose=\n");

        assertEquals(Settings.DEFAULT, SettingsStore.open(file()).current());
    }

    @Test
    void aFileOpenedAgainBecomesTheNewestAndStandsOnce() {
        var settings =
                Settings.DEFAULT
                        .withRecent(Path.of("a"))
                        .withRecent(Path.of("b"))
                        .withRecent(Path.of("a"));

        assertEquals(List.of(Path.of("a"), Path.of("b")), settings.recent());
    }

    @Test
    void onlySoManyRecentFilesAreRemembered() {
        var settings = Settings.DEFAULT;
        for (int i = 0; i < 100; i++) {
            settings = settings.withRecent(Path.of("n" + i));
        }

        assertEquals(Settings.MOST_RECENT, settings.recent().size());
        assertEquals(Path.of("n99"), settings.recent().getFirst());
    }

    @Test
    void anUnreadableFileIsPutAsideNotOverwritten() throws IOException {
        Files.writeString(file(), "theme=\\u00zz");

        try (var store = SettingsStore.open(file())) {
            assertEquals(Settings.DEFAULT, store.current());
            store.update(settings -> settings.withRecent(Path.of("a")));
        }

        assertEquals(
                "theme=\\u00zz",
                Files.readString(folder.resolve("settings.properties.unreadable")));
    }

    @Test
    void settingsOfANewerVersionAreKept() throws IOException {
        Files.writeString(file(), "sshHost=lab\n");

        try (var store = SettingsStore.open(file())) {
            store.update(settings -> settings.withConsent(Path.of("/n/venv")));
        }

        assertTrue(Files.readString(file()).contains("sshHost=lab"));
    }

    @Test
    void everySystemHasItsFolder() {
        var home = Path.of("/home/ada");

        assertEquals(
                Path.of("/home/ada/.config/cellist"), Folders.settings("Linux", home, Map.of()));
        assertEquals(
                Path.of("/x/cellist"),
                Folders.settings("Linux", home, Map.of("XDG_CONFIG_HOME", "/x")));
        assertEquals(
                Path.of("/home/ada/.config/cellist"),
                Folders.settings("Linux", home, Map.of("XDG_CONFIG_HOME", "relative")));
        assertEquals(
                Path.of("/home/ada/Library/Application Support/Cellist"),
                Folders.settings("Mac OS X", home, Map.of()));
        assertEquals(
                Path.of("/home/ada/.local/share/cellist"), Folders.data("Linux", home, Map.of()));
        assertEquals(
                Path.of("/x/cellist"), Folders.data("Linux", home, Map.of("XDG_DATA_HOME", "/x")));
        assertEquals(
                Path.of("/home/ada/Library/Application Support/Cellist"),
                Folders.data("Mac OS X", home, Map.of()));
    }

    private Path file() {
        return folder.resolve("settings.properties");
    }
}
