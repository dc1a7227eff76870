package org.cellist.kernel.runtime.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The private keys of files, each read when the one before was not taken: a passphrase is asked
/// for only then.
///
/// Confined to the thread that logs in.
final class KeyFiles implements KeyIdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFiles.class);

    private final List<Path> files;
    private final Login login;

    KeyFiles(List<Path> files, Login login) {
        this.files = List.copyOf(files);
        this.login = login;
    }

    @Override
    public Iterable<KeyPair> loadKeys(SessionContext session) {
        return () -> new Keys(session);
    }

    private final class Keys implements Iterator<KeyPair> {

        private final SessionContext session;
        private final Iterator<Path> left = files.iterator();
        private final List<KeyPair> read = new ArrayList<>();

        Keys(SessionContext session) {
            this.session = session;
        }

        @Override
        public boolean hasNext() {
            while (read.isEmpty() && left.hasNext()) {
                read(left.next());
            }
            return !read.isEmpty();
        }

        @Override
        public KeyPair next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return read.removeFirst();
        }

        private void read(Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                var keys =
                        SecurityUtils.loadKeyPairIdentities(
                                session, new PathResource(file), in, login);
                Optional.ofNullable(keys).ifPresent(it -> it.forEach(read::add));
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                LOG.info("no key in {}: {}", file, e.getClass().getSimpleName());
            }
        }
    }
}
