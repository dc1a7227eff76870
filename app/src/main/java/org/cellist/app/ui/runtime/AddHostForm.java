package org.cellist.app.ui.runtime;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cellist.app.explain.HostProblemWords;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.HostPane.Connecting;
import org.cellist.app.ui.sheet.CopyLine;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostQuestions.Field;
import org.cellist.kernel.runtime.host.HostQuestions.Prompt;
import org.cellist.kernel.runtime.host.SshHost;

/// The form that connects to a machine over SSH: its name, with those of the person's
/// configuration to choose from, and then the questions that the machine asks. What is typed as an
/// answer goes with its field.
///
/// Confined to the JavaFX Application Thread.
final class AddHostForm extends VBox {

    private final Texts texts = Texts.of("runtime");
    private final HostProblemWords problems = new HostProblemWords();
    private final HostPane model;
    private final TextField name = new TextField();

    AddHostForm(HostPane model) {
        this.model = model;
        getStyleClass().add("runtime-advice");
        name.setPromptText(texts.get("host.example"));
        name.setAccessibleText(texts.get("host.name"));
        name.getStyleClass().add("host-name");
        name.setOnAction(_ -> model.connect(name.getText()));
        model.connectingProperty().subscribe(this::show);
    }

    private void show(Connecting connecting) {
        getChildren().clear();
        var heading = new Label(title(connecting));
        heading.getStyleClass().add("runtime-row-name");
        getChildren().add(heading);
        switch (connecting) {
            case Connecting.Closed _ -> {}
            case Connecting.Open(var suggestions) -> askName(suggestions);
            case Connecting.NoHost _ -> {
                askName(List.of());
                complain(texts.get("host.noname"));
            }
            case Connecting.Trying(var host) -> showProgress(host);
            case Connecting.NewHostKey(var key) -> {
                say(texts.get("host.newkey", key.host(), key.type()));
                getChildren().add(new CopyLine(key.fingerprint()));
                say(texts.get("host.newkey.compare"));
                buttons(
                        button("host.trust", () -> model.trust(true)),
                        button("host.distrust", () -> model.trust(false)));
            }
            case Connecting.Asking(var prompt) -> ask(prompt);
            case Connecting.Failed(var host, var problem) -> {
                var words = problems.explain(host.toString(), problem);
                complain(words.happened());
                say((words.meaning() + " " + words.remedy()).strip());
                if (host instanceof SshHost) {
                    name.setText(host.toString());
                    askName(List.of());
                } else {
                    buttons(button("host.back", model::close));
                }
            }
        }
    }

    private String title(Connecting connecting) {
        var host =
                switch (connecting) {
                    case Connecting.Trying(var tried) -> tried;
                    case Connecting.Failed(var failed, _) -> failed;
                    default -> null;
                };
        return host == null || host instanceof SshHost
                ? texts.get("host.add.title")
                : texts.get("nearby.title");
    }

    private void askName(List<SshHost> suggestions) {
        say(texts.get("host.add"));
        getChildren().add(name);
        if (!suggestions.isEmpty()) {
            var names = new FlowPane();
            names.getStyleClass().add("host-suggestions");
            suggestions.forEach(host -> names.getChildren().add(suggestion(host)));
            getChildren().add(names);
        }
        buttons(
                button("host.connect", () -> model.connect(name.getText())),
                button("host.back", model::close));
        name.requestFocus();
    }

    private Button suggestion(SshHost host) {
        var button = new Button(host.toString());
        button.getStyleClass().addAll("sheet-button", "plain");
        button.setOnAction(
                _ -> {
                    name.setText(host.toString());
                    model.connect(host);
                });
        return button;
    }

    private void showProgress(HostAddress host) {
        boolean isNear = !(host instanceof SshHost);
        say(texts.get(isNear ? "nearby.trying" : "host.trying", host.toString()));
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(bar);
        buttons(button("host.back", model::close));
    }

    private void ask(Prompt prompt) {
        if (prompt.isAgain()) {
            complain(texts.get("host.again"));
        }
        say(
                switch (prompt.kind()) {
                    case PASSWORD -> texts.get("host.password", prompt.subject());
                    case PASSPHRASE -> texts.get("host.passphrase", prompt.subject());
                    case OTHER -> texts.get("host.question", prompt.subject());
                });
        if (!prompt.words().isEmpty()) {
            say(prompt.words());
        }
        var fields = new ArrayList<TextField>();
        Runnable answer = () -> model.answer(fields.stream().map(TextField::getText).toList());
        for (var field : prompt.fields()) {
            var shown = field(field);
            shown.setOnAction(_ -> answer.run());
            fields.add(shown);
            getChildren().add(shown);
        }
        buttons(button("host.answer", answer), button("host.back", model::close));
        fields.stream().findFirst().ifPresent(Node::requestFocus);
    }

    private TextField field(Field field) {
        var shown = field.isSecret() ? new PasswordField() : new TextField();
        var label = field.label().isEmpty() ? texts.get("host.secret") : field.label();
        shown.setPromptText(label);
        shown.setAccessibleText(label);
        shown.getStyleClass().add("host-answer");
        return shown;
    }

    private void say(String words) {
        getChildren().add(PickerAdvice.words(words));
    }

    private void complain(String words) {
        var label = PickerAdvice.words(words);
        label.getStyleClass().add("runtime-failed");
        getChildren().add(label);
    }

    private void buttons(Button... buttons) {
        var row = new HBox(buttons);
        row.getStyleClass().add("sheet-buttons");
        getChildren().add(row);
    }

    private Button button(String key, Runnable action) {
        var button = new Button(texts.get(key));
        button.getStyleClass().addAll("sheet-button", "outlined");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
