package org.cellist.app.ui.runtime.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.cellist.app.environment.installed.EnvironmentBackup;
import org.cellist.app.environment.installed.InstalledPackages;
import org.cellist.app.ui.runtime.backup.PackageChoices.Look;
import org.jspecify.annotations.Nullable;

/// What is backed up, and where it is kept.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class BackUpPane {

    private final PackageChoices choices;
    private final Clock clock;
    private final PackageLook look;
    private final BackupWords words = new BackupWords();
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.NOTEBOOK);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();

    /// @param clock says which day it is
    public BackUpPane(PackageChoices choices, Clock clock) {
        this.choices = choices;
        this.clock = clock;
        this.look = new PackageLook(choices);
    }

    /// Where the list is kept. Immutable.
    enum Place {
        NOTEBOOK,
        FILE
    }

    ReadOnlyObjectProperty<@Nullable Look> lookProperty() {
        return look.property();
    }

    ObjectProperty<Place> placeProperty() {
        return place;
    }

    /// Why it was not backed up, in a person's words; empty for no reason.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Whether it is backed up.
    ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /// Returns the file that the list would go to; null where the notebook has none itself.
    @Nullable Path file() {
        var notebook = choices.file();
        return notebook == null
                ? null
                : notebook.resolveSibling(EnvironmentBackup.fileName(notebook));
    }

    String runtime() {
        return choices.runtime();
    }

    void start() {
        look.start();
    }

    /// Keeps what is known where it was wished; [#doneProperty] tells when it is.
    void backUp() {
        if (look.property().get() instanceof Look.Known(var packages)) {
            backUp(packages);
        }
    }

    private void backUp(InstalledPackages packages) {
        var backup = EnvironmentBackup.of(packages, LocalDate.now(clock));
        var file = file();
        if (place.get() == Place.NOTEBOOK || file == null) {
            choices.keep(backup);
            done.set(true);
            return;
        }
        var about = words.fileAbout(backup, choices.notebook(), choices.runtime());
        choices.write(
                file,
                backup.fileText(about),
                why -> {
                    trouble.set(why.orElse(""));
                    done.set(why.isEmpty());
                });
    }

    /// Nobody looks any more.
    void end() {
        look.end();
    }
}
