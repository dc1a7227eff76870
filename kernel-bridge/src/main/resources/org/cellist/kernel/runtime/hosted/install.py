def install(_):
    """Puts ipykernel into an environment of Cellist's own; ends with whoever asked for it."""
    threading.Thread(target=end_with_input, daemon=True).start()
    python = os.path.join(OWN_VENV, "bin", "python")
    is_fine = os.access(python, os.X_OK) or is_done([sys.executable, "-m", "venv", OWN_VENV])
    get = [python, "-m", "pip", "install", "--disable-pip-version-check", "ipykernel"]
    is_fine = is_fine and is_done(get)
    if not is_fine and not ipykernel_version(OWN_VENV):
        shutil.rmtree(OWN_VENV, ignore_errors=True)
    say({"event": "done", "code": 0 if is_fine else 1})


def is_done(command):
    say({"event": "line", "text": " ".join(command)})
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    for line in process.stdout:
        say({"event": "line", "text": line.decode("utf-8", "replace").rstrip()})
    return process.wait() == 0


def end_with_input():
    """Ends all that was begun when nobody is there any more."""
    if os.getpgrp() != os.getpid():
        os.setpgid(0, 0)
    while os.read(0, 1024):
        pass
    kill(os.getpid(), signal.SIGKILL)
