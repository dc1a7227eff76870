package org.cellist.app.ui.notebook.plain;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.storage.FileKind;
import org.cellist.app.storage.PlainForm;
import org.cellist.app.ui.keys.KeyPlace;
import org.cellist.app.ui.notebook.PageServices;
import org.cellist.app.ui.output.image.PictureSource;
import org.cellist.app.ui.output.image.PictureZoom;
import org.cellist.app.ui.output.image.RasterSource;
import org.cellist.app.ui.output.image.SvgSource;
import org.cellist.app.ui.output.image.ZoomTools;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.PageSelection;

/// The page of a picture, to be zoomed and moved. Written by another program, it is shown anew.
///
/// Confined to the JavaFX Application Thread.
public final class PicturePage implements NotebookPage {

    private final NotebookSession session;
    private final PictureZoom zoom;
    private final BorderPane view = new BorderPane();
    private final Runnable stopFollowing;
    private final ReadOnlyObjectWrapper<PageSelection> selection =
            new ReadOnlyObjectWrapper<>(PageSelection.NONE);

    public PicturePage(NotebookSession session, PageServices services) {
        this.session = session;
        zoom = new PictureZoom(services.outputs().pictures());
        view.getStyleClass().add("picture-page");
        view.setTop(new ZoomTools(zoom));
        view.setCenter(zoom);
        stopFollowing = session.store().follow(_ -> show());
        show();
    }

    private void show() {
        if (session.file().plain() instanceof PlainForm.Picture(var bytes)) {
            zoom.show(source(bytes.toByteArray()));
        }
    }

    private PictureSource source(byte[] bytes) {
        var path = session.file().path();
        return path != null && FileKind.extension(path).equals("svg")
                ? new SvgSource(new String(bytes, StandardCharsets.UTF_8))
                : RasterSource.ofBytes(new Object(), bytes);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public ReadOnlyObjectProperty<PageSelection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    @Override
    public void focus() {
        zoom.requestFocus();
    }

    @Override
    public boolean can(PageCommand command) {
        return false;
    }

    @Override
    public void perform(PageCommand command) {
        // A picture is looked at with its own keys.
    }

    @Override
    public Set<KeyPlace> keyPlaces(KeyEvent event) {
        return EnumSet.noneOf(KeyPlace.class);
    }

    @Override
    public boolean dropsKey(KeyEvent event) {
        return false;
    }

    @Override
    public void commitComposition() {
        // Nothing is written here.
    }

    @Override
    public void close() {
        stopFollowing.run();
        zoom.parked();
    }
}
