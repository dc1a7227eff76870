package org.cellist.app.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a file that is replaced hands on to the new one.
class DiskStepsTest {

    @TempDir private Path folder;
    private Path old = Path.of("");
    private Path fresh = Path.of("");

    @BeforeEach
    void makeFiles() throws IOException {
        old = Files.createFile(folder.resolve("old"));
        fresh = Files.createFile(folder.resolve("fresh"));
    }

    @Test
    void theAttributesOfTheUserAreHandedOn() throws IOException {
        assumeTrue(
                Files.getFileStore(old)
                        .supportsFileAttributeView(UserDefinedFileAttributeView.class),
                "the disk of the temporary folder knows no user's attributes");
        Files.setAttribute(old, "user:origin", "http://a.b/".getBytes(UTF_8));

        new DiskSteps().copyAttributes(old, fresh);

        var origin = (byte[]) Files.getAttribute(fresh, "user:origin");
        assertEquals("http://a.b/", new String(origin, UTF_8));
    }

    @Test
    void whatOnePartRefusesDoesNotHoldUpTheOthers() throws IOException {
        var mode = PosixFilePermissions.fromString("rw-rw-r--");
        Files.setPosixFilePermissions(old, mode);
        var refusing = new View(true, true);

        DiskSteps.copy(Files.readAttributes(old, PosixFileAttributes.class), refusing);

        assertEquals(List.of("group", "owner", "rw-r--r--"), refusing.asked);
    }

    @Test
    void aModeThatIsRefusedIsNoError() throws IOException {
        var refusing = new View(false, true);

        DiskSteps.copy(Files.readAttributes(old, PosixFileAttributes.class), refusing);

        assertEquals(3, refusing.asked.size());
    }

    @Test
    void aFileIsNotPutInThePlaceOfOneThatMayNotBeThere() throws IOException {
        Files.writeString(fresh, "new");
        Files.delete(old);
        new DiskSteps().move(fresh, old, false);

        assertEquals("new", Files.readString(old));
        assertFalse(Files.exists(fresh));
    }

    /// A file whose group, owner and, if it is told so, mode cannot be set.
    private static final class View implements PosixFileAttributeView {

        private final boolean refusesOwners;
        private final boolean refusesModes;
        private final List<String> asked = new ArrayList<>();

        View(boolean refusesOwners, boolean refusesModes) {
            this.refusesOwners = refusesOwners;
            this.refusesModes = refusesModes;
        }

        private void ask(String what, boolean refuses) throws IOException {
            asked.add(what);
            if (refuses) {
                throw new FileSystemException("a", null, "Operation not permitted");
            }
        }

        @Override
        public String name() {
            return "posix";
        }

        @Override
        public PosixFileAttributes readAttributes() {
            throw new AssertionError("not asked for");
        }

        @Override
        public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
            ask(PosixFilePermissions.toString(EnumSet.copyOf(permissions)), refusesModes);
        }

        @Override
        public void setGroup(GroupPrincipal group) throws IOException {
            ask("group", refusesOwners);
        }

        @Override
        public UserPrincipal getOwner() {
            throw new AssertionError("not asked for");
        }

        @Override
        public void setOwner(UserPrincipal owner) throws IOException {
            ask("owner", refusesOwners);
        }

        @Override
        public void setTimes(FileTime modified, FileTime accessed, FileTime created) {
            throw new AssertionError("not asked for");
        }
    }
}
