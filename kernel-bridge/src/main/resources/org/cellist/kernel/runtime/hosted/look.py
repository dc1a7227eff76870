def is_safe(path):
    """Returns whether nobody but its owner's group can change what lies there."""
    try:
        return not os.stat(path).st_mode & stat.S_IWOTH
    except OSError:
        return False


def prefixes():
    """Returns the folders of Python environments, a person's own first, each once."""
    found = [os.environ.get("VIRTUAL_ENV", ""), os.environ.get("CONDA_PREFIX", ""), OWN_VENV]
    try:
        with open(os.path.join(HOME, ".conda", "environments.txt")) as names:
            found += [line.strip() for line in names]
    except (OSError, UnicodeDecodeError):
        pass
    for name in (
        ".venv",
        "venv",
        "env",
        "*/.venv",
        "*/venv",
        ".virtualenvs/*",
        ".pyenv/versions/*",
    ):
        found += sorted(glob.glob(os.path.join(glob.escape(HOME), name)))
    for base in ("miniconda3", "anaconda3", "miniforge3", "mambaforge", "micromamba"):
        base = os.path.join(HOME, base)
        found += [base] + sorted(glob.glob(os.path.join(glob.escape(base), "envs", "*")))
    for base in ("/opt/conda", "/opt/miniconda3", "/opt/anaconda3", "/opt/homebrew"):
        found += [base] + sorted(glob.glob(os.path.join(base, "envs", "*")))
    found += [sys.prefix, "/usr/local", "/usr"]
    seen = set()
    for prefix in found:
        real = os.path.realpath(prefix) if prefix else ""
        if real and real not in seen and python_of(prefix):
            seen.add(real)
            yield prefix


def python_of(prefix):
    for name in ("python3", "python"):
        path = os.path.join(prefix, "bin", name)
        if os.access(path, os.X_OK) and not os.path.isdir(path):
            return path
    return None


def ipykernel_version(prefix):
    """Returns for which Python 3.x there is an ipykernel, without running anything."""
    own = os.path.join(HOME, ".local", "lib", "python3*", "site-packages")
    places = [os.path.join(glob.escape(prefix), "lib", "python3*", "*-packages")]
    if prefix == "/usr":
        places += ["/usr/local/lib/python3*/dist-packages", own]
    for place in places:
        for found in sorted(glob.glob(os.path.join(place, "ipykernel", "__init__.py"))):
            version = found.split("/python")[-1].split("/")[0]
            return version if "." in version else python_version(prefix)
    return None


def has_encrypting_ipykernel(prefix):
    """Returns whether an environment's own ipykernel is one that can, as 7.3 was the first to."""
    place = os.path.join(glob.escape(prefix), "lib", "python3*", "site-packages")
    for found in glob.glob(os.path.join(place, "ipykernel-*.dist-info")):
        version = re.match(r"ipykernel-(\d{1,4})\.(\d{1,4})", os.path.basename(found))
        if version and tuple(map(int, version.groups())) >= (7, 3):
            return True
    return False


def python_version(prefix):
    real = os.path.basename(os.path.realpath(python_of(prefix) or ""))
    version = real[len("python") :] if real.startswith("python") else ""
    return version if version.startswith("3.") else "3"


def kernelspec(file, prefix):
    """Returns what a kernel.json says; None if it says nothing, or others may change it."""
    folder = os.path.dirname(file)
    try:
        if not is_safe(folder) or not is_safe(file) or os.path.getsize(file) > MOST_JSON:
            return None
        with open(file, encoding="utf-8") as text:
            said = json.load(text)
        argv = said["argv"]
        if not argv or not all(isinstance(it, str) and "\0" not in it for it in argv):
            return None
        if "/" not in argv[0]:
            beside = os.path.join(prefix, "bin", argv[0]) if prefix else ""
            argv[0] = beside if beside and os.access(beside, os.X_OK) else shutil.which(argv[0])
        if not argv[0] or not os.access(argv[0], os.X_OK):
            return None
        return {
            "name": os.path.basename(folder),
            "display_name": str(said.get("display_name") or os.path.basename(folder)),
            "language": str(said.get("language") or ""),
            "argv": [it.replace("{resource_dir}", folder) for it in argv],
            "env": [
                "%s=%s" % (name, value)
                for name, value in dict(said.get("env") or {}).items()
                if isinstance(value, str) and name and "=" not in name and "\0" not in name + value
            ],
            "message": said.get("interrupt_mode") == "message",
            "encrypts": is_encrypting(said.get("metadata") or {}),
            "place": prefix or folder,
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def is_encrypting(metadata):
    """Returns whether a kernel can encrypt with CurveZMQ, as its kernelspec tells it."""
    ways = metadata.get("supported_encryption") or []
    ways = [ways] if isinstance(ways, str) else ways
    return any(isinstance(it, str) and it.strip().lower() == "curve" for it in ways)


def kernelspecs_in(folder, prefix):
    files = sorted(glob.glob(os.path.join(glob.escape(folder), "kernels", "*", "kernel.json")))
    return [it for it in (kernelspec(file, prefix) for file in files) if it]


def kernelspecs():
    found = []
    for folder in filter(None, os.environ.get("JUPYTER_PATH", "").split(os.pathsep)):
        found += kernelspecs_in(folder, "")
    data = os.environ.get("XDG_DATA_HOME") or os.path.join(HOME, ".local", "share")
    usual = os.path.join(HOME, "Library") if sys.platform == "darwin" else data
    usual = os.path.join(usual, "Jupyter" if sys.platform == "darwin" else "jupyter")
    found += kernelspecs_in(os.environ.get("JUPYTER_DATA_DIR") or usual, "")
    for prefix in prefixes():
        own = kernelspecs_in(os.path.join(prefix, "share", "jupyter"), prefix)
        version = ipykernel_version(prefix)
        if version and is_safe(prefix) and not any(it["language"] == "python" for it in own):
            argv = [python_of(prefix), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
            own.append(
                {
                    "name": "python3",
                    "display_name": "Python " + version,
                    "language": "python",
                    "argv": argv,
                    "env": [],
                    "message": False,
                    "encrypts": has_encrypting_ipykernel(prefix),
                    "place": prefix,
                }
            )
        found += own
    seen = set()
    return [it for it in found if not (repr(it["argv"]) in seen or seen.add(repr(it["argv"])))]


def tpu_type():
    """Returns what Google's machines say of their TPU; they alone have that address."""
    try:
        from urllib.request import Request, urlopen

        address = "http://metadata.google.internal/computeMetadata/v1/instance/attributes/"
        request = Request(address + "accelerator-type", headers={"Metadata-Flavor": "Google"})
        with urlopen(request, timeout=1) as answer:
            return answer.read(200).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""


def look(order):
    chips = sorted(glob.glob("/dev/accel[0-9]*")) or sorted(glob.glob("/dev/vfio/[0-9]*"))
    say(
        {
            "event": "listing",
            "python": {"path": sys.executable, "version": "%d.%d" % sys.version_info[:2]},
            "kernelspecs": kernelspecs(),
            "kernels": [it for it in (alive(name) for name in names()) if it],
            "nvidia": run_tool(order["nvidia"], TOOL_SECONDS),
            "rocm": run_tool(order["rocm"], TOOL_SECONDS),
            "chips": chips,
            "tpu": tpu_type() if chips else "",
        }
    )
