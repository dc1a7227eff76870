package org.cellist.app.ui.settings;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.cellist.app.settings.ColabSettings.SignIn;
import org.cellist.app.settings.ColourScheme;
import org.cellist.app.settings.KernelsAtClose;
import org.cellist.app.settings.Motion;
import org.cellist.app.settings.NetworkSettings;
import org.cellist.app.settings.UnusedKernels;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.sheet.Sheet;

/// Builds the settings dialog. A choice takes effect at once; there is nothing to confirm.
///
/// Confined to the JavaFX Application Thread.
public final class SettingsSheet {

    private static final double WIDTH = 560;
    private static final List<Language> LANGUAGES = List.of(Language.values());

    private final Texts texts = Texts.of("settings");
    private final SettingsForm form = new SettingsForm(texts);
    private final Choices choices;

    private SettingsSheet(Choices choices) {
        this.choices = choices;
    }

    /// Returns the dialog, ready to be opened once.
    public static Sheet of(Choices choices) {
        return new SettingsSheet(choices).build();
    }

    private Sheet build() {
        addLook();
        new TypeRows(choices.look().type(), form, texts).add();
        addEditing();
        addKernels();
        addColab();
        addNetwork();
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("settings-scroll");
        var sheet = new Sheet(texts.get("title"), texts.get("purpose"), scroll, WIDTH);
        sheet.addCancel(texts.get("close"), () -> {});
        return sheet;
    }

    private void addLook() {
        var look = choices.look();
        form.group("group.look");
        form.row(
                "theme",
                SettingsForm.oneOf(
                        look.schemeProperty(), List.of(ColourScheme.values()), this::name));
        form.row(
                "language",
                SettingsForm.oneOf(choices.languageProperty(), LANGUAGES, Language::ownName));
        var zoom = look.zoomProperty();
        form.row(
                "zoom",
                form.steps(
                        "zoom",
                        zoom.map(now -> texts.get("zoom.percent", now.percent())),
                        () -> zoom.set(zoom.get().smaller()),
                        () -> zoom.set(zoom.get().larger())));
        form.row(
                "width",
                SettingsForm.oneOf(look.columnsProperty(), LookChoices.WIDTHS, this::width));
        form.hint(new Label(texts.get("width.hint")));
        form.row(
                "motion",
                SettingsForm.oneOf(look.motionProperty(), List.of(Motion.values()), this::name));
    }

    private void addEditing() {
        form.group("group.editing");
        form.row("lines", form.check("lines.show", choices.lineNumbersProperty()));
        form.row(
                "completion",
                form.check("completion.asYouType", choices.suggestsUnaskedProperty()));
        form.row("preview", form.check("preview.show", choices.textPreviewProperty()));
        form.row("keys", form.check("keys.vim", choices.keys().vim().onProperty()));
    }

    private void addKernels() {
        form.group("group.kernels");
        form.row(
                "kernels",
                SettingsForm.oneOf(
                        choices.kernelsAtCloseProperty(),
                        List.of(KernelsAtClose.values()),
                        this::name));
        form.hint(new Label(texts.get("kernels.hint")));
        form.row(
                "unused",
                SettingsForm.oneOf(
                        choices.unusedKernelsProperty(),
                        List.of(UnusedKernels.values()),
                        this::name));
        form.hint(new Label(texts.get("unused.hint")));
    }

    private String name(UnusedKernels when) {
        return switch (when) {
            case HOUR -> texts.get("unused.hour");
            case EIGHT_HOURS -> texts.get("unused.eightHours");
            case DAY -> texts.get("unused.day");
            case WEEK -> texts.get("unused.week");
            case NEVER -> texts.get("unused.never");
        };
    }

    private String name(KernelsAtClose what) {
        return switch (what) {
            case ASK -> texts.get("kernels.ask");
            case KEEP -> texts.get("kernels.keep");
            case STOP -> texts.get("kernels.stop");
        };
    }

    private void addColab() {
        form.group("group.colab");
        form.row(
                "colab",
                SettingsForm.oneOf(
                        choices.colabSignInProperty(), List.of(SignIn.values()), this::name));
        form.hint(new Label(texts.get("colab.hint")));
        form.row(
                "colab.client",
                SettingsForm.field(choices.colabClientProperty(), texts.get("colab.client.hint")));
    }

    private String name(SignIn how) {
        return switch (how) {
            case OFF -> texts.get("colab.off");
            case CLIENT -> texts.get("colab.own");
            case DEFAULT -> texts.get("colab.default");
        };
    }

    private void addNetwork() {
        form.group("group.network");
        form.row("proxy", SettingsForm.field(choices.proxyProperty(), texts.get("proxy.hint")));
        form.hint(proxyProblem());
        form.row(
                "certificates",
                SettingsForm.field(choices.certificatesProperty(), texts.get("certificates.hint")));
    }

    /// Shown while the text is no proxy, so that nobody believes that it is used.
    private Label proxyProblem() {
        var problem = new Label(texts.get("proxy.unknown"));
        problem.setId("proxy-problem");
        problem.setWrapText(true);
        problem.visibleProperty()
                .bind(
                        choices.proxyProperty()
                                .map(text -> !text.isBlank() && !NetworkSettings.isProxy(text)));
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private String name(ColourScheme scheme) {
        return switch (scheme) {
            case SYSTEM -> texts.get("theme.system");
            case LIGHT -> texts.get("theme.light");
            case DARK -> texts.get("theme.dark");
        };
    }

    private String name(Motion motion) {
        return switch (motion) {
            case SYSTEM -> texts.get("motion.system");
            case FULL -> texts.get("motion.full");
            case REDUCED -> texts.get("motion.reduced");
        };
    }

    private String width(int columns) {
        return columns == 0 ? texts.get("width.window") : texts.get("width.columns", columns);
    }
}
