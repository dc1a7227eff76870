package org.cellist.app.ui.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/// Dresses scenes: controls, tokens, our own rules, then those of the features.
///
/// Confined to the JavaFX Application Thread.
public final class Look {

    /// The style class of a root in which nothing moves of itself.
    static final String STILL = "still";

    private final String rules;
    private final TypeSheet type;

    /// @param featureSheets addresses of the features' sheets, see [StyleSheets#in]; later ones
    /// win
    public Look(List<String> featureSheets) {
        var all =
                Stream.concat(
                                Stream.of(StyleSheets.in(Look.class, "cellist.css")),
                                featureSheets.stream())
                        .toList();
        rules = StyleSheets.joined(all);
        type = new TypeSheet(all);
    }

    /// Chooses the sheet of the controls. Called before the first control is made, it spares JavaFX
    /// its own sheet, which it would read and throw away: a twentieth of the start.
    public void prepare(Theme theme) {
        if (!theme.userAgentSheet().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme.userAgentSheet());
        }
    }

    /// Gives a scene a theme, in place of the one it had, and the letters of [ChosenType#now].
    public void dress(Scene scene, Theme theme) {
        Fonts.load();
        prepare(theme);
        var sheets = new ArrayList<>(List.of(theme.tokenSheet(), rules));
        sheets.addAll(type.addresses(ChosenType.now()));
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
        var classes = scene.getRoot().getStyleClass();
        for (var each : Theme.values()) {
            classes.remove(each.styleClass());
        }
        classes.add(theme.styleClass());
        followGround(scene);
    }

    /// Keeps things in a scene from moving of themselves, or lets them. Sheets see the class
    /// `still` at the root, and the media feature `prefers-reduced-motion`.
    public static void still(Scene scene, boolean isStill) {
        var classes = scene.getRoot().getStyleClass();
        classes.remove(STILL);
        if (isStill) {
            classes.add(STILL);
        }
        scene.getPreferences().setReducedMotion(isStill);
    }

    /// Clears the scene to the colour that the sheets give to its root.
    private static void followGround(Scene scene) {
        if (scene.getRoot() instanceof Region root
                && root.getProperties().put(Look.class, scene) == null) {
            root.backgroundProperty()
                    .subscribe(
                            background -> {
                                if (background != null && !background.getFills().isEmpty()) {
                                    scene.setFill(background.getFills().getFirst().getFill());
                                }
                            });
        }
    }
}
