"""What a log on another machine goes through. Comes behind recorded.py, in an empty folder."""

from random import Random

MOST_ON_DISK = 0xFFFFFFFF
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


def everything(name):
    """Returns the bytes of a log with records of all kinds, and where each of them ends."""
    log = Log(name)
    log.token = "client"
    ends = []
    for write_next in (
        lambda: log.append("IOPUB", RUN, [b"a" * 100]),
        lambda: log.append("IOPUB", OTHER, [b"b" * 100]),
        lambda: log.take(7),
        lambda: log.append("SHELL", RUN, [b"reply", b"", b"{}"]),
        lambda: log.settle([RUN]),
        lambda: log.append("IOPUB", "", ["\N{VIOLIN}".encode() * 30]),
        lambda: log.append("STDIN", OTHER, []),
    ):
        write_next()
        ends.append(log.end)
    with open(name, "rb") as file:
        data = file.read()
    return data, ends


def opened(data):
    with open("opened", "wb") as file:
        file.write(data)
    return Log("opened")


def goes_on(log, is_torn, case):
    """Something that is said now comes behind what was whole, after a word that something is gone;
    and nothing of what was torn comes up again."""
    before, number = records(log), log.number
    log.append("IOPUB", OTHER, [b"new"])
    gap = [("GAP", "", [])] if is_torn or number else []
    expected = before + gap + [("IOPUB", OTHER, [b"new"])]
    assert records(log) == expected, case
    assert os.stat("opened").st_size == log.end, case
    again = Log("opened")
    assert records(again) == expected, case
    assert again.number == number + len(gap) + 1, case
    assert (again.token, again.taken) == (log.token, log.taken), case
    assert list(again.settled) == list(log.settled), case
    assert again.sizes == log.sizes, case
    os.close(again.file)
    os.close(log.file)


def whatever_is_cut_off_all_before_it_is_there():
    data, ends = everything("cut")
    whole = records(opened(data))
    for cut in range(len(data) + 1):
        log = opened(data[:cut])
        kept = sum(1 for it in ends if it <= cut)
        assert records(log) == whole[:kept], cut
        goes_on(log, cut > 0, cut)


def garbage_behind_the_end_is_cut_off():
    data, ends = everything("garbage")
    whole = records(opened(data))
    random = Random(4)
    tails = [b"\0" * 4096, b"\xff" * 4096, HEAD.pack(MOST_ON_DISK, 0), HEAD.pack(0, 0)]
    tails += [HEAD.pack(1 << 30, 0) + bytes(100), HEAD.pack(FRONT.size - 1, 0) + bytes(100)]
    tails += [bytes(random.randrange(256) for _ in range(size)) for size in range(1, 300)]
    for tail in tails:
        for cut in (len(data), ends[-2] + 3):
            log = opened(data[:cut] + tail)
            assert [it for it in records(log) if it] == whole[: len(whole) - (cut < len(data))]
            goes_on(log, True, (cut, tail[:20]))


def what_lies_behind_a_torn_record_never_comes_up_again():
    data, ends = everything("stale")
    at = ends[2]
    log = opened(data[:at] + HEAD.pack(MOST_ON_DISK, 0) + data[at + HEAD.size :])
    assert log.end == at
    assert os.stat("opened").st_size == at
    goes_on(log, True, "stale")


def numbers_begin_above_all_that_were_given_out_and_lost():
    log = begun("numbers")
    log.begin(False)
    log.append("IOPUB", RUN, [b"heard"])
    heard = log.number
    os.truncate("numbers", 0)
    again = Log("numbers")
    again.begin(True)
    again.append("IOPUB", RUN, [b"new"])
    assert again.number > heard
    assert [it[0] for it in records(again)] == ["GAP", "IOPUB"]


def who_was_there_is_known_however_the_log_is_written_anew():
    log = begun("token")
    log.token = "client"
    log.take(7)
    log.tidy(lambda number, place: None)
    again = Log("token")
    assert (again.token, again.taken, again.number) == ("client", 7, log.number)


def a_log_that_cannot_be_written_anew_goes_on():
    log = begun("kept")
    os.mkdir("kept.new")
    log.tidy(lambda number, place: None)
    log.append("IOPUB", RUN, [b"c"])
    assert [it[2] for it in records(Log("kept"))][-1] == [b"c"]


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
