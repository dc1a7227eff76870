package org.cellist.app.ui.runtime.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.environment.installed.EnvironmentBackup;
import org.cellist.app.environment.installed.PackageComparison;
import org.cellist.app.environment.installed.RestoringCode;
import org.cellist.app.environment.packages.PackageFile.Outcome;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.ui.runtime.backup.PackageChoices.Look;
import org.jspecify.annotations.Nullable;

/// Which list is put back, and how it differs from what is installed.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class RestorePane {

    private final PackageChoices choices;
    private final PackageLook look;
    private final BackupWords words = new BackupWords();
    private final ReadOnlyObjectWrapper<List<From>> sources =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable From> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Plan> plan =
            new ReadOnlyObjectWrapper<>(new Plan.Nothing());
    private @Nullable Outcome read; // of the file that is chosen

    public RestorePane(PackageChoices choices) {
        this.choices = choices;
        this.look = new PackageLook(choices);
        look.property().subscribe(this::think);
        var kept = choices.kept().<From>map(From.Notebook::new);
        sources.set(kept.stream().toList());
        kept.ifPresent(this::choose);
        choices.find(this::found);
    }

    /// Where a list comes from. Immutable.
    sealed interface From {

        /// The notebook's own metadata.
        record Notebook(EnvironmentBackup backup) implements From {}

        record File(Path file) implements From {}
    }

    /// What would be done. Immutable.
    sealed interface Plan {

        /// No list is there.
        record Nothing() implements Plan {}

        /// The file is being read.
        record Reading() implements Plan {}

        /// The file gave no list.
        record Refused(Outcome outcome) implements Plan {}

        /// A list, of which nobody knows yet what is installed.
        record Listed(PackageList list, Look look) implements Plan {}

        /// A list beside what is installed.
        ///
        /// @param python the version that is there
        /// @param code installs what differs
        record Compared(
                PackageList list, PackageComparison comparison, String python, RestoringCode code)
                implements Plan {}
    }

    ReadOnlyObjectProperty<List<From>> sourcesProperty() {
        return sources.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable From> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /// Returns the list that is chosen; empty while there is none.
    public Optional<PackageList> list() {
        return switch (plan.get()) {
            case Plan.Listed(var list, _) -> Optional.of(list);
            case Plan.Compared(var list, _, _, _) -> Optional.of(list);
            case Plan.Nothing _, Plan.Reading _, Plan.Refused _ -> Optional.empty();
        };
    }

    String runtime() {
        return choices.runtime();
    }

    void start() {
        look.start();
    }

    private void found(List<Path> files) {
        var all = new ArrayList<>(sources.get());
        files.stream().<From>map(From.File::new).filter(it -> !all.contains(it)).forEach(all::add);
        sources.set(List.copyOf(all));
        if (chosen.get() == null && !all.isEmpty()) {
            choose(all.getFirst());
        }
    }

    /// Takes a file that a person chose.
    void take(Path file) {
        found(List.of(file));
        choose(new From.File(file));
    }

    void choose(From from) {
        chosen.set(from);
        read = null;
        think();
        if (from instanceof From.File(var file)) {
            choices.read(file, outcome -> wasRead(from, outcome));
        }
    }

    private void wasRead(From from, Outcome outcome) {
        if (from.equals(chosen.get())) {
            read = outcome;
            think();
        }
    }

    private void think() {
        plan.set(thought());
    }

    private Plan thought() {
        return switch (chosen.get()) {
            case null -> new Plan.Nothing();
            case From.Notebook(var backup) -> {
                var file = choices.file();
                yield planned(backup.list(file == null ? Path.of("") : file));
            }
            case From.File _ ->
                    switch (read) {
                        case null -> new Plan.Reading();
                        case Outcome.Read(var list) -> planned(list);
                        case Outcome.Unreadable it -> new Plan.Refused(it);
                        case Outcome.NotUnderstood it -> new Plan.Refused(it);
                        case Outcome.Empty it -> new Plan.Refused(it);
                    };
        };
    }

    private Plan planned(PackageList list) {
        return switch (look.property().get()) {
            case null -> new Plan.Reading();
            case Look.Known(var installed) -> {
                var comparison = PackageComparison.of(list.lines(), installed);
                var code =
                        RestoringCode.of(
                                words.codeAbout(choices.notebook()),
                                list.lines(), // all, or pip would change what is there just so
                                installed.installer());
                yield new Plan.Compared(list, comparison, installed.python(), code);
            }
            case Look other -> new Plan.Listed(list, other);
        };
    }

    /// Gives the code that installs what differs to whoever runs it.
    void install(Consumer<String> runner) {
        if (plan.get() instanceof Plan.Compared compared && !compared.comparison().isSame()) {
            runner.accept(compared.code().text());
        }
    }

    /// Nobody looks any more.
    void end() {
        look.end();
    }
}
