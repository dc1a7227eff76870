package org.cellist.app.ui.runtime.colab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.kernel.runtime.jupyter.ColabAccount;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ColabResources;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;

/// What the picker does with Colab: signs in, gets a runtime, gives it back, ends a kernel.
/// One thing at a time.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class ColabPane {

    private final ColabChoices choices;
    private final Runnable lookAgain;
    private final Consumer<Place> selectFirst;
    private final ReadOnlyObjectWrapper<Doing> doing =
            new ReadOnlyObjectWrapper<>(new Doing.Nothing());
    private boolean isForgetful;
    private int attempt; // whose end is shown

    /// @param lookAgain fills the list anew
    /// @param selectFirst selects the first kernel of a place once it is there
    public ColabPane(ColabChoices choices, Runnable lookAgain, Consumer<Place> selectFirst) {
        this.choices = choices;
        this.lookAgain = lookAgain;
        this.selectFirst = selectFirst;
    }

    /// What is under way, or what it came to. Immutable.
    public sealed interface Doing {

        record Nothing() implements Doing {}

        /// The person signs in in their browser.
        record SigningIn() implements Doing {}

        /// Colab was asked for a machine.
        record Asking(ColabMachine machine) implements Doing {}

        /// A runtime is given back.
        record Releasing(ColabRuntime runtime) implements Doing {}

        /// It came to nothing.
        record Failed(ServerProblem problem) implements Doing {}

        /// Colab was asked for a machine and has not given it.
        ///
        /// @param tried what was asked for since the first of them, the last one the last
        record NotGiven(ServerProblem problem, List<ColabMachine> tried) implements Doing {

            public NotGiven {
                tried = List.copyOf(tried);
            }

            ColabMachine machine() {
                return tried.getLast();
            }
        }
    }

    /// What is under way.
    public ReadOnlyObjectProperty<Doing> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    @Nullable ColabAccount account() {
        return choices.account();
    }

    Optional<ColabResources> resources(ColabRuntime runtime) {
        return choices.resources(runtime);
    }

    boolean signsInHere() {
        return choices.signsInHere();
    }

    /// Returns whether the sign-in is forgotten when the program ends.
    boolean isForgetful() {
        return isForgetful;
    }

    /// Leaves what is under way to itself, and shows the list's own words again.
    void dismiss() {
        attempt++;
        doing.set(new Doing.Nothing());
    }

    void lookAgain() {
        dismiss();
        lookAgain.run();
    }

    void signIn() {
        begin(
                new Doing.SigningIn(),
                choices::signIn,
                isKept -> {
                    isForgetful = !isKept;
                    selectFirst.accept(new Place.Colab());
                });
    }

    void signOut() {
        choices.signOut(lookAgain);
    }

    /// Asks for a machine. What the notebook asks for stays until it is attached to what was given.
    void assign(ColabMachine machine) {
        var tried = new ArrayList<ColabMachine>();
        if (doing.get() instanceof Doing.NotGiven(_, var before)) {
            before.stream().filter(it -> !it.equals(machine)).forEach(tried::add);
        }
        tried.add(machine);
        this.<ColabRuntime>begin(
                new Doing.Asking(machine),
                then -> choices.assign(machine, then),
                this::use,
                problem -> new Doing.NotGiven(problem, tried));
    }

    /// Selects a machine that the account has.
    void use(ColabRuntime runtime) {
        dismiss();
        selectFirst.accept(new Place.OnColab(runtime));
    }

    /// Returns what may be asked for in the place of what was not given; nothing where that would
    /// not help.
    List<ColabMachine> instead(Doing.NotGiven refused) {
        boolean helps =
                refused.problem() instanceof ServerProblem.Colab(var problem)
                        && switch (problem) {
                            case ColabProblem.Unavailable _,
                                    ColabProblem.QuotaDenied _,
                                    ColabProblem.TimeExceeded _ ->
                                    true;
                            case ColabProblem.NotConfigured _,
                                    ColabProblem.SignInNeeded _,
                                    ColabProblem.NotEntitled _,
                                    ColabProblem.TooMany _,
                                    ColabProblem.Denylisted _,
                                    ColabProblem.CaptchaWanted _,
                                    ColabProblem.Ended _,
                                    ColabProblem.Strange _ ->
                                    false;
                        };
        return helps ? choices.insteadOf(refused.machine(), refused.tried()) : List.of();
    }

    /// Returns the machines that the account has and that fill its allowance; nothing where that
    /// is not what is wrong.
    List<ColabRuntime> taken(Doing.NotGiven refused) {
        return refused.problem() instanceof ServerProblem.Colab(ColabProblem.TooMany _)
                ? choices.runtimes()
                : List.of();
    }

    /// Opens Colab in the person's browser, where it can ask what it asks people only.
    void openInBrowser() {
        choices.openInBrowser();
    }

    void release(ColabRuntime runtime) {
        this.<ColabRuntime>begin(
                new Doing.Releasing(runtime),
                then -> choices.release(runtime, then),
                _ -> lookAgain.run());
    }

    void endKernel(RuntimeRow row) {
        choices.end(row, _ -> lookAgain.run());
    }

    private interface Question<T> {
        void ask(Consumer<ServerAnswer<T>> then);
    }

    private <T> void begin(Doing what, Question<T> question, Consumer<T> done) {
        begin(what, question, done, Doing.Failed::new);
    }

    private boolean isBusy() {
        return switch (doing.get()) {
            case Doing.Nothing _, Doing.Failed _, Doing.NotGiven _ -> false;
            case Doing.SigningIn _, Doing.Asking _, Doing.Releasing _ -> true;
        };
    }

    private <T> void begin(
            Doing what,
            Question<T> question,
            Consumer<T> done,
            Function<ServerProblem, Doing> failed) {
        if (isBusy()) {
            return;
        }
        int mine = ++attempt;
        doing.set(what);
        question.ask(
                answer -> {
                    if (mine != attempt) {
                        lookAgain.run();
                        return;
                    }
                    switch (answer) {
                        case ServerAnswer.Given(var value) -> {
                            doing.set(new Doing.Nothing());
                            done.accept(value);
                        }
                        case ServerAnswer.Refused(var problem) -> doing.set(failed.apply(problem));
                    }
                });
    }
}
