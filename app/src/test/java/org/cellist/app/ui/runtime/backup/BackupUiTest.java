package org.cellist.app.ui.runtime.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import org.cellist.app.environment.installed.EnvironmentBackup;
import org.cellist.app.environment.installed.InstalledPackages;
import org.cellist.app.environment.installed.InstalledPackages.Installer;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.backup.PackageChoices.Look;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.WorkbenchSheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sheets that back up and restore as a person uses them, also as pictures.
@Tag("ui")
@ExtendWith(FxExtension.class)
class BackupUiTest {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 700;
    private static final Path PICTURES = Path.of("target", "pictures");

    private static final InstalledPackages INSTALLED =
            new InstalledPackages(
                    "3.12.4",
                    "Linux x86_64",
                    new Installer("/v/bin/python", true, ""),
                    List.of(
                            "matplotlib==3.9.2",
                            "numpy==2.1.0",
                            "pandas==2.2.3",
                            "seaborn==0.13.2"),
                    List.of("lab==0.1 (file:///home/ada/lab)"),
                    List.of("cudatoolkit", "mkl"));

    private final Locale before = Locale.getDefault();
    private final FakePackages choices = new FakePackages();
    private final List<String> run = new ArrayList<>();
    private final List<PackageList> made = new ArrayList<>();

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,ko"})
    void aListIsKept(Theme theme, String language, Fx fx) {
        Locale.setDefault(Locale.forLanguageTag(language));
        var clock = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
        var sheet = fx.prepare(() -> BackUpSheet.of(new BackUpPane(choices, clock)));
        var stage =
                fx.show(sheet, WIDTH, HEIGHT, theme, WorkbenchSheets.ALL.toArray(String[]::new));

        assertTrue(fx.call(() -> button(sheet, "backup").isDisabled()));
        fx.snapshot(stage, picture("backup-nokernel", theme, language));
        fx.run(() -> button(sheet, "start").fire());
        fx.run(() -> choices.become(new Look.Known(INSTALLED)));
        assertFalse(fx.call(() -> button(sheet, "start").isVisible()));
        fx.snapshot(stage, picture("backup", theme, language));
        fx.run(() -> button(sheet, "backup").fire());

        assertEquals(1, choices.started);
        assertEquals(EnvironmentBackup.of(INSTALLED, LocalDate.of(2026, 11, 30)), choices.kept);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,ko"})
    void aListIsPutBack(Theme theme, String language, Fx fx) {
        Locale.setDefault(Locale.forLanguageTag(language));
        choices.look = new Look.Known(INSTALLED);
        choices.kept =
                new EnvironmentBackup(
                        "3.11.2",
                        "Linux x86_64",
                        LocalDate.of(2026, 5, 2),
                        List.of(
                                "numpy==1.26.4",
                                "pandas==2.2.3",
                                "torch==2.5.1",
                                "x$(touch hurt)"));
        choices.files.add(Path.of("/w/requirements.txt").toAbsolutePath());
        var sheet = fx.prepare(() -> RestoreSheet.of(new RestorePane(choices), new Window()));
        var stage =
                fx.show(sheet, WIDTH, HEIGHT, theme, WorkbenchSheets.ALL.toArray(String[]::new));

        fx.snapshot(stage, picture("restore", theme, language));
        fx.run(() -> button(sheet, "install").fire());
        fx.run(() -> button(sheet, "make").fire());

        assertEquals(1, run.size());
        assertTrue(run.getFirst().contains("torch==2.5.1"));
        assertFalse(run.getFirst().contains("hurt"));
        assertEquals(choices.kept.lines(), made.getFirst().lines());
    }

    private final class Window implements RestoreSheet.Ways {

        @Override
        public void chooseFile(Consumer<Path> then) {
            then.accept(Path.of("/w/other.txt"));
        }

        @Override
        public boolean canMake() {
            return true;
        }

        @Override
        public void make(PackageList list) {
            made.add(list);
        }

        @Override
        public void run(String code) {
            run.add(code);
        }
    }

    private static Path picture(String name, Theme theme, String language) {
        return PICTURES.resolve(
                name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language + ".png");
    }

    private static Button button(Sheet sheet, String key) {
        var text = Texts.of("backup").get(key);
        return sheet.lookupAll(".sheet-button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text));
    }
}
