package org.cellist.app.ui.runtime.colab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.ServerRows;
import org.cellist.app.ui.runtime.row.ServerRows.Entry;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.jupyter.ColabAccount;
import org.cellist.kernel.runtime.jupyter.ColabListing;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabResources;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Colab's runtimes for one notebook. Each is asked on a thread of its own; until it answers, a row
/// says that. Where Colab is not configured, nobody is asked, and there is no row.
///
/// Confined to the JavaFX Application Thread.
public final class ColabChoices {

    private static final Logger LOG = LoggerFactory.getLogger(ColabChoices.class);

    private final ColabSource source;
    private final ColabRows rows;
    private final ServerRows kernels;
    private final Attach attach;
    private final Executor background;
    private final Executor fx;
    private final Map<ColabRuntime, List<Entry>> entries = new LinkedHashMap<>();
    private final Map<ColabRuntime, ColabResources> resources = new LinkedHashMap<>();
    private @Nullable ServerAnswer<ColabListing> listing;
    private int asked; // that have not answered

    /// A view of Colab for a notebook.
    ///
    /// @param attached the `KernelRuntime.key` that the notebook runs on; null for none
    /// @param wanted the machine that the notebook asks for; null for none
    /// @param background runs what may take time, each task on a thread of its own
    /// @param fx brings its results back
    public ColabChoices(
            ColabSource source,
            @Nullable String attached,
            @Nullable ColabMachine wanted,
            Attach attach,
            Executor background,
            Executor fx) {
        this.source = source;
        this.rows = new ColabRows(wanted);
        this.kernels = new ServerRows(attached);
        this.attach = attach;
        this.background = background;
        this.fx = fx;
    }

    /// Lets the notebook run on a kernel of a machine.
    public interface Attach {
        void attach(KernelRuntime runtime, ColabMachine machine);
    }

    /// Looks at the account and at all its runtimes.
    ///
    /// @param report told at once, and after each answer
    public void find(Runnable report) {
        if (!source.isOn()) {
            listing = null;
            entries.clear();
            report.run();
            return;
        }
        ask(
                source::look,
                answer -> {
                    listing = answer;
                    var runtimes =
                            answer instanceof ServerAnswer.Given(var given)
                                    ? given.runtimes()
                                    : List.<ColabRuntime>of();
                    entries.keySet().retainAll(runtimes);
                    resources.keySet().retainAll(runtimes);
                    runtimes.forEach(it -> look(it, report));
                    report.run();
                });
        report.run();
    }

    private void look(ColabRuntime runtime, Runnable report) {
        var server = runtime.server();
        if (server == null) {
            entries.put(runtime, List.of(rows.closed(runtime)));
            return;
        }
        var place = new Place.OnColab(runtime);
        entries.putIfAbsent(runtime, List.of(kernels.looking(server, place)));
        ask(
                () -> source.kernels(server),
                answer -> {
                    if (entries.containsKey(runtime)) {
                        entries.put(runtime, kernels.of(server, place, answer));
                    }
                    report.run();
                });
        ask(
                () -> source.resources(server),
                answer -> {
                    if (answer instanceof ServerAnswer.Given(var full)
                            && entries.containsKey(runtime)) {
                        resources.put(runtime, full);
                    }
                    report.run();
                });
    }

    private interface Question<T> {
        ServerAnswer<T> ask() throws InterruptedException;
    }

    /// Runs a question of the list's own.
    private <T> void ask(Question<T> question, Consumer<ServerAnswer<T>> then) {
        asked++;
        later(
                question,
                answer -> {
                    asked--;
                    then.accept(answer);
                });
    }

    private <T> void later(Question<T> question, Consumer<ServerAnswer<T>> then) {
        background.execute(
                () -> {
                    try {
                        var answer = question.ask();
                        fx.execute(() -> then.accept(answer));
                    } catch (InterruptedException _) {
                        LOG.debug("a question to Colab was given up");
                    }
                });
    }

    /// Returns what was found: the kernels of the account's runtimes, then what can be had.
    public List<RuntimeRow> rows() {
        if (!source.isOn()) {
            return List.of();
        }
        var all = new ArrayList<RuntimeRow>();
        entries.values().forEach(each -> each.forEach(it -> all.add(it.row())));
        all.addAll(rows.of(listing));
        return all;
    }

    /// Returns whether everybody has answered.
    public boolean isComplete() {
        return asked == 0;
    }

    /// Returns what is said of the account; null where nothing is.
    @Nullable ColabAccount account() {
        return listing instanceof ServerAnswer.Given(var given) ? given.account() : null;
    }

    /// Returns what may be asked for in the place of a machine that was not given.
    List<ColabMachine> insteadOf(ColabMachine wish, List<ColabMachine> tried) {
        return listing instanceof ServerAnswer.Given(var given)
                ? given.insteadOf(wish, tried)
                : List.of();
    }

    /// Returns the machines that the account has.
    List<ColabRuntime> runtimes() {
        return listing instanceof ServerAnswer.Given(var given) ? given.runtimes() : List.of();
    }

    void openInBrowser() {
        source.openInBrowser();
    }

    /// Returns how full a runtime is; empty while it has not said so.
    Optional<ColabResources> resources(ColabRuntime runtime) {
        return Optional.ofNullable(resources.get(runtime));
    }

    boolean signsInHere() {
        return source.signsInHere();
    }

    /// Lets the notebook run on the row's kernel, if it is one.
    public void attach(RuntimeRow row) {
        if (row.place() instanceof Place.OnColab(var runtime)) {
            entry(row)
                    .map(Entry::runtime)
                    .ifPresent(kernel -> attach.attach(kernel, runtime.machine()));
        }
    }

    private Optional<Entry> entry(RuntimeRow row) {
        return entries.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.row().key().equals(row.key()))
                .findFirst();
    }

    void assign(ColabMachine wish, Consumer<ServerAnswer<ColabRuntime>> then) {
        later(() -> source.assign(wish), then);
    }

    void release(ColabRuntime runtime, Consumer<ServerAnswer<ColabRuntime>> then) {
        later(() -> source.release(runtime), then);
    }

    /// Ends the running kernel of a row, whoever uses it.
    void end(RuntimeRow row, Consumer<ServerAnswer<String>> then) {
        var runtime = entry(row).map(Entry::runtime).orElse(null);
        if (runtime == null) {
            return;
        }
        var kernel = runtime.kernel();
        if (kernel != null) {
            later(() -> source.end(runtime.server(), kernel), then);
        }
    }

    void signIn(Consumer<ServerAnswer<Boolean>> then) {
        later(source::signIn, then);
    }

    void signOut(Runnable then) {
        later(
                () -> {
                    source.signOut();
                    return new ServerAnswer.Given<>(true);
                },
                _ -> then.run());
    }
}
