"""What a log on another machine goes through. Comes behind recorded.py, in an empty folder."""

RUN = "0" * MARK_AT + "_cell"
OTHER = "1" * MARK_AT + "_cell"


def records(log):
    found, at = [], 0
    while at < log.end:
        record, at = read(log.file, at)
        found.append((record.kind, record.run, record.frames) if record else None)
    return found


def begun(name, size=0):
    log = Log(name, size or MOST_OF_A_RUN)
    log.append("IOPUB", RUN, [b"a" * 100])
    log.append("IOPUB", OTHER, [b"b" * 100])
    return log


def a_torn_end_is_cut_off_and_is_a_gap():
    log = begun("torn")
    os.truncate("torn", log.end - 1)
    again = Log("torn")
    again.append("IOPUB", RUN, [b"c"])
    assert [it[0] for it in records(again)] == ["IOPUB", "GAP", "IOPUB"]
    assert again.number == 3


def a_damaged_record_is_skipped():
    log = begun("damaged")
    os.pwrite(log.file, b"x", HEAD.size + FRONT.size + 50)
    again = Log("damaged")
    assert records(again)[0] is None
    assert list(again.sizes) == [OTHER]


def what_is_settled_is_not_wanted_after_a_restart_either():
    log = begun("settled")
    log.settle([RUN])
    again = Log("settled")
    assert list(again.sizes) == [OTHER]
    again.append("IOPUB", RUN, [b"late"])
    assert list(again.sizes) == [OTHER]


def what_is_settled_goes_when_the_log_is_written_anew():
    log = begun("anew")
    log.settle([RUN])
    log.got = log.number
    moved = []
    log.tidy(lambda number, place: moved.append((number, place)))
    assert [it[0] for it in records(log)] == ["IOPUB", "TAKEN"]
    assert moved == [(2, 0)]
    assert log.number == 4


def what_a_client_lacks_stays_though_no_later_one_wants_it():
    log = begun("lacked")
    log.append("SHELL", "", [b"reply"])
    log.got = 1
    log.settle([RUN, OTHER])
    log.tidy(lambda number, place: None)
    assert [it[2] for it in records(log)][:2] == [[b"b" * 100], [b"reply"]]


def a_long_run_keeps_its_beginning_and_its_end():
    log = begun("long", 10_000)
    for i in range(200):
        log.append("IOPUB", RUN, [b"%05d" % i * 20])
        if log.is_worth_tidying():
            log.tidy(lambda number, place: None)
    kept = [it for it in records(log) if it[1] == RUN]
    assert kept[0][2] == [b"a" * 100]
    assert kept[-1][2] == [b"00199" * 20]
    assert [it[0] for it in kept].count("GAP") == 1
    assert log.sizes[RUN] <= 10_000 + 200


def a_request_that_was_taken_is_known_after_a_restart():
    log = begun("taken")
    log.token = "client"
    log.take(7)
    again = Log("taken")
    assert (again.token, again.taken) == ("client", 7)


def what_is_told_of_a_run_comes_behind_its_beginning():
    log = Log("order")
    order = Order(log)
    order.told("SHELL", RUN, [b"reply"])
    order.heard(False, "IOPUB", RUN, [b"busy"])
    order.heard(True, "IOPUB", RUN, [b"input"])
    order.told("STDIN", RUN, [b"question"])
    assert [it[2][0] for it in records(log)] == [b"busy", b"input", b"reply", b"question"]


def a_full_disk_is_a_gap_until_there_is_room():
    log = begun("full")
    file, log.file = log.file, os.open(os.devnull, os.O_RDONLY)
    log.append("IOPUB", RUN, [b"lost"])
    log.file = file
    log.append("IOPUB", RUN, [b"kept"])
    assert [it[0] for it in records(log)][2:] == ["GAP", "IOPUB"]


for name, check in sorted(globals().items()):
    if check.__class__.__name__ == "function" and check.__code__.co_argcount == 0 and "_" in name:
        check()
        print(name)
