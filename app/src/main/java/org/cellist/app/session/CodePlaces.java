package org.cellist.app.session;

import org.cellist.kernel.client.KernelClient;

/// Places in code as a kernel counts them, and as we do, in UTF-16 units.
///
/// The protocol counts code points since version 5.2. The Java kernel says that it speaks 5.4 and
/// yet counts units, as its language does.
///
/// Immutable.
record CodePlaces(String code, boolean countsUnits) {

    private static final String JAVA_KERNEL = "rapaio-jupyter-kernel";

    static CodePlaces of(String code, KernelClient client) {
        var java = client.info().filter(it -> it.implementation().equals(JAVA_KERNEL));
        return new CodePlaces(code, java.isPresent());
    }

    /// Returns what the kernel calls the place before a unit.
    int toKernel(int unit) {
        return countsUnits ? unit : code.codePointCount(0, unit);
    }

    /// Returns the unit at what the kernel calls a place; an end of the code if it has no such.
    int toUnit(int place) {
        if (place <= 0) {
            return 0;
        }
        if (countsUnits) {
            return Math.min(place, code.length());
        }
        return place >= code.codePointCount(0, code.length())
                ? code.length()
                : code.offsetByCodePoints(0, place);
    }
}
