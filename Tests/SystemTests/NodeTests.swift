import Foundation
import GatewayAPI
import GatewayClient
import Testing

@Suite("A node and its command line", .serialized)
struct NodeTests {
    private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "deploy/sample/center.yaml").path

    private func decoded<Value: Decodable>(_ type: Value.Type, _ run: Program.Run) throws -> Value {
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode(Value.self, from: Data(run.output.utf8))
    }

    @Test("every reading command prints JSON that can be read")
    func json() async throws {
        try await RunningNode.withNode { node in
            let sundial = node.sundial
            #expect(try await sundial.run("config", "apply", Self.sample).status == 0)

            _ = try decoded(Status.self, await sundial.run("status", "--json"))
            #expect(try decoded([Node].self, await sundial.run("node", "list", "--json")) == [])
            let queues = try decoded([Queue].self, await sundial.run("queue", "list", "--json"))
            let queue = try #require(queues.first)
            #expect(try decoded(Queue.self, await sundial.run("queue", "show", queue.id, "--json")).id == queue.id)
            let agents = try decoded([Agent].self, await sundial.run("agent", "list", "--json"))
            let agent = try #require(agents.first)
            #expect(try decoded(Agent.self, await sundial.run("agent", "show", agent.id, "--json")).id == agent.id)
            _ = try decoded(Page<Contact>.self, await sundial.run("contact", "list", "--json"))
            _ = try decoded([Finding].self, await sundial.run("doctor", "--json"))
            let checks = try decoded([PartitionCheck].self, await sundial.run("partition", "check", "--json"))
            #expect(checks.map(\.isEqual) == [true])
            _ = try decoded([Token].self, await sundial.run("token", "list", "--json"))
            let shown = try decoded(ConfigurationVersion.self, await sundial.run("config", "show", "--json"))
            #expect(shown.version == 1)
            let history = try decoded([ConfigurationVersion].self, await sundial.run("config", "history", "--json"))
            #expect(history.map(\.version) == [1])
            let change = try decoded(
                ConfigurationDifference.self, await sundial.run("config", "diff", Self.sample, "--json"))
            #expect(change.changes == [])
            let validation = try decoded(
                ConfigurationValidation.self, await sundial.run("config", "validate", Self.sample, "--json"))
            #expect(validation.isValid)
        }
    }

    @Test("tables are for people, and what is not there exits with 66")
    func tables() async throws {
        try await RunningNode.withNode { node in
            let sundial = node.sundial
            let empty = try await sundial.run("queue", "list")
            #expect(empty.output.contains("sundial config apply"))
            #expect(try await sundial.run("config", "apply", Self.sample).status == 0)
            let agents = try await sundial.run("agent", "list")
            #expect(agents.output.hasPrefix("AGENT"))
            for missing in [["agent", "show", "nobody"], ["contact", "explain", "c0-99"], ["queue", "show", "none"]] {
                let run = try await sundial.run(missing)
                #expect(run.status == 66, "\(missing): \(run.errors)")
            }
        }
    }

    @Test("an agent is signed in and out from the command line")
    func agents() async throws {
        try await RunningNode.withNode { node in
            let sundial = node.sundial
            #expect(try await sundial.run("config", "apply", Self.sample).status == 0)
            let agents = try decoded([Agent].self, await sundial.run("agent", "list", "--json"))
            let agent = try #require(agents.first).id
            let signIn = try await sundial.run("agent", "set", agent, "--sign-in", "--availability", "available")
            #expect(signIn.output == "\(agent) is available, idle.\n")
            let signOut = try await sundial.run("agent", "set", agent, "--sign-out")
            #expect(signOut.output == "\(agent) is offline, idle.\n")
        }
    }

    @Test("a contact is opened from the command line, with what is known of it")
    func opened() async throws {
        try await RunningNode.withNode { node in
            let sundial = node.sundial
            #expect(try await sundial.run("config", "apply", Self.sample).status == 0)
            let opened = try decoded(
                OpenedContact.self,
                await sundial.run(
                    "contact", "open", "sales", "--channel", "chat", "--customer", "lena@example.org", "--priority",
                    "-3", "--attribute", "tier=gold", "--attribute", "age=7", "--json"))
            let contact = try decoded(
                Contact.self, await sundial.run("contact", "show", opened.contact, "--json"))
            #expect(contact.channel == .chat)
            #expect(contact.customer == "lena@example.org")
            #expect(contact.priority == -3)
            #expect(contact.attributes == ["tier": "gold", "age": 7])
            let next = try await sundial.run(
                "contact", "open", "sales", "--channel", "chat", "--session", opened.session)
            #expect(next.status == 0, "\(next.errors)")
            #expect(next.output.hasSuffix(", session \(opened.session)\nState         queued in sales\n"))
            #expect(try await sundial.run("contact", "open", "none").status == 66)
            let urgent = try await sundial.run("contact", "open", "sales", "--priority", "5000")
            #expect(urgent.status == 1)
            #expect(
                urgent.errors == """
                    sundial: One thing is wrong with the request, as listed.
                      priority must be between -1000 and 1000.

                    """)
            #expect(try await sundial.run("contact", "open", "sales", "--attribute", "tier").status == 64)
        }
    }

    @Test("a configuration is gone back to as a new version")
    func rollback() async throws {
        try await RunningNode.withNode { node in
            let sundial = node.sundial
            #expect(try await sundial.run("config", "apply", Self.sample).status == 0)
            let first = try await sundial.run("config", "show").output
            let changed = node.folder.appending(path: "changed.yaml")
            try first.replacing("Lakeside", with: "Seaside").write(to: changed, atomically: true, encoding: .utf8)
            let second = try await sundial.run("config", "apply", changed.path, "--replacing", "1")
            #expect(second.output == "Version 2 of the configuration is in force.\n")
            #expect(try await sundial.run("config", "apply", changed.path, "--replacing", "1").status == 1)
            let back = try await sundial.run("config", "rollback", "1")
            #expect(back.output == "Version 3 is in force; it says what version 1 said.\n")
            #expect(try await sundial.run("config", "show").output == first)
        }
    }

    @Test("a token made at the command line works until it is revoked")
    func tokens() async throws {
        try await RunningNode.withNode { node in
            let sundial = node.sundial
            let created = try await sundial.run("token", "create", "night shift", "--role", "supervisor")
            #expect(created.status == 0)
            var supervisor = Program.named("sundial")
            supervisor.environment = [
                "SUNDIAL_URL": node.address, "SUNDIAL_TOKEN": created.output.trimmingCharacters(in: .newlines),
            ]
            #expect(try await supervisor.run("status").status == 0)
            #expect(try await supervisor.run("token", "list").status == 77)
            let tokens = try decoded([Token].self, await sundial.run("token", "list", "--json"))
            let made = try #require(tokens.first { $0.label == "night shift" })
            #expect(try await sundial.run("token", "revoke", made.id).status == 0)
            let revoked = try await supervisor.run("status")
            #expect(revoked.status == 77)
            #expect(revoked.errors.contains("--token-file or SUNDIAL_TOKEN_FILE"))
        }
    }

    @Test("a node that was killed comes back with its configuration, and a second one on its data is refused")
    func restart() async throws {
        try await RunningNode.withNode { node in
            #expect(try await node.sundial.run("config", "apply", Self.sample).status == 0)
            let second = try await Program.named("sundial").run("serve", "--data", node.folder.path, "--port", "0")
            #expect(second.status != 0)
            #expect(second.errors.contains("is held by process"))
            await node.stop(SIGKILL)
            let again = try await RunningNode.start(in: node.folder)
            let status = try decoded(Status.self, await again.sundial.run("status", "--json"))
            #expect(status.configurationVersion == 1)
            #expect(status.partitions.first?.epoch == 2)
            await again.stop(SIGTERM)
        }
    }

    @Test("a node whose address is in use says so before it makes anything")
    func addressInUse() async throws {
        try await RunningNode.withNode { node in
            let port = try #require(URL(string: node.address)?.port)
            let folder = node.folder.appending(path: "second")
            let second = try await Program.named("sundial").run("serve", "--data", folder.path, "--port", "\(port)")
            #expect(second.status == 1)
            #expect(
                second.errors == """
                    sundial: 127.0.0.1:\(port) cannot be listened on: another process listens there. Listen elsewhere \
                    with --port (0 takes any that is free) or --host.

                    """)
            #expect(!FileManager.default.fileExists(atPath: folder.path))
        }
    }

    @Test("a single node is backed up while it runs, and restored while it does not")
    func restore() async throws {
        try await RunningNode.withNode { node in
            #expect(try await node.sundial.run("config", "apply", Self.sample).status == 0)
            let file = node.folder.appending(path: "backup").path
            #expect(try await node.sundial.run("backup", "home.0", file).status == 0)
            let running = try await node.sundial.run("restore", file, "--lose-since-backup")
            #expect(running.status == 1)
            #expect(running.errors.contains("sundial restore FILE --data FOLDER"))
            let held = try await node.sundial.run("restore", file, "--lose-since-backup", "--data", node.folder.path)
            #expect(held.errors.contains("is held by process"))
            await node.stop(SIGTERM)
            let run = try await node.sundial.run("restore", file, "--lose-since-backup", "--data", node.folder.path)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("It goes on in journal 2 behind record 1"))
            let again = try await RunningNode.start(in: node.folder)
            let status = try decoded(Status.self, await again.sundial.run("status", "--json"))
            #expect(status.configurationVersion == 1)
            #expect(status.partitions.first?.position ?? 0 > 1_000_000)
            await again.stop(SIGTERM)
        }
    }

    @Test(
        "a node that is told to end while contacts pour in ends well, and has every contact that it acknowledged",
        .timeLimit(.minutes(1)))
    func draining() async throws {
        try await RunningNode.withNode { node in
            #expect(try await node.sundial.run("config", "apply", Self.sample).status == 0)
            let opened = try await ContactRush(node: node).run { await node.stop(SIGTERM) == 0 }
            #expect(opened.count >= 200)
            let again = try await RunningNode.start(in: node.folder)
            try await again.withClient { client async throws in
                for contact in opened { #expect(try await client.contact(contact).queue == ContactRush.queue) }
            }
            await again.stop(SIGTERM)
        }
    }
}
