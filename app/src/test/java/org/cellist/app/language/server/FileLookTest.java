package org.cellist.app.language.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLookTest {

    private @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        write("notebook/a.py", 1);
        write("notebook/package/b.py", 1);
        write("notebook/.hidden/c.py", 1);
        write("notebook/env/pyvenv.cfg", 1);
        write("notebook/env/d.py", 1);
        write("env/bin/python", 1);
        write("env/lib/python3.12/site-packages/e.py", 1);
        touch("env/lib/python3.12/site-packages", 1);
    }

    private void write(String name, int time) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), name);
        touch(name, time);
    }

    private void touch(String name, int time) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.fromMillis(time * 10_000L));
    }

    private FileLook look() {
        return new FileLook(folder.resolve("notebook"), folder.resolve("env/bin/python"));
    }

    private List<String> changes(FileLook look) {
        var told = new TreeSet<String>();
        for (var event : look.changes()) {
            var file = folder.relativize(Path.of(URI.create(event.getUri())));
            told.add(event.getType() + " " + file.toString().replace('\\', '/'));
        }
        return List.copyOf(told);
    }

    @Test
    void modulesThatCameChangedAndWentAreTold() throws IOException {
        write("notebook/gone.py", 1);
        var look = look();
        assertEquals(List.of(), changes(look));

        write("notebook/a.py", 2);
        write("notebook/package/new.py", 2);
        write("notebook/data.csv", 2);
        Files.delete(folder.resolve("notebook/gone.py"));

        assertEquals(
                List.of(
                        "Changed notebook/a.py",
                        "Created notebook/package/new.py",
                        "Deleted notebook/gone.py"),
                changes(look));
        assertEquals(List.of(), changes(look));
    }

    @Test
    void foldersThatAreNoCodeOfThePersonAreLeftOut() throws IOException {
        var look = look();

        write("notebook/.hidden/c.py", 2);
        write("notebook/env/d.py", 2);
        write("notebook/package/deeper/f.py", 2);

        assertEquals(List.of(), changes(look));
    }

    @Test
    void aLibraryThatIsInstalledIsTold() throws IOException {
        var look = look();

        write("env/lib/python3.12/site-packages/new/__init__.py", 2);
        touch("env/lib/python3.12/site-packages", 2);

        assertEquals(
                List.of("Changed env/lib/python3.12/site-packages/installed.py"), changes(look));
    }

    @Test
    void whereThereIsNoFolderThereAreNoChanges() {
        var look = new FileLook(folder.resolve("nowhere"), null);

        assertEquals(List.of(), changes(look));
    }
}
