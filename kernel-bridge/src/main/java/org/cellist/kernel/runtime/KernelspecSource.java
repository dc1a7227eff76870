package org.cellist.kernel.runtime;

/// Where a kernelspec was found, in the order in which equal names win. Immutable.
public enum KernelspecSource {
    /// A folder that `JUPYTER_PATH` names.
    JUPYTER_PATH,
    /// The person's own Jupyter data folder.
    USER,
    /// A Python environment: its `share/jupyter`, or its ipykernel alone.
    ENVIRONMENT,
    /// The machine's Jupyter data folders.
    SYSTEM,
    /// The Java kernel that comes with Cellist.
    BUILT_IN
}
