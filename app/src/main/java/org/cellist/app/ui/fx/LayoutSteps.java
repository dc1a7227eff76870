package org.cellist.app.ui.fx;

import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Lets a region out of sight make its parts in steps, one in each pulse: a list makes ready what
/// lies beyond its window, and all lines of a cell at once take longer than a frame. In sight, and
/// outside of a window, all parts may be made at once.
///
/// A region asks in its layout how many parts [#mayAdd], and says then whether [#missing] are left;
/// it is laid out again in the next pulse, or in this one if it comes into sight.
///
/// Confined to the JavaFX Application Thread.
public final class LayoutSteps {

    private final Region region;
    private final Region laidOut;
    private final int size;
    private final InvalidationListener moved = _ -> moved();
    private final Runnable next = this::next;
    private @Nullable Scene waitsIn;
    private boolean isPartial;

    /// @param region that is in sight or not
    /// @param laidOut that makes the parts in its layout
    /// @param size parts in a step
    public LayoutSteps(Region region, Region laidOut, int size) {
        this.region = region;
        this.laidOut = laidOut;
        this.size = size;
    }

    /// Returns how many parts the layout that runs may make.
    public int mayAdd() {
        return region.getScene() == null || isInSight() ? Integer.MAX_VALUE : size;
    }

    /// Sets whether parts are missing after a layout.
    public void missing(boolean isMissing) {
        if (isMissing != isPartial) {
            isPartial = isMissing;
            if (isMissing) {
                region.localToSceneTransformProperty().addListener(moved);
            } else {
                region.localToSceneTransformProperty().removeListener(moved);
            }
        }
        var scene = region.getScene();
        if (isMissing && scene != null && waitsIn == null) {
            waitsIn = scene;
            scene.addPostLayoutPulseListener(next); // a request during a layout may get lost
        }
    }

    private void next() {
        if (waitsIn != null) {
            waitsIn.removePostLayoutPulseListener(next);
            waitsIn = null;
        }
        if (isPartial) {
            laidOut.requestLayout();
        }
    }

    private void moved() {
        if (region.getScene() != null && isInSight()) {
            laidOut.requestLayout();
        }
    }

    /// Reads the property, and so lets it announce its next change.
    private boolean isInSight() {
        var inScene = region.getLocalToSceneTransform();
        double top = inScene.getTy();
        return top < region.getScene().getHeight()
                && top + region.getHeight() * inScene.getMyy() > 0;
    }
}
