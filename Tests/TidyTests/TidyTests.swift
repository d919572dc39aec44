import Testing

/// The mechanical rules of the project's style, held by a test.
@Suite("The source is tidy")
struct TidyTests {
    private static let shipped = ["Sources", "loadtest"]

    /// Third-party modules and the one target that may import each.
    private static let owners: [String: Set<String>] = [
        "GRDB": ["Storage"],
        "Yams": ["ConfigurationFile"],
        "CICal": ["CalendarImport"],
        "Hummingbird": ["Gateway"],
        "Crypto": ["Gateway"],
        "AsyncHTTPClient": ["GatewayClient"],
        "Instrumentation": ["Cluster"],
        // The load tests measure libnats itself, to compare with what is built on it.
        "CNATS": ["ClusterNATS", "loadtest"],
    ]

    /// Files that may open an unstructured task, and why.
    private static let unstructuredTasks: [String: String] = [
        "Sources/Cluster/ActorSystem/RunningTasks.swift":
            "a call begins on the thread that received it; the system's run() cancels and awaits it",
        "Sources/Simulation/Execution/SeededExecutor+Begin.swift": "a simulated process ends by its jobs being dropped",
    ]

    /// Files of many small types that differ in little but their names.
    private static let families: Set<String> = [
        "Sources/ContactCenter/Identifiers/NameIdentifier.swift",
        "Sources/ContactCenter/Identifiers/NumberedIdentifier.swift",
        "Sources/ContactCenter/Matching/Slots.swift",
    ]

    @Test("no file is longer than 400 lines, but for tests' tables")
    func fileLength() throws {
        let long = try SourceFile.all(in: Self.shipped + ["Tests"]).filter { $0.lines.count > 401 }
        #expect(long.map { "\($0.path): \($0.lines.count)" } == [])
    }

    @Test("no function is longer than 70 lines")
    func functionLength() throws {
        let long = try SourceFile.all(in: Self.shipped).flatMap { file in
            file.functions.filter { $0.length > 70 }.map { "\(file.path):\($0.line) has \($0.length) lines" }
        }
        #expect(long == [])
    }

    @Test("machines take time and chance as arguments")
    func purity() throws {
        let impure = #"\bDate\(\)|ContinuousClock|SuspendingClock|SystemRandomNumberGenerator|\.random\(in: [^,)]*\)"#
        let places = try SourceFile.all(in: ["Sources/ContactCenter", "Sources/Wire", "Sources/History"])
            .flatMap { $0.places(of: impure) }
        #expect(places == [])
    }

    @Test("no try!, no fatalError, no forced cast")
    func force() throws {
        let places = try SourceFile.all(in: Self.shipped).flatMap { $0.places(of: #"\btry!|\bfatalError\(|\bas! "#) }
        #expect(places == [])
    }

    @Test("no unstructured task beyond the allow-list")
    func structuredConcurrency() throws {
        let places = try SourceFile.all(in: Self.shipped)
            .filter { Self.unstructuredTasks[$0.path] == nil }
            .flatMap {
                $0.places(of: #"\bTask(\.detached|\.immediate)? *(\([^)]*\))? *\{|\bTask\.(detached|immediate)"#)
            }
        #expect(places == [])
    }

    @Test("an unchecked Sendable says why it is one")
    func uncheckedSendable() throws {
        let unexplained = try SourceFile.all(in: Self.shipped).flatMap { file in
            file.code.filter { line in
                guard line.text.contains("@unchecked Sendable") else { return false }
                let above = file.lines[max(0, line.number - 5)..<line.number]
                return !above.contains { $0.contains("//") }
            }.map { "\(file.path):\($0.number)" }
        }
        #expect(unexplained == [])
    }

    @Test("a third-party module is imported by its owner alone")
    func ownership() throws {
        for (module, allowed) in Self.owners.sorted(by: { $0.key < $1.key }) {
            let places = try SourceFile.all(in: Self.shipped)
                .filter { !allowed.contains($0.target ?? "loadtest") }
                .flatMap {
                    $0.places(of: "^(@[a-zA-Z]+ )?((public|internal|package|private|fileprivate) )?import \(module)$")
                }
            #expect(places == [], "\(module) belongs to \(allowed.sorted())")
        }
    }

    @Test("arrows only go down: no target imports one above it")
    func layers() throws {
        let forbidden: [String: [String]] = [
            "Wire": ["ContactCenter", "Cluster", "Center", "Storage", "Gateway"],
            "ContactCenter": ["Cluster", "Center", "Storage", "Gateway", "ConfigurationFile"],
            "Cluster": ["ContactCenter", "Center", "Storage", "Gateway", "ConfigurationFile"],
            "Storage": ["ContactCenter", "Center", "Gateway", "ConfigurationFile", "ClusterNATS"],
            "ClusterNATS": ["ContactCenter", "Center", "Gateway", "ConfigurationFile", "Storage"],
            "ConfigurationFile": ["Cluster", "Center", "Gateway", "Storage"],
            "Center": ["Gateway", "Storage", "ConfigurationFile"],
        ]
        for file in try SourceFile.all(in: ["Sources"]) {
            for module in forbidden[file.target ?? ""] ?? [] {
                #expect(file.places(of: #"^(public |internal |package )?import "# + module + "$") == [])
            }
        }
    }

    @Test("each file has no more than three top-level types")
    func topLevelTypes() throws {
        let pattern =
            #"^(public |package |private |fileprivate |final |distributed )*(struct|class|enum|actor|protocol) "#
        let crowded = try SourceFile.all(in: ["Sources"])
            .map { ($0.path, $0.places(of: pattern).count) }
            .filter { $0.1 > 3 && !Self.families.contains($0.0) }
        #expect(crowded.map { "\($0.0): \($0.1)" } == [])
    }
}
