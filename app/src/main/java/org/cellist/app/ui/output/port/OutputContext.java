package org.cellist.app.ui.output.port;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where an output is shown: what it shares with others of its window, and what it may ask for.
///
/// Immutable.
///
/// @param folder the notebook's, in which pictures of Markdown cells may lie; null when the
///     notebook has none
public record OutputContext(
        OutputKit kit,
        LinkOpener links,
        CodeColourer colours,
        RemotePictures pictures,
        @Nullable Path folder) {}
