/// The network, in one place.
///
/// Start at [DenyingProxySelector], which keeps off the network whoever has no client made here.
/// Clients of the program carry proxies of their own. Thread-safe.
@NullMarked
package org.cellist.app.network;

import org.jspecify.annotations.NullMarked;
