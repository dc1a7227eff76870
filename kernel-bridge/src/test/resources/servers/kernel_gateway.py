"""Speaks what Kernel Gateway documents for its mode jupyter-websocket, and no more: kernelspecs,
kernels without their list, channels in the JSON sub-protocol, a token in the header alone.

    kernel_gateway.py PORT TOKEN
"""

import asyncio
import json
import sys
import uuid

import tornado.ioloop
import tornado.web
import tornado.websocket
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.jsonutil import json_default
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from tornado.queues import Queue

PORT, TOKEN = int(sys.argv[1]), sys.argv[2]
KERNELS = {}


class Api(tornado.web.RequestHandler):
    def prepare(self):
        if self.request.headers.get("Authorization") != f"token {TOKEN}":
            self.set_status(401)
            self.finish(json.dumps({"reason": "Unauthorized", "message": "Unauthorized"}))

    def answer(self, value, status=200):
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(value, default=json_default))

    def known(self, kernel):
        if kernel not in KERNELS:
            raise tornado.web.HTTPError(404)
        return KERNELS[kernel]


def model(kernel):
    return {"id": kernel, "name": KERNELS[kernel].kernel_name, "execution_state": "idle"}


class Specs(Api):
    def get(self):
        found = KernelSpecManager().get_all_specs()
        specs = {name: {"name": name, **it, "resources": {}} for name, it in found.items()}
        self.answer({"default": "python3", "kernelspecs": specs})


class Kernels(Api):
    def get(self):
        self.answer({"reason": "Forbidden", "message": "Forbidden"}, 403)

    async def post(self):
        name = json.loads(self.request.body or b"{}").get("name", "python3")
        kernel = str(uuid.uuid4())
        KERNELS[kernel] = AsyncKernelManager(kernel_name=name)
        await KERNELS[kernel].start_kernel()
        self.answer(model(kernel), 201)


class Kernel(Api):
    def get(self, kernel):
        self.known(kernel)
        self.answer(model(kernel))

    async def delete(self, kernel):
        await self.known(kernel).shutdown_kernel()
        del KERNELS[kernel]
        self.set_status(204)


class Action(Api):
    async def post(self, kernel, action):
        if action == "interrupt":
            await self.known(kernel).interrupt_kernel()
            self.set_status(204)
        else:
            await self.known(kernel).restart_kernel()
            self.answer(model(kernel))


class Channels(tornado.websocket.WebSocketHandler):
    async def get(self, kernel):
        if self.request.headers.get("Authorization") != f"token {TOKEN}":
            raise tornado.web.HTTPError(401)
        if kernel not in KERNELS:
            raise tornado.web.HTTPError(404)
        self.manager = KERNELS[kernel]
        self.queue = Queue()
        await super().get(kernel)

    async def open(self, kernel):
        self.client = AsyncKernelClient(
            **self.manager.get_connection_info(session=True)
        )
        self.client.start_channels(hb=False)
        self.tasks = [
            asyncio.ensure_future(self.forward(name))
            for name in ("shell", "iopub", "stdin", "control")
        ]

    async def forward(self, name):
        channel = getattr(self.client, f"{name}_channel")
        while True:
            message = await channel.get_msg()
            message.pop("buffers", None)
            message["channel"] = name
            self.write_message(json.dumps(message, default=json_default))

    def on_message(self, text):
        message = json.loads(text)
        channel = message.pop("channel")
        self.client.session.send(getattr(self.client, f"{channel}_channel").socket, message)

    def on_close(self):
        for task in self.tasks:
            task.cancel()
        self.client.stop_channels()


async def main():
    kernel = r"([0-9a-f-]{36})"
    tornado.web.Application(
        [
            (r"/api/kernelspecs", Specs),
            (r"/api/kernels", Kernels),
            (rf"/api/kernels/{kernel}", Kernel),
            (rf"/api/kernels/{kernel}/(interrupt|restart)", Action),
            (rf"/api/kernels/{kernel}/channels", Channels),
        ]
    ).listen(PORT, "127.0.0.1")
    print("serving", flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
