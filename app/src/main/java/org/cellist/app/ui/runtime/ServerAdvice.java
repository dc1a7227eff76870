package org.cellist.app.ui.runtime;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import org.cellist.app.explain.ServerProblemWords;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.runtime.jupyter.HubPlace;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// What a row of a Jupyter server says below the list: what is wrong and what helps, and how
/// to end a kernel or forget the server.
///
/// Confined to the JavaFX Application Thread.
final class ServerAdvice {

    private final Texts texts = Texts.of("runtime");
    private final ServerProblemWords problems = new ServerProblemWords();
    private final PickerViewModel model;
    private final ServerPane servers;

    ServerAdvice(PickerViewModel model, ServerPane servers) {
        this.model = model;
        this.servers = servers;
    }

    List<Node> of(RuntimeRow row) {
        var nodes = new ArrayList<Node>();
        var buttons = new HBox();
        buttons.getStyleClass().add("sheet-buttons");
        if (row.state() instanceof State.Trouble(var problem)) {
            var words = problems.explain(row.name(), problem);
            nodes.add(PickerAdvice.words(words.happened() + " " + words.meaning()));
            help(row, problem, nodes, buttons);
        } else if (servers.isForgetful()) {
            nodes.add(PickerAdvice.words(texts.get("server.forgetful")));
        }
        if (row.origin() instanceof Origin.RunningKernel) {
            nodes.add(PickerAdvice.words(texts.get("server.joined")));
            buttons.getChildren().add(button("server.end", () -> servers.endKernel(row)));
        }
        if (row.place() instanceof Place.Server(var server)) {
            hub(server, row.state(), nodes, buttons);
        }
        buttons.getChildren().add(button("server.forget", () -> servers.forget(row)));
        nodes.add(buttons);
        return nodes;
    }

    /// What the JupyterHub of a server can do with it.
    private void hub(ServerAddress server, State state, List<Node> nodes, HBox buttons) {
        if (HubPlace.of(server).isEmpty()) {
            return;
        }
        if (state instanceof State.Trouble(var problem)) {
            if (problem instanceof ServerProblem.NotRunning) {
                buttons.getChildren().add(button("hub.start", () -> servers.start(server)));
            }
        } else if (!(state instanceof State.Looking)) {
            nodes.add(PickerAdvice.words(texts.get("hub.runs")));
            buttons.getChildren().add(button("hub.stop", () -> servers.stop(server)));
        }
    }

    private void help(RuntimeRow row, ServerProblem problem, List<Node> nodes, HBox buttons) {
        switch (problem) {
            case ServerProblem.LoginNeeded _,
                    ServerProblem.LoginRefused _,
                    ServerProblem.HubToken _,
                    ServerProblem.NotAllowed _ -> {
                var secret = new PasswordField();
                secret.setPromptText(texts.get("server.secret"));
                secret.setAccessibleText(texts.get("server.secret"));
                secret.setOnAction(_ -> servers.logIn(row, secret.getText(), false));
                nodes.add(secret);
                buttons.getChildren()
                        .add(
                                button(
                                        "server.login",
                                        () -> servers.logIn(row, secret.getText(), false)));
            }
            case ServerProblem.NotRunning _ -> {}
            case ServerProblem.Unreachable _,
                    ServerProblem.NotStarted _,
                    ServerProblem.NotTrusted _,
                    ServerProblem.NotEncrypted _,
                    ServerProblem.SentElsewhere _,
                    ServerProblem.NotJupyter _,
                    ServerProblem.NoSuchKernel _,
                    ServerProblem.Colab _,
                    ServerProblem.NoTerminals _,
                    ServerProblem.Failed _ -> {
                nodes.add(PickerAdvice.words(problems.explain(row.name(), problem).remedy()));
                buttons.getChildren().add(button("server.again", model::lookAgain));
            }
        }
    }

    private Button button(String key, Runnable action) {
        var button = new Button(texts.get(key));
        button.getStyleClass().addAll("sheet-button", "outlined");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
