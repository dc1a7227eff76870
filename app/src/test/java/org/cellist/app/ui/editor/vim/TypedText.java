package org.cellist.app.ui.editor.vim;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.editor.vim.VimStep.Request;

/// A text as an editor holds it: plain typing in insert mode, all else by the machine.
final class TypedText {

    final Vim vim = new Vim(new Registers());
    final List<Request> requests = new ArrayList<>();
    String text;
    int anchor;
    int caret;

    /// @param marked a text with `|` where the caret stands
    TypedText(String marked) {
        caret = Math.max(0, marked.indexOf('|'));
        anchor = caret;
        text = marked.replaceFirst("\\|", "");
    }

    /// Presses keys in Vim's notation: `dw`, `ione<Esc>`, `<C-r>`.
    TypedText press(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            int end = keys.charAt(i) == '<' ? keys.indexOf('>', i) : -1;
            boolean isNamed = end > i + 1 && keys.substring(i + 1, end).matches("[A-Z][\\w-]*");
            one(isNamed ? keys.substring(i, end + 1) : keys.substring(i, i + 1));
            i = isNamed ? end : i;
        }
        return this;
    }

    void one(String key) {
        if (vim.mode() == VimMode.INSERT && !key.equals("<Esc>")) {
            var written = key.equals("<CR>") ? "\n" : key;
            text = text.substring(0, caret) + written + text.substring(caret);
            caret += written.length();
            anchor = caret;
            return;
        }
        var step = vim.press(key, text, anchor, caret);
        var edit = step.edit();
        if (edit != null) {
            text = text.substring(0, edit.start()) + edit.inserted() + text.substring(edit.end());
        }
        anchor = step.anchor();
        caret = step.caret();
        if (step.request() != Request.NONE) {
            requests.add(step.request());
        }
    }

    /// Returns the text with `|` where the caret stands, as the block is on the character behind.
    String shown() {
        return text.substring(0, caret) + "|" + text.substring(caret);
    }
}
