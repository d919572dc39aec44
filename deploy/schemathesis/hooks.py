"""Gives generated requests what chance cannot: a fresh Idempotency-Key, and ids of things that exist.

Only values that fit the description are replaced, so what is wrong on purpose stays wrong.
"""

import itertools
import json
import os
import re
import secrets
import time
import urllib.request

import schemathesis

ADDRESS = os.environ["SUNDIAL_URL"]
TOKEN = os.environ["SUNDIAL_TOKEN"]
KEY = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
NAME = re.compile(r"^[A-Za-z0-9._-]{1,64}$")
NUMBER = re.compile(r"^[cso](0|[1-9][0-9]{0,3})-[1-9][0-9]{0,13}$")
turns = itertools.count()


def fresh_key():
    """A UUID of version 7 (RFC 9562)."""
    number = int(time.time() * 1000) << 80 | 7 << 76 | secrets.randbits(12) << 64 | 2 << 62 | secrets.randbits(62)
    text = f"{number:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def ask(path):
    request = urllib.request.Request(ADDRESS + path, headers={"Authorization": f"Bearer {TOKEN}"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


class Known:
    """Ids of what exists, asked for again every second."""

    def __init__(self):
        self.until = 0.0
        self.ids = {}

    def any(self, kind):
        if time.monotonic() > self.until:
            agents = ask("/v1/agents")["items"]
            self.ids = {
                "contact": [contact["id"] for contact in ask("/v1/contacts?limit=50")["items"]],
                "agent": [agent["id"] for agent in agents],
                "offer": [offer for agent in agents for offer in agent["offers"]],
                "queue": [queue["id"] for queue in ask("/v1/queues")["items"]],
                "partition": [partition["id"] for partition in ask("/v1/status")["partitions"]],
                "version": [version["version"] for version in ask("/v1/configuration/versions")["items"]],
            }
            self.until = time.monotonic() + 1
        ids = self.ids.get(kind)
        return secrets.choice(ids) if ids else None


known = Known()
# The tokens there were before the test, its own among them: it must not revoke the branch it sits on.
own_tokens = {token["id"] for token in ask("/v1/tokens")["items"]}


@schemathesis.hook
def before_call(context, case, kwargs):
    headers = case.headers or {}
    for name in list(headers):
        if name.lower() == "idempotency-key" and KEY.match(str(headers[name])):
            headers[name] = fresh_key()
    parameters = case.path_parameters or {}
    if parameters.get("token") in own_tokens:
        parameters["token"] = "t-000000000000"
    # Every other request keeps its own ids, so that what does not exist is asked for as well.
    if next(turns) % 2:
        return
    for name, value in parameters.items():
        fits = NUMBER.match(str(value)) if name in ("contact", "offer") else NAME.match(str(value))
        if fits and (found := known.any(name)) is not None:
            parameters[name] = found
    body = case.body
    if isinstance(body, dict) and isinstance(body.get("queue"), str) and NAME.match(body["queue"]):
        body["queue"] = known.any("queue") or body["queue"]
        if body.get("requirement"):
            body["requirement"] = "support >= 1"
