package org.cellist.app.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.cellist.app.settings.ColourScheme;
import org.cellist.app.settings.LookSettings;
import org.cellist.app.settings.Motion;
import org.cellist.app.ui.page.PageSize;
import org.cellist.app.ui.page.Zoom;
import org.cellist.app.ui.theme.Theme;

/// What a person has chosen for the looks of the window, and what follows from that on this
/// desktop.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class LookChoices {

    /// The widths of pages that can be chosen, in letters of code; 0 is as wide as the window.
    static final List<Integer> WIDTHS = List.of(0, 80, 100, 120);

    private final ObjectProperty<ColourScheme> scheme =
            new SimpleObjectProperty<>(ColourScheme.SYSTEM);
    private final ObjectProperty<Motion> motion = new SimpleObjectProperty<>(Motion.SYSTEM);
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.NONE);
    private final ObjectProperty<Integer> columns = new SimpleObjectProperty<>(0);
    private final TypeChoices type = new TypeChoices();
    private final ObjectProperty<Theme> systemTheme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final BooleanProperty systemIsStill = new SimpleBooleanProperty();

    private final ObservableValue<Theme> theme =
            Bindings.createObjectBinding(this::themeNow, scheme, systemTheme);
    private final ObservableValue<Boolean> still =
            Bindings.createObjectBinding(this::isStillNow, motion, systemIsStill);

    /// Takes what the settings say.
    public void take(LookSettings stored) {
        scheme.set(stored.scheme());
        motion.set(stored.motion());
        zoom.set(new Zoom(stored.zoomPercent()));
        columns.set(stored.columns());
        type.take(stored.type());
    }

    /// Returns what the settings shall say.
    public LookSettings toSettings() {
        return new LookSettings(
                scheme.get(), motion.get(), zoom.get().percent(), columns.get(), type.toSettings());
    }

    /// Follows what the desktop says of itself.
    ///
    /// @param isStill whether it asks programs to move little
    public void followSystem(ObservableValue<Theme> desktop, ObservableValue<Boolean> isStill) {
        systemTheme.bind(desktop);
        systemIsStill.bind(isStill);
    }

    public ObjectProperty<ColourScheme> schemeProperty() {
        return scheme;
    }

    public ObjectProperty<Motion> motionProperty() {
        return motion;
    }

    /// How large notebooks are shown.
    public ObjectProperty<Zoom> zoomProperty() {
        return zoom;
    }

    /// How many letters of code a cell has room for; 0 for as many as the window has.
    public ObjectProperty<Integer> columnsProperty() {
        return columns;
    }

    /// How letters are set on pages.
    public TypeChoices type() {
        return type;
    }

    /// The size of pages.
    public PageSize pageSize() {
        return new PageSize(zoom, columns);
    }

    /// The theme that the window has.
    public ObservableValue<Theme> themeProperty() {
        return theme;
    }

    /// Whether nothing moves of itself.
    public ObservableValue<Boolean> stillProperty() {
        return still;
    }

    /// Takes the next colours: the system's, light, dark.
    public void nextScheme() {
        scheme.set(after(scheme.get(), List.of(ColourScheme.values())));
    }

    /// Takes the next width of pages.
    public void nextWidth() {
        columns.set(after(columns.get(), WIDTHS));
    }

    private static <T> T after(T now, List<T> all) {
        return all.get((all.indexOf(now) + 1) % all.size());
    }

    /// What is stored when it changes.
    List<ObservableValue<?>> stored() {
        var stored = new ArrayList<ObservableValue<?>>(List.of(scheme, motion, zoom, columns));
        stored.addAll(type.stored());
        return stored;
    }

    private Theme themeNow() {
        return switch (scheme.get()) {
            case SYSTEM -> systemTheme.get();
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }

    private boolean isStillNow() {
        return switch (motion.get()) {
            case SYSTEM -> systemIsStill.get();
            case FULL -> false;
            case REDUCED -> true;
        };
    }
}
