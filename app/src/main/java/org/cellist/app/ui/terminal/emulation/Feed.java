package org.cellist.app.ui.terminal.emulation;

import com.techsenger.jeditermfx.core.ArrayTerminalDataStream;
import com.techsenger.jeditermfx.core.util.CharUtils;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cellist.app.ui.output.ansi.CharColumns;
import org.jspecify.annotations.Nullable;

/// What the emulator reads: the program's bytes as characters, and between two pieces of them
/// whatever else is to be done on its thread.
///
/// [#put] waits while the emulator is behind, so that the program is held back. The others return
/// at once. What the emulator calls is confined to its thread.
final class Feed extends ArrayTerminalDataStream {

    /// Pieces that may wait; one is what was read at once.
    private static final int MOST_WAITING = 8;

    /// A picture that was not looked at yet is replaced by a newer one no sooner than that.
    private static final Duration BEAT = Duration.ofMillis(8);

    /// The first character of the basic plane that is an emoji of two columns.
    private static final char FIRST_EMOJI = '\u231a';

    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Painter painter;
    private final ShellFolder folder;
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer half = ByteBuffer.allocate(0); // of a character whose rest is yet to come
    private boolean isChanged;
    private long painted = System.nanoTime() - BEAT.toNanos();

    /// @param folder looks at what is read
    Feed(Painter painter, ShellFolder folder) {
        super(new char[0]);
        this.painter = painter;
        this.folder = folder;
    }

    /// Who shows what the emulator has made.
    interface Painter {

        /// Returns whether the last picture was looked at.
        boolean isFree();

        void paint();
    }

    private sealed interface Item {
        record Bytes(ByteBuffer bytes) implements Item {}

        /// @param cutsShort whether a control sequence whose rest has not come is given up
        record Task(Runnable task, boolean cutsShort) implements Item {}

        record End() implements Item {}

        record Over() implements Item {}
    }

    /// Adds what the program wrote; waits while there is no room.
    void put(ByteBuffer bytes) throws InterruptedException {
        room.acquire();
        items.add(new Item.Bytes(bytes));
    }

    /// Has something done on the emulator's thread, when what was put before has been read.
    void run(Runnable task) {
        items.add(new Item.Task(task, false));
    }

    /// Likewise; what is put then does not go on where what was put before broke off.
    void runAnew(Runnable task) {
        items.add(new Item.Task(task, true));
    }

    /// The rest of a control sequence will not come.
    static final class CutShort extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Says that the program writes nothing more. Tasks are still done.
    void end() {
        items.add(new Item.End());
    }

    /// Says that nothing more is to be done at all.
    void over() {
        items.add(new Item.Over());
    }

    /// Goes on with tasks after the end, until nothing more is to be done.
    void serve() throws InterruptedException {
        while (!(take() instanceof Item.Over)) {
            isChanged = true;
        }
    }

    @Override
    public char getChar() throws IOException {
        fill();
        return super.getChar();
    }

    /// Returns letters for the rest of a row, as many as have room there: the emulator itself
    /// counts two columns for one, and what it writes beyond a row is gone. A letter of two columns
    /// that comes to the last one goes to the next row, behind a space, as in other terminals.
    @Override
    public String readNonControlCharacters(int columns) throws IOException {
        fill();
        var letters = CharUtils.getNonControlCharacters(columns, myBuf, myOffset, myLength);
        int fitting = fitting(letters, columns);
        if (fitting == 0 && !letters.isEmpty() && columns > 0) {
            return " ";
        }
        myOffset += fitting;
        myLength -= fitting;
        return letters.substring(0, fitting);
    }

    private static int fitting(String letters, int columns) {
        int left = columns;
        int at = 0;
        while (at < letters.length()) {
            int c = letters.codePointAt(at);
            int units = Character.charCount(c);
            int cells = CharUtils.isDoubleWidthCharacter(c, false) ? units + 1 : units;
            boolean isMarked =
                    at + units < letters.length() && letters.charAt(at + units) == CharUtils.DWC;
            if (isMarked) {
                units++;
                cells++;
            }
            if (cells > left) {
                break;
            }
            left -= cells;
            at += units;
        }
        return at;
    }

    private void fill() throws IOException {
        while (myLength == 0) {
            try {
                switch (take()) {
                    case Item.Bytes(var bytes) -> decode(bytes);
                    case Item.Task(_, var cutsShort) -> {
                        if (cutsShort) {
                            throw new CutShort();
                        }
                    }
                    case Item.End _ -> throw new EOF();
                    case Item.Over over -> {
                        items.add(over); // for serve
                        throw new EOF();
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }

    /// Returns the next item; a task has been done then.
    private Item take() throws InterruptedException {
        var item = next();
        if (item instanceof Item.Task(var task, _)) {
            task.run();
        }
        isChanged = true;
        return item;
    }

    /// Shows what has changed when there is nothing else to do, and in a flood whenever somebody
    /// has looked at the picture before.
    private Item next() throws InterruptedException {
        long left = painted + BEAT.toNanos() - System.nanoTime();
        boolean isDue = isChanged && (left <= 0 || (painter.isFree() && items.isEmpty()));
        if (isChanged && !isDue) {
            var soon = items.poll(left, TimeUnit.NANOSECONDS);
            if (soon != null) {
                return soon;
            }
        }
        if (isChanged && (isDue || items.isEmpty())) {
            paint();
        }
        return items.take();
    }

    private void paint() {
        isChanged = false;
        painted = System.nanoTime();
        painter.paint();
    }

    private void decode(ByteBuffer bytes) {
        room.release();
        var in = half.hasRemaining() ? joined(half, bytes) : bytes;
        var out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, false);
        half = in;
        out.flip();
        folder.look(out);
        var text = widened(out);
        myBuf = text == null ? out.array() : text;
        myOffset = 0;
        myLength = text == null ? out.remaining() : text.length;
    }

    private static ByteBuffer joined(ByteBuffer before, ByteBuffer bytes) {
        var all = ByteBuffer.allocate(before.remaining() + bytes.remaining());
        all.put(before).put(bytes);
        return all.flip();
    }

    /// The emulator takes some emoji for letters of one column, unlike shells: each is followed by
    /// the mark that makes them two. Null where there are none.
    private static char @Nullable [] widened(CharBuffer text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isNarrow = c >= FIRST_EMOJI && isNarrowEmoji(c);
            if (isNarrow && changed == null) {
                changed = new StringBuilder(text.subSequence(0, i));
            }
            if (changed != null) {
                changed.append(c);
                if (isNarrow) {
                    changed.append(CharUtils.DWC);
                }
            }
        }
        return changed == null ? null : changed.toString().toCharArray();
    }

    private static boolean isNarrowEmoji(char c) {
        return !Character.isSurrogate(c)
                && CharColumns.of(c) == 2
                && !CharUtils.isDoubleWidthCharacter(c, false);
    }
}
