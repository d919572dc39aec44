import Foundation
import GatewayAPI
import Testing

@Suite("The command line")
struct CommandLineTests {
    private static let commands: [[String]] = [
        [], ["serve"], ["status"], ["node"], ["node", "list"],
        ["node", "drain"], ["node", "resume"], ["partition"], ["partition", "list"], ["partition", "move"],
        ["partition", "check"], ["events"], ["backup"], ["restore"], ["doctor"],
        ["config"], ["config", "validate"], ["config", "diff"], ["config", "apply"], ["config", "show"],
        ["config", "history"], ["config", "rollback"],
        ["queue"], ["queue", "list"], ["queue", "show"],
        ["agent"], ["agent", "list"], ["agent", "show"], ["agent", "set"],
        ["contact"], ["contact", "open"], ["contact", "list"], ["contact", "show"], ["contact", "explain"],
        ["contact", "requeue"], ["contact", "end"],
        ["token"], ["token", "create"], ["token", "list"], ["token", "revoke"],
    ]

    @Test("every command says what it is for and how it is used", arguments: commands)
    func help(command: [String]) async throws {
        let run = try await Program.named("sundial").run(command + ["--help"])
        #expect(run.status == 0)
        #expect(run.output.contains("OVERVIEW: "))
        #expect(run.output.contains("USAGE: " + (["sundial"] + command).joined(separator: " ")))
        #expect(run.errors == "")
    }

    @Test("shell completion is to be had for every shell", arguments: ["bash", "zsh", "fish"])
    func completion(shell: String) async throws {
        let run = try await Program.named("sundial").run("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.output.contains("requeue"))
    }

    @Test("help lists the values that are taken, and no others")
    func values() async throws {
        let report = try await Program.named("sundial").run("callback", "report", "--help")
        #expect(report.output.contains("(values: answered, busy,"))
        #expect(!report.output.contains("unknown"))
        #expect(try await Program.named("sundial").run("callback", "report", "c0-1", "unknown").status == 64)
        let agent = try await Program.named("sundial").run("agent", "set", "--help")
        #expect(!agent.output.contains("offline"))
        #expect(try await Program.named("sundial").run("agent", "set", "ana", "--availability", "offline").status == 64)
    }

    @Test("a time is taken in UTC and with any offset", arguments: ["Z", "+01:00", "-03:30"])
    func times(offset: String) async throws {
        var program = Program.named("sundial")
        program.environment = ["SUNDIAL_URL": "http://127.0.0.1:9", "SUNDIAL_TOKEN": "none"]
        let book = ["callback", "book", "support", "--number", "+4930123456", "--at"]
        #expect(try await program.run(book + ["2026-12-24T09:00:00\(offset)"]).status == 69)
        #expect(try await program.run(book + ["2026-12-24T09:00\(offset)"]).status == 64)
    }

    @Test("several NATS servers are given in one list or each by itself", arguments: [",", " --nats "])
    func servers(separator: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "servers-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let servers = "--nats nats://127.0.0.1:1\(separator)nats://127.0.0.1:2".split(separator: " ").map { String($0) }
        let run = try await Program.named("sundial").run(["serve", "--data", folder, "--port", "0"] + servers)
        #expect(run.status != 0)
        #expect(run.errors.contains("nats://127.0.0.1:1, nats://127.0.0.1:2 cannot be reached"))
        let spaced = try await Program.named("sundial").run("serve", "--nats", "nats://127.0.0.1:1, nats://127.0.0.1:2")
        #expect(spaced.status == 64)
        #expect(spaced.errors.contains("without spaces"))
    }

    @Test("wrong usage exits with 64 and says what is wrong")
    func usage() async throws {
        let run = try await Program.named("sundial").run("agent", "set", "ana")
        #expect(run.status == 64)
        #expect(run.errors.contains("Say what to set"))
    }

    @Test("without a token it says where one lies, and exits with 77")
    func noToken() async throws {
        let run = try await Program.named("sundial").run("status")
        #expect(run.status == 77)
        #expect(run.errors.contains("administrator-token"))
    }

    @Test("without a node it says so, and exits with 69")
    func noNode() async throws {
        var program = Program.named("sundial")
        program.environment = ["SUNDIAL_URL": "http://127.0.0.1:9", "SUNDIAL_TOKEN": "none"]
        let run = try await program.run("status")
        #expect(run.status == 69)
        #expect(run.errors.contains("No node answers at http://127.0.0.1:9"))
    }

    @Test("an address that is none is wrong usage, and it shows one", arguments: ["foo", "localhost:8080"])
    func address(written: String) async throws {
        let option = try await Program.named("sundial").run("status", "--url", written)
        #expect(option.status == 64)
        #expect(option.errors.contains("`\(written)` is no address of a node."))
        #expect(option.errors.contains("one such as http://127.0.0.1:8080"))
        var program = Program.named("sundial")
        program.environment = ["SUNDIAL_URL": written]
        #expect(try await program.run("status").status == 64)
    }

    @Test(
        "an id that can be none is wrong usage",
        arguments: [
            ["contact", "show", "17"], ["contact", "list", "--after", "17"], ["callback", "report", "17", "busy"],
            ["customer", "show", "lena!"], ["customer", "list", "--after", "lena!"], ["incident", "end", "shop out"],
        ])
    func malformedID(command: [String]) async throws {
        let run = try await Program.named("sundial").run(command)
        #expect(run.status == 64)
        #expect(run.errors.contains("is invalid for"))
    }
}
