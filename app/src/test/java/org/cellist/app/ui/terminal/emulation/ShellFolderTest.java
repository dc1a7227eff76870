package org.cellist.app.ui.terminal.emulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Where a shell says that it is.
class ShellFolderTest {

    private final ShellFolder folder = new ShellFolder();

    @Test
    void theSequenceForItCountsHoweverItComesInPieces() {
        var all = "ls\r\n\u001b]7;file://box/home/me/a%20b+c%ED%95%9C\u001b\\$ ";
        for (int cut = 0; cut <= all.length(); cut++) {
            var inPieces = new ShellFolder();
            inPieces.look(all.substring(0, cut));
            inPieces.look(all.substring(cut));
            assertEquals("/home/me/a b+c한", inPieces.now(), "cut at " + cut);
        }
    }

    @Test
    void aTitleCountsWhereNothingElseDoes() {
        folder.lookAtTitle("me@box: ~/work dir");
        assertEquals("~/work dir", folder.now());
        folder.lookAtTitle("vim README");
        assertEquals("~/work dir", folder.now());
        folder.lookAtTitle("me@box:/srv/.../deep");
        assertEquals("~/work dir", folder.now());

        folder.look("\u001b]7;file:///srv\u0007");
        folder.lookAtTitle("me@box: ~");

        assertEquals("/srv", folder.now());
    }

    @Test
    void whatIsNoAddressTellsNothing() {
        folder.look("\u001b]7;/not/an/address\u0007\u001b]7;file:///%zz\u0007\u001b]7;\u0007");

        assertEquals("", folder.now());
    }
}
