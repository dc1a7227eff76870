package org.cellist.app.ui.runtime.accelerator;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.explain.GpuWords;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.accelerator.AcceleratorPane.Row;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Cpu;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Everything;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// Shows an [AcceleratorPane]: the GPUs with what of them is free; one line where there are none.
///
/// Confined to the JavaFX Application Thread.
public final class AcceleratorView extends VBox {

    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
    private static final double NEARLY_FULL = 0.9;
    private static final double METER = 120;

    private final Texts texts = Texts.of("runtime");
    private final GpuWords words = new GpuWords();
    private final AcceleratorPane model;
    private final VBox gpus = new VBox();
    private final RadioButton everything = new RadioButton(texts.get("accelerator.all"));
    private final RadioButton cpu = new RadioButton(texts.get("accelerator.cpu"));
    private final HBox wholes = new HBox(everything, cpu);
    private final Label line = new Label();

    /// Shows that model.
    public AcceleratorView(AcceleratorPane model) {
        this.model = model;
        getStyleClass().add("accelerator");
        var title = new Label(texts.get("accelerator.title"));
        title.getStyleClass().add("runtime-group");
        var group = new ToggleGroup();
        everything.setToggleGroup(group);
        cpu.setToggleGroup(group);
        everything.setOnAction(_ -> model.selectEverything());
        cpu.setOnAction(_ -> model.selectCpu());
        wholes.getStyleClass().add("accelerator-wholes");
        gpus.getStyleClass().add("accelerator-gpus");
        line.getStyleClass().add("accelerator-line");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(title, wholes, gpus, line);
        managedProperty().bind(visibleProperty());
        model.lookProperty().subscribe(this::show);
        model.selectedProperty().subscribe(_ -> show(model.lookProperty().get()));
    }

    private void show(@Nullable GpuLook look) {
        var selected = model.selectedProperty().get();
        everything.setSelected(selected instanceof Everything);
        cpu.setSelected(selected instanceof Cpu);
        var rows = model.rows();
        gpus.getChildren().setAll(rows.stream().map(this::row).toList());
        setShown(wholes, !rows.isEmpty());
        setShown(gpus, !rows.isEmpty());
        line.setText(line(look));
        setShown(line, !line.getText().isEmpty());
    }

    private static void setShown(Region part, boolean isShown) {
        part.setVisible(isShown);
        part.setManaged(isShown);
    }

    /// What the notebook asks for and does not get counts more than why that is so.
    private String line(@Nullable GpuLook look) {
        if (look == null) {
            return texts.get("accelerator.looking");
        }
        var asked = model.asked();
        if (look.gpus().isEmpty() && asked.isPresent()) {
            return texts.get("accelerator.asked", asked.get()) + " " + words.problem(look);
        }
        var unnamed = look.gpus().stream().map(words::name).toList();
        return model.rows().isEmpty() && !unnamed.isEmpty()
                ? String.join(", ", unnamed)
                : words.problem(look);
    }

    private Node row(Row row) {
        var name =
                row.profile().isEmpty()
                        ? words.name(row.gpu())
                        : row.gpu().name() + " \u00b7 MIG " + row.profile();
        var check = new CheckBox(name);
        check.setSelected(model.isSelected(row.device()));
        check.setOnAction(_ -> model.toggle(row.device()));
        check.setMinWidth(0);
        var use = new Label(row.profile().isEmpty() ? words.load(row.gpu().load()) : "");
        use.getStyleClass().add("runtime-row-detail");
        use.setMinWidth(Region.USE_PREF_SIZE);
        check.setAccessibleText(name + ", " + use.getText());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(check, space, meter(row), use);
        line.getStyleClass().add("accelerator-gpu");
        return line;
    }

    private static Node meter(Row row) {
        var load = row.gpu().load();
        double part = load.usedBytes() < 0 ? 0 : (double) load.usedBytes() / load.totalBytes();
        var filled = new Region();
        filled.getStyleClass().add("meter-filled");
        filled.setMinWidth(METER * part);
        filled.setMaxWidth(METER * part);
        var meter = new HBox(filled);
        meter.getStyleClass().add("meter");
        meter.setMinWidth(METER);
        meter.setMaxWidth(METER);
        meter.pseudoClassStateChanged(FULL, part > NEARLY_FULL);
        meter.setVisible(load.usedBytes() >= 0 && row.profile().isEmpty());
        return meter;
    }
}
