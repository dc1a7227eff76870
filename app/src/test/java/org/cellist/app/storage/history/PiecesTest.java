package org.cellist.app.storage.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// How a file is cut into pieces.
class PiecesTest {

    @Property(tries = 200)
    void thePiecesTogetherAreTheContent(
            @ForAll long seed, @ForAll @IntRange(max = 2_000_000) int size) {
        var content = random(seed, size);

        var joined = new ByteArrayOutputStream();
        Pieces.of(content).forEach(piece -> joined.writeBytes(bytes(piece)));

        assertArrayEquals(content, joined.toByteArray());
    }

    @Property(tries = 100)
    void noPieceIsTooLargeAndOnlyTheLastMayBeSmall(
            @ForAll long seed, @ForAll @IntRange(max = 2_000_000) int size) {
        var pieces = Pieces.of(random(seed, size));

        for (int i = 0; i < pieces.size(); i++) {
            int bytes = pieces.get(i).remaining();
            assertTrue(bytes <= Pieces.MOST);
            assertTrue(bytes >= Pieces.LEAST || i == pieces.size() - 1);
        }
    }

    @Property(tries = 50)
    void anEditChangesThePiecesAroundItAlone(
            @ForAll long seed, @ForAll @IntRange(max = 3_000_000) int place) {
        var before = random(seed, 3_000_000);
        var edited = new ByteArrayOutputStream();
        edited.write(before, 0, place);
        edited.writeBytes("print(1)".getBytes(StandardCharsets.US_ASCII));
        edited.write(before, place, before.length - place);

        var known = new HashSet<>(names(Pieces.of(before)));
        var fresh = names(Pieces.of(edited.toByteArray()));
        fresh.removeIf(known::contains);

        assertTrue(fresh.size() <= 4, () -> fresh.size() + " pieces differ");
    }

    private static List<String> names(List<ByteBuffer> pieces) {
        return new ArrayList<>(pieces.stream().map(PieceFiles::sha256).toList());
    }

    private static byte[] bytes(ByteBuffer piece) {
        var bytes = new byte[piece.remaining()];
        piece.duplicate().get(bytes);
        return bytes;
    }

    private static byte[] random(long seed, int size) {
        var content = new byte[size];
        new Random(seed).nextBytes(content);
        return content;
    }
}
