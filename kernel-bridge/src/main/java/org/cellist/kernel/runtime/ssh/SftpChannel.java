package org.cellist.kernel.runtime.ssh;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpErrorDataHandler;
import org.apache.sshd.sftp.client.SftpMessage;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHStatExtensionInfo;
import org.apache.sshd.sftp.client.impl.DefaultSftpClient;
import org.apache.sshd.sftp.client.impl.SftpAckData;
import org.apache.sshd.sftp.client.impl.SftpResponse;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.hosted.HostException;

/// A channel over which a machine's SFTP server is asked, by several at once.
///
/// Beyond what the library does: much is asked before the first answer is there, since a line has
/// its latency; names are bytes to a server, and those that are no UTF-8 come and go as they are,
/// each odd byte as half a surrogate pair; and whoever stops waiting for an answer spends the
/// channel, so that what comes later reaches nobody.
///
/// Thread-safe. Its methods block, but for those that say who uses it.
final class SftpChannel extends DefaultSftpClient {

    /// How much one question asks for or gives; every server takes that.
    static final int PIECE = 32 << 10;

    /// How many questions are on their way: with pieces, as much as OpenSSH's window has room for.
    static final int MOST_AHEAD = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FOLDERS_AHEAD = 8;
    private static final int HEADER = 9;
    private static final String POSIX_RENAME = "posix-rename@openssh.com";
    private static final String STATVFS = "statvfs@openssh.com";
    private static final int ODD_BYTES = 0xDC00;

    private final ReentrantLock turn = new ReentrantLock();
    private int users = 1; // guarded by this
    private boolean isSpent; // guarded by this

    private SftpChannel(ClientSession session) throws IOException {
        super(
                session,
                SftpVersionSelector.fixedVersionSelector(SftpConstants.SFTP_V3),
                SftpErrorDataHandler.EMPTY);
    }

    /// The machine lends its files to nobody.
    static final class NotOfferedException extends HostException {

        private static final long serialVersionUID = 1;

        NotOfferedException(IOException why) {
            super(new HostProblem.Failed(HostException.words(why)));
        }
    }

    /// Opens one, which whoever opened it takes part in.
    ///
    /// @throws NotOfferedException if the machine has no SFTP
    static SftpChannel open(ClientSession session) throws IOException, NotOfferedException {
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(session, PATIENCE);
        try {
            return new SftpChannel(session);
        } catch (IOException e) {
            if (hasEnded(e) && session.isOpen()) {
                throw new NotOfferedException(e);
            }
            throw e;
        }
    }

    /// Returns whether the other side was there and went away again.
    private static boolean hasEnded(IOException e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof EOFException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    /// Takes part in it, until [#leave]; returns false if it is of no use any more.
    synchronized boolean enter() {
        boolean isUsable = !isSpent && isOpen();
        if (isUsable) {
            users++;
        }
        return isUsable;
    }

    synchronized void leave() {
        users--;
        endIfSpent();
    }

    /// Lets nobody else in; it ends with the last one who uses it.
    synchronized void spend() {
        isSpent = true;
        endIfSpent();
    }

    /// Ends it if nobody uses it; returns whether it did.
    synchronized boolean giveWay() {
        boolean isIdle = users == 0 && isOpen();
        if (isIdle) {
            spend();
        }
        return isIdle;
    }

    private void endIfSpent() {
        if (isSpent && users == 0) {
            getClientChannel().close(false);
        }
    }

    /// What is no SFTP, as a greeting of the login shell's, ends this channel and not all that
    /// shares the connection.
    @Override
    protected int data(byte[] bytes, int start, int size) {
        try {
            return super.data(bytes, start, size);
        } catch (IOException _) {
            getClientChannel().close(true);
            return size;
        }
    }

    /// The library waits without end for others who wait for a line that is stuck.
    @Override
    public SftpMessage write(int command, Buffer question) throws IOException {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            return super.write(command, question);
        } finally {
            turn.unlock();
        }
    }

    private static InterruptedIOException interrupted(InterruptedException e) {
        var thrown = new InterruptedIOException("interrupted");
        thrown.initCause(e);
        return thrown;
    }

