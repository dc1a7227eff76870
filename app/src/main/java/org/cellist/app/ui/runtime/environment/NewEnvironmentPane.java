package org.cellist.app.ui.runtime.environment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cellist.app.environment.EnvironmentOrder;
import org.cellist.app.environment.InstallProblem;
import org.cellist.app.environment.Preset;
import org.cellist.app.environment.packages.PackageFile;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.environment.packages.PackageList.Form;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Base;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Means;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Progress;
import org.jspecify.annotations.Nullable;

/// What a person fills in to get a new environment, the order that it comes to, and how far its
/// making is.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class NewEnvironmentPane {

    private static final Pattern VERSION = Pattern.compile("3\\.\\d+(\\.\\d+)?");

    /// What uv fetches where nothing is asked for: every package has wheels for it.
    private static final String USUAL_PYTHON = "3.12";

    private final EnvironmentChoices choices;
    private final ReadOnlyObjectWrapper<@Nullable Means> means = new ReadOnlyObjectWrapper<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.OWN);
    private final ObjectProperty<@Nullable Base> base = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Source> source =
            new ReadOnlyObjectWrapper<>(new Source.Nothing());
    private final StringProperty packages = new SimpleStringProperty("");
    private final BooleanProperty usesConda = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Draft> draft =
            new ReadOnlyObjectWrapper<>(new Draft.Looking());
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Form());
    private Consumer<String> follower = _ -> {};
    private EnvironmentChoices.@Nullable Making making;

    public NewEnvironmentPane(EnvironmentChoices choices) {
        this(choices, null);
    }

    /// @param kept the list to begin with; null for none
    public NewEnvironmentPane(EnvironmentChoices choices, @Nullable PackageList kept) {
        this.choices = choices;
        name.subscribe(this::think);
        base.subscribe(this::think);
        packages.subscribe(this::think);
        usesConda.subscribe(this::think);
        place.subscribe(this::propose);
        if (kept != null) {
            take(kept);
        }
        choices.look(this::found);
    }

    /// Where an environment lies. Immutable.
    enum Place {
        BESIDE,
        OWN
    }

    /// Where the list of packages comes from. Immutable.
    sealed interface Source {

        record Nothing() implements Source {}

        record OfPreset(Preset preset) implements Source {}

        /// A file that is being read.
        record Reading(Path file) implements Source {}

        record OfFile(PackageList list) implements Source {}

        /// A file that gave no list.
        record Refused(Path file, PackageFile.Outcome outcome) implements Source {}
    }

    /// What the form comes to. Immutable.
    sealed interface Draft {

        record Looking() implements Draft {}

        record Ready(EnvironmentOrder order) implements Draft {}

        record BadName() implements Draft {}

        /// No Python is here, and nothing that fetches one.
        record NoPython(List<String> ways) implements Draft {}

        /// The chosen Python makes no venv.
        ///
        /// @param missingPackage the system's package that the chosen Python lacks
        record NoVenv(String missingPackage) implements Draft {}

        /// Some lines cannot be given to pip.
        ///
        /// @param lines those that are no packages
        record BadLines(List<String> lines) implements Draft {}
    }

    /// How far it is. Immutable.
    sealed interface Stage {

        record Form() implements Stage {}

        /// A command runs.
        ///
        /// @param step the command that runs, from 0
        record Working(EnvironmentOrder order, int step) implements Stage {}

        /// It was asked to end.
        record Stopping(EnvironmentOrder order) implements Stage {}

        record Failed(EnvironmentOrder order, InstallProblem problem) implements Stage {}

        /// The environment is there.
        ///
        /// @param isAttached whether the notebook runs on it now
        record Made(EnvironmentOrder order, boolean isAttached) implements Stage {}
    }

    ReadOnlyObjectProperty<@Nullable Means> meansProperty() {
        return means.getReadOnlyProperty();
    }

    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<Place> placeProperty() {
        return place;
    }

    ObjectProperty<@Nullable Base> baseProperty() {
        return base;
    }

    ReadOnlyObjectProperty<Source> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /// One package a line, or an option of pip.
    StringProperty packagesProperty() {
        return packages;
    }

    /// Whether a file of conda's is given to conda, where that is here.
    BooleanProperty usesCondaProperty() {
        return usesConda;
    }

    ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Lets somebody read the output as it comes, each line with its end.
    void onOutput(Consumer<String> reader) {
        follower = reader;
    }

    /// Returns what an environment can be made of; uv fetches what a file asks for and is not here.
    List<Base> bases() {
        var known = means.get();
        if (known == null) {
            return List.of();
        }
        var bases = new ArrayList<>(known.pythons());
        var asked = askedVersion();
        boolean isHere = asked == null ? !bases.isEmpty() : matching(asked) != null;
        if (known.uv() != null && !isHere) {
            bases.add(new Base.Fetched(asked == null ? USUAL_PYTHON : asked));
        }
        return bases;
    }

    private @Nullable String askedVersion() {
        return source.get() instanceof Source.OfFile(var list)
                        && list.python() != null
                        && VERSION.matcher(list.python()).matches()
                ? list.python()
                : null;
    }

    private @Nullable Base matching(String version) {
        var known = means.get();
        return known == null
                ? null
                : known.pythons().stream()
                        .filter(it -> (versionOf(it) + ".").startsWith(version + "."))
                        .findFirst()
                        .orElse(null);
    }

    private static String versionOf(Base base) {
        return switch (base) {
            case Base.Here(var python, _) -> String.valueOf(python.interpreter().version());
            case Base.Fetched(var version) -> version;
        };
    }

    /// Begins with nothing but the kernel package.
    void takeNothing() {
        take(new Source.Nothing(), "");
    }

    void take(Preset preset) {
        take(new Source.OfPreset(preset), String.join("\n", preset.packages()));
    }

    /// Takes the packages that a file names.
    void take(Path file) {
        take(new Source.Reading(file), "");
        choices.read(
                file,
                outcome -> {
                    if (source.get().equals(new Source.Reading(file))) {
                        if (outcome instanceof PackageFile.Outcome.Read(var list)) {
                            take(list);
                        } else {
                            take(new Source.Refused(file, outcome), "");
                        }
                    }
                });
    }

    /// Takes a list that was kept.
    void take(PackageList list) {
        take(new Source.OfFile(list), list.text());
    }

    private void take(Source from, String text) {
        source.set(from);
        packages.set(text);
        chooseAskedBase();
        if (isForConda()) {
            place.set(Place.OWN); // what lies beside a notebook is known by its pyvenv.cfg alone
        }
        think();
    }

    /// Takes the Python that the list asks for, if there is one or it can be fetched.
    private void chooseAskedBase() {
        var asked = askedVersion();
        var fitting = asked == null ? null : matching(asked);
        var bases = bases();
        if (fitting != null) {
            base.set(fitting);
        } else if (asked != null && !bases.isEmpty()) {
            base.set(bases.getLast());
        }
    }

    private void found(Means now) {
        means.set(now);
        chooseAskedBase();
        if (base.get() == null) {
            base.set(bases().stream().findFirst().orElse(null));
        }
        if (now.beside() != null) {
            place.set(Place.BESIDE);
        }
        propose();
    }

    private void propose() {
        var folder = folder();
        if (folder != null) {
            name.set(String.valueOf(folder.getFileName()));
        }
        think();
    }

    /// Returns the folder proposed for the place that is chosen.
    private @Nullable Path folder() {
        var known = means.get();
        if (known == null) {
            return null;
        }
        return place.get() == Place.BESIDE && known.beside() != null ? known.beside() : known.own();
    }

    /// Returns whether conda makes it, from the file as it is.
    boolean isForConda() {
        var known = means.get();
        return known != null
                && known.conda() != null
                && usesConda.get()
                && source.get() instanceof Source.OfFile(var list)
                && list.form() == Form.CONDA;
    }

    private void think() {
        draft.set(thought());
    }

    private Draft thought() {
        var known = means.get();
        var proposed = folder();
        return known == null || proposed == null
                ? new Draft.Looking()
                : new Drafting(known, source.get(), base.get(), packages.get(), isForConda())
                        .draft(proposed, name.get());
    }

    /// Begins to make what the form comes to, unless something is being made.
    void make() {
        boolean isIdle = stage.get() instanceof Stage.Form || stage.get() instanceof Stage.Failed;
        if (isIdle && draft.get() instanceof Draft.Ready(var order)) {
            stage.set(new Stage.Working(order, 0));
            making = choices.make(order, progress -> went(order, progress));
        }
    }

    private void went(EnvironmentOrder order, Progress progress) {
        switch (progress) {
            case Progress.Step(var step, _) -> {
                if (stage.get() instanceof Stage.Working) {
                    stage.set(new Stage.Working(order, step));
                }
            }
            case Progress.Lines(var text) -> follower.accept(text);
            case Progress.Made(boolean isAttached) -> stage.set(new Stage.Made(order, isAttached));
            case Progress.Failed(var problem) -> stage.set(new Stage.Failed(order, problem));
            case Progress.Cancelled _ -> stage.set(new Stage.Form());
        }
    }

    /// Ends what is being made, or goes back to the form after a failure.
    ///
    /// @return whether there was neither, so that the sheet may close
    boolean leave() {
        switch (stage.get()) {
            case Stage.Form _, Stage.Made _ -> {
                return true;
            }
            case Stage.Failed _ -> stage.set(new Stage.Form());
            case Stage.Working(var order, _) -> {
                stage.set(new Stage.Stopping(order));
                if (making != null) {
                    making.cancel();
                }
            }
            case Stage.Stopping _ -> {}
        }
        return false;
    }
}
