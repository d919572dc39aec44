"""Gives the contract test something to meet: a configuration in force, agents at work, contacts that wait.

Stays until it is ended, with the agents' streams open.
"""

import json
import pathlib
import sys
import threading
import urllib.request

from hooks import ADDRESS, TOKEN, ask, fresh_key


def send(path, body=None, content_type="application/json"):
    headers = {"Authorization": f"Bearer {TOKEN}", "Idempotency-Key": fresh_key()}
    if body is not None:
        headers["Content-Type"] = content_type
    request = urllib.request.Request(ADDRESS + path, data=body, headers=headers, method="POST")
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read()


def read_events(agent, begun):
    request = urllib.request.Request(
        f"{ADDRESS}/v1/agents/{agent}/events", headers={"Authorization": f"Bearer {TOKEN}"}
    )
    with urllib.request.urlopen(request, timeout=120) as events:
        for _ in events:
            begun.set()


send("/v1/configuration", pathlib.Path(sys.argv[1]).read_bytes(), "application/yaml")
readers = []
for agent in [agent["id"] for agent in ask("/v1/agents")["items"]][:4]:
    begun = threading.Event()
    readers.append(threading.Thread(target=read_events, args=(agent, begun), daemon=True))
    readers[-1].start()
    begun.wait(10)
    send(f"/v1/agents/{agent}/sign-in")
    send(f"/v1/agents/{agent}/availability", json.dumps({"state": "available"}).encode())
for queue in [queue["id"] for queue in ask("/v1/queues")["items"]]:
    for channel in ("voice", "chat", "email"):
        send("/v1/contacts", json.dumps({"channel": channel, "queue": queue}).encode())
print("ready", flush=True)
for reader in readers:
    reader.join()