    /// Returns whether somebody was interrupted, and not the line too slow.
    static boolean isInterruption(IOException e) {
        return e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException);
    }

    @Override
    protected String getReferencedName(int command, Buffer answer, int index) {
        return text(answer.getBytes());
    }

    @Override
    protected <B extends Buffer> B putReferencedName(
            int command, B question, String name, int index) {
        question.putBytes(bytes(name));
        return question;
    }

    /// Returns a name as text.
    static String text(byte[] name) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var from = ByteBuffer.wrap(name);
        var to = CharBuffer.allocate(name.length);
        while (true) {
            var result = decoder.decode(from, to, true);
            if (!result.isError()) {
                return to.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                to.put((char) (ODD_BYTES + Byte.toUnsignedInt(from.get())));
            }
        }
    }

    /// Returns what [#text] was made from.
    static byte[] bytes(String name) {
        var bytes = new ByteArrayOutputStream();
        name.codePoints()
                .forEach(
                        point -> {
                            if (point >> 8 == ODD_BYTES >> 8) {
                                bytes.write(point);
                            } else {
                                var letter = Character.toString(point);
                                bytes.writeBytes(letter.getBytes(StandardCharsets.UTF_8));
                            }
                        });
        return bytes.toByteArray();
    }

    /// Returns what is in a folder, itself and the one above aside; links as links.
    List<DirEntry> all(String folder) throws IOException {
        var found = new ArrayList<DirEntry>();
        try (var handle = openDir(folder)) {
            var asked = new ArrayDeque<Integer>();
            boolean isAtEnd = false;
            do {
                while (!isAtEnd && asked.size() < FOLDERS_AHEAD) {
                    asked.add(ask(SftpConstants.SSH_FXP_READDIR, handle));
                }
                var answer = response(SftpConstants.SSH_FXP_READDIR, asked.remove());
                var part = checkDirResponse(answer, null);
                isAtEnd |= part == null;
                if (part != null) {
                    part.stream().filter(it -> !isItself(it)).forEach(found::add);
                }
            } while (!asked.isEmpty());
        }
        return found;
    }

    private static boolean isItself(DirEntry entry) {
        return entry.getFilename().equals(".") || entry.getFilename().equals("..");
    }

    private int ask(int command, Handle handle) throws IOException {
        var question = question(handle.length());
        question.putBytes(handle.getIdentifier());
        return send(command, question);
    }

    private static Buffer question(int size) {
        var question = new ByteArrayBuffer(HEADER + Integer.BYTES + size, false);
        question.rpos(HEADER); // the library's own part comes before
        question.wpos(HEADER);
        return question;
    }

    /// Returns what links lead to, in their order; empty for one that leads nowhere.
    List<Optional<Attributes>> targets(List<String> links) throws IOException {
        return each(
                SftpConstants.SSH_FXP_STAT,
                links,
                answer -> {
                    try {
                        return Optional.of(checkAttributesResponse(answer));
                    } catch (SftpException _) {
                        return Optional.empty();
                    }
                });
    }

    /// Deletes files and links; those that are gone already have been deleted.
    void removeAll(List<String> paths) throws IOException {
        each(
                SftpConstants.SSH_FXP_REMOVE,
                paths,
                answer -> {
                    try {
                        checkResponseStatus(answer);
                    } catch (SftpException e) {
                        if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                            throw e;
                        }
                    }
                    return true;
                });
    }

    private interface Reading<T> {
        T of(SftpResponse answer) throws IOException;
    }

    /// Asks the same of many; whatever goes wrong, every answer is taken.
    private <T> List<T> each(int command, List<String> paths, Reading<T> reading)
            throws IOException {
        var read = new ArrayList<T>();
        var asked = new ArrayDeque<Integer>();
        SftpException trouble = null;
        for (var next = paths.iterator(); next.hasNext() || !asked.isEmpty(); ) {
            if (trouble == null && next.hasNext() && asked.size() < MOST_AHEAD) {
                var question = putReferencedName(command, question(0), next.next(), 0);
                asked.add(send(command, question));
                continue;
            }
            if (asked.isEmpty()) {
                break;
            }
            try {
                read.add(reading.of(response(command, asked.remove())));
            } catch (SftpException e) {
                trouble = trouble == null ? e : trouble;
            }
        }
        if (trouble != null) {
            throw trouble;
        }
        return read;
    }

    /// Puts a file in place of another in one step; returns whether the server can.
    boolean replace(String from, String to) throws IOException {
        if (!getServerExtensions().containsKey(POSIX_RENAME)) {
            return false;
        }
        var question = new ByteArrayBuffer();
        question.putString(POSIX_RENAME);
        question.putBytes(bytes(from));
        question.putBytes(bytes(to));
        checkCommandStatus(SftpConstants.SSH_FXP_EXTENDED, question);
        return true;
    }

    /// Returns whether the disk that has a file is full, as far as the server tells.
    boolean isFull(String path) throws IOException {
        if (!getServerExtensions().containsKey(STATVFS)) {
            return false;
        }
        var question = new ByteArrayBuffer();
        question.putString(STATVFS);
        question.putBytes(bytes(path));
        var answer = rpc(SftpConstants.SSH_FXP_EXTENDED, question);
        if (answer.getType() != SftpConstants.SSH_FXP_EXTENDED_REPLY) {
            return false;
        }
        var disk = OpenSSHStatExtensionInfo.decode(answer.getBuffer());
        return disk.f_bavail * disk.f_frsize < PIECE;
    }

    /// A piece of a file that was asked for or given.
    ///
    /// @param number the question's
    ///
    /// Immutable.
    record Piece(int number, long offset, int size) {}

    /// Asks for a piece of a file.
    Piece ask(Handle file, long offset, int size) throws IOException {
        var question = question(file.length() + Long.BYTES + Integer.BYTES);
        question.putBytes(file.getIdentifier());
        question.putLong(offset);
        question.putUInt(size);
        return new Piece(send(SftpConstants.SSH_FXP_READ, question), offset, size);
    }

    /// Waits for what was asked for; returns its size, which may be less, negative at the end of
    /// the file.
    int take(Piece asked, byte[] into) throws IOException {
        var expected = new SftpAckData(asked.number(), asked.offset(), asked.size());
        var answer = response(SftpConstants.SSH_FXP_READ, asked.number());
        var bytes = checkDataResponse(expected, answer, null);
        if (bytes == null) {
            return -1;
        }
        int size = bytes.available();
        bytes.getRawBytes(into, 0, size);
        return size;
    }

    /// Gives a piece of a file.
    Piece give(Handle file, long offset, byte[] bytes, int size) throws IOException {
        var question = question(file.length() + Long.BYTES + Integer.BYTES + size);
        question.putBytes(file.getIdentifier());
        question.putLong(offset);
        question.putBytes(bytes, 0, size);
        return new Piece(send(SftpConstants.SSH_FXP_WRITE, question), offset, size);
    }

    /// Waits until a piece is there that was given.
    void await(Piece given) throws IOException {
        checkResponseStatus(response(SftpConstants.SSH_FXP_WRITE, given.number()));
    }
}
