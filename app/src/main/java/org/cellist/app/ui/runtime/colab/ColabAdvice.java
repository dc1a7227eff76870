package org.cellist.app.ui.runtime.colab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cellist.app.explain.ServerProblemWords;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.colab.ColabPane.Doing;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// What a row of Colab's says below the list: units and limits, what is wrong and what helps;
/// and the buttons that sign in, get a machine and give it back.
///
/// Confined to the JavaFX Application Thread.
public final class ColabAdvice {

    private final Texts texts = Texts.of("colab");
    private final ColabWords words = new ColabWords();
    private final ServerProblemWords problems = new ServerProblemWords();
    private final ColabPane model;
    private final List<Node> nodes = new ArrayList<>();
    private final HBox buttons = new HBox();

    private ColabAdvice(ColabPane model) {
        this.model = model;
        buttons.getStyleClass().add("sheet-buttons");
    }

    /// Returns what belongs below the list while a row is selected.
    public static List<Node> of(RuntimeRow row, ColabPane model) {
        var advice = new ColabAdvice(model);
        advice.show(row);
        if (!advice.buttons.getChildren().isEmpty()) {
            advice.nodes.add(advice.buttons);
        }
        return List.copyOf(advice.nodes);
    }

    private void show(RuntimeRow row) {
        switch (model.doingProperty().get()) {
            case Doing.SigningIn _ -> progress(texts.get("signin.waiting"));
            case Doing.Asking(var machine) ->
                    progress(texts.get("machine.asking", words.name(machine)));
            case Doing.Releasing(var runtime) ->
                    progress(texts.get("runtime.releasing", words.name(runtime.machine())));
            case Doing.Failed(var problem) -> {
                explain(problem, true, true);
                if (wantsSignIn(problem)) {
                    button("signin", model::signIn);
                }
                button("back", model::dismiss);
            }
            case Doing.NotGiven refused -> showRefusal(refused);
            case Doing.Nothing _ -> showRow(row);
        }
    }

    /// What was not given may be tried again, and others may be asked for in its place.
    private void showRefusal(Doing.NotGiven refused) {
        var problem = refused.problem();
        var others = model.instead(refused);
        explain(problem, true, others.isEmpty());
        offer("machine.instead", others, this::instead);
        offer("machine.taken", model.taken(refused), this::taken);
        if (wantsSignIn(problem)) {
            button("signin", model::signIn);
        }
        if (problem instanceof ServerProblem.Colab(ColabProblem.CaptchaWanted _)) {
            button("browser", model::openInBrowser);
        }
        button("again", () -> model.assign(refused.machine()));
        button("back", model::dismiss);
    }

    private <T> void offer(String key, List<T> offered, Function<T, Button> button) {
        if (!offered.isEmpty()) {
            say(texts.get(key));
            var flow = new FlowPane();
            flow.getStyleClass().add("colab-instead");
            offered.forEach(it -> flow.getChildren().add(button.apply(it)));
            nodes.add(flow);
        }
    }

    private Button instead(ColabMachine machine) {
        return made(
                texts.get("machine.get.instead", words.name(machine)), () -> model.assign(machine));
    }

    private Button taken(ColabRuntime runtime) {
        return made(
                texts.get("machine.use", words.name(runtime.machine())), () -> model.use(runtime));
    }

    private void progress(String text) {
        say(text);
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        nodes.add(bar);
        button("back", model::dismiss);
    }

    private void showRow(RuntimeRow row) {
        if (row.state() instanceof State.Trouble(var problem)) {
            explain(problem, false, true);
            help(problem);
        }
        if (row.state() instanceof State.Unusable(var why)) {
            say(why);
        }
        switch (row.place()) {
            case Place.OnColab(var runtime) -> showRuntime(row, runtime);
            case Place.Colab _ -> showOffer(row);
            case Place.ThisComputer _,
                    Place.Machine _,
                    Place.Containers _,
                    Place.Distributions _,
                    Place.Server _ -> {}
        }
    }

    private void showRuntime(RuntimeRow row, ColabRuntime runtime) {
        model.resources(runtime).flatMap(words::full).ifPresent(this::say);
        say(words.limit(runtime));
        if (row.origin() instanceof Origin.RunningKernel) {
            button("kernel.end", () -> model.endKernel(row));
        }
        button("runtime.release", () -> model.release(runtime));
    }

    private void showOffer(RuntimeRow row) {
        var account = model.account();
        var units = account == null ? texts.get("units.unknown") : words.units(account);
        if (row.state() instanceof State.OnRequest
                && row.origin() instanceof Origin.NewMachine(var machine, _)) {
            say(texts.get("machine.request"));
            if (!units.isEmpty()) {
                say(units);
            }
            var large = new CheckBox(texts.get("machine.wantlarge"));
            large.setSelected(machine.isLarge());
            if (machine.hasSizes()) {
                nodes.add(large);
            }
            button("machine.get", () -> model.assign(machine.large(large.isSelected())));
        }
        if (model.isForgetful()) {
            say(texts.get("signin.forgetful"));
        }
        boolean isIn =
                !(row.state() instanceof State.Trouble || row.state() instanceof State.Looking);
        if (model.signsInHere() && isIn) {
            button("signin.out", model::signOut);
        }
    }

    /// @param isLoud whether it has just happened
    /// @param isHelpless whether there is no button that helps
    private void explain(ServerProblem problem, boolean isLoud, boolean isHelpless) {
        var explanation = problems.explain(texts.get("account.name"), problem);
        var happened = say((explanation.happened() + " " + explanation.meaning()).strip());
        if (isLoud) {
            happened.getStyleClass().add("runtime-failed");
        }
        if (!explanation.remedy().isEmpty() && isHelpless && !wantsSignIn(problem)) {
            say(explanation.remedy());
        }
    }

    private boolean wantsSignIn(ServerProblem problem) {
        return problem instanceof ServerProblem.Colab(ColabProblem.SignInNeeded _)
                && model.signsInHere();
    }

    private void help(ServerProblem problem) {
        if (wantsSignIn(problem)) {
            button("signin", model::signIn);
        } else {
            button("again", model::lookAgain);
        }
    }

    private Label say(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        nodes.add(label);
        return label;
    }

    private void button(String key, Runnable action) {
        buttons.getChildren().add(made(texts.get(key), action));
    }

    private static Button made(String text, Runnable action) {
        var button = new Button(text);
        button.getStyleClass().addAll("sheet-button", "outlined");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
