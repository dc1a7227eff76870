package org.cellist.app.ui.output.find;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.cellist.app.notebook.find.FindPlace;
import org.cellist.app.notebook.find.FindQuery;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A small button that is on or off: one condition of a search.
///
/// Confined to the JavaFX Application Thread.
public final class FindToggle extends ToggleButton {

    private static final Duration TOOLTIP_DELAY = Duration.millis(400);

    /// @param sign what stands on it; empty for an icon alone
    public FindToggle(String sign, @Nullable Node icon, String words) {
        super(sign, icon);
        getStyleClass().setAll("find-toggle");
        setAccessibleText(words);
        var tooltip = new Tooltip(words);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        setTooltip(tooltip);
    }

    /// Whether upper and lower case differ.
    public static FindToggle ofCase(ObjectProperty<FindQuery> query, Texts texts) {
        var toggle = new FindToggle("Aa", null, texts.get("case"));
        toggle.setOnAction(_ -> query.set(query.get().withCase(toggle.isSelected())));
        query.subscribe(now -> toggle.setSelected(now.matchesCase()));
        return toggle;
    }

    /// Whether only whole words are found.
    public static FindToggle ofWord(ObjectProperty<FindQuery> query, Texts texts) {
        var toggle = new FindToggle("ab", null, texts.get("word"));
        toggle.getStyleClass().add("find-word");
        toggle.setOnAction(_ -> query.set(query.get().withWholeWord(toggle.isSelected())));
        query.subscribe(now -> toggle.setSelected(now.wholeWord()));
        return toggle;
    }

    /// Whether the text is a regular expression.
    public static FindToggle ofPattern(ObjectProperty<FindQuery> query, Texts texts) {
        var toggle = new FindToggle(".*", null, texts.get("pattern"));
        toggle.setOnAction(_ -> query.set(query.get().withPattern(toggle.isSelected())));
        query.subscribe(now -> toggle.setSelected(now.isPattern()));
        return toggle;
    }

    /// Whether outputs are searched, too.
    public static FindToggle ofOutputs(ObjectProperty<FindQuery> query, Texts texts) {
        var icon = Icons.of(Feather.TERMINAL, Icons.SMALL);
        var toggle = new FindToggle("", icon, texts.get("outputs"));
        toggle.setOnAction(
                _ -> {
                    var places = toggle.isSelected() ? FindPlace.ALL : FindPlace.SOURCES;
                    query.set(query.get().withPlaces(places));
                });
        query.subscribe(now -> toggle.setSelected(now.places().contains(FindPlace.OUTPUT)));
        return toggle;
    }
}
