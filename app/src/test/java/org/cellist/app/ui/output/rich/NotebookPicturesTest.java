package org.cellist.app.ui.output.rich;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.cellist.app.ui.output.OutputSamples;
import org.cellist.app.ui.output.image.PictureSource;
import org.cellist.app.ui.output.rich.PictureResolver.Found;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookPicturesTest {

    private static final byte[] PICTURE = Base64.getDecoder().decode(OutputSamples.PNG);

    @TempDir Path place;
    private Path folder = Path.of("");

    @BeforeEach
    void writePictures() throws IOException {
        folder = Files.createDirectories(place.resolve("notebook"));
        Files.createDirectories(folder.resolve("pictures"));
        Files.write(folder.resolve("a b.png"), PICTURE);
        Files.write(folder.resolve("pictures/그림.png"), PICTURE);
        Files.write(place.resolve("secret.png"), PICTURE);
        Files.createDirectories(place.resolve("notebook-2"));
        Files.write(place.resolve("notebook-2/secret.png"), PICTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%20b.png",
                "a b.png",
                "./a b.png",
                "pictures/그림.png",
                "pictures/../a b.png",
                "a b.png?raw=true"
            })
    void aPictureInTheNotebooksFolderIsFound(String address) throws IOException {
        assertArrayEquals(PICTURE, source(address).file());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.png",
                "..%2fsecret.png",
                "../notebook-2/secret.png",
                "pictures/../../secret.png",
                "/etc/hostname.png",
                "file:///etc/hostname.png",
                "file:a%20b.png",
                "C:\\x.png",
                "\\\\server\\x.png",
                "a.txt",
                "",
                ".",
                "attachment:missing.png",
                "attachment:../secret.png",
                "data:text/html,<b>x</b>",
                "data:image/png,notbase64",
                "javascript:alert(1)",
                "ftp://example.org/a.png",
                "http:///a.png",
                "jar:file:a.jar!/a.png"
            })
    void nothingElseHasAnAddress(String address) {
        assertInstanceOf(Found.Nothing.class, pictures().resolve(address));
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.png"), place.resolve("secret.png"));
        Files.createSymbolicLink(folder.resolve("out"), place);

        assertThrows(IOException.class, () -> source("link.png").file());
        assertThrows(IOException.class, () -> source("out/secret.png").file());
    }

    @Test
    void anAttachmentIsFoundByItsName() throws IOException {
        assertArrayEquals(PICTURE, source("attachment:my%20file.png").file());
    }

    @Test
    void aPictureOnTheNetworkIsRemote() {
        var found = pictures().resolve("https://example.org/a b.png");

        assertInstanceOf(Found.Remote.class, found);
    }

    @Test
    void withoutAFolderThereAreNoFiles() {
        var pictures = new NotebookPictures(Map.of(), null);

        assertInstanceOf(Found.Nothing.class, pictures.resolve("a b.png"));
    }

    private PictureSource source(String address) {
        return assertInstanceOf(Found.Here.class, pictures().resolve(address)).source();
    }

    private NotebookPictures pictures() {
        var bundle = OutputSamples.bundle("image/png", OutputSamples.PNG);
        return new NotebookPictures(Map.of("my file.png", bundle), folder);
    }
}
