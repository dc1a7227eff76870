package org.cellist.app.ui.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.HostQuestions.NewKey;
import org.cellist.kernel.runtime.host.HostQuestions.Prompt;
import org.cellist.kernel.runtime.host.SshHost;
import org.jspecify.annotations.Nullable;

/// What the picker does with machines that are reached over SSH, and with containers: adds one,
/// passes on what it asks, forgets one, ends a kernel.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class HostPane {

    private final HostRuntimes hosts;
    private final Picker picker;
    private final ReadOnlyObjectWrapper<Connecting> connecting =
            new ReadOnlyObjectWrapper<>(new Connecting.Closed());
    private @Nullable Person person; // who is asked now

    HostPane(HostRuntimes hosts, Picker picker) {
        this.hosts = hosts;
        this.picker = picker;
    }

    /// The list that it belongs to.
    interface Picker {

        void lookAgain();

        /// Selects the first runtime of a place once it is there.
        void selectFirst(Place place);
    }

    /// How far connecting is. Immutable.
    sealed interface Connecting {

        record Closed() implements Connecting {}

        /// A name is wanted.
        ///
        /// @param suggestions machines that could be added
        record Open(List<SshHost> suggestions) implements Connecting {}

        record NoHost() implements Connecting {}

        record Trying(HostAddress host) implements Connecting {}

        /// The machine's key was never seen.
        record NewHostKey(NewKey key) implements Connecting {}

        /// The machine, or a key on this one, wants something typed.
        record Asking(Prompt prompt) implements Connecting {}

        record Failed(HostAddress host, HostProblem problem) implements Connecting {}
    }

    ReadOnlyObjectProperty<Connecting> connectingProperty() {
        return connecting.getReadOnlyProperty();
    }

    void open() {
        connecting.set(new Connecting.Open(List.of()));
        hosts.suggest(
                named -> {
                    if (connecting.get() instanceof Connecting.Open) {
                        connecting.set(new Connecting.Open(named));
                    }
                });
    }

    /// Ends it; what is asked meanwhile is not answered.
    void close() {
        if (person != null) {
            person.leave();
            person = null;
        }
        connecting.set(new Connecting.Closed());
    }

    /// Connects to what was typed.
    void connect(String text) {
        SshHost.parse(text)
                .ifPresentOrElse(this::connect, () -> connecting.set(new Connecting.NoHost()));
    }

    void connect(HostAddress host) {
        if (person != null) {
            return;
        }
        var asked = new Person(host);
        person = asked;
        connecting.set(new Connecting.Trying(host));
        hosts.connect(host, asked, answer -> connected(asked, host, answer));
    }

    private void connected(Person asked, HostAddress host, HostAnswer<HostListing> answer) {
        boolean isWanted = asked.equals(person);
        person = isWanted ? null : person;
        switch (answer) {
            case HostAnswer.Given<HostListing> _ -> {
                if (isWanted) {
                    connecting.set(new Connecting.Closed());
                }
                picker.selectFirst(new Place.Machine(host));
            }
            case HostAnswer.Refused<HostListing>(var problem) -> {
                if (isWanted) {
                    connecting.set(new Connecting.Failed(host, problem));
                }
            }
        }
    }

    /// Answers whether the key is right.
    void trust(boolean isTrusted) {
        if (person != null && connecting.get() instanceof Connecting.NewHostKey) {
            person.answer(isTrusted ? List.of() : null);
            connecting.set(new Connecting.Trying(person.host));
        }
    }

    /// Answers what was asked.
    void answer(List<String> answers) {
        if (person != null && connecting.get() instanceof Connecting.Asking) {
            person.answer(answers);
            connecting.set(new Connecting.Trying(person.host));
        }
    }

    /// Looks into a container or a distribution, which is in the list from then on.
    void enter(RuntimeRow row) {
        hosts.nearby(row).ifPresent(this::connect);
    }

    void connectAgain(RuntimeRow row) {
        if (row.place() instanceof Place.Machine(var host)) {
            connect(host);
        }
    }

    void forget(RuntimeRow row) {
        if (row.place() instanceof Place.Machine(var host)) {
            hosts.forget(host, picker::lookAgain);
        }
    }

    void endKernel(RuntimeRow row) {
        hosts.end(row, picker::lookAgain);
    }

    /// The person at the window, for whoever waits on another thread. Thread-safe.
    private final class Person implements HostQuestions {

        private final HostAddress host;
        private CompletableFuture<Optional<List<String>>> awaited =
                new CompletableFuture<>(); // guarded by this
        private boolean isGone; // guarded by this

        Person(HostAddress host) {
            this.host = host;
        }

        @Override
        public boolean trusts(NewKey key) throws InterruptedException {
            return asked(new Connecting.NewHostKey(key)).isPresent();
        }

        @Override
        public Optional<List<String>> answers(Prompt prompt) throws InterruptedException {
            return asked(new Connecting.Asking(prompt));
        }

        private Optional<List<String>> asked(Connecting question) throws InterruptedException {
            CompletableFuture<Optional<List<String>>> coming;
            synchronized (this) {
                if (isGone) {
                    return Optional.empty();
                }
                coming = new CompletableFuture<>();
                awaited = coming;
            }
            hosts.onFx(
                    () -> {
                        if (equals(person)) {
                            connecting.set(question);
                        }
                    });
            try {
                return coming.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        /// @param answers null to give up
        synchronized void answer(@Nullable List<String> answers) {
            awaited.complete(Optional.ofNullable(answers));
        }

        synchronized void leave() {
            isGone = true;
            awaited.complete(Optional.empty());
        }
    }
}
