package org.cellist.app.ui.workbench.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.explain.ReadProblemWords;
import org.cellist.app.notebook.diff.CellDiff;
import org.cellist.app.notebook.diff.NotebookDiff;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.ReadOutcome;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.storage.history.Version;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.Past;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The versions of a notebook, and what differs between the chosen one and what is open now.
///
/// Confined to the JavaFX Application Thread.
public final class HistoryViewModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryViewModel.class);

    private final Past past;
    private final ZoneId zone;
    private final Texts texts = Texts.of("history");
    private final ObservableList<TimelineRow> timeline = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(new Shown.Reading());
    private final Map<Version, ObjectProperty<@Nullable Summary>> summaries = new HashMap<>();
    private final Deque<Version> unsummed = new ArrayDeque<>();
    private List<Version> versions = List.of();
    private @Nullable Version chosen;
    private @Nullable Function<Notebook, Shown> comparison;
    private int asked;
    private boolean summing;
    private boolean closed;

    /// @param zone in which days begin
    public HistoryViewModel(Past past, ZoneId zone) {
        this.past = past;
        this.zone = zone;
    }

    /// Looks for versions; the sheet chooses one of them.
    public void load() {
        past.background()
                .execute(
                        () -> {
                            var found = found();
                            past.fx().execute(() -> show(found));
                        });
    }

    private List<Version> found() {
        try {
            return past.history().versions(past.file());
        } catch (IOException e) {
            LOG.warn("the history of {} cannot be read", past.file(), e);
            return List.of();
        }
    }

    private void show(List<Version> found) {
        versions = found;
        var rows = new ArrayList<TimelineRow>();
        LocalDate day = null;
        for (var version : found) {
            var its = LocalDate.ofInstant(version.at(), zone);
            if (!its.equals(day)) {
                rows.add(new TimelineRow.Day(its));
                day = its;
            }
            rows.add(new TimelineRow.Entry(version));
        }
        timeline.setAll(rows);
        if (found.isEmpty()) {
            shown.set(new Shown.Nothing());
        }
    }

    /// Compares a version with what is open now.
    void choose(Version version) {
        chosen = version;
        compare(
                now ->
                        read(version)
                                .<Shown>map(then -> compared(then, now))
                                .orElseGet(Shown.Damaged::new));
    }

    /// Compares another file with what is open now.
    void choose(Path other) {
        chosen = null;
        compare(now -> compared(other, now));
    }

    private void compare(Function<Notebook, Shown> comparison) {
        this.comparison = comparison;
        int number = ++asked;
        var now = past.now().get();
        shown.set(new Shown.Reading());
        past.background()
                .execute(
                        () -> {
                            var compared = comparison.apply(now);
                            past.fx().execute(() -> show(number, compared));
                        });
    }

    private void show(int number, Shown compared) {
        if (number == asked && !closed) {
            shown.set(compared);
        }
    }

    private Shown compared(Notebook then, Notebook now) {
        var diff = NotebookDiff.between(then, now);
        return new Shown.Compared(then, now, diff, DiffRows.of(diff, then, now, texts));
    }

    private Shown compared(Path other, Notebook now) {
        return switch (new NotebookFiles().open(other)) {
            case OpenOutcome.Opened(var file) -> compared(file.notebook(), now);
            case OpenOutcome.NotANotebook(_, var problem) ->
                    new Shown.Unreadable(new ReadProblemWords().explain(problem).happened());
            case OpenOutcome.Unreadable unreadable ->
                    new Shown.Unreadable(new FileProblemWords().explain(unreadable).happened());
        };
    }

    private Optional<Notebook> read(Version version) {
        return past.history()
                .content(past.file(), version)
                .flatMap(
                        bytes ->
                                switch (new NotebookReader().read(bytes)) {
                                    case ReadOutcome.Editable(var notebook, _) ->
                                            Optional.of(notebook);
                                    case ReadOutcome.ReadOnly(var notebook, _) ->
                                            Optional.of(notebook);
                                    case ReadOutcome.Legacy(var notebook, _) ->
                                            Optional.of(notebook);
                                    case ReadOutcome.Refused _ -> Optional.empty();
                                });
    }

    /// Returns what the version changed; null until that is known. It is found out when it is
    /// asked for.
    ObservableValue<@Nullable Summary> summary(Version version) {
        var known = summaries.get(version);
        if (known != null) {
            return known;
        }
        var unknown = new SimpleObjectProperty<@Nullable Summary>();
        summaries.put(version, unknown);
        unsummed.addFirst(version);
        past.fx().execute(this::sumNext);
        return unknown;
    }

    private void sumNext() {
        var next = summing || closed ? null : unsummed.poll();
        if (next == null) {
            return;
        }
        summing = true;
        int place = versions.indexOf(next);
        var before = place + 1 < versions.size() ? versions.get(place + 1) : null;
        past.background()
                .execute(
                        () -> {
                            var summary = summary(next, before);
                            past.fx().execute(() -> summed(next, summary));
                        });
    }

    private Summary summary(Version version, @Nullable Version before) {
        var notebook = read(version);
        if (notebook.isEmpty()) {
            return new Summary.Damaged();
        }
        return Optional.ofNullable(before)
                .flatMap(this::read)
                .<Summary>map(old -> Summary.of(NotebookDiff.between(old, notebook.get())))
                .orElseGet(() -> new Summary.First(notebook.get().cells().size()));
    }

    private void summed(Version version, Summary summary) {
        summing = false;
        var property = summaries.get(version);
        if (property != null) {
            property.set(summary);
        }
        sumNext();
    }

    /// Puts one cell back as the chosen version has it.
    void restore(CellDiff diff) {
        if (shown.get() instanceof Shown.Compared compared) {
            Restoring.of(diff, compared, past.now().get()).ifPresent(past.edit());
            compareAgain();
        }
    }

    /// Puts the whole notebook back.
    void restoreAll() {
        if (shown.get() instanceof Shown.Compared compared) {
            past.replace().accept(compared.then());
            compareAgain();
        }
    }

    private void compareAgain() {
        if (comparison != null) {
            compare(comparison);
        }
    }

    /// Writes the chosen version to another file.
    ///
    /// @param then called with what happened, in a person's words
    void saveCopy(Path file, Consumer<String> then) {
        var version = chosen;
        if (version == null) {
            return;
        }
        past.background()
                .execute(
                        () -> {
                            var words = copied(version, file);
                            past.fx().execute(() -> then.accept(words));
                        });
    }

    private String copied(Version version, Path file) {
        var content = past.history().content(past.file(), version);
        if (content.isEmpty()) {
            return texts.get("damaged");
        }
        return switch (new NotebookFiles().export(file, content.get())) {
            case SaveOutcome.Saved(var path) -> texts.get("copied", path);
            case SaveOutcome.ChangedOnDisk(var path) -> texts.get("changed", path);
            case SaveOutcome.NotSaved notSaved -> new FileProblemWords().explain(notSaved);
        };
    }

    ObservableList<TimelineRow> timeline() {
        return timeline;
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Returns whether another file is compared, not a version.
    boolean isOfFile() {
        return chosen == null;
    }

    Past past() {
        return past;
    }

    ZoneId zone() {
        return zone;
    }

    /// Ends what is still being found out.
    @Override
    public void close() {
        closed = true;
    }
}
