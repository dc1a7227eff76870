package org.cellist.app.ui.output;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.markup.Markup;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.output.work.RenderWorker;
import org.jspecify.annotations.Nullable;

/// A rich output: the best of its representations that can be shown.
///
/// One that turns out to be broken makes way for the next. A newer version takes the place of the
/// older one when it is ready, so that an animation made of updates does not flicker.
///
/// Confined to the JavaFX Application Thread.
final class RichNode implements OutputNode {

    /// UTF-16 units of HTML that are read in a few milliseconds.
    private static final int SHORT = 32 * 1024;

    private final OutputContext context;
    private final Holder holder = new Holder();
    private Deque<Representation> candidates = new ArrayDeque<>();
    private CellOutput.Rich output;
    private Representation.@Nullable Shown shown;
    private RenderWorker.@Nullable Job job;
    private int version;

    RichNode(CellOutput.Rich output, OutputContext context) {
        this.output = output;
        this.context = context;
        begin();
    }

    @Override
    public Region region() {
        return holder;
    }

    @Override
    public boolean update(CellOutput newer) {
        if (!(newer instanceof CellOutput.Rich rich)) {
            return false;
        }
        boolean isOther = !rich.data().equals(output.data());
        output = rich;
        if (isOther) {
            cancel();
            begin();
        }
        return true;
    }

    @Override
    public void parked() {
        cancel();
        if (shown != null) {
            shown.parked().run();
            shown = null;
        }
    }

    private void cancel() {
        version++;
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void begin() {
        var html = output.data().text("text/html").orElse("");
        if (html.length() <= SHORT) {
            choose(html.isBlank() ? null : Markup.read(html));
        } else {
            holder.guess(HeightEstimate.of(output));
            job = context.kit().worker().submit(() -> Markup.read(html), this::choose);
        }
    }

    private void choose(@Nullable Markup html) {
        candidates = new ArrayDeque<>(Representations.of(output.data(), html, context));
        next(version);
    }

    /// Shows the next representation that can be made, if what is shown is still of that version.
    private void next(int ofVersion) {
        if (ofVersion != version) {
            return;
        }
        var before = shown;
        shown = null;
        while (shown == null && !candidates.isEmpty()) {
            shown = candidates.removeFirst().show(() -> brokenLater(ofVersion));
        }
        if (shown == null) {
            shown = Representation.Shown.of(new QuietLine(nothing()));
        }
        holder.hold(shown.region());
        if (before != null) {
            before.parked().run();
        }
    }

    /// What is broken may say so while it is made: it is replaced when that has ended.
    private void brokenLater(int ofVersion) {
        context.kit().worker().submit(() -> true, _ -> next(ofVersion));
    }

    private String nothing() {
        var names = String.join(", ", output.data().data().keySet());
        return Texts.of("output").get("noRepresentation", QuietLine.shown(names));
    }

    /// Holds what is shown now.
    private static final class Holder extends Region {

        private double guess;

        /// Keeps room free for what is not there yet.
        void guess(double height) {
            if (getChildren().isEmpty()) {
                guess = height;
                requestLayout();
            }
        }

        void hold(Region region) {
            guess = 0;
            getChildren().setAll(region);
            requestLayout();
        }

        private @Nullable Region held() {
            return getChildren().isEmpty() ? null : (Region) getChildren().getFirst();
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            var held = held();
            return held == null ? guess : held.prefHeight(width);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected void layoutChildren() {
            var held = held();
            if (held != null) {
                held.resizeRelocate(0, 0, getWidth(), getHeight());
            }
        }
    }
}
