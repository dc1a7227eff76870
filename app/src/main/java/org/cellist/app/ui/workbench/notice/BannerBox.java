package org.cellist.app.ui.workbench.notice;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import org.cellist.app.ui.fx.Keyable;
import org.cellist.app.ui.workbench.parts.Part;

/// The banners over a page, one below the other.
///
/// Confined to the JavaFX Application Thread.
public final class BannerBox extends VBox {

    public BannerBox(ObservableValue<List<Banner>> banners) {
        banners.subscribe(
                shown -> getChildren().setAll(shown.stream().map(BannerView::new).toList()));
    }

    /// Its buttons as a part of the window, while there are any.
    public Optional<Part> part() {
        return Keyable.wanting(this).isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(this, () -> Keyable.enterFirst(this)));
    }
}
