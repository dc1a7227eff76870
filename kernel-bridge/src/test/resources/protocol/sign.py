"""Writes messages as jupyter_client signs and frames them: sign.py > signed.jsonl

Run it with a Python that has jupyter_client. One JSON object a line: the key, and the frames in
hexadecimal digits, identities and buffers included.
"""

import datetime
import json

from jupyter_client.session import Session

WHEN = datetime.datetime(2026, 1, 2, 3, 4, 5, 678901, datetime.timezone.utc)

CASES = [
    ("0123456789abcdef", "status", {"execution_state": "busy"}, []),
    ("a5f1-열쇠-\u00e9", "stream", {"name": "stdout", "text": "안녕\n🎻"}, []),
    ("k" * 200, "comm_msg", {"comm_id": "c", "data": {}}, [b"", bytes(range(256))]),
    # What Python could not decode, such as a file's name.
    ("surrogates", "stream", {"name": "stdout", "text": "a\udcffb"}, []),
]

for key, msg_type, content, buffers in CASES:
    session = Session(key=key.encode(), session="kernel-session", username="kernel")
    message = session.msg(msg_type, content=content)
    message["header"]["date"] = WHEN
    message["header"]["msg_id"] = "id-of-" + msg_type
    message["parent_header"] = {"msg_id": "request-1", "msg_type": "execute_request"}
    frames = [b"topic", *session.serialize(message), *buffers]
    print(json.dumps({"key": key, "msg_type": msg_type, "frames": [f.hex() for f in frames]},
                     ensure_ascii=False))
