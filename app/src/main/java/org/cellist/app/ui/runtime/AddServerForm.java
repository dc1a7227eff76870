package org.cellist.app.ui.runtime;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cellist.app.explain.ServerProblemWords;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.ServerPane.Adding;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// The form that adds a Jupyter server: its address, and a token or password. A token that an
/// address was pasted with moves to its own field, where it is not shown.
///
/// Confined to the JavaFX Application Thread.
final class AddServerForm extends VBox {

    private static final double WHOLE = 100;

    private final Texts texts = Texts.of("runtime");
    private final ServerProblemWords problems = new ServerProblemWords();
    private final ServerPane model;
    private final TextField address = new TextField();
    private final PasswordField secret = new PasswordField();

    AddServerForm(ServerPane model) {
        this.model = model;
        getStyleClass().add("runtime-advice");
        address.setPromptText("http://localhost:8888/?token=\u2026");
        address.setAccessibleText(texts.get("server.address"));
        address.getStyleClass().add("server-address");
        address.textProperty().subscribe(this::takeToken);
        address.setOnAction(_ -> connect(false));
        secret.setPromptText(texts.get("server.secret"));
        secret.setAccessibleText(texts.get("server.secret"));
        secret.setOnAction(_ -> connect(false));
        HBox.setHgrow(address, Priority.ALWAYS);
        model.addingProperty().subscribe(this::show);
    }

    private void takeToken(String text) {
        ServerAddress.parse(text)
                .filter(pasted -> pasted.token() != null)
                .ifPresent(
                        pasted -> {
                            secret.setText(pasted.token());
                            address.setText(pasted.address().toString());
                        });
    }

    private void connect(boolean mayGoPlain) {
        model.connect(address.getText(), secret.getText(), mayGoPlain);
    }

    private void show(Adding adding) {
        getChildren().clear();
        switch (adding) {
            case Adding.Starting(var progress) -> showStart(progress);
            case Adding.NotDone(var server, var problem) -> showNotDone(server, problem);
            case Adding.Open _,
                    Adding.Closed _,
                    Adding.Trying _,
                    Adding.NoAddress _,
                    Adding.Failed _ ->
                    showForm(adding);
        }
    }

    private void showStart(HubProgress progress) {
        var bar = new ProgressBar(progress.percent() / WHOLE);
        bar.setMaxWidth(Double.MAX_VALUE);
        var newest = new Label(progress.message());
        newest.getStyleClass().add("runtime-row-detail");
        getChildren()
                .addAll(
                        heading("hub.starting"),
                        PickerAdvice.words(texts.get("hub.starting.words")),
                        bar,
                        newest,
                        row(button("server.back", model::close)));
    }

    private void showNotDone(ServerAddress server, ServerProblem problem) {
        getChildren().add(heading("hub.title"));
        explain(server, problem);
        getChildren()
                .add(
                        row(
                                button("server.again", () -> model.start(server)),
                                button("server.back", model::close)));
    }

    private Label heading(String key) {
        var heading = new Label(texts.get(key));
        heading.getStyleClass().add("runtime-row-name");
        return heading;
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add("sheet-buttons");
        return row;
    }

    private void explain(ServerAddress server, ServerProblem problem) {
        var words = problems.explain(server.shown(), problem);
        complain(words.happened());
        getChildren().add(PickerAdvice.words((words.meaning() + " " + remedy(problem)).strip()));
    }

    private void showForm(Adding adding) {
        var fields = row(address, secret);
        getChildren()
                .addAll(
                        heading("server.add.title"),
                        PickerAdvice.words(texts.get("server.add")),
                        fields);
        boolean isTrying = adding instanceof Adding.Trying;
        fields.setDisable(isTrying);
        switch (adding) {
            case Adding.Trying _ -> {
                var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
                bar.setMaxWidth(Double.MAX_VALUE);
                getChildren().add(bar);
            }
            case Adding.NoAddress _ -> complain(texts.get("server.noaddress"));
            case Adding.Failed(var server, var problem) -> explain(server, problem);
            case Adding.Open _, Adding.Closed _, Adding.Starting _, Adding.NotDone _ -> {}
        }
        var buttons = row(button("server.connect", () -> connect(false)));
        if (adding instanceof Adding.Failed(_, var problem)
                && problem instanceof ServerProblem.NotEncrypted) {
            buttons.getChildren().add(button("server.plain", () -> connect(true)));
        }
        buttons.getChildren().add(button("server.back", model::close));
        buttons.setDisable(isTrying);
        getChildren().add(buttons);
        if (adding instanceof Adding.Open) {
            address.requestFocus();
        }
    }

    /// The remedies of a list lead to the list; here the fields stand above.
    private String remedy(ServerProblem problem) {
        return switch (problem) {
            case ServerProblem.LoginNeeded _,
                    ServerProblem.LoginRefused _,
                    ServerProblem.HubToken _,
                    ServerProblem.NotEncrypted _ ->
                    "";
            case ServerProblem.Unreachable _,
                    ServerProblem.NotTrusted _,
                    ServerProblem.SentElsewhere _,
                    ServerProblem.NotJupyter _,
                    ServerProblem.NoSuchKernel _,
                    ServerProblem.NoTerminals _,
                    ServerProblem.NotAllowed _,
                    ServerProblem.NotRunning _,
                    ServerProblem.NotStarted _,
                    ServerProblem.Colab _,
                    ServerProblem.Failed _ ->
                    problems.explain("", problem).remedy();
        };
    }

    private void complain(String words) {
        var label = PickerAdvice.words(words);
        label.getStyleClass().add("runtime-failed");
        getChildren().add(label);
    }

    private Button button(String key, Runnable action) {
        var button = new Button(texts.get(key));
        button.getStyleClass().addAll("sheet-button", "outlined");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
