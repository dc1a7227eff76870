package org.cellist.app.ui.settings;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.cellist.app.settings.TypeSettings;
import org.cellist.app.ui.theme.CodeType;
import org.cellist.app.ui.theme.Fonts;
import org.cellist.app.ui.theme.Typography;

/// What a person has chosen for the letters of pages.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class TypeChoices {

    /// The rulers that can be chosen: none, those of PEP 8, of terminals, of Black, and wider ones.
    static final List<Integer> RULERS = List.of(0, 79, 80, 88, 100, 120);

    private static final int LINE_STEP = 10;
    private static final int MOST_RULER = 999;

    private final StringProperty family = new SimpleStringProperty("");
    private final ObjectProperty<Integer> codeSize = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> linePercent = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> textSize = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> ruler = new SimpleObjectProperty<>();
    private final ObservableValue<Typography> typography =
            Bindings.createObjectBinding(
                    this::measured, family, codeSize, linePercent, textSize, ruler);

    TypeChoices() {
        take(TypeSettings.DEFAULT);
    }

    /// Takes what the settings say; a size beyond those that can be chosen is the nearest of them.
    void take(TypeSettings stored) {
        family.set(stored.family());
        setCodeSize(stored.codeSize());
        setLinePercent(stored.linePercent());
        setTextSize(stored.textSize());
        ruler.set(Math.min(stored.ruler(), MOST_RULER));
    }

    TypeSettings toSettings() {
        return new TypeSettings(
                family.get(), codeSize.get(), linePercent.get(), textSize.get(), ruler.get());
    }

    /// The family of code as it is chosen; empty for the program's own. It may be one that this
    /// machine lacks.
    public StringProperty familyProperty() {
        return family;
    }

    /// Size of code, in pixels.
    public ObservableValue<Integer> codeSizeProperty() {
        return codeSize;
    }

    /// Height of a line of code, in percent of its size.
    public ObservableValue<Integer> linePercentProperty() {
        return linePercent;
    }

    /// Size of formatted text, in pixels.
    public ObservableValue<Integer> textSizeProperty() {
        return textSize;
    }

    /// The column after which editors of code show a line; 0 for none.
    public ObjectProperty<Integer> rulerProperty() {
        return ruler;
    }

    /// Makes code larger by that many steps; smaller by negative ones.
    public void enlargeCode(int steps) {
        setCodeSize(codeSize.get() + steps);
    }

    /// Moves lines of code apart by that many steps; closer by negative ones.
    public void spreadLines(int steps) {
        setLinePercent(linePercent.get() + LINE_STEP * steps);
    }

    /// Makes formatted text larger by that many steps; smaller by negative ones.
    public void enlargeText(int steps) {
        setTextSize(textSize.get() + steps);
    }

    /// Takes the next ruler; none after the last.
    public void nextRuler() {
        ruler.set(RULERS.stream().filter(each -> each > ruler.get()).findFirst().orElse(0));
    }

    /// Chooses the sizes and the family that hold before anything is chosen. The ruler stays.
    public void reset() {
        var unset = TypeSettings.DEFAULT;
        take(
                new TypeSettings(
                        unset.family(),
                        unset.codeSize(),
                        unset.linePercent(),
                        unset.textSize(),
                        ruler.get()));
    }

    /// Everything measured. To be asked for once there is a toolkit, and the fonts are loaded.
    public ObservableValue<Typography> typographyProperty() {
        return typography;
    }

    List<ObservableValue<?>> stored() {
        return List.of(family, codeSize, linePercent, textSize, ruler);
    }

    private void setCodeSize(int size) {
        codeSize.set(Math.clamp(size, CodeType.SMALLEST, CodeType.LARGEST));
    }

    private void setLinePercent(int percent) {
        linePercent.set(Math.clamp(percent, CodeType.CLOSEST, CodeType.WIDEST));
    }

    private void setTextSize(int size) {
        textSize.set(Math.clamp(size, Typography.SMALLEST_TEXT, Typography.LARGEST_TEXT));
    }

    private Typography measured() {
        var wanted = family.get().isEmpty() ? Fonts.CODE : family.get();
        return new Typography(
                CodeType.measured(wanted, codeSize.get(), linePercent.get()),
                textSize.get(),
                ruler.get());
    }
}
